import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
import RecordStore
import Sampling
import VisitModel

/// Which households of one draw are still to be visited: the primaries that stand open, and after
/// them a reserve for each primary that was lost and not replaced yet.
struct DueEntries {
  /// How an entry stands: visited for whoever drew it, still open, given back, or lost to refusal,
  /// absence, departure, a mark "do not visit" or the other organiser's visit.
  private enum Standing { case visited, open, givenBack, lost }

  /// In the order of the draw, primaries first.
  let entries: [DrawEntryFacts]
  /// Lost primaries that no visited reserve stands in for yet, in the order of the draw.
  let unreplaced: [DrawEntryFacts]

  /// - Parameters:
  ///   - entries: of the draw, in its order.
  ///   - round: the draw's round as it is known now.
  ///   - restricted: households that are not to be visited.
  init(
    _ entries: [DrawEntryFacts], of draw: DrawFacts, in round: RoundView,
    restricted: Set<RecordID>
  ) {
    func standing(_ entry: DrawEntryFacts) -> Standing {
      switch (entry.outcome, round.status(of: entry.household)) {
      case (.visited, _): .visited
      case (.released, _): .givenBack
      case (_, .visited(let organisers)) where organisers.contains(draw.organiser): .visited
      case (.open, .open) where !restricted.contains(entry.household): .open
      default: .lost
      }
    }
    let primaries = entries.filter { $0.kind == .primary }
    let reserves = entries.filter { $0.kind == .reserve }
    let lost = primaries.filter { standing($0) == .lost }
    let visited = reserves.filter { standing($0) == .visited }
    let named = Set(visited.compactMap(\.replaces))
    // A reserve visited before anybody was lost stands in for the first that is lost later.
    let unnamed = visited.count { $0.replaces == nil }
    unreplaced = Array(lost.filter { !named.contains($0.key.id) }.dropFirst(unnamed))
    self.entries =
      primaries.filter { standing($0) == .open }
      + reserves.filter { standing($0) == .open }.prefix(unreplaced.count)
  }
}

extension Laptop {
  /// What is due at a site from every standing draw up to a month, the oldest month first.
  func dueHouseholds(
    _ view: SiteView, through month: CivilMonth, _ appointments: [Appointment]
  ) throws -> [FieldPlan.Due] {
    let restricted = try restricted(view)
    var rounds: [Int: RoundView] = [:]
    var due: [FieldPlan.Due] = []
    let draws = try view.draws().filter { $0.state == .standing && $0.month <= month }
    for draw in draws.sorted(by: { $0.month < $1.month }) {
      let round =
        try rounds[draw.round]
        ?? view.round(draw.round, at: now)
      rounds[draw.round] = round
      let drawer = try view.replica.records.state(of: draw.key)?.reference(DrawField.account)
      let drawnBy = try drawer.map { try personName($0.id.named(), view.replica) } ?? ""
      let open = DueEntries(
        try view.drawEntries(of: draw.key), of: draw, in: round, restricted: restricted)
      for entry in open.entries {
        guard let household = try view.household(entry.household) else { continue }
        due.append(
          FieldPlan.Due(
            household: household, kind: entry.kind, organiser: draw.organiser, month: draw.month,
            drawnBy: drawnBy, appointment: appointments.first { $0.household == entry.household }))
      }
    }
    return due
  }
}
