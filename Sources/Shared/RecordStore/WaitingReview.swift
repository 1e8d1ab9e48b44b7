package import ConflictFreeRecords
package import VisitModel

/// A visit that asks something of a reviewer or of the household, with as much of it as a queue shows. The
/// sheet keeps those of head office, whose queue goes over all sites.
package struct WaitingReview: Hashable, Sendable {
  package let visit: RecordKey
  package let household: RecordID
  /// Empty while the unit has not arrived.
  package let unitCode: String
  package let start: Instant
  /// Of the visit.
  package let zone: ZoneOffset
  /// That it counts for.
  package let month: CivilMonth
  package let stage: ReviewStage
  /// It was accepted once, whatever it asks now.
  package let wasAccepted: Bool
  package let awaitsRecontact: Bool
  /// It waits since it was answered, or else since it was recorded.
  package let since: Instant
  package let participants: [AccountID]

  /// Something that was accepted is asked about for so long: the month and the two after it. What was not
  /// reviewed is asked for however old it is.
  /// - Parameter zone: of the site.
  package func asks(at now: Instant, in zone: ZoneOffset) -> Bool {
    !wasAccepted || month >= LocalTime(now, in: zone).date.civilMonth.previous.previous
  }
}

extension SiteView {
  /// - Returns: nothing for a visit that was accepted and of which the household need not be asked.
  package func waiting(_ item: ReviewItem) throws -> WaitingReview? {
    guard item.stage != .accepted || item.awaitsRecontact else { return nil }
    let visit = item.visit
    return WaitingReview(
      visit: visit.key, household: visit.household,
      unitCode: try household(visit.household)?.unitCode ?? "", start: visit.start,
      zone: visit.zone, month: visit.month, stage: item.stage,
      wasAccepted: item.review?.state == .accepted, awaitsRecontact: item.awaitsRecontact,
      since: item.stage == .answered ? item.review?.at ?? visit.recordedAt : visit.recordedAt,
      participants: item.participants)
  }
}
