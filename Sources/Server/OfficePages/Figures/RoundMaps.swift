import ConflictFreeRecords
import Pictures
import RecordStore
import Sampling
import VisitModel

/// A site's round as maps, building by building.
struct RoundMaps {
  let round: Int
  /// Households done and open, as `MonthReport.progress`.
  let progress: (done: Int, open: Int)
  /// Whole buildings, in the order of their numbers; what stands in none is last.
  let maps: [RoundMap]
  /// Households whose unit is not known, so that they are on no map.
  let unplaced: Int

  /// Of a unit in which somebody lives, those who moved out before are not shown, unless they were done in
  /// this round; of an empty one a single household stands for it.
  ///
  /// - Parameter now: who lives at the site on that day takes part.
  init(_ view: SiteView, round: Int, at now: Instant) throws {
    let state = try view.round(round, at: now)
    var found: [RoundMap.Household] = []
    var unplaced = 0
    for household in try view.households() {
      guard let unit = UnitCode(household.unitCode) else {
        unplaced += 1
        continue
      }
      let id = household.key.id
      found.append(
        RoundMap.Household(unit, state.mark(of: id), address: PageLink.household(id)))
    }
    let alive = Set(found.lazy.filter { $0.mark != .departed }.map(\.unit))
    var empty: Set<UnitCode> = []
    let shown = found.filter {
      $0.mark != .departed || (!alive.contains($0.unit) && empty.insert($0.unit).inserted)
    }
    self.round = round
    self.unplaced = unplaced
    progress = state.counts
    maps = RoundMap.of(shown, round: round)
  }

  var count: Int { maps.reduce(0) { $0 + $1.count } }

  /// The piece of a map that shows a unit, with the unit outlined.
  func piece(showing unit: UnitCode) -> RoundMap? {
    guard var map = maps.first(where: { $0.building == unit.lobby }) else { return nil }
    map.outlined = unit
    return map.parts().first { $0.contains(unit) }
  }
}

extension RoundView {
  fileprivate func mark(of household: RecordID) -> RoundMap.Mark {
    switch status(of: household) {
    case .open: blocking(household).isEmpty ? .open : .drawn
    case .visited(let organisers): organisers.count > 1 ? .visitedByBoth : .visited
    case .refused: .refused
    case .unreachable: .unreachable
    case .departed: .departed
    case .restricted: .restricted
    }
  }
}
