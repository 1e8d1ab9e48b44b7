import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
import Sampling
package import VisitModel

/// What a month came to, without the round and the people around it: what a line over months is drawn from.
package struct MonthPoint: Hashable, Sendable {
  package let month: CivilMonth
  /// Nothing where no frame of the month was recorded: who lived there on its 1st is in no record.
  package let quota: Int?
  /// As `MonthFigures.counted`. Nothing where neither a frame nor a visit of the month is on record: nobody knows
  /// whether there were none, or whether they were written down elsewhere.
  package let counted: Int?
}

extension SiteView {
  /// What each of the months came to. The work grows with the visits of these months and with the site's duplicate
  /// cases, not with its households.
  /// - Throws: `StoreFault.damaged` when the site's own record is not here.
  package func tallies(of months: [CivilMonth]) throws -> [MonthPoint] {
    guard try facts() != nil else { throw StoreFault.damaged("a site without a record") }
    let (policy, cases) = (try policy(), try duplicateCases())
    return try months.map { month in
      let frame = try frame(of: month)
      let visits = try visits(of: month)
      let counted = Ledger.figures(
        of: month, visits: try visits.map { try ledgerVisit($0.summary, $0.state) }, cases: cases
      ).counted
      return MonthPoint(
        month: month,
        quota: frame.map {
          MonthlyQuota(
            totalUnits: $0.totalUnits, occupied: $0.occupied,
            settings: policy.settings(on: month.firstDay)
          ).count
        },
        counted: frame == nil && visits.isEmpty ? nil : counted)
    }
  }

  /// What was said in a month, by topic and kind (R1-14): at its visits and in its contacts that stand.
  package func said(of month: CivilMonth) throws -> [SummaryContent.Said: Int] {
    var sources = try visits(of: month).map { $0.summary.key }
    for (id, state) in try replica.records.states(of: .contact, in: scope) {
      guard let source = MatterSource(key(.contact, id), state), source.month == month else {
        continue
      }
      sources.append(source.key)
    }
    return try said(at: sources)
  }

  /// - Parameter sources: visits and contacts; of a voided one nothing counts.
  func said(at sources: [RecordKey]) throws -> [SummaryContent.Said: Int] {
    try sources.reduce(into: [:]) { said, source in
      for matter in try matters(of: source) {
        said[SummaryContent.Said(topic: matter.topic, kind: matter.kind), default: 0] += 1
      }
    }
  }
}
