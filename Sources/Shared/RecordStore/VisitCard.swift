package import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

/// What a household said, opened.
package struct OpinionCard: Sendable {
  package let key: RecordKey
  package let order: Int
  package let topic: Topic
  package let kind: OpinionKind
  package let text: String?
  package let wantsFeedback: Bool
  package let proposesFeedback: Bool
  package let urgency: Urgency
  package let isComplaint: Bool
  /// What an editor has been shown who sees all of this opinion.
  package let frontier: [ChangeID]
}

package struct SignatureCard: Sendable {
  package let state: SignatureState
  package let reason: String?
  package let takenAt: Instant?
  /// Whether what was signed is what the visit says now.
  package let coversContent: Bool
}

/// A visit as its reader sees it, opened in memory.
package struct VisitCard: Sendable {
  package let summary: VisitSummary
  package let unitCode: String
  /// Opened texts by field number; a field whose key is not here is absent.
  package let texts: [UInt32: String]
  /// Texts that are there and cannot be opened here, by their field.
  package let unopened: Set<UInt32>
  package let relation: Relation?
  package let satisfaction: SatisfactionGrade?
  package let badgeWorn: Bool
  package let byTelephone: Bool
  package let saysNoOpinion: Bool
  package let topics: TopicAnswers
  package let opinions: [OpinionCard]
  package let interviewers: [(account: AccountID, name: String, post: Role)]
  package let signature: SignatureCard?
  /// Rules set aside, with the reason given.
  package let reasons: [(rule: String, text: String?)]
  package let conflicts: [UInt32]
  package let hasMissingHistory: Bool
  package let delivery: Delivery
  package let frontier: [ChangeID]
  package let earlier: RecordKey?
  /// What was in force on the day of the visit.
  package let policy: PolicyInForce
}

extension VisitField {
  /// Fields of a visit that hold sealed texts.
  package static let sealedTexts: [UInt32] = [
    place, metName, telephone, remark, voidReason,
  ]
}

extension SiteView {
  /// What was said at a visit, in the order of its numbers.
  package func opinions(
    of visit: RecordKey
  ) throws -> [(key: RecordKey, state: RecordState)] {
    try replica.records.members(.opinionOfVisit, of: visit).sorted {
      ($0.state.integer(OpinionField.order) ?? 0, $0.key)
        < ($1.state.integer(OpinionField.order) ?? 0, $1.key)
    }
  }

  package func signatureKey(of visit: RecordID) -> RecordKey {
    key(.signature, RecordIdentity.signature(visit: visit))
  }
}
