import Console
import RecordStore
import Sampling
import VisitModel
import Wording

/// Duplicate cases in a row each, as the overview, a site and their own page list them.
enum CaseTable {
  static func table(_ cases: [CaseView], caption: String, _ say: Words) -> PageTable {
    var table = PageTable(
      caption,
      say.all([.labelSite, .labelUnit, .labelRound, .labelCause, .labelState, .labelMembers]))
    for one in cases {
      table.append([
        PageCell(one.site.name, url: PageLink.site(one.site.code)),
        PageCell(
          one.unitCode.utf8.isEmpty ? "–" : one.unitCode,
          url: PageLink.duplicate(
            one.site.code, round: one.duplicate.round, household: one.duplicate.household)),
        .number("\(one.duplicate.round)"), PageCell(say(one.duplicate.cause.phrase)),
        PageCell(say(state(of: one.duplicate))),
        PageCell(one.duplicate.members.map { member($0, one, say) }.joined(separator: "\n")),
      ])
    }
    return table
  }

  static func state(of one: DuplicateCase) -> Phrase {
    if one.isReopened { return .codeCaseReopened }
    return one.isOpen ? .codeCaseOpen : .codeCaseSettled
  }

  private static func member(_ visit: LedgerVisit, _ one: CaseView, _ say: Words) -> String {
    let words =
      say(visit.organiser.phrase) + " " + visit.start.wallText(in: one.site.zone)
    guard let decision = one.duplicate.decisions[visit.id] else { return words }
    return words + " [" + say(decision.kind.phrase) + "]"
  }
}
