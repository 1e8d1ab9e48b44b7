import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A meeting as people see it: opened, with the names of its people.
struct OfficeMeetingCard {
  let opened: OfficeMeeting
  /// Nothing for the company's own.
  let site: SiteFacts?
  fileprivate let names: [AccountID: String]

  var meeting: Meeting { opened.meeting }

  func name(_ account: AccountID?) -> String { account.flatMap { names[$0] } ?? "" }

  var json: JSON {
    let json = MeetingJSON.object(
      meeting, texts: opened.texts, isClosed: opened.isClosed, taskTexts: opened.taskTexts,
      keptUntil: opened.keptUntil, policy: opened.policy, saw: SawToken.text(opened.frontier)
    ) { name($0) }
    return OfficeMeetingReport.placed(json, at: site)
  }
}

extension Office {
  func peopleNames(on replica: Replica) throws -> [AccountID: String] {
    Dictionary(try people(on: replica).map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// The meeting as it is now.
  func meetingCard(_ key: RecordKey) throws -> OfficeMeetingCard {
    try read { replica in
      guard let opened = try meeting(key, on: replica) else {
        throw OfficeFault.failed(Message(.noSuchMeeting))
      }
      return OfficeMeetingCard(
        opened: opened, site: try SiteView(replica, key.scope).facts(),
        names: try peopleNames(on: replica))
    }
  }

  /// - Parameter text: an id, or an unmistakable beginning of one.
  /// - Throws: `OfficeFault.failed` when there is none, `.wrongUsage` when it fits several.
  func meetingKey(named text: String) throws -> RecordKey {
    try single(text, of: try everyMeeting().map(\.key), orElse: .noSuchMeeting)
  }

  /// The same of a meeting's task.
  func taskKey(named text: String) throws -> RecordKey {
    let tasks = try everyMeeting().flatMap(\.tasks)
    return try single(text, of: tasks.map(\.key), orElse: .noSuchTask)
  }

  private func everyMeeting() throws -> [Meeting] {
    try read { replica in
      try noticeScopes(on: replica).flatMap { try meetings(of: $0.scope, on: replica) }
    }
  }

  private func single(
    _ text: String, of keys: [RecordKey], orElse none: Phrase
  ) throws -> RecordKey {
    let wanted = Array(text.lowercased().utf8)
    let found = keys.filter {
      wanted.count >= 6 && $0.id.description.utf8.starts(with: wanted)
    }
    if found.count > 1 { throw OfficeFault.wrongUsage(Message(.idNotUnique, [text])) }
    guard let only = found.first else { throw OfficeFault.failed(Message(none)) }
    return only
  }
}

/// What the office says of meetings.
enum OfficeMeetingReport {
  static func row(_ meeting: Meeting, _ names: [AccountID: String]) -> MeetingRow {
    MeetingRow(
      id: short(meeting.key.id), kind: meeting.kind, department: meeting.department,
      week: meeting.week.description, start: meeting.start?.wallText(in: meeting.zone),
      chair: meeting.chair.flatMap { names[$0] } ?? "", tasks: meeting.tasks.count,
      done: meeting.tasks.count { $0.done != nil }, state: state(meeting, isClosed: false))
  }

  /// One that is not opened: what it says, and whether it could be read, is not in it.
  static func listed(
    _ meeting: Meeting, of site: SiteFacts?, _ names: [AccountID: String], _ policy: Policy
  ) -> JSON {
    let day = meeting.day
    let json = MeetingJSON.object(
      meeting, texts: [:], isClosed: false, taskTexts: [:],
      keptUntil: RetentionRules.minutes(of: day, policy.settings(on: day))
    ) { names[$0] ?? "" }
    return placed(json, at: site, without: ["texts", "closed"])
  }

  /// With the code of the site; the company's own have none.
  static func placed(
    _ json: JSON, at site: SiteFacts?, without unsaid: Set<String> = []
  ) -> JSON {
    guard case .object(let members) = json else { return json }
    var said = members.filter { !unsaid.contains($0.name) }
    if let site { said.append(JSON.Member("site", .string(site.code))) }
    return .object(said)
  }

  static func report(_ card: OfficeMeetingCard) -> Report {
    let (meeting, zone) = (card.meeting, card.meeting.zone)
    var report = Report()
    func fact(_ label: Phrase, _ value: String?) {
      if let value, !value.isBlank { report.append(.fact(Message(label), .text(value))) }
    }
    func words(_ label: Phrase, _ value: Phrase) {
      report.append(.fact(Message(label), .words(Message(value))))
    }
    fact(.labelId, meeting.key.id.description)
    fact(.labelSite, card.site?.name)
    words(.labelKind, meeting.kind.phrase)
    if let department = meeting.department { words(.labelOwnDepartment, department.phrase) }
    words(.labelState, state(meeting, isClosed: card.opened.isClosed))
    fact(.labelWeekCovered, meeting.lookedBack.description)
    fact(.labelWeekAssigned, meeting.week.description)
    fact(.labelStart, meeting.start?.wallText(in: zone))
    fact(.labelEnd, meeting.end?.wallText(in: zone))
    fact(.labelPlace, meeting.place)
    fact(.labelChair, card.name(meeting.chair))
    fact(.labelMinuteTaker, card.name(meeting.minuteTaker))
    fact(.labelReason, meeting.skippedReason)
    for (field, label) in MeetingRow.textLabels {
      guard let text = card.opened.texts[field] else { continue }
      report.append(.heading(Message(label)))
      report.append(.quotation(text))
    }
    if card.opened.isClosed { report.append(.warning(Message(.meetingOfPast))) }
    if !meeting.tasks.isEmpty { report.append(.table(tasks(card))) }
    fact(.labelNextMeeting, meeting.next?.wallText(in: zone))
    if let confirmed = meeting.confirmed {
      fact(
        .labelConfirmedAt,
        confirmed.at.wallText(in: zone) + " " + card.name(confirmed.account))
      if !meeting.isConfirmed { report.append(.warning(Message(.meetingChangedSince))) }
    }
    fact(.labelKeptUntil, card.opened.keptUntil.description)
    fact(.labelPolicy, card.opened.policy.text)
    fact(.labelSaw, SawToken.text(card.opened.frontier))
    return report
  }

  static let taskTable = TextTable(
    [Phrase.labelId, .labelPerson, .labelDueDay, .labelTask, .labelDone]
      .map { TextTable.Column(Message($0)) })

  static func row(_ task: MeetingTask, text: String?, _ person: String) -> [Cell] {
    [
      .text(short(task.key.id)), .text(person), .text(task.due.description),
      .text(text ?? "•••"), .words(Message(task.done == nil ? .labelNo : .labelYes)),
    ]
  }

  private static func tasks(_ card: OfficeMeetingCard) -> TextTable {
    var table = taskTable
    for task in card.meeting.tasks {
      table.append(
        row(task, text: card.opened.taskTexts[task.key.id], card.name(task.account)))
    }
    return table
  }

  private static func state(_ meeting: Meeting, isClosed: Bool) -> Phrase {
    if !meeting.isHeld { return .codeMeetingSkipped }
    if isClosed { return .codeMeetingErased }
    return meeting.isConfirmed ? .codeMeetingConfirmed : .codeMeetingToConfirm
  }

  private static func short(_ id: RecordID) -> String { String(id.description.prefix(8)) }
}
