package import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import TextFormats
package import VisitModel

/// Petitions as JSON, the same from both programs; and what they ask of somebody.
package enum PetitionJSON {
  private static let names: [(field: UInt32, name: String)] = [
    (PetitionField.matter, "matter"), (PetitionField.facts, "facts"),
    (PetitionField.evidence, "evidence"), (PetitionField.wish, "wish"),
    (PetitionField.reply, "reply"), (PetitionField.objection, "objection"),
    (PetitionField.finding, "finding"), (PetitionField.decision, "decision"),
  ]

  /// - Parameters:
  ///   - texts: opened, by field number.
  ///   - isClosed: there is a text that cannot be opened here.
  package static func object(
    _ petition: Petition, texts: [UInt32: String], isClosed: Bool, settings: PolicySettings,
    policy: PolicyInForce? = nil, saw: String? = nil, _ name: (AccountID) throws -> String
  ) rethrows -> JSON {
    .object([
      "petition": .string(petition.key.id.description), "kind": .string(petition.kind.name),
      "stage": .string(petition.stage.name), "employee": .string(try name(petition.employee)),
      "superior": .string(try name(petition.superior)),
      "department": .string(petition.department.name),
      "submittedAt": .string(petition.submittedAt.utcText),
      "acceptedAt": petition.accepted.map { .string($0.at.utcText) },
      "replyDue": .string(petition.replyDue(settings).description),
      "repliedAt": petition.replied.map { .string($0.at.utcText) },
      "answer": petition.answer.map { .string($0.name) },
      "escalatedAt": petition.escalatedAt.map { .string($0.utcText) },
      "escalatedByOffice": .bool(petition.isEscalatedByOffice),
      "decider": .string(petition.decider.name),
      "takenAt": petition.taken.map { .string($0.at.utcText) },
      "decisionDue": petition.decisionDue(settings).map { .string($0.description) },
      "decidedAt": petition.decided.map { .string($0.at.utcText) },
      "decidedBy": try petition.decided.map { .string(try name($0.account)) },
      "closedAt": petition.closedAt.map { .string($0.utcText) },
      "texts": .object(
        names.compactMap { one in
          texts[one.field].map { JSON.Member(one.name, .string($0)) }
        }),
      "closed": .bool(isClosed), "policy": policy?.json, "saw": saw.map(JSON.string),
    ])
  }
}

extension ObligationReader {
  /// R2-14 and R2-16 of every petition that is open, or was closed in the last months.
  func petitions() throws -> [SiteObligation] {
    try view.petitions().filter { petition in
      petition.closedAt.map {
        LocalTime($0, in: zone).date.civilMonth >= present.previous.previous
      } ?? true
    }.flatMap { petition -> [SiteObligation] in
      if petition.stage == .withdrawn { return [] }
      let settings = settings(at: petition.submittedAt)
      let month = LocalTime(petition.submittedAt, in: zone).date.civilMonth
      let reply = try obligation(
        .r2_14, of: .person(petition.superior), due: petition.replyDue(settings),
        about: petition.key, household: nil, month: month, metAt: petition.replied?.at)
      // Whoever agrees after all leaves nothing to decide.
      guard let due = petition.decisionDue(settings), petition.stage != .agreed else {
        return [reply]
      }
      return [
        reply,
        try obligation(
          .r2_16, of: .post(petition.decider), due: due, about: petition.key, household: nil,
          month: month, metAt: petition.decided?.at),
      ]
    }
  }
}
