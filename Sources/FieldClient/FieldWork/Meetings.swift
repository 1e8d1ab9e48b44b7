package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// A meeting as people see it.
package struct MeetingCard: Sendable {
  package let meeting: Meeting
  /// Opened in memory, by field number; what cannot be opened is not in it.
  package let texts: [UInt32: String]
  /// There is a text that cannot be opened here.
  package let isClosed: Bool
  /// Of tasks, by their id.
  package let taskTexts: [RecordID: String]
  /// Through which day it is kept.
  package let keptUntil: CivilDate
  package let policy: PolicyInForce
  package let frontier: [ChangeID]
  fileprivate let names: [AccountID: String]

  package func name(of account: AccountID?) -> String {
    account.flatMap { names[$0] } ?? ""
  }
}

/// What somebody at a laptop writes down of a department's meeting; people go by their names.
package struct FieldMeetingInput: Sendable {
  package var department: Department
  package var start: Instant
  package var end: Instant?
  package var place = ""
  package var chair: String?
  /// Nothing for the person at the laptop.
  package var minuteTaker: String?
  package var next: Instant?
  package var texts: [UInt32: String] = [:]
  package var tasks: [(who: String, due: CivilDate, text: String)] = []

  package init(_ department: Department, start: Instant) {
    self.department = department
    self.start = start
  }
}

extension Laptop {
  /// The meetings of a site's departments, the oldest first.
  package func meetings(of site: SiteFacts, _ replica: Replica) throws -> [MeetingCard] {
    try SiteView(replica, site.scope).meetings().map { try card($0, replica) }
  }

  package func meetingCard(named text: String, _ replica: Replica) throws -> MeetingCard {
    try card(try meeting(named: text, replica), replica)
  }

  /// What the department's next meeting looks back on (R2-06).
  package func agenda(
    of department: Department, at site: SiteFacts, _ replica: Replica
  ) throws -> [(task: MeetingTask, text: String?, person: String)] {
    try meetingDesk(site, replica).agenda(.department, department).map { task in
      (task, try text(of: task, replica), try personName(task.account, replica))
    }
  }

  /// Writes down a department's meeting with its minutes (R2-06, R2-08). Its texts are sealed under a key of
  /// the meeting's own, which is destroyed when their time is over.
  /// - Parameter saw: of minutes there are already, the frontier that `meeting show` printed.
  /// - Throws: `FieldFault.refused` with R2-06, R2-08, F-saw, F-assigned; `.failed` where the chair has
  ///   confirmed it.
  package func recordMeeting(
    _ input: FieldMeetingInput, at siteCode: String?, saw: [ChangeID]? = nil
  ) throws -> MeetingCard {
    try requireTyped(input)
    let (site, named, record, year) = try read { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      let named = try self.named(input, replica)
      let desk = try meetingDesk(site, replica)
      return (site, named, desk.key(of: named), desk.day(of: named).year)
    }
    let (key, new) = try householdKey(record, year: year, .minutes)
    var texts: [UInt32: Value] = [:]
    for (field, text) in named.texts where !text.isBlank {
      texts[field] = try seal(text, under: key, in: record, field: field)
    }
    let tasks = try named.tasks.map { task in
      let one = RecordKey(scope: site.scope, type: .meetingTask, id: freshID())
      return (
        id: one.id, text: try seal(task.text, under: key, in: one, field: MeetingTaskField.text)
      )
    }
    return try write { replica in
      try requireAssigned(site.scope, replica)
      let desk = try meetingDesk(site, replica)
      if let known = try desk.view.meeting(record) {
        if known.isConfirmed { throw FieldFault.failed(Message(.meetingConfirmedAlready)) }
        // Nobody's minutes are written over by somebody who was not shown them.
        guard let saw else {
          throw FieldFault.refused(
            Refusal(
              rule: "F-saw", why: Message(.meetingThere, [named.start.wallText(in: site.zone)]),
              cure: Message(.meetingThereCure, [String(record.id.description.prefix(8))])))
        }
        try requireShown(record, saw, replica)
      }
      let (edits, findings) = try desk.record(named, texts: texts, tasks: tasks)
      _ = try remindersOnly(findings)
      try requireNoConflict(in: edits, of: site.scope, replica)
      try write(edits, in: site.scope, keys: new.map { [$0] } ?? [], on: replica)
      return try meetingCard(named: record.id.description, replica)
    }
  }

  /// The chair's word that these are the minutes (A37).
  /// - Parameter saw: the frontier that `meeting show` printed; nothing means what is here now.
  package func confirmMeeting(named text: String, saw: [ChangeID]? = nil) throws -> MeetingCard {
    try write { replica in
      let meeting = try meeting(named: text, replica)
      let site = try assignedSite(of: meeting.key, replica)
      if let saw { try requireShown(meeting.key, saw, replica) }
      let (edits, findings) = try meetingDesk(site, replica).confirm(meeting)
      _ = try remindersOnly(findings)
      try requireNoConflict(in: edits, of: site.scope, replica)
      try write(edits, in: site.scope, on: replica)
      return try meetingCard(named: meeting.key.id.description, replica)
    }
  }

