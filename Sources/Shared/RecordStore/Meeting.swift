import CommunicationPolicy
package import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import VisitModel

/// What somebody is to do after a meeting.
package struct MeetingTask: Hashable, Sendable {
  package let key: RecordKey
  private static let orderMax = 1_000_000

  package let meeting: RecordKey
  /// Among those of its meeting, 0 … a million.
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
    // A number of a record is whatever its writer signed; the next task has the next one.
    order = min(max(0, record.integer(MeetingTaskField.order) ?? 0), Self.orderMax)
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
  /// On which it was held; of one that was not, the Monday of its week.
  package let day: CivilDate
  /// The Monday of the week whose company meeting it is, or prepares (A36).
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

  /// - Parameter week: the Monday of the week whose company meeting a department's meeting prepares.
  init?(
    _ key: RecordKey, _ record: RecordState, tasks: [(key: RecordKey, state: RecordState)],
    week: (_ start: Instant, _ zone: ZoneOffset) throws -> CivilDate
  ) rethrows {
    guard let kind = record.code(MeetingField.kind, as: MeetingKind.self),
      let day = record.date(MeetingField.day)
    else { return nil }
    self.key = key
    self.kind = kind
    self.day = day
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
    content = Self.digest(of: record, tasks: tasks)
    self.tasks = tasks.compactMap { MeetingTask($0.key, $0.state) }
      .sorted { ($0.order, $0.key) < ($1.order, $1.key) }
    if kind == .department, let start {
      self.week = try week(start, zone)
    } else {
      self.week = MeetingWeek.monday(of: day)
    }
  }

  /// What a chair confirms: when it was, who was there, every text, and each task with its person and its
  /// day, whether done or not. Sealed texts are in it by their equality tags, as in `SignedContent`: whoever
  /// holds no key can still say whether what was confirmed is what stands there.
  private static func digest(
    of record: RecordState, tasks: [(key: RecordKey, state: RecordState)]
  ) -> Digest {
    var text: [UInt8] = []
    let own = Set(MeetingField.recordedAt...MeetingField.skippedReason)
    SignedContent.add(record, leavingOut: own, to: &text)
    for (key, state) in tasks.sorted(by: { $0.key < $1.key }) {
      text.append(contentsOf: key.id.bytes)
      let done: Set = [MeetingTaskField.doneAt, MeetingTaskField.doneBy]
      SignedContent.add(state, leavingOut: done, to: &text)
    }
    return Digest(domain: "rounds minutes v2", text)
  }

  package var isHeld: Bool { start != nil }

  /// The chair's word stands for what is written now.
  package var isConfirmed: Bool { confirmed != nil && confirmedContent == content.bytes }

  /// The week it looks back on, and the one it assigns work for (R2-05, R2-06).
  package var lookedBack: CivilDate { week.advanced(byDays: -7) }
}

extension SiteView {
  package func meetingKey(
    _ kind: MeetingKind, department: Department?, day: CivilDate
  ) -> RecordKey {
    key(
      .meeting, RecordIdentity.meeting(scope: scope, kind, department: department, day: day))
  }

  /// Every meeting of the scope, the oldest first.
  package func meetings() throws -> [Meeting] {
    let states = try replica.records.states(of: .meeting, in: scope)
    if states.isEmpty { return [] }
    let plan = try CompanyMeetings(replica)
    return try states.compactMap { try meeting(key(.meeting, $0.id), $0.state, plan) }
      .sorted { ($0.day, $0.key) < ($1.day, $1.key) }
  }

  package func meeting(_ key: RecordKey) throws -> Meeting? {
    try replica.records.state(of: key).flatMap {
      try meeting(key, $0, try CompanyMeetings(replica))
    }
  }

  private func meeting(
    _ key: RecordKey, _ state: RecordState, _ plan: CompanyMeetings
  ) throws -> Meeting? {
    Meeting(
      key, state,
      tasks: try replica.records.members(.taskOfMeeting, of: key)
    ) { start, zone in plan.week(preparedBy: start, in: zone) }
  }
}

/// When the company met, week by week, as far as this replica has heard (R2-05).
struct CompanyMeetings {
  private let starts: [CivilDate: Instant]
  private let calendar: WorkingCalendar

  init(_ replica: Replica) throws {
    guard let company = try replica.company() else {
      (starts, calendar) = ([:], .standard)
      return
    }
    calendar = try replica.workingCalendar(of: company)
    var starts: [CivilDate: Instant] = [:]
    for (_, state) in try replica.records.states(of: .meeting, in: company)
    where state.code(MeetingField.kind) == MeetingKind.company {
      guard let day = state.date(MeetingField.day), let start = state.instant(MeetingField.start)
      else { continue }
      let week = MeetingWeek.monday(of: day)
      starts[week] = min(starts[week] ?? start, start)
    }
    self.starts = starts
  }

  func start(inWeekOf monday: CivilDate) -> Instant? { starts[monday] }

  /// Not written down yet, the company's meeting is taken to close its day: what was held that day came
  /// before it.
  func week(preparedBy start: Instant, in zone: ZoneOffset) -> CivilDate {
    let monday = MeetingWeek.monday(of: LocalTime(start, in: zone).date)
    let planned = MeetingWeek.companyDay(of: monday, calendar).day.map {
      $0.advanced(byDays: 1).startOfDay(in: zone)
    }
    return MeetingWeek.prepared(
      by: start, in: zone, companyMeeting: starts[monday] ?? planned)
  }
}
