import CommunicationPolicy
package import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import VisitModel

/// What somebody is to do after a meeting.
package struct MeetingTask: Hashable, Sendable {
  package let key: RecordKey
  package let meeting: RecordKey
  package let order: Int
  package let account: AccountID
  package let due: CivilDate
  package let done: Deed?

  package init?(_ key: RecordKey, _ record: RecordState) {
    guard let meeting = record.reference(MeetingTaskField.meeting),
      let account = record.reference(MeetingTaskField.account),
      let due = record.date(MeetingTaskField.due)
    else { return nil }
    self.key = key
    self.meeting = meeting
    order = record.integer(MeetingTaskField.order) ?? 0
    self.account = account.id.named()
    self.due = due
    done = Deed(record, by: MeetingTaskField.doneBy, at: MeetingTaskField.doneAt)
  }
}

/// A regular meeting as its records say; its texts are sealed.
package struct Meeting: Hashable, Sendable {
  package let key: RecordKey
  package let kind: MeetingKind
  package let department: Department?
  /// The Monday of the week whose company meeting it is, or prepares.
  package let week: CivilDate
  /// Nothing for one that was not held.
  package let start: Instant?
  package let end: Instant?
  package let zone: ZoneOffset
  package let place: String
  package let chair: AccountID?
  package let minuteTaker: AccountID?
  package let next: Instant?
  package let recordedAt: Instant?
  package let confirmed: Deed?
  package let skippedReason: String?
  /// What is written now, and what was confirmed.
  package let content: Digest
  private let confirmedContent: [UInt8]
  /// In their order.
  package let tasks: [MeetingTask]

  /// Fields with texts, in the order in which they are read.
  package static let texts: [UInt32] = [
    MeetingField.present, MeetingField.absent, MeetingField.review, MeetingField.points,
    MeetingField.decisions,
  ]

  init?(_ key: RecordKey, _ record: RecordState, tasks: [MeetingTask]) {
    guard let kind = record.code(MeetingField.kind, as: MeetingKind.self),
      let week = record.date(MeetingField.week)
    else { return nil }
    self.key = key
    self.kind = kind
    self.week = week
    department = record.code(MeetingField.department)
    start = record.instant(MeetingField.start)
    end = record.instant(MeetingField.end)
    zone = record.integer(MeetingField.zoneMinutes).flatMap(ZoneOffset.init) ?? .china
    place = record.text(MeetingField.place) ?? ""
    chair = record.reference(MeetingField.chair).map { $0.id.named() }
    minuteTaker = record.reference(MeetingField.minuteTaker).map { $0.id.named() }
    next = record.instant(MeetingField.next)
    recordedAt = record.instant(MeetingField.recordedAt)
    confirmed = Deed(record, by: MeetingField.confirmedBy, at: MeetingField.confirmedAt)
    confirmedContent = record.bytes(MeetingField.confirmedContent) ?? []
    skippedReason = record.text(MeetingField.skippedReason)
    content = Self.digest(of: record)
    self.tasks = tasks
  }

  /// SHA-256 with the tag `rounds minutes v1` over the number and the equality tag of every text there is:
  /// whoever holds no key can still say whether what was confirmed is what stands there.
  package static func digest(of record: RecordState) -> Digest {
    var bytes: [UInt8] = []
    for field in texts.sorted() {
      guard let sealed = record.sealed(field) else { continue }
      for shift in stride(from: UInt32(24), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: field >> shift))
      }
      bytes.append(contentsOf: sealed.equalityTag)
    }
    return Digest(domain: "rounds minutes v1", bytes)
  }

  package var isHeld: Bool { start != nil }

  /// The chair's word stands for what is written now.
  package var isConfirmed: Bool { confirmed != nil && confirmedContent == content.bytes }

  /// On which day it was held; of one that was not, the Monday.
  package var day: CivilDate { start.map { LocalTime($0, in: zone).date } ?? week }

  /// The week it looks back on, and the one it assigns work for (R2-05, R2-06).
  package var lookedBack: CivilDate { week.advanced(byDays: -7) }
}

extension SiteView {
  package func meetingKey(
    _ kind: MeetingKind, department: Department?, week: CivilDate
  ) -> RecordKey {
    key(
      .meeting,
      RecordIdentity.meeting(scope: scope, kind, department: department, week: week))
  }

  /// Every meeting of the scope, the oldest first.
  package func meetings() throws -> [Meeting] {
    try replica.records.states(of: .meeting, in: scope)
      .compactMap { try meeting(key(.meeting, $0.id), $0.state) }
      .sorted { ($0.week, $0.key) < ($1.week, $1.key) }
  }

  package func meeting(_ key: RecordKey) throws -> Meeting? {
    try replica.records.state(of: key).flatMap { try meeting(key, $0) }
  }

  private func meeting(_ key: RecordKey, _ state: RecordState) throws -> Meeting? {
    Meeting(
      key, state,
      tasks: try replica.records.members(.taskOfMeeting, of: key)
        .compactMap { MeetingTask($0.key, $0.state) }
        .sorted { ($0.order, $0.key) < ($1.order, $1.key) })
  }

  /// The company's meeting of a week, where this replica holds the company's records.
  /// - Parameter company: its scope.
  package func companyMeeting(
    of week: CivilDate, in company: ScopeID
  ) throws -> Meeting? {
    let view = SiteView(replica, company)
    return try view.meeting(view.meetingKey(.company, department: nil, week: week))
  }
}
