import CommunicationPolicy
import ConflictFreeRecords
import Console
import Fingerprint
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// What may be done with a notice as it stands: only what the rules let through is offered, and a form sent
/// all the same is refused by them.
struct NoticeActForms {
  /// Every place where it does not hang yet.
  static let everywhere = "everywhere"

  let setting: PageSetting
  let home: NoticeHome
  let notice: Notice
  /// Boards of its home on which something hung.
  let boards: [String]
  /// The sites at which the company's own may hang; none for a site's.
  let sites: [SiteFacts]
  /// Says up to where the page shows everything (`StaleTab.since`).
  let since: (name: String, value: String)

  private var say: Words { setting.say }

  /// - Parameter saw: the frontier of the notice.
  func forms(saw: [ChangeID]) -> [PageForm] {
    var forms: [PageForm] = []
    let isStanding = notice.withdrawn == nil
    let isOnPaper = notice.issued != nil && notice.text.form.isWritten
    if isStanding, isOnPaper {
      if notice.isSealed {
        forms.append(post())
      } else if mayPutSeal {
        forms.append(seal())
      }
    }
    if isStanding, notice.issued != nil, notice.text.kind.hasStart {
      forms.append(amend(saw))
    }
    if isStanding, notice.text.kind.isWork { forms.append(check()) }
    if notice.postings.contains(where: { $0.takenDown == nil }) { forms.append(takeDown()) }
    if !notice.postings.isEmpty { forms.append(takeBack()) }
    if isOnPaper, notice.archived == nil { forms.append(archive()) }
    if isStanding { forms.append(withdraw()) }
    return forms
  }

  /// Whoever issues a notice puts their own seal (R2-10, R2-11).
  private var mayPutSeal: Bool {
    notice.text.issuer.seal != .company || setting.reader.person.role.isCompany
  }

  private func form(
    _ act: String, _ legend: Phrase, _ inputs: [PageForm.Input], _ button: Phrase,
    hidden: [(name: String, value: String)] = []
  ) -> PageForm {
    PageForm(
      PageLink.notice(home.word, notice: notice.key.id) + "/" + act, legend: say(legend),
      hidden: shown + hidden, inputs, button: say(button))
  }

  /// The text that the page shows, which is the one that is sealed or hangs, and about which all else is done.
  private var shown: [(name: String, value: String)] {
    [(name: "shown", value: notice.text.digest.description), since]
  }

  private func seal() -> PageForm {
    form("seal", notice.text.issuer.seal.phrase, [.doneAt(say)], .pageSealNotice)
  }

  private func post() -> PageForm {
    var places: [(value: String, label: String)] = []
    if !notice.needed.isEmpty {
      places.append((value: Self.everywhere, label: say(.helpNoticeEverywhere)))
    }
    for need in notice.missing {
      let label = say(need.kind.phrase) + " " + need.code.text
      places.append((value: need.kind.name + " " + need.code.text, label: label))
    }
    for site in sites where !notice.missing.contains(where: { $0.code == UnitCode(site.code) }) {
      places.append((value: PostingPlace.lobby.name + " " + site.code, label: site.name))
    }
    for board in boards {
      places.append(
        (
          value: PostingPlace.board.name + " " + board,
          label: say(.codePlaceBoard) + " " + board
        ))
    }
    places.append((value: PostingPlace.board.name, label: say(.pageBoardOnly)))
    return form(
      "post", .helpNoticePost,
      [
        .choice(
          name: "place", label: say(.labelPlace), options: places, isFirstChosen: true),
        .optionalLine(name: "board", label: say(.pageBoardName)),
        .choice(
          name: "newPlace", label: say(.pageNewPlace),
          options: [(value: "no", label: say(.labelNo)), (value: "yes", label: say(.labelYes))],
          isFirstChosen: true), .doneAt(say),
      ], .pagePostNotice)
  }

  private func amend(_ saw: [ChangeID]) -> PageForm {
    var inputs: [PageForm.Input] = [
      .moment(name: "start", label: .labelStart, say, isRequired: true),
      .moment(name: "end", label: .labelEnd, say),
    ]
    if notice.text.kind.leadRule != nil { inputs += PageForm.Input.emergency(say) }
    if notice.text.kind == .pestControl { inputs.append(.holidayReason(say)) }
    inputs.append(.doneAt(say))
    return form(
      "amend", .helpNoticeAmend, inputs, .pageAmendNotice,
      hidden: [(name: "saw", value: SawToken.text(saw))])
  }

  private func check() -> PageForm {
    form(
      "check", .helpNoticeCheck,
      [
        .choice(
          name: "phase", label: say(.labelPhase),
          options: SignPhase.allCases.map { (value: $0.name, label: say($0.phrase)) }),
        .yesOrNo(name: "signs", label: .labelSigns, say),
        .yesOrNo(name: "cordon", label: .labelCordon, say),
        .optionalLine(name: "remark", label: say(.labelRemark)), .doneAt(say),
      ], .pageCheckNotice)
  }

  private func takeDown() -> PageForm {
    form("take-down", .helpNoticeTakeDown, [.doneAt(say)], .pageTakeDownNotice)
  }

  private func takeBack() -> PageForm {
    let places = Set(notice.postings.map(\.place)).sorted()
    return form(
      "take-down", .pageTakeBackNotice,
      [
        .choice(
          name: "place", label: say(.labelPlace),
          options: places.map { (value: $0, label: $0) })
      ], .pageTakeBack, hidden: [(name: "mistake", value: "yes")])
  }

  private func archive() -> PageForm {
    form(
      "archive", .helpNoticeArchive,
      [
        .line(
          name: "place", label: say(.helpNoticeArchivePlace), bytesMax: Bounds.lineBytesMax),
        .doneAt(say),
      ], .pageArchiveNotice)
  }

  private func withdraw() -> PageForm {
    form(
      "withdraw", .helpNoticeWithdraw,
      [.line(name: "reason", label: say(.labelReason), bytesMax: Bounds.lineBytesMax)],
      .pageWithdrawNotice)
  }
}
