import ConflictFreeRecords
import Console
package import PrintedForms
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// 會議記錄 of a department's meeting (R2-06, R2-08), to be kept on paper and signed by the chair.
package struct MeetingSheet {
  /// Minutes whose texts were opened, where they could be.
  package struct Opened {
    let meeting: Meeting
    let texts: [UInt32: String]
    let taskTexts: [RecordID: String]
    let isClosed: Bool
    let keptUntil: CivilDate

    /// - Parameters:
    ///   - texts: by field number.
    ///   - taskTexts: of tasks, by their id.
    ///   - isClosed: there is a text that cannot be opened here.
    ///   - keptUntil: through which day it is kept.
    package init(
      _ meeting: Meeting, texts: [UInt32: String], taskTexts: [RecordID: String],
      isClosed: Bool, keptUntil: CivilDate
    ) {
      self.meeting = meeting
      self.texts = texts
      self.taskTexts = taskTexts
      self.isClosed = isClosed
      self.keptUntil = keptUntil
    }
  }

  private let words: FormWords

  package init(_ words: FormWords) { self.words = words }

  private typealias Field = PrintedForm.Field
  /// Room to write, by text.
  private static let blankLines = [1, 1, 2, 4, 3]

  package func blank(issuer: String) -> PrintedForm {
    var form = PrintedForm(
      words(.printedMinutes), issuer: issuer,
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

  /// - Parameter issuer: the site, or the company.
  /// - Throws: `NoSheet` for a week that had no meeting.
  package func form(
    of opened: Opened, issuer: String, _ reader: RecordReader
  ) throws -> PrintedForm {
    let (meeting, zone) = (opened.meeting, opened.meeting.zone)
    guard meeting.isHeld else { throw NoSheet(.printNoMeeting) }
    func name(_ account: AccountID?) throws -> String {
      try account.map { try reader.name(of: $0) } ?? ""
    }
    let department = meeting.department.map { words($0.phrase) } ?? ""
    var form = PrintedForm(
      words(.printedMinutes), issuer: issuer, number: meeting.week.description,
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
            Field(words(.labelChair), try name(meeting.chair)),
            Field(words(.labelMinuteTaker), try name(meeting.minuteTaker)),
          ],
        ])
      ])
    if !meeting.isConfirmed {
      let caution = meeting.confirmed == nil ? .codeMeetingToConfirm : Phrase.meetingChangedSince
      form.blocks.insert(.text(label: words(.printedDraft), words(caution), lines: 0), at: 0)
    }
    for (field, label) in MeetingRow.textLabels {
      guard let text = opened.texts[field] else { continue }
      form.blocks.append(.text(label: words(label), text, lines: 0))
    }
    if opened.isClosed { form.blocks.append(.note(words(.meetingOfPast))) }
    if !meeting.tasks.isEmpty {
      let rows = try meeting.tasks.map { task in
        [
          opened.taskTexts[task.key.id] ?? FormWords.sealed, try name(task.account),
          task.due.description, words(task.done == nil ? .labelNo : .labelYes),
        ]
      }
      form.blocks.append(tasks(rows, blankRows: 0))
    }
    let confirmed = try meeting.confirmed.map {
      "\(try name($0.account)) \($0.at.wallText(in: zone))"
    }
    form.blocks += [
      .fields([
        [Field(words(.labelNextMeeting), meeting.next?.wallText(in: zone) ?? "")],
        [
          Field(words(.labelConfirmedAt), confirmed ?? ""),
          Field(words(.labelKeptUntil), opened.keptUntil.description),
        ],
      ]), signatures,
    ]
    return form
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
