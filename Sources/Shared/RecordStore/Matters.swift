import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

// The matters of a site, computed from opinions, their sources, what became of them, and return visits.
extension SiteView {
  package func handlingKey(of matter: RecordID) -> RecordKey {
    key(.handling, RecordIdentity.handling(matter: matter))
  }

  /// Every matter of the site whose source stands, the oldest first. An opinion or a handling whose
  /// source or opinion has not arrived is in no list until it has.
  package func matters() throws -> [Matter] {
    var sources: [RecordKey: MatterSource?] = [:]
    let policy = try policy()
    return try replica.records.states(of: .opinion, in: scope).compactMap { id, state in
      guard let reference = state.reference(OpinionField.visit) else { return nil }
      let source: MatterSource?
      if let known = sources[reference] {
        source = known
      } else {
        source = try self.source(reference)
        sources[reference] = .some(source)
      }
      guard let source, !source.isVoided else { return nil }
      return try matter(key(.opinion, id), state, source, policy)
    }.sorted {
      ($0.source.at, $0.source.key, $0.order, $0.key)
        < ($1.source.at, $1.source.key, $1.order, $1.key)
    }
  }

  /// - Returns: nothing for what is no opinion here, or whose source is voided or has not arrived.
  package func matter(_ key: RecordKey) throws -> Matter? {
    guard let state = try replica.records.state(of: key),
      let source = try state.reference(OpinionField.visit).flatMap({ try self.source($0) }),
      !source.isVoided
    else { return nil }
    return try matter(key, state, source, try policy())
  }

  /// What was said at a visit or in a contact, in the order of its numbers.
  package func matters(of source: RecordKey) throws -> [Matter] {
    guard let from = try self.source(source), !from.isVoided else { return [] }
    let policy = try policy()
    return try replica.records.members(.opinionOfVisit, of: source)
      .map { try matter($0.key, $0.state, from, policy) }
      .sorted { ($0.order, $0.key) < ($1.order, $1.key) }
  }

  package func source(_ key: RecordKey) throws -> MatterSource? {
    try replica.records.state(of: key).flatMap { MatterSource(key, $0) }
  }

  private func matter(
    _ key: RecordKey, _ state: RecordState, _ source: MatterSource, _ policy: Policy
  ) throws -> Matter {
    let handlingKey = handlingKey(of: key.id)
    let handling = try replica.records.state(of: handlingKey)
      .flatMap { RecordedHandling(handlingKey, $0) }
    let kind: OpinionKind = state.code(OpinionField.kind) ?? .opinion
    let wantsFeedback =
      state.flag(OpinionField.wantsFeedback) || state.flag(OpinionField.proposesFeedback)
    return Matter(
      key: key, source: source, order: state.integer(OpinionField.order) ?? 0,
      topic: state.code(OpinionField.topic) ?? .other, kind: kind,
      urgency: state.code(OpinionField.urgency) ?? .ordinary, wantsFeedback: wantsFeedback,
      handling: handling,
      // Complaints are answered by their own procedure; whoever is not known cannot be told.
      feedback: wantsFeedback && kind != .complaint && source.household != nil
        ? try feedback(key, source, handling, policy) : .notAsked)
  }

  private func feedback(
    _ matter: RecordKey, _ source: MatterSource, _ handling: RecordedHandling?, _ policy: Policy
  ) throws -> Feedback {
    if let visit = try returnVisits(about: matter, or: source).first {
      let state = try replica.records.state(of: visit.key) ?? .empty
      return .given(
        Feedback.Given(
          visit: visit.key, at: visit.start, mode: visit.mode,
          isFaceToFace: !state.flag(VisitField.byTelephone)))
    }
    guard let owing = try handling?.handler ?? recorder(of: source.key) else { return .notAsked }
    return .owed(
      by: owing,
      until: FeedbackClock.target(
        saidAt: source.at, source.zone,
        policy.settings(on: LocalTime(source.at, in: source.zone).date)))
  }

  /// Return visits to the matter itself, or to the visit at which it was said, the earliest first.
  private func returnVisits(
    about matter: RecordKey, or source: MatterSource
  ) throws -> [VisitSummary] {
    var found = try replica.records.members(.visitAboutMatter, of: matter)
      .compactMap { VisitSummary($0.key, $0.state) }
    if let household = source.household, source.key.type == .visit {
      found += try replica.records.members(.visitOfHousehold, of: key(.household, household))
        .filter { $0.state.reference(VisitField.earlierVisit) == source.key }
        .compactMap { VisitSummary($0.key, $0.state) }
    }
    return found.filter { $0.kind == .returnVisit && !$0.isVoided }
      .sorted { ($0.start, $0.key) < ($1.start, $1.key) }
  }

  /// Who wrote down what was said.
  package func recorder(of source: RecordKey) throws -> AccountID? {
    guard let state = try replica.records.state(of: source) else { return nil }
    if source.type == .contact {
      return state.reference(ContactField.account)?.id.named()
    }
    guard let head = state.heads[VisitField.recordedAt]?.last,
      let logged = try replica.log.bundle(head.change.bundle)
    else { return nil }
    return try Authorship.account(of: logged)
  }
}
