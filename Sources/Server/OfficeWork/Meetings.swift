package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// A meeting as people see it at the office: its texts opened in memory.
package struct OfficeMeeting: Sendable {
  package let meeting: Meeting
  /// By field number; what cannot be opened is not in it.
  package let texts: [UInt32: String]
  /// There is a text that cannot be opened: its key was destroyed, or never came.
  package let isClosed: Bool
  /// Of tasks, by their id.
  package let taskTexts: [RecordID: String]
  /// Through which day it is kept.
  package let keptUntil: CivilDate
  package let policy: PolicyInForce
  package let frontier: [ChangeID]
}

extension Office {
  /// Every meeting of a scope, a site's departments' or the company's own, the oldest first; unopened.
  package func meetings(of scope: ScopeID, on replica: Replica) throws -> [Meeting] {
    try SiteView(replica, scope).meetings()
  }

  package func meeting(_ key: RecordKey, on replica: Replica) throws -> OfficeMeeting? {
    guard let meeting = try SiteView(replica, key.scope).meeting(key) else { return nil }
    let state = try replica.records.state(of: key) ?? .empty
    var texts: [UInt32: String] = [:]
    for field in Meeting.texts {
      if let sealed = state.sealed(field) {
        texts[field] = try opened(sealed, in: key, field: field)
      }
    }
    var taskTexts: [RecordID: String] = [:]
    for task in meeting.tasks {
      let sealed = try replica.records.state(of: task.key)?.sealed(MeetingTaskField.text)
      taskTexts[task.key.id] = try sealed.flatMap {
        try opened($0, in: task.key, field: MeetingTaskField.text)
      }
    }
    return OfficeMeeting(
      meeting: meeting, texts: texts,
      isClosed: Meeting.texts.contains { state.sealed($0) != nil && texts[$0] == nil },
      taskTexts: taskTexts,
      keptUntil: RetentionRules.minutes(
        of: meeting.day, try replica.policy().settings(on: meeting.day)),
      policy: try replica.inForce(
        .meeting, at: meeting.start ?? meeting.recordedAt ?? now, in: meeting.zone),
      frontier: state.frontier)
  }

  /// What the next meeting looks back on (R2-05, R2-06).
  package func agenda(
    _ kind: MeetingKind, _ department: Department?, of scope: ScopeID, on replica: Replica
  ) throws -> [MeetingTask] {
    try desk(of: scope, by: .unknown(Office.account), on: replica).agenda(kind, department)
  }

  /// Writes down a meeting with its minutes, as `Laptop.recordMeeting` does: the company's own in the
  /// company's scope (R2-05, R2-07), a department's where the department is.
  /// - Throws: `OfficeFault.refused` with R2-05 to R2-08, `.failed` where the chair has confirmed it.
  package func recordMeeting(
    _ input: MeetingInput, of scope: ScopeID, saw: [ChangeID]? = nil, by account: AccountID
  ) throws -> RecordKey {
    guard (input.kind == .company) == (input.department == nil) else {
      throw OfficeFault.wrongUsage(Message(.meetingNoDepartment))
    }
    let (record, year) = try read { replica in
      let desk = try desk(of: scope, by: .unknown(account), on: replica)
      return (desk.key(of: input), desk.day(of: input).year)
    }
    let key = try householdKeys(of: [record.id], in: scope, year: year, .minutes)[record.id]
    var texts: [UInt32: Value] = [:]
    for (field, text) in input.texts where !text.isBlank {
      texts[field] = try sealedText(text, key, in: record, field)
    }
    let tasks = try input.tasks.compactMap { task -> (id: RecordID, text: Value)? in
      let one = RecordKey(
        scope: scope, type: .meetingTask,
        id: RecordID(prefixOf: environment.randomness.bytes(16)))
      return try sealedText(task.text, key, in: one, MeetingTaskField.text).map { (one.id, $0) }
    }
    try actOnMeeting(of: scope, by: account) { desk in
      if let known = try desk.view.meeting(record) {
        if known.isConfirmed { throw OfficeFault.failed(Message(.meetingConfirmedAlready)) }
        // Nobody's minutes are written over by somebody who was not shown them.
        guard let saw else {
          throw OfficeFault.refused(
            rule: "F-saw",
            why: Message(.meetingThere, [input.start.wallText(in: desk.zone)]),
            cure: Message(.meetingThereCure, [String(record.id.description.prefix(8))]))
        }
        try requireShown(record, saw, on: desk.view.replica)
      }
      return try desk.record(input, texts: texts, tasks: tasks)
    }
    return record
  }

  /// The chair's word that these are the minutes (A37).
  /// - Parameter saw: the frontier that was shown; nothing means what is here now.
  package func confirmMeeting(
    _ key: RecordKey, saw: [ChangeID]? = nil, by account: AccountID
  ) throws {
    try actOnMeeting(of: key.scope, by: account) { desk in
      guard let meeting = try desk.view.meeting(key) else {
        throw OfficeFault.failed(Message(.noSuchMeeting))
      }
      if let saw { try requireShown(key, saw, on: desk.view.replica) }
      return desk.confirm(meeting)
    }
  }

  /// Records that a week without a working day had no meeting (A35).
  /// - Returns: its Monday.
  package func skipMeeting(
    _ kind: MeetingKind, _ department: Department?, week day: CivilDate, reason: String,
    of scope: ScopeID, by account: AccountID
  ) throws -> CivilDate {
    let week = MeetingWeek.monday(of: day)
    try actOnMeeting(of: scope, by: account) { desk in
      desk.skip(kind, department, week: week, reason: reason)
    }
    return week
  }

  /// Records that a task of a meeting is done.
  package func finishTask(_ key: RecordKey, by account: AccountID) throws {
    try actOnMeeting(of: key.scope, by: account) { desk in
      guard let state = try desk.view.replica.records.state(of: key),
        let task = MeetingTask(key, state)
      else { throw OfficeFault.failed(Message(.noSuchTask)) }
      return (desk.finish(task), [])
    }
  }

  /// - Returns: nothing where the key is not here, or was destroyed, and for what cannot be opened.
  package func opened(_ value: SealedValue, in record: RecordKey, field: UInt32) throws -> String? {
    do {
      let key = try environment.keyDatabase.read { connection in
        try KeyTable(connection, storeKey: secrets.storeKey).key(value.keyID)
      }
      return try key.map { try SealedText.open(value, with: $0.key, record: record, field: field) }
    } catch is SealingFailure { return nil }
  }

  private func actOnMeeting(
    of scope: ScopeID, by account: AccountID,
    _ plan: (MeetingDesk) throws -> (edits: [RecordEdit], findings: [Finding])
  ) throws {
    try write { replica in
      let person = try self.person(account, on: replica) ?? .unknown(account)
      try requireDecider(person)
      let (edits, findings) = try plan(try desk(of: scope, by: person, on: replica))
      if let first = findings.first(where: { $0.severity == .block }) {
        throw OfficeFault.refused(
          rule: first.rule.rawValue, why: first.why, cure: first.cure)
      }
      try publishSeen(edits, in: scope, by: account, on: replica)
    }
  }

  private func desk(
    of scope: ScopeID, by person: Person, on replica: Replica
  ) throws -> MeetingDesk {
    let view = SiteView(replica, scope)
    return MeetingDesk(
      view, company: company, try replica.workingCalendar(of: company),
      zone: try view.facts()?.zone ?? environment.zone, by: accountKey(person.id), person.role,
      at: now)
  }
}
