package import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

/// How far a site's month is on its way to an approved summary, without its figures.
package struct SummaryStanding: Sendable {
  package let month: CivilMonth
  /// Nothing while it is a draft.
  package let recorded: RecordedSummary?
  /// The last day of R1-56.
  package let due: CivilDate
  /// The last day of R1-57; nothing while it is a draft.
  package let decisionDue: CivilDate?

  /// It is to be submitted, for the first time or again.
  package var awaitsSubmission: Bool { recorded.map { $0.state == .returned } ?? true }
  package var awaitsDecision: Bool { recorded?.state == .submitted }
}

extension SiteView {
  /// The months of the last year that have a frame and are over, the oldest first.
  /// - Parameter calendar: of the company.
  package func summaryStandings(
    _ calendar: WorkingCalendar, at now: Instant
  ) throws -> [SummaryStanding] {
    guard let zone = try facts()?.zone else { return [] }
    let policy = try policy()
    let present = LocalTime(now, in: zone).date.civilMonth
    let year = (1...12).reduce(into: present) { month, _ in month = month.previous }
    let months = try replica.records.states(of: .monthFrame, in: scope)
      .compactMap { $0.state.month(MonthFrameField.month) }
      .filter { $0 < present && $0 >= year }.sorted()
    return try months.map { month in
      let record = summaryKey(of: month)
      let recorded = try replica.records.state(of: record).flatMap { RecordedSummary(record, $0) }
      return SummaryStanding(
        month: month, recorded: recorded,
        due: SummaryClock.due(month, policy.settings(on: month.next.firstDay)),
        decisionDue: recorded.map {
          SummaryClock.decisionDue(
            submittedAt: $0.submittedAt, zone, calendar,
            policy.settings(on: LocalTime($0.submittedAt, in: zone).date)
          ).date
        })
    }
  }
}
