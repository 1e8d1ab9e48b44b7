import ConflictFreeRecords
import Oracles
import RecordCatalogue
import RecordStore
import Sampling
import VisitModel
import WireFormat

/// A site straight from its bundles: every record by brute force, and the ledger by its definition
/// (docs/sampling.md). Of the product it uses the decoder and the names of fields, and none of its tables.
struct SiteOracle {
  let records: [RecordKey: BruteForce]
  private let site: ScopeID
  private let visits: [Visit]

  struct Turn: Hashable {
    let round: Int
    let household: RecordID
  }

  struct Case: Hashable {
    let members: [RecordID]
    let cause: DuplicateCause
  }

  private struct Visit {
    let summary: VisitSummary
    let turn: Turn
    /// The changes of the turn that tell of the visit, and of the draw it came from.
    let own: ChangeID?
    let drawn: ChangeID?
    let draw: RecordID?
    let knownAtStart: Set<ChangeID>
    let knownAtEntry: Set<ChangeID>
  }

  /// Reads every bundle in view.
  init(_ replica: Replica, _ site: ScopeID) throws {
    var changes: [RecordKey: [PlacedChange]] = [:]
    let envelopes = try replica.connection.rows(
      "SELECT envelope FROM bundle WHERE scope = ? AND inView = 1", [.blob(site.bytes)]
    ) { try $0.blob(0) }
    for envelope in envelopes {
      let verified = try Verification.stored(envelope)
      guard verified.bundle.isReadable else { continue }
      for (index, change) in verified.bundle.changes.enumerated() {
        let key = RecordKey(scope: site, type: change.type, id: change.record)
        changes[key, default: []].append(
          PlacedChange(
            change, index: index, of: verified.id, claimedAt: verified.bundle.header.claimedAt))
      }
    }
    let records = changes.mapValues(BruteForce.init)
    self.records = records
    self.site = site
    visits = records.keys.filter { $0.type == .visit }
      .compactMap { Self.visit($0, records, site) }
  }

  private static func visit(
    _ key: RecordKey, _ records: [RecordKey: BruteForce], _ site: ScopeID
  ) -> Visit? {
    guard let state = records[key]?.state, let summary = VisitSummary(key, state) else {
      return nil
    }
    let turn = Turn(round: summary.round, household: summary.household)
    let round = RecordIdentity.round(site: site, number: turn.round)
    let told = records[
      RecordKey(
        scope: site, type: .turn, id: RecordIdentity.turn(round: round, household: turn.household))]
    func tellingChange(_ bundle: BundleID?) -> ChangeID? {
      told?.state.changes.first { $0.bundle == bundle }
    }
    let entry = summary.drawEntry.flatMap { records[$0]?.state }
    let own = tellingChange(state.heads[VisitField.household]?.last?.change.bundle)
    let known = summary.turnKnownAtStart
    return Visit(
      summary: summary, turn: turn, own: own,
      drawn: tellingChange(entry?.heads[DrawEntryField.household]?.last?.change.bundle),
      draw: entry?.reference(DrawEntryField.draw)?.id,
      knownAtStart: known.reduce(into: Set(known)) { all, change in
        all.formUnion(told?.ancestors(of: change) ?? [])
      },
      knownAtEntry: own.map { told?.ancestors(of: $0) ?? [] } ?? [])
  }

  // MARK: The ledger

  /// Turns with two counting visits or more, nothing being decided about any.
  var cases: [Turn: Case] {
    turns.filter { $0.value.count > 1 }.mapValues { members in
      var worst = DuplicateCause.unavoidable
      for late in members {
        for early in members where early.summary.key != late.summary.key {
          worst = max(worst, cause(late, early))
        }
      }
      return Case(members: members.map(\.summary.key.id), cause: worst)
    }
  }

  /// What a month comes to while nothing is decided about any duplicate: voided, return visits, the
  /// company's, those that count, and repeats.
  func figures(of month: CivilMonth) -> [Int] {
    let turns = turns
    let ofMonth = visits.filter { $0.summary.month == month }
    let counting = ofMonth.filter(\.summary.counts)
    let placed = counting.filter { $0.summary.organiser == .site }.filter { visit in
      let members = turns[visit.turn] ?? []
      let first = members.first { $0.summary.organiser == .site }
      let isForewarned = members.contains {
        $0.summary.organiser == .company && cause(visit, $0) == .avoidable
          && LedgerOrder.precedes($0.summary, visit.summary)
      }
      return first?.summary.key == visit.summary.key && !isForewarned
    }
    let company = counting.count { $0.summary.organiser == .company }
    return [
      ofMonth.count(where: \.summary.isVoided),
      ofMonth.count { !$0.summary.isVoided && $0.summary.kind == .returnVisit },
      company, placed.count, counting.count - company - placed.count,
    ]
  }

  /// Counting visits by turn, in the order of credit.
  private var turns: [Turn: [Visit]] {
    Dictionary(grouping: visits.filter(\.summary.counts), by: \.turn).mapValues {
      $0.sorted { LedgerOrder.precedes($0.summary, $1.summary) }
    }
  }

  private func cause(_ late: Visit, _ early: Visit) -> DuplicateCause {
    let isSameDraw = late.draw != nil && late.draw == early.draw
    let acts = [early.own, isSameDraw ? nil : early.drawn].compactMap { $0 }
    if acts.contains(where: late.knownAtStart.contains) { return .avoidable }
    return acts.contains(where: late.knownAtEntry.contains) ? .learntLate : .unavoidable
  }
}

/// By start, then by id.
private enum LedgerOrder {
  static func precedes(_ a: VisitSummary, _ b: VisitSummary) -> Bool {
    a.start == b.start ? a.key.id < b.key.id : a.start < b.start
  }
}
