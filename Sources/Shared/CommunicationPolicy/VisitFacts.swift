package import VisitModel

/// Everything the rules ask about a visit that is about to be recorded.
package struct VisitFacts: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var topic: Topic
    package var kind: OpinionKind
    package var hasText: Bool
    package var wantsFeedback: Bool
    package var proposesFeedback: Bool

    package init(
      topic: Topic, kind: OpinionKind, hasText: Bool, wantsFeedback: Bool = false,
      proposesFeedback: Bool = false
    ) {
      self.topic = topic
      self.kind = kind
      self.hasText = hasText
      self.wantsFeedback = wantsFeedback
      self.proposesFeedback = proposesFeedback
    }
  }

  package struct AgreedWindow: Hashable, Sendable {
    package var start: Instant
    package var end: Instant
    package var agreedAt: Instant
    package var isCancelled: Bool

    package init(start: Instant, end: Instant, agreedAt: Instant, isCancelled: Bool = false) {
      self.start = start
      self.end = end
      self.agreedAt = agreedAt
      self.isCancelled = isCancelled
    }
  }

  /// What is known of an earlier matter that a return visit goes back to.
  package enum Earlier: Hashable, Sendable { case none, matter, complaint }

  package var kind: VisitKind = .visit
  package var organiser: Organiser = .site
  package var mode: VisitMode = .door
  package var byTelephone = false
  package var posts: [Role] = [.serviceOfficer]
  package var start: Instant
  package var end: Instant
  package var zone: ZoneOffset = .china
  package var recordedAt: Instant
  package var appointment: AgreedWindow?
  /// It comes from a standing draw of its own organiser.
  package var isDrawn = false
  package var isRestricted = false
  package var isOccupied = true
  /// Whose counting visits the household already has in the round, as this store knows.
  package var visitedBy: Set<Organiser> = []
  /// Whose standing draws name it.
  package var drawnBy: Set<Organiser> = []
  package var earlier = Earlier.none
  package var items: [Item] = []
  package var saysNoOpinion = false
  package var signature: SignatureState?
  package var hasSignatureReason = false
  package var badgeWorn = true

  package init(start: Instant, end: Instant, recordedAt: Instant) {
    self.start = start
    self.end = end
    self.recordedAt = recordedAt
  }
}
