import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Does what a form about a meeting asks.
struct MeetingAction {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields

  private var office: Office { setting.office }
  private var account: AccountID { setting.reader.person.id }

  /// - Returns: the page to go to; nothing for what is not there, or is not for this reader.
  func perform() throws -> String? {
    switch request.route {
    case .recordMeeting: try record()
    case .skipMeeting: try skip()
    case .confirmMeeting: try confirm()
    case .finishTask: try finish()
    default: nil
    }
  }

  private func record() throws -> String? {
    guard let home = try writable() else { return nil }
    let (kind, department) = try whose(home)
    guard let start = try form.moment("start", in: home.zone) else {
      throw PageAction.Malformed()
    }
    var input = MeetingInput(kind, department, start: start)
    input.end = try form.moment("end", in: home.zone)
    input.place = try form.lineIfAny("place")
    input.chair = try colleague("chair")
    input.minuteTaker = try colleague("minuteTaker") ?? account
    input.next = try form.moment("next", in: home.zone)
    input.texts = [
      MeetingField.present: try form.text("present"),
      MeetingField.absent: try form.text("absent"),
      MeetingField.review: try form.text("review"),
      MeetingField.points: try form.text("points"),
      MeetingField.decisions: try form.text("decisions"),
    ]
    for line in try form.text("tasks").utf8.split(separator: 0x0A) {
      let text = String(decoding: Array(line), as: UTF8.self)
      if !text.isBlank { input.tasks.append(try task(text)) }
    }
    let key = try office.recordMeeting(input, of: home.scope, by: account)
    return PageLink.meeting(home.word, meeting: key.id)
  }

  private func skip() throws -> String? {
    guard let home = try writable() else { return nil }
    let (kind, department) = try whose(home)
    guard let day = try form.day("week", label: setting.say(.labelWeek)) else {
      throw PageAction.Malformed()
    }
    _ = try office.skipMeeting(
      kind, department, week: day, reason: try form.line("reason"), of: home.scope, by: account)
    return MeetingHome.list(home.word)
  }

  private func confirm() throws -> String? {
    guard let path = try found() else { return nil }
    guard let saw = form["saw"].flatMap({ SawToken.changes($0) }) else {
      throw PageAction.Malformed()
    }
    try office.confirmMeeting(path.meeting.key, saw: saw, by: account)
    return PageLink.meeting(path.home.word, meeting: path.meeting.key.id)
  }

  private func finish() throws -> String? {
    guard let path = try found() else { return nil }
    guard let id = form["task"].flatMap({ RecordID(hex: $0) }) else {
      throw PageAction.Malformed()
    }
    guard let task = path.meeting.tasks.first(where: { $0.key.id == id }) else { return nil }
    // Sent twice, it stays as it was first.
    if task.done == nil { try office.finishTask(task.key, by: account) }
    return PageLink.meeting(path.home.word, meeting: path.meeting.key.id)
  }

  // MARK: What forms say

  private func found() throws -> MeetingPath? {
    try office.read { try MeetingPath(request, setting, on: $0) }
  }

  /// - Returns: nothing where the reader writes nothing down.
  private func writable() throws -> MeetingHome? {
    let word = request.segments["site"]
    let home = try office.read { try MeetingHome(word, setting, on: $0) }
    guard let home, home.mayWrite(setting.reader) else { return nil }
    return home
  }

  private func whose(_ home: MeetingHome) throws -> (MeetingKind, Department?) {
    if let word = form["department"], MeetingHome.isCompany(word) {
      guard home.site == nil else { throw PageAction.Malformed() }
      return (.company, nil)
    }
    return (.department, try form.code("department"))
  }

  private func colleague(_ field: String) throws -> AccountID? {
    let name = try form.lineIfAny(field)
    return try name.isBlank ? nil : office.colleague(named: name)
  }

  /// `WHO:DATE:WHAT`, with full-width colons too; the last may have colons of its own.
  private func task(_ text: String) throws -> MeetingInput.Task {
    let parts = WordParts.of(text, at: [":", "："], most: 3)
    guard parts.count == 3, !parts[0].isBlank, !parts[2].isBlank,
      let due = CivilDate(parts[1])
    else { throw OfficeFault.wrongUsage(Message(.meetingTaskForm, [text])) }
    return MeetingInput.Task(try office.colleague(named: parts[0]), due, parts[2])
  }
}

extension Office {
  /// - Throws: `OfficeFault.wrongUsage` unless exactly one colleague has the name.
  func colleague(named name: String) throws -> AccountID {
    let found = try read { try people(on: $0) }.filter { person in
      person.disabledAt == nil && person.name.utf8.elementsEqual(name.utf8)
    }
    guard found.count == 1, let person = found.first else {
      throw OfficeFault.wrongUsage(Message(.noSuchPerson, [name]))
    }
    return person.id
  }
}
