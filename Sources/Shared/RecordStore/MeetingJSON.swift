package import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import TextFormats
package import VisitModel

/// Meetings as JSON, the same from both programs.
package enum MeetingJSON {
  private static let names: [(field: UInt32, name: String)] = [
    (MeetingField.present, "present"), (MeetingField.absent, "absent"),
    (MeetingField.review, "review"), (MeetingField.points, "points"),
    (MeetingField.decisions, "decisions"),
  ]

  /// - Parameters:
  ///   - texts: opened, by field number.
  ///   - isClosed: there is a text that cannot be opened here.
  ///   - saw: the token of what was shown.
  package static func object(
    _ meeting: Meeting, texts: [UInt32: String], isClosed: Bool, taskTexts: [RecordID: String],
    keptUntil: CivilDate, policy: PolicyInForce? = nil, saw: String? = nil,
    _ name: (AccountID) throws -> String
  ) rethrows -> JSON {
    .object([
      "meeting": .string(meeting.key.id.description), "kind": .string(meeting.kind.name),
      "department": meeting.department.map { .string($0.name) },
      "week": .string(meeting.week.description),
      "lookedBack": .string(meeting.lookedBack.description),
      "held": .bool(meeting.isHeld), "start": meeting.start.map { .string($0.utcText) },
      "end": meeting.end.map { .string($0.utcText) }, "place": .string(meeting.place),
      "chair": try meeting.chair.map { .string(try name($0)) },
      "minuteTaker": try meeting.minuteTaker.map { .string(try name($0)) },
      "texts": .object(
        names.compactMap { one in
          texts[one.field].map { JSON.Member(one.name, .string($0)) }
        }),
      "closed": .bool(isClosed),
      "tasks": .array(
        try meeting.tasks.map { task in
          self.task(task, text: taskTexts[task.key.id], try name(task.account))
        }),
      "next": meeting.next.map { .string($0.utcText) },
      "confirmedAt": meeting.confirmed.map { .string($0.at.utcText) },
      "confirmed": .bool(meeting.isConfirmed),
      "skipped": meeting.skippedReason.map(JSON.string),
      "keptUntil": .string(keptUntil.description), "policy": policy?.json,
      "saw": saw.map(JSON.string),
    ])
  }

  package static func task(_ task: MeetingTask, text: String?, _ person: String) -> JSON {
    .object([
      "task": .string(task.key.id.description), "person": .string(person),
      "due": .string(task.due.description), "text": text.map(JSON.string),
      "done": .bool(task.done != nil), "doneAt": task.done.map { .string($0.at.utcText) },
    ])
  }
}
