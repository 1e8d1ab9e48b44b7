import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordSheets
import RecordStore
import VisitModel
import Wording

/// One meeting with its minutes, opened in memory: facts, texts, tasks, and what is still to be done.
struct ShownMeeting {
  let setting: PageSetting
  let home: MeetingHome
  let opened: OfficeMeeting

  private var say: Words { setting.say }
  private var meeting: Meeting { opened.meeting }

  static func state(_ meeting: Meeting, isClosed: Bool) -> Phrase {
    if !meeting.isHeld { return .codeMeetingSkipped }
    if isClosed { return .codeMeetingErased }
    return meeting.isConfirmed ? .codeMeetingConfirmed : .codeMeetingToConfirm
  }

  func page(on replica: Replica) throws -> Page {
    var page = Page(
      say(.meetingTitleOne, say(meeting.kind.phrase), meeting.week.description))
    if meeting.isHeld {
      page.blocks = setting.printing(
        .printMinutes, .minutes, home.word, "\(meeting.key.id)")
    }
    if opened.isClosed { page.blocks.append(.alert(say(.meetingOfPast))) }
    if meeting.confirmed != nil, !meeting.isConfirmed {
      page.blocks.append(.alert(say(.meetingChangedSince)))
    }
    page.blocks.append(.facts(try facts(on: replica)))
    let texts = self.texts()
    if !texts.isEmpty { page.blocks.append(.facts(texts)) }
    if !meeting.tasks.isEmpty {
      page.blocks.append(.listing(PageListing(try tasks(on: replica))))
    }
    page.blocks += try forms(on: replica).map { Page.Block.form($0) }
    return page
  }

  private func facts(on replica: Replica) throws -> [(label: String, value: PageCell)] {
    var all = plan()
    all += try course(on: replica)
    var facts: [(label: String, value: PageCell)] = []
    for (label, value) in all {
      guard let value, !value.isBlank else { continue }
      facts.append((label: say(label), value: PageCell(value)))
    }
    return facts
  }

  private func plan() -> [(Phrase, String?)] {
    let state = Self.state(meeting, isClosed: opened.isClosed)
    return [
      (.labelId, meeting.key.id.description), (.labelSite, home.site?.name),
      (.labelKind, say(meeting.kind.phrase)),
      (.labelOwnDepartment, meeting.department.map { say($0.phrase) }),
      (.labelState, say(state)), (.labelWeekCovered, meeting.lookedBack.description),
      (.labelWeekAssigned, meeting.week.description),
      (.labelStart, meeting.start?.wallText(in: meeting.zone)),
      (.labelEnd, meeting.end?.wallText(in: meeting.zone)), (.labelPlace, meeting.place),
    ]
  }

  private func course(on replica: Replica) throws -> [(Phrase, String?)] {
    func name(_ account: AccountID?) throws -> String? {
      try account.map { try setting.person($0, on: replica) }
    }
    let confirmed = try meeting.confirmed.map { deed in
      deed.at.wallText(in: meeting.zone) + " " + (try setting.person(deed.account, on: replica))
    }
    return [
      (.labelChair, try name(meeting.chair)),
      (.labelMinuteTaker, try name(meeting.minuteTaker)),
      (.labelReason, meeting.skippedReason),
      (.labelNextMeeting, meeting.next?.wallText(in: meeting.zone)),
      (.labelConfirmedAt, confirmed), (.labelKeptUntil, opened.keptUntil.description),
      (.labelPolicy, opened.policy.text),
    ]
  }

  /// In the order in which they are read.
  private func texts() -> [(label: String, value: PageCell)] {
    var texts: [(label: String, value: PageCell)] = []
    for (field, label) in MeetingRow.textLabels {
      guard let text = opened.texts[field] else { continue }
      texts.append((label: say(label), value: PageCell(text)))
    }
    return texts
  }

  private func tasks(on replica: Replica) throws -> Listing {
    Listing(
      "tasks", Message(.labelTasks),
      [
        ListColumn("task", .labelTask, .text), ListColumn("person", .labelPerson, .text),
        ListColumn("due", .labelDueDay, .date), ListColumn("done", .labelDone, .moment),
        ListColumn("id", .labelId, .code),
      ],
      rows: try meeting.tasks.map { task in
        [
          .text(opened.taskTexts[task.key.id] ?? "•••"),
          .text(try setting.person(task.account, on: replica)), .date(task.due),
          .moment(task.done?.at, in: meeting.zone),
          .code(String(task.key.id.description.prefix(8))),
        ]
      })
  }

  /// What is still to be done: the chair's word, and a task each.
  private func forms(on replica: Replica) throws -> [PageForm] {
    let forms = MeetingForms(setting: setting, home: home)
    var found: [PageForm] = []
    let isChair = meeting.chair == setting.reader.person.id
    if meeting.isHeld, isChair, !meeting.isConfirmed, !opened.isClosed {
      found.append(forms.confirm(meeting, saw: opened.frontier))
    }
    for task in meeting.tasks where task.done == nil {
      let words = [
        opened.taskTexts[task.key.id] ?? "•••", try setting.person(task.account, on: replica),
        task.due.description,
      ]
      found.append(forms.done(task, of: meeting, legend: words.joined(separator: " · ")))
    }
    return found
  }
}
