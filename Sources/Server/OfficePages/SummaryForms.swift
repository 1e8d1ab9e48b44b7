import CommunicationPolicy
import ConflictFreeRecords
import Console
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// What a reader may do with a month's summary: only what the rules let through is offered, and a form
/// sent all the same is refused by them.
struct SummaryForms {
  let setting: PageSetting
  let summary: MonthSummary

  private var say: Words { setting.say }
  private var site: SiteFacts { summary.content.site }
  private var url: String { PageLink.summary(site.code, month: summary.content.month) }
  private func shown(on replica: Replica) throws -> [(name: String, value: String)] {
    [("shown", summary.shown.description), try StaleTab.hidden(site.scope, on: replica)]
  }

  func blocks(on replica: Replica) throws -> [Page.Block] {
    let (person, now) = (setting.reader.person, setting.office.now)
    let view = SiteView(replica, site.scope)
    func blocked(_ act: SummaryFacts.Act) -> [Finding] {
      // A comment is given by the form.
      view.findings(
        act, on: summary, by: person.id, person.role, comment: say(.labelComment), at: now
      ).filter { $0.severity == .block }
    }
    var blocks: [Page.Block] = []
    if blocked(.submit).isEmpty, summary.recorded?.state != .submitted {
      blocks.append(.form(try submission(on: replica)))
    }
    guard SummaryRules.approvers.contains(person.role) else { return blocks }
    if !summary.undecided.isEmpty {
      blocks.append(.note(say(.pageUndecidedNote)))
      for matter in summary.undecided { blocks.append(.form(try decision(matter, on: replica))) }
    }
    if person.role == .siteManager, !summary.unlettered.isEmpty {
      blocks.append(.form(try letter(on: replica)))
    }
    guard summary.recorded?.state == .submitted else { return blocks }
    if let first = blocked(.approve).first {
      blocks += [.alert(say.message(first.why)), .note(say.message(first.cure))]
    } else {
      blocks.append(
        .form(
          PageForm(
            url + "/approve", legend: say(.helpSummaryApprove), hidden: try shown(on: replica), [],
            button: say(.pageApproveSummary))))
    }
    if blocked(.sendBack).isEmpty {
      blocks.append(
        .form(
          PageForm(
            url + "/return", legend: say(.helpSummaryReturn), hidden: try shown(on: replica),
            [.line(name: "text", label: say(.labelComment), bytesMax: Bounds.lineBytesMax)],
            button: say(.pageReturnVisit))))
    }
    return blocks
  }

  private func submission(on replica: Replica) throws -> PageForm {
    PageForm(
      url + "/submit", legend: say(.helpSummarySubmit), hidden: try shown(on: replica),
      [
        .line(
          name: "text", label: say(.labelWords), bytesMax: Bounds.lineBytesMax, isRequired: false)
      ],
      button: say(.pageSubmitSummary))
  }

  private func title(_ matter: Matter, on replica: Replica) throws -> String {
    let words = MatterWords(setting: setting, site: site)
    let unit = try words.unit(matter, on: replica) ?? say(.labelNobody)
    let state = try replica.records.state(of: matter.key) ?? .empty
    let text = try setting.opened(state, matter.key, field: OpinionField.text) ?? "–"
    return "\(unit) · \(say(matter.topic.phrase)) · \(say(matter.kind.phrase)): \(text)"
  }

  private func decision(_ matter: Matter, on replica: Replica) throws -> PageForm {
    PageForm(
      url + "/decide", legend: try title(matter, on: replica),
      hidden: [
        ("matter", matter.key.id.description),
        (
          "saw",
          SawToken.text(
            try replica.frontier(
              of: SiteView(replica, site.scope).handlingKey(of: matter.key.id)))
        ),
      ],
      [
        .choice(
          name: "kind", label: say(.labelDecision),
          options: MatterDecisionKind.allCases.map { (value: $0.name, label: say($0.phrase)) }),
        // What is beyond the manager needs no words here; the letter has them.
        .line(
          name: "text", label: say(.labelMeasure), bytesMax: Bounds.lineBytesMax,
          isRequired: false),
      ], button: say(.pageDecideMatter))
  }

  /// One letter about all that is beyond the manager; whoever wants several writes them on the laptop.
  private func letter(on replica: Replica) throws -> PageForm {
    PageForm(
      url + "/letter", legend: say(.helpLetterWrite),
      hidden: [
        (
          "matters", summary.unlettered.map(\.key.id.description).joined(separator: " ")
        )
      ],
      [
        .line(name: "subject", label: say(.labelSubject), bytesMax: Bounds.lineBytesMax),
        .line(
          name: "background", label: say(.labelBackground), bytesMax: Bounds.lineBytesMax,
          isRequired: false),
        .line(name: "proposal", label: say(.labelProposal), bytesMax: Bounds.lineBytesMax),
        .line(name: "replyBy", label: say(.labelReplyBy), bytesMax: 10),
      ], button: say(.pageWriteLetter))
  }
}