  /// Records that a week without a working day had no meeting (A35).
  package func skipMeeting(
    of department: Department, week day: CivilDate, reason: String, at siteCode: String?
  ) throws -> CivilDate {
    if let flaw = TypedText.flaw(inLine: reason, place: "reason") { throw FieldFault.failed(flaw) }
    let week = MeetingWeek.monday(of: day)
    return try write { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      let (edits, findings) = try meetingDesk(site, replica)
        .skip(.department, department, week: week, reason: reason)
      _ = try remindersOnly(findings)
      try requireNoConflict(in: edits, of: site.scope, replica)
      try write(edits, in: site.scope, on: replica)
      return week
    }
  }

  /// Records that a task of a meeting is done.
  package func finishTask(named text: String) throws -> MeetingTask {
    try write { replica in
      let (key, state) = try record(.meetingTask, named: text, replica)
      guard let task = MeetingTask(key, state) else {
        throw FieldFault.failed(Message(.noSuchTask))
      }
      let site = try assignedSite(of: key, replica)
      let edits = try meetingDesk(site, replica).finish(task)
      try requireNoConflict(in: edits, of: site.scope, replica)
      try write(edits, in: site.scope, on: replica)
      return task
    }
  }

  // MARK: What they are made of

  private func meetingDesk(_ site: SiteFacts, _ replica: Replica) throws -> MeetingDesk {
    MeetingDesk(
      SiteView(replica, site.scope), company: office.company,
      try replica.workingCalendar(of: office.company), zone: site.zone, by: person(account),
      try visitor(replica).role, at: now)
  }

  private func meeting(named text: String, _ replica: Replica) throws -> Meeting {
    let (key, _) = try record(.meeting, named: text, replica)
    guard let meeting = try SiteView(replica, key.scope).meeting(key) else {
      throw FieldFault.failed(Message(.noSuchMeeting))
    }
    return meeting
  }

  private func assignedSite(of key: RecordKey, _ replica: Replica) throws -> SiteFacts {
    guard let site = try SiteView(replica, key.scope).facts() else {
      throw FieldFault.failed(Message(.noSuchMeeting))
    }
    try requireAssigned(site.scope, replica)
    return site
  }

  private func named(_ input: FieldMeetingInput, _ replica: Replica) throws -> MeetingInput {
    var named = MeetingInput(.department, input.department, start: input.start)
    named.end = input.end
    named.place = input.place
    named.chair = try input.chair.map { try colleague(named: $0, replica).account }
    named.minuteTaker =
      try input.minuteTaker.map { try colleague(named: $0, replica).account } ?? account
    named.next = input.next
    named.texts = input.texts
    named.tasks = try input.tasks.map {
      MeetingInput.Task(try colleague(named: $0.who, replica).account, $0.due, $0.text)
    }
    return named
  }

  private func requireTyped(_ input: FieldMeetingInput) throws {
    if let flaw = TypedText.flaw(inLine: input.place, place: "place") {
      throw FieldFault.failed(flaw)
    }
    for text in input.texts.values.sorted() + input.tasks.map(\.text) {
      if let flaw = TypedText.flaw(inText: text, place: "minutes") {
        throw FieldFault.failed(flaw)
      }
    }
  }

  private func card(_ meeting: Meeting, _ replica: Replica) throws -> MeetingCard {
    let state = try replica.records.state(of: meeting.key) ?? .empty
    let opened = try reader(replica).texts(meeting.key, state, Meeting.texts)
    var taskTexts: [RecordID: String] = [:]
    for task in meeting.tasks { taskTexts[task.key.id] = try text(of: task, replica) }
    let accounts =
      [meeting.chair, meeting.minuteTaker, meeting.confirmed?.account]
      .compactMap(\.self) + meeting.tasks.map(\.account)
    var names: [AccountID: String] = [:]
    for account in accounts { names[account] = try personName(account, replica) }
    let made = meeting.start ?? meeting.recordedAt ?? now
    return MeetingCard(
      meeting: meeting, texts: opened.opened,
      isClosed: Meeting.texts.contains { state.sealed($0) != nil && opened.opened[$0] == nil },
      taskTexts: taskTexts,
      keptUntil: RetentionRules.minutes(
        of: meeting.day, try replica.policy().settings(on: meeting.day)),
      policy: try replica.inForce(.meeting, at: made, in: meeting.zone),
      frontier: state.frontier, names: names)
  }

  private func text(of task: MeetingTask, _ replica: Replica) throws -> String? {
    let state = try replica.records.state(of: task.key) ?? .empty
    return try reader(replica).text(MeetingTaskField.text, of: task.key, state)
  }
}
