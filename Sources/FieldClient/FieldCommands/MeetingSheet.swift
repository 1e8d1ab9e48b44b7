import ConflictFreeRecords
import Console
import FieldWork
import PrintedForms
import RecordStore
import SyncProtocol
import VisitModel
import Wording

/// 會議記錄 of a department's meeting (R2-06, R2-08), to be kept on paper and signed by the chair.
struct MeetingSheet {
  let words: FormWords

  private typealias Field = PrintedForm.Field
  /// Room to write, by text.
  private static let blankLines = [1, 1, 2, 4, 3]

  func blank(at site: SiteFacts) -> PrintedForm {
    var form = PrintedForm(
      words(.printedMinutes), issuer: site.name,
      [
        .fields([
          [Field(words(.labelOwnDepartment)), Field(words(.labelPlace))],
          [Field(words(.labelStart)), Field(words(.labelEnd))],
          [Field(words(.labelChair)), Field(words(.labelMinuteTaker))],
        ])
      ])
    for ((_, label), lines) in zip(MeetingRow.textLabels, Self.blankLines) {
      form.blocks.append(.text(label: words(label), "", lines: lines))
    }
    form.blocks += [
      tasks([], blankRows: 4), .fields([[Field(words(.labelNextMeeting))]]), signatures,
    ]
    return form
  }

  /// - Returns: the minutes, and the meeting's short identifier.
  /// - Throws: `FieldFault.failed` for a week that had no meeting.
  func form(
    named name: String, _ laptop: Laptop, _ replica: Replica
  ) throws -> (form: PrintedForm, id: String) {
    let card = try laptop.meetingCard(named: name, replica)
    let (meeting, zone) = (card.meeting, card.meeting.zone)
    guard meeting.isHeld else { throw FieldFault.failed(Message(.printNoMeeting)) }
    let site = try SiteView(replica, meeting.key.scope).facts()?.name ?? laptop.office.name
    let department = meeting.department.map { words($0.phrase) } ?? ""
    var form = PrintedForm(
      words(.printedMinutes), issuer: site, number: meeting.week.description,
      [
        .fields([
          [
            Field(words(.labelOwnDepartment), department), Field(words(.labelPlace), meeting.place),
          ],
          [
            Field(words(.labelStart), meeting.start?.wallText(in: zone) ?? ""),
            Field(words(.labelEnd), meeting.end?.wallText(in: zone) ?? ""),
          ],
          [
            Field(words(.labelChair), card.name(of: meeting.chair)),
            Field(words(.labelMinuteTaker), card.name(of: meeting.minuteTaker)),
          ],
        ])
      ])
    if !meeting.isConfirmed {
      let caution = meeting.confirmed == nil ? .codeMeetingToConfirm : Phrase.meetingChangedSince
      form.blocks.insert(.text(label: words(.printedDraft), words(caution), lines: 0), at: 0)
    }
    for (field, label) in MeetingRow.textLabels {
      guard let text = card.texts[field] else { continue }
      form.blocks.append(.text(label: words(label), text, lines: 0))
    }
    if card.isClosed { form.blocks.append(.note(words(.meetingOfPast))) }
    if !meeting.tasks.isEmpty {
      let rows = meeting.tasks.map { task in
        [
          card.taskTexts[task.key.id] ?? FormWords.sealed, card.name(of: task.account),
          task.due.description, words(task.done == nil ? .labelNo : .labelYes),
        ]
      }
      form.blocks.append(tasks(rows, blankRows: 0))
    }
    let confirmed = meeting.confirmed.map {
      "\(card.name(of: $0.account)) \($0.at.wallText(in: zone))"
    }
    form.blocks += [
      .fields([
        [Field(words(.labelNextMeeting), meeting.next?.wallText(in: zone) ?? "")],
        [
          Field(words(.labelConfirmedAt), confirmed ?? ""),
          Field(words(.labelKeptUntil), card.keptUntil.description),
        ],
      ]), signatures,
    ]
    return (form, short(meeting.key.id))
  }

  private var signatures: PrintedForm.Block {
    .signatures([words(.labelChair), words(.labelMinuteTaker)])
  }

  private func tasks(_ rows: [[String]], blankRows: Int) -> PrintedForm.Block {
    .table(
      caption: words(.labelTasks),
      columns: words.columns(
        [.labelTask, .labelPerson, .labelDueDay, .labelDone],
        medium: [.labelPerson, .labelDueDay], wide: [.labelTask]),
      rows: rows, blankRows: blankRows)
  }
}
