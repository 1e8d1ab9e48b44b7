import ConflictFreeRecords
import RecordCatalogue
package import Sampling
package import VisitModel

/// A household that a draw still wants visited.
package struct DueHousehold: Sendable {
  package let household: HouseholdFacts
  package let kind: EntryKind
  /// For whom it is to be visited.
  package let organiser: Organiser
  /// For which month it was drawn; an earlier one is overdue.
  package let month: CivilMonth
  /// Whose draw it is from.
  package let drawnBy: AccountID?
}

/// Which households of one draw are still to be visited: the primaries that stand open, and after
/// them a reserve for each primary that was lost and not replaced yet.
package struct DueEntries {
  /// How an entry stands: visited for whoever drew it, still open, given back, or lost to refusal,
  /// absence, departure, a mark "do not visit" or the other organiser's visit.
  private enum Standing { case visited, open, givenBack, lost }

  /// In the order of the draw, primaries first.
  package let entries: [DrawEntryFacts]
  /// Lost primaries that no visited reserve stands in for yet, in the order of the draw.
  package let unreplaced: [DrawEntryFacts]

  /// - Parameters:
  ///   - entries: of the draw, in its order.
  ///   - round: the draw's round as it is known now.
  ///   - restricted: households that are not to be visited.
  package init(
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

extension SiteView {
  /// What is due from every standing draw up to a month, the oldest month first: the same on a laptop and at
  /// the office once both hold the same bundles.
  package func dueHouseholds(
    through month: CivilMonth, at now: Instant
  ) throws -> [DueHousehold] {
    let draws = try draws().filter { $0.state == .standing && $0.month <= month }
    if draws.isEmpty { return [] }
    let restricted = Set(try households().filter(\.isRestricted).map(\.key.id))
    var rounds: [Int: RoundView] = [:]
    var due: [DueHousehold] = []
    for draw in draws.sorted(by: { $0.month < $1.month }) {
      let round = try rounds[draw.round] ?? self.round(draw.round, at: now)
      rounds[draw.round] = round
      let open = DueEntries(
        try drawEntries(of: draw.key), of: draw, in: round, restricted: restricted)
      for entry in open.entries {
        guard let household = try household(entry.household) else { continue }
        due.append(
          DueHousehold(
            household: household, kind: entry.kind, organiser: draw.organiser,
            month: draw.month, drawnBy: draw.account))
      }
    }
    return due
  }
}
