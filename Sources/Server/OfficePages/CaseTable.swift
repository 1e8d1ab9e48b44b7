import Console
import Listings
import RecordStore
import Sampling
import VisitModel
import Wording

/// Duplicate cases in a row each, as the overview, a site and their own page list them.
enum CaseTable {
  static let columns = [
    ListColumn("site", .labelSite, .text), ListColumn("unit", .labelUnit, .code),
    ListColumn("round", .labelRound, .number),
    ListColumn("cause", .labelCause, .word, isFilter: true),
    ListColumn("state", .labelState, .word, isFilter: true),
    ListColumn("visits", .labelMembers, .text, isSortable: false),
  ]

  static func listing(_ cases: [CaseView], _ say: Words) -> Listing {
    var listing = Listing("duplicates", Message(.duplicatesTitle), columns)
    for one in cases {
      listing.append([
        .text(one.site.name, address: PageLink.site(one.site.code)),
        .code(
          one.unitCode.utf8.isEmpty ? "–" : one.unitCode,
          address: PageLink.duplicate(
            one.site.code, round: one.duplicate.round, household: one.duplicate.household)),
        .number(one.duplicate.round), .word(one.duplicate.cause.phrase),
        .word(state(of: one.duplicate)),
        .text(one.duplicate.members.map { member($0, one, say) }.joined(separator: "\n")),
      ])
    }
    return listing
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
