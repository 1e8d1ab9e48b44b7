package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
package import RecordCatalogue
package import VisitModel

/// What somebody writes down of a meeting.
package struct MeetingInput: Sendable {
  package var kind: MeetingKind
  package var department: Department?
  package var start: Instant
  package var end: Instant?
  package var place = ""
  package var chair: AccountID?
  package var minuteTaker: AccountID?
  package var next: Instant?
  /// By field number (`Meeting.texts`).
  package var texts: [UInt32: String] = [:]
  package var tasks: [Task] = []

  package struct Task: Sendable {
    package var account: AccountID
    package var due: CivilDate
    package var text: String

    package init(_ account: AccountID, _ due: CivilDate, _ text: String) {
      self.account = account
      self.due = due
      self.text = text
    }
  }

  package init(_ kind: MeetingKind, _ department: Department?, start: Instant) {
    self.kind = kind
    self.department = department
    self.start = start
  }

  /// Something is written of it.
  package var hasMinutes: Bool {
    texts.contains { $0.key != MeetingField.present && !$0.value.isBlank } || !tasks.isEmpty
  }
}

/// The changes by which meetings are written down, confirmed and left out, with what the rules say; the
/// same on a laptop and at the office.
package struct MeetingDesk {
  package let view: SiteView
  /// The company's scope, in which its own meetings are.
  package let company: ScopeID
  package let calendar: WorkingCalendar
  package let zone: ZoneOffset
  /// Who acts, and in which post.
  package let account: RecordKey
  package let role: Role
  package let now: Instant

  package init(
    _ view: SiteView, company: ScopeID, _ calendar: WorkingCalendar, zone: ZoneOffset,
    by account: RecordKey, _ role: Role, at now: Instant
  ) {
    self.view = view
    self.company = company
    self.calendar = calendar
    self.zone = zone
    self.account = account
    self.role = role
    self.now = now
  }

  /// The record in which a meeting is written down: that of its day.
  package func key(of input: MeetingInput) -> RecordKey {
    view.meetingKey(input.kind, department: input.department, day: day(of: input))
  }

  /// On which it was held. Its key is of the year in which that lies.
  package func day(of input: MeetingInput) -> CivilDate {
    LocalTime(input.start, in: zone).date
  }

  /// - Parameters:
  ///   - texts: sealed, by field number.
  ///   - tasks: each with a fresh id and its sealed text.
  package func record(
    _ input: MeetingInput, texts: [UInt32: Value], tasks: [(id: RecordID, text: Value)]
  ) throws -> (edits: [RecordEdit], findings: [Finding]) {
    let meeting = key(of: input)
    var facts = MeetingFacts(.record, input.kind, by: role, recordedAt: now)
    facts.start = input.start
    facts.end = input.end
    facts.hasMinutes = input.hasMinutes
    facts.hasChair = input.chair != nil
    facts.hasMinuteTaker = input.minuteTaker != nil
    var fields: [UInt32: Value?] = named(input.kind, input.department, day(of: input))
    fields[MeetingField.start] = .instant(input.start)
    fields[MeetingField.end] = input.end.map { .instant($0) }
    fields[MeetingField.zoneMinutes] = .integer(Int64(zone.minutes))
    fields[MeetingField.place] = .text(input.place)
    fields[MeetingField.chair] = input.chair.map { .reference(person($0)) }
    fields[MeetingField.minuteTaker] = input.minuteTaker.map { .reference(person($0)) }
    fields[MeetingField.next] = input.next.map { .instant($0) }
    for (field, text) in texts { fields[field] = text }
    let order = try view.meeting(meeting)?.tasks.map(\.order).max() ?? 0
    let assigned = zip(input.tasks, tasks).enumerated().map { index, pair in
      RecordEdit(
        .meetingTask, pair.1.id,
        [
          MeetingTaskField.meeting: .reference(meeting),
          MeetingTaskField.order: .integer(Int64(order + index + 1)),
          MeetingTaskField.text: pair.1.text,
          MeetingTaskField.account: .reference(person(pair.0.account)),
          MeetingTaskField.due: .date(pair.0.due),
        ])
    }
    return (
      [RecordEdit(.meeting, meeting.id, fields)] + assigned, MeetingRules.findings(facts)
    )
  }

  /// The chair's word that these are the minutes (A37): each department's head answers for its own (R2-04).
  package func confirm(_ meeting: Meeting) -> (edits: [RecordEdit], findings: [Finding]) {
    var facts = MeetingFacts(.confirm, meeting.kind, by: role, recordedAt: now)
    facts.isChair = meeting.chair == account.id.named()
    facts.isRecorded = meeting.isHeld
    return (
      [
        RecordEdit(
          .meeting, meeting.key.id,
          [
            MeetingField.confirmedAt: .instant(now),
            MeetingField.confirmedBy: .reference(account),
            MeetingField.confirmedContent: .bytes(meeting.content.bytes),
          ])
      ], MeetingRules.findings(facts)
    )
  }

  /// That a week without a working day had no meeting (A35).
  package func skip(
    _ kind: MeetingKind, _ department: Department?, week: CivilDate, reason: String
  ) -> (edits: [RecordEdit], findings: [Finding]) {
    var facts = MeetingFacts(.skip, kind, by: role, recordedAt: now)
    facts.workingDay = MeetingWeek.companyDay(of: week, calendar).day
    facts.hasReason = !reason.isBlank
    var fields = named(kind, department, week)
    fields[MeetingField.skippedReason] = .text(reason)
    let record = view.meetingKey(kind, department: department, day: week)
    return ([RecordEdit(.meeting, record.id, fields)], MeetingRules.findings(facts))
  }

  package func finish(_ task: MeetingTask) -> [RecordEdit] {
    [
      RecordEdit(
        .meetingTask, task.key.id,
        [
          MeetingTaskField.doneAt: .instant(now), MeetingTaskField.doneBy: .reference(account),
        ])
    ]
  }

  /// What the next meeting looks back on: tasks of the last one held, and older ones not done.
  package func agenda(
    _ kind: MeetingKind, _ department: Department?
  ) throws -> [MeetingTask] {
    let held = try view.meetings().filter {
      $0.kind == kind && $0.department == department && $0.isHeld
    }
    let last = held.last
    return held.flatMap { meeting in
      meeting.tasks.filter { $0.done == nil || meeting.key == last?.key }
    }
  }

  private func named(
    _ kind: MeetingKind, _ department: Department?, _ day: CivilDate
  ) -> [UInt32: Value?] {
    [
      MeetingField.kind: .code(kind), MeetingField.department: department.map { .code($0) },
      MeetingField.day: .date(day), MeetingField.recordedAt: .instant(now),
    ]
  }

  private func person(_ account: AccountID) -> RecordKey {
    RecordKey(scope: company, type: .account, id: account.named())
  }
}
