package import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import TextFormats
import VisitModel

/// A matter as JSON, the same from both programs.
package enum MatterJSON {
  /// - Parameters:
  ///   - text: what was said, opened where the key is here; outcome likewise.
  ///   - history: what was done with it; nothing in lists, as of the policy.
  ///   - saw: what an editor has been shown who sees what has become of it.
  package static func object(
    _ matter: Matter, unit: String?, text: String?, outcome: String?, recorder: String,
    handler: String?, owing: String?, measure: String? = nil,
    history: [(step: MatterStep, person: String)]? = nil, policy: PolicyInForce? = nil,
    saw: String
  ) -> JSON {
    let handling = matter.handling
    return .object([
      "matter": .string(matter.key.id.description), "unit": unit.map(JSON.string),
      "source": .string(matter.source.key.id.description),
      "sourceType": .string(matter.source.key.type.name),
      "channel": matter.source.channel.map { .string($0.name) },
      "method": .string(matter.source.method.name),
      "at": .string(matter.source.at.utcText), "month": .string(matter.source.month.description),
      "topic": .string(matter.topic.name), "kind": .string(matter.kind.name),
      "urgency": .string(matter.urgency.name), "text": text.map(JSON.string),
      "recorder": .string(recorder), "open": .bool(matter.isOpen),
      "state": handling.map { .string($0.state.name) },
      "department": handling?.department.map { .string($0.name) },
      "handler": handler.map(JSON.string), "reference": handling?.reference.map(JSON.string),
      "status": handling?.status.map { .string($0.name) },
      "statusAt": handling?.statusAt.map { .string($0.utcText) },
      "outcome": outcome.map(JSON.string), "decision": handling?.decision.map { .string($0.name) },
      "measure": measure.map(JSON.string), "handledAt": handling.map { .string($0.at.utcText) },
      "feedback": feedback(matter.feedback, owing: owing),
      "history": history.map { .array($0.map { step($0.step, by: $0.person) }) },
      "policy": policy?.json,
      "saw": .string(saw),
    ])
  }

  private static func step(_ step: MatterStep, by person: String) -> JSON {
    .object([
      "at": .string(step.at.utcText), "by": .string(person),
      "state": step.state.map { .string($0.name) },
      "department": step.department.map { .string($0.name) },
      "status": step.status.map { .string($0.name) },
      "decision": step.decision.map { .string($0.name) },
    ])
  }

  private static func feedback(_ feedback: Feedback, owing: String?) -> JSON? {
    switch feedback {
    case .notAsked: nil
    case .owed(_, let until):
      .object([
        "state": .string("owed"), "by": owing.map(JSON.string),
        "until": .string(until.description),
      ])
    case .given(let given):
      .object([
        "state": .string("given"), "visit": .string(given.visit.id.description),
        "at": .string(given.at.utcText), "mode": .string(given.mode.name),
        "faceToFace": .bool(given.isFaceToFace),
      ])
    }
  }
}
