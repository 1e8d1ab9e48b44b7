import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A meeting as a row, a report and JSON.
enum MeetingReport {
  static func row(_ card: MeetingCard) -> MeetingRow {
    let meeting = card.meeting
    return MeetingRow(
      id: short(meeting.key.id), kind: meeting.kind, department: meeting.department,
      week: meeting.week.description, start: meeting.start?.wallText(in: meeting.zone),
      chair: card.name(of: meeting.chair), tasks: meeting.tasks.count,
      done: meeting.tasks.count { $0.done != nil }, state: state(card))
  }

  private static func state(_ card: MeetingCard) -> Phrase {
    if !card.meeting.isHeld { return .codeMeetingSkipped }
    if card.isClosed { return .codeMeetingErased }
    return card.meeting.isConfirmed ? .codeMeetingConfirmed : .codeMeetingToConfirm
  }

  static func report(_ card: MeetingCard) -> Report {
    let meeting = card.meeting
    var report = Report(nil, [.fact(.labelId, .text(meeting.key.id.description))])
    func fact(_ label: Phrase, _ value: String?) {
      if let value, !value.isBlank { report.append(.fact(label, .text(value))) }
    }
    report.append(.fact(.labelKind, .words(meeting.kind.phrase)))
    if let department = meeting.department {
      report.append(.fact(.labelOwnDepartment, .words(department.phrase)))
    }
    report.append(.fact(.labelState, .words(state(card))))
    fact(.labelWeekCovered, meeting.lookedBack.description)
    fact(.labelWeekAssigned, meeting.week.description)
    fact(.labelStart, meeting.start?.wallText(in: meeting.zone))
    fact(.labelEnd, meeting.end?.wallText(in: meeting.zone))
    fact(.labelPlace, meeting.place)
    fact(.labelChair, card.name(of: meeting.chair))
    fact(.labelMinuteTaker, card.name(of: meeting.minuteTaker))
    fact(.labelReason, meeting.skippedReason)
    for (field, label) in MeetingRow.textLabels {
      guard let text = card.texts[field] else { continue }
      report.append(.heading(Message(label)))
      report.append(.quotation(text))
    }
    if card.isClosed { report.append(.warning(Message(.meetingOfPast))) }
    if !meeting.tasks.isEmpty {
      var table = TextTable([.labelId, .labelPerson, .labelDueDay, .labelTask, .labelDone])
      for task in meeting.tasks {
        table.append([
          .text(short(task.key.id)), .text(card.name(of: task.account)),
          .text(task.due.description), .text(card.taskTexts[task.key.id] ?? "•••"),
          .words(task.done == nil ? .labelNo : .labelYes),
        ])
      }
      report.append(.table(table))
    }
    fact(.labelNextMeeting, meeting.next?.wallText(in: meeting.zone))
    if let confirmed = meeting.confirmed {
      fact(
        .labelConfirmedAt,
        confirmed.at.wallText(in: meeting.zone) + " " + card.name(of: confirmed.account))
      if !meeting.isConfirmed { report.append(.warning(Message(.meetingChangedSince))) }
    }
    fact(.labelKeptUntil, card.keptUntil.description)
    report.append(.fact(.labelPolicy, .text(card.policy.text)))
    report.append(.fact(.labelSaw, .text(SawToken.text(card.frontier))))
    return report
  }

  static func json(_ card: MeetingCard) -> JSON {
    MeetingJSON.object(
      card.meeting, texts: card.texts, isClosed: card.isClosed,
      taskTexts: card.taskTexts, keptUntil: card.keptUntil, policy: card.policy,
      saw: SawToken.text(card.frontier)
    ) { card.name(of: $0) }
  }
}
