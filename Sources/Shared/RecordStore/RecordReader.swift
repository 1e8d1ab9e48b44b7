import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import VisitModel

/// Reads records as people see them who may read them: with the names of accounts, and with sealed texts
/// opened in memory. Laptop and office differ in where a name and a key come from; what is made of them is
/// made here for both.
package struct RecordReader {
  package let replica: Replica
  private let called: (AccountID) throws -> String
  private let opened: (SealedValue, RecordKey, UInt32) throws -> String?

  /// - Parameters:
  ///   - name: what somebody is called; nothing is a name too, where they are not known.
  ///   - open: what a sealed field of a record says; nothing where it cannot be opened here.
  package init(
    _ replica: Replica, name: @escaping (AccountID) throws -> String,
    open: @escaping (SealedValue, RecordKey, UInt32) throws -> String?
  ) {
    self.replica = replica
    called = name
    opened = open
  }

  package func name(of account: AccountID) throws -> String { try called(account) }

  /// What a sealed field says.
  /// - Returns: nothing where there is none, and for what cannot be opened here.
  package func text(
    _ field: UInt32, of key: RecordKey, _ state: RecordState
  ) throws -> String? {
    try state.sealed(field).flatMap { try opened($0, key, field) }
  }

  /// Opens the sealed fields named, and says which of them could not be opened.
  package func texts(
    _ key: RecordKey, _ state: RecordState, _ fields: [UInt32]
  ) throws -> (opened: [UInt32: String], unopened: Set<UInt32>) {
    var opened: [UInt32: String] = [:]
    var unopened: Set<UInt32> = []
    for field in fields where state.sealed(field) != nil {
      opened[field] = try text(field, of: key, state)
      if opened[field] == nil { unopened.insert(field) }
    }
    return (opened, unopened)
  }

  // MARK: Visits

  /// - Returns: nothing for what is no visit, or is not here whole.
  package func visit(_ key: RecordKey) throws -> VisitCard? {
    guard let state = try replica.records.state(of: key), let summary = VisitSummary(key, state)
    else { return nil }
    let view = SiteView(replica, key.scope)
    let opinions = try view.opinions(of: key)
    let (texts, unopened) = try texts(key, state, VisitField.sealedTexts)
    return VisitCard(
      summary: summary, unitCode: try view.household(summary.household)?.unitCode ?? "",
      texts: texts, unopened: unopened,
      relation: state.code(VisitField.relation),
      satisfaction: state.code(VisitField.satisfaction),
      badgeWorn: state.flag(VisitField.badgeWorn),
      byTelephone: state.flag(VisitField.byTelephone),
      saysNoOpinion: state.flag(VisitField.noOpinion),
      topics: TopicAnswers(
        visit: state, said: Set(opinions.compactMap { $0.state.code(OpinionField.topic) })),
      opinions: try opinions.map(opinion), interviewers: try interviewers(of: key),
      signature: try signature(of: key, state, opinions), reasons: try reasons(about: key),
      conflicts: state.conflicts, hasMissingHistory: !state.missing.isEmpty,
      delivery: try delivery(state), frontier: state.frontier,
      earlier: state.reference(VisitField.earlierMatter)
        ?? state.reference(VisitField.earlierVisit),
      policy: try replica.inForce(.visit, at: summary.start, in: summary.zone))
  }

  private func opinion(_ key: RecordKey, _ state: RecordState) throws -> OpinionCard {
    let kind: OpinionKind = state.code(OpinionField.kind) ?? .opinion
    return OpinionCard(
      key: key, order: state.integer(OpinionField.order) ?? 0,
      topic: state.code(OpinionField.topic) ?? .other, kind: kind,
      text: try text(OpinionField.text, of: key, state),
      wantsFeedback: state.flag(OpinionField.wantsFeedback),
      proposesFeedback: state.flag(OpinionField.proposesFeedback),
      urgency: state.code(OpinionField.urgency) ?? .ordinary, isComplaint: kind == .complaint,
      frontier: state.frontier)
  }

  private func interviewers(
    of visit: RecordKey
  ) throws -> [(account: AccountID, name: String, post: Role)] {
    try replica.records.members(.interviewerOfVisit, of: visit)
      .compactMap { _, state in
        guard let account = state.reference(InterviewerField.account) else { return nil }
        let id: AccountID = account.id.named()
        return (id, try name(of: id), state.code(InterviewerField.post) ?? .serviceOfficer)
      }
  }

  private func signature(
    of visit: RecordKey, _ state: RecordState,
    _ opinions: [(key: RecordKey, state: RecordState)]
  ) throws -> SignatureCard? {
    let key = SiteView(replica, visit.scope).signatureKey(of: visit.id)
    guard let signature = try replica.records.state(of: key),
      let signed = signature.code(SignatureField.state, as: SignatureState.self)
    else { return nil }
    let now = SignedContent.digest(
      visit: state, opinions: opinions.map { (id: $0.key.id, state: $0.state) })
    return SignatureCard(
      state: signed,
      // A reason that an earlier refusal left is none of a signature's.
      reason: signed == .refused || signed == .notAsked
        ? try text(SignatureField.reason, of: key, signature) : nil,
      takenAt: signature.instant(SignatureField.takenAt),
      coversContent: signature.bytes(SignatureField.content) == now.bytes)
  }

  private func reasons(about record: RecordKey) throws -> [(rule: String, text: String?)] {
    try replica.records.members(.reasonAbout, of: record)
      .map { key, state in
        (
          state.text(ReasonField.rule) ?? "",
          try state.text(ReasonField.text) ?? text(ReasonField.text, of: key, state)
        )
      }
      .sorted { $0.rule < $1.rule }
  }

  /// How far the youngest own change of a record has come.
  private func delivery(_ state: RecordState) throws -> Delivery {
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
