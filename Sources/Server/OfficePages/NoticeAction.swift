import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Does what a form about a notice asks.
struct NoticeAction {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields

  private var office: Office { setting.office }
  private var account: AccountID { setting.reader.person.id }

  /// - Returns: the page to go to; nothing for what is not there, or is not for this reader.
  func perform() throws -> String? {
    if request.route == .writeNotice {
      return try NoticeWriting(request: request, setting: setting, form: form).perform()
    }
    guard let path = try office.read({ try NoticePath(request, setting, on: $0) }) else {
      return nil
    }
    let notice = path.notice
    // What is amended says so by its frontier.
    if request.route != .amendNotice { try requireShown(notice) }
    switch request.route {
    case .sealNotice: try seal(notice)
    case .postNotice: try post(notice)
    case .takeDownNotice: try takeDown(notice)
    case .checkNotice: try check(notice)
    case .archiveNotice:
      _ = try office.archiveNotice(
        notice.key, at: try form.line("place"), since: try moment(notice), by: account)
    case .withdrawNotice:
      _ = try office.withdrawNotice(
        notice.key, reason: try form.line("reason"), by: account)
    case .amendNotice: try amend(notice)
    default: return nil
    }
    return PageLink.notice(path.home.word, notice: notice.key.id)
  }

  /// When it was done, as stated; now, where nothing is.
  private func moment(_ notice: Notice) throws -> Instant {
    try form.moment("at", in: notice.zone) ?? office.now
  }

  /// Whoever seals, posts or puts away a notice does so with the text that the page showed.
  private func requireShown(_ notice: Notice) throws {
    guard form["shown"] != nil, try form.digest("shown") != notice.text.digest else { return }
    throw OfficeFault.refused(
      rule: "F-saw", why: Message(.pageNoticeStale), cure: Message(.reviewStaleCure))
  }

  private func seal(_ notice: Notice) throws {
    // The company's seal does not lie at a site.
    if notice.text.issuer.seal == .company, !setting.reader.person.role.isCompany {
      throw OfficeFault.refused(
        rule: RuleID.r2_11.rawValue, why: Message(.pageCompanySeal),
        cure: Message(.pageCompanySealCure))
    }
    _ = try office.sealNotice(notice.key, with: nil, at: try moment(notice), by: account)
  }

  private func post(_ notice: Notice) throws {
    _ = try office.postNotice(
      notice.key, try places(), at: try moment(notice), by: account)
  }

  /// All sheets, or what was never one.
  private func takeDown(_ notice: Notice) throws {
    if form["mistake"] != nil, try form.isYes("mistake") {
      _ = try office.takeBackPostings(
        of: notice.key, at: [try form.line("place")], at: office.now, by: account)
      return
    }
    _ = try office.takeDownNotice(notice.key, from: [], at: try moment(notice), by: account)
  }

  /// One place of those that want a sheet, or all, and a board beside.
  private func places() throws -> PostingInput {
    guard let chosen = form["place"] else { throw PageAction.Malformed() }
    let board = try form.lineIfAny("board")
    var input = PostingInput()
    let words = chosen.utf8.split(separator: 0x20, maxSplits: 1)
      .map { String(decoding: Array($0), as: UTF8.self) }
    switch words.first.flatMap({ PostingPlace(name: $0) }) {
    case .lobby?: input.lobbies = Array(words.dropFirst())
    case .door?: input.doors = Array(words.dropFirst())
    // The use case says that a board without a name is none.
    case .board?: input.boards = words.count > 1 ? Array(words.dropFirst()) : [board]
    case nil:
      guard chosen.utf8.elementsEqual(NoticeActForms.everywhere.utf8) else {
        throw PageAction.Malformed()
      }
      input.isEverywhere = true
    }
    if !board.isBlank, !input.boards.contains(where: { $0.utf8.elementsEqual(board.utf8) }) {
      input.boards.append(board)
    }
    input.isNewPlace = try form["newPlace"] != nil && form.isYes("newPlace")
    return input
  }

  private func check(_ notice: Notice) throws {
    _ = try office.checkSigns(
      of: notice.key, try form.code("phase"), hasSigns: try form.isYes("signs"),
      hasCordon: try form.isYes("cordon"), remark: try form.lineIfAny("remark"),
      at: try moment(notice), by: account)
  }

  private func amend(_ notice: Notice) throws {
    guard let saw = form["saw"].flatMap({ SawToken.changes($0) }) else {
      throw PageAction.Malformed()
    }
    var changes = NoticeChanges()
    changes.start = try form.moment("start", in: notice.zone)
    changes.end = try form.moment("end", in: notice.zone)
    _ = try office.amendNotice(
      notice.key, changes, at: try moment(notice),
      emergency: try EmergencyAnswer(office: office, form: form).emergency(),
      reasons: try form.holidayReason(), saw: saw, by: account)
  }
}

/// What a form says of work without its lead time.
struct EmergencyAnswer {
  let office: Office
  let form: FormFields

  /// Either of the two alone says that an emergency is meant.
  func emergency() throws -> OfficeEmergency? {
    let reason = try form.lineIfAny("emergency")
    let name = try form.lineIfAny("approver")
    if reason.isBlank, name.isBlank { return nil }
    return OfficeEmergency(
      reason: reason, approver: try name.isBlank ? nil : office.colleague(named: name))
  }
}
