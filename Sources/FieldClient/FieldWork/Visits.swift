package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
package import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

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

extension Laptop {
  /// Visits of a site, newest first.
  package func visits(
    of site: SiteFacts, month: CivilMonth? = nil, _ replica: Replica
  ) throws -> [VisitSummary] {
    let view = SiteView(replica, site.scope)
    return try (month.map { try view.visits(of: $0) } ?? view.visits()).map(\.summary)
      .sorted { ($0.start, $0.key) > ($1.start, $1.key) }
  }

  package func visitCard(_ key: RecordKey, _ replica: Replica) throws -> VisitCard {
    guard let state = try replica.records.state(of: key), let summary = VisitSummary(key, state)
    else { throw FieldFault.failed(Message(.noSuchRecord, [key.id.description])) }
    let opinions = try opinions(of: key, replica)
    let (texts, unopened) = try texts(key, state, VisitField.sealedTexts)
    let view = SiteView(replica, key.scope)
    let household = try view.household(summary.household)
    return VisitCard(
      summary: summary, unitCode: household?.unitCode ?? "",
      texts: texts, unopened: unopened,
      relation: state.code(VisitField.relation),
      satisfaction: state.code(VisitField.satisfaction),
      badgeWorn: state.flag(VisitField.badgeWorn),
      byTelephone: state.flag(VisitField.byTelephone),
      saysNoOpinion: state.flag(VisitField.noOpinion),
      topics: TopicAnswers(
        visit: state, said: Set(opinions.compactMap { $0.state.code(OpinionField.topic) })),
      opinions: try opinions.map(opinionCard),
      interviewers: try interviewers(key, replica),
      signature: try signatureCard(key, state, opinions, replica),
      reasons: try reasons(about: key, replica), conflicts: state.conflicts,
      hasMissingHistory: !state.missing.isEmpty, delivery: try delivery(state, replica),
      frontier: state.frontier,
      earlier: state.reference(VisitField.earlierMatter)
        ?? state.reference(VisitField.earlierVisit),
      policy: try replica.inForce(.visit, at: summary.start, in: summary.zone))
  }

  /// Opens the sealed fields named, and says which of them could not be opened.
  package func texts(
    _ key: RecordKey, _ state: RecordState, _ fields: [UInt32]
  ) throws -> (opened: [UInt32: String], unopened: Set<UInt32>) {
    var opened: [UInt32: String] = [:]
    var unopened: Set<UInt32> = []
    for field in fields {
      guard let sealed = state.sealed(field) else { continue }
      opened[field] = try open(sealed, in: key, field: field)
      if opened[field] == nil { unopened.insert(field) }
    }
    return (opened, unopened)
  }

  private func opinionCard(_ key: RecordKey, _ state: RecordState) throws -> OpinionCard {
    let kind: OpinionKind = state.code(OpinionField.kind) ?? .opinion
    return OpinionCard(
      key: key, order: state.integer(OpinionField.order) ?? 0,
      topic: state.code(OpinionField.topic) ?? .other, kind: kind,
      text: try state.sealed(OpinionField.text).flatMap {
        try open($0, in: key, field: OpinionField.text)
      }, wantsFeedback: state.flag(OpinionField.wantsFeedback),
      proposesFeedback: state.flag(OpinionField.proposesFeedback),
      urgency: state.code(OpinionField.urgency) ?? .ordinary, isComplaint: kind == .complaint,
      frontier: state.frontier)
  }

  private func interviewers(
    _ visit: RecordKey, _ replica: Replica
  ) throws -> [(account: AccountID, name: String, post: Role)] {
    try replica.records.members(.interviewerOfVisit, of: visit)
      .compactMap { _, state in
        guard let account = state.reference(InterviewerField.account) else { return nil }
        let id: AccountID = account.id.named()
        return (
          id, try personName(id, replica), state.code(InterviewerField.post) ?? .serviceOfficer
        )
      }
  }

  private func signatureCard(
    _ visit: RecordKey, _ state: RecordState, _ opinions: [(key: RecordKey, state: RecordState)],
    _ replica: Replica
  ) throws -> SignatureCard? {
    let key = signatureKey(visit)
    guard let signature = try replica.records.state(of: key),
      let signed = signature.code(SignatureField.state, as: SignatureState.self)
    else { return nil }
    let now = SignedContent.digest(
      visit: state, opinions: opinions.map { (id: $0.key.id, state: $0.state) })
    return SignatureCard(
      state: signed,
      // A reason that an earlier refusal left is none of a signature's.
      reason: signed == .refused || signed == .notAsked
        ? try signature.sealed(SignatureField.reason).flatMap {
          try open($0, in: key, field: SignatureField.reason)
        } : nil, takenAt: signature.instant(SignatureField.takenAt),
      coversContent: signature.bytes(SignatureField.content) == now.bytes)
  }

  private func reasons(
    about record: RecordKey, _ replica: Replica
  ) throws -> [(rule: String, text: String?)] {
    try replica.records.members(.reasonAbout, of: record)
      .map { key, state in
        let text =
          try state.text(ReasonField.text)
          ?? state.sealed(ReasonField.text).flatMap {
            try open($0, in: key, field: ReasonField.text)
          }
        return (state.text(ReasonField.rule) ?? "", text)
      }
      .sorted { $0.rule < $1.rule }
  }

  /// How far the youngest own change of a record has come.
  private func delivery(_ state: RecordState, _ replica: Replica) throws -> Delivery {
    var worst = Delivery.none
    for change in state.changes {
      guard let logged = try replica.log.bundle(change.bundle) else { continue }
      switch logged.delivery {
      case .pending: return .pending
      case .held, .unreadable: worst = logged.delivery
      case .received, .confirmed: if worst == .none { worst = .received }
      case .none: break
      }
    }
    return worst
  }
}

extension VisitField {
  /// Fields of a visit that hold sealed texts.
  package static let sealedTexts: [UInt32] = [
    place, metName, telephone, remark, voidReason,
  ]
}
