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
    for one in cases { listing.append(row(one, say)) }
    return listing
  }

  static func row(_ one: CaseView, _ say: Words) -> [ListCell] {
    row(
      site: one.site.name, code: one.site.code, CaseLine(one),
      visits: one.duplicate.members.map { member($0, one, say) }.joined(separator: "\n"))
  }

  static func row(site: String, code: String, _ one: CaseLine, visits: String) -> [ListCell] {
    [
      .text(site, address: PageLink.site(code)),
      .code(
        one.unitCode.utf8.isEmpty ? "–" : one.unitCode,
        address: PageLink.duplicate(code, round: one.round, household: one.household)),
      .number(one.round), .word(one.cause.phrase), .word(state(of: one)), .text(visits),
    ]
  }

  static func state(of one: DuplicateCase) -> Phrase {
    state(isOpen: one.isOpen, isReopened: one.isReopened)
  }

  private static func state(of one: CaseLine) -> Phrase {
    state(isOpen: one.isOpen, isReopened: one.isReopened)
  }

  private static func state(isOpen: Bool, isReopened: Bool) -> Phrase {
    if isReopened { return .codeCaseReopened }
    return isOpen ? .codeCaseOpen : .codeCaseSettled
  }

  private static func member(_ visit: LedgerVisit, _ one: CaseView, _ say: Words) -> String {
    let words =
      say(visit.organiser.phrase) + " " + visit.start.wallText(in: one.site.zone)
    guard let decision = one.duplicate.decisions[visit.id] else { return words }
    return words + " [" + say(decision.kind.phrase) + "]"
  }
}
