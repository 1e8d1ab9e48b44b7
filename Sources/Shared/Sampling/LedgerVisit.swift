package import ConflictFreeRecords
package import VisitModel

/// A visit as the ledger counts it.
package struct LedgerVisit: Hashable, Sendable {
  package struct Interviewer: Hashable, Sendable {
    package let account: AccountID
    package let post: Role

    package init(account: AccountID, post: Role) {
      self.account = account
      self.post = post
    }
  }

  package var id: RecordID
  package var household: RecordID
  package var round: Int
  package var month: CivilMonth
  package var organiser: Organiser
  package var kind: VisitKind
  package var start: Instant
  package var isVoided: Bool
  /// A conversation with a resident; by telephone only where that is switched on (A13).
  package var isCountable: Bool
  package var interviewers: [Interviewer]
  /// The change it wrote to its turn; its ancestry says who could have known of whom.
  package var turnChange: ChangeID?
  package var draw: RecordID?
  /// The turn change of the draw entry it came from.
  package var drawTurnChange: ChangeID?
  /// The turn's frontier on the visitor's store when the visit began.
  package var knownAtStart: [ChangeID]
  package var isRepeatByHand: Bool
  /// What head office decided about it, if anything.
  package var decision: MemberDecision?

  package init(
    id: RecordID, household: RecordID, round: Int, month: CivilMonth, organiser: Organiser,
    kind: VisitKind, start: Instant, isVoided: Bool = false, isCountable: Bool = true,
    interviewers: [Interviewer] = [], turnChange: ChangeID? = nil, draw: RecordID? = nil,
    drawTurnChange: ChangeID? = nil, knownAtStart: [ChangeID] = [], isRepeatByHand: Bool = false,
    decision: MemberDecision? = nil
  ) {
    self.id = id
    self.household = household
    self.round = round
    self.month = month
    self.organiser = organiser
    self.kind = kind
    self.start = start
    self.isVoided = isVoided
    self.isCountable = isCountable
    self.interviewers = interviewers
    self.turnChange = turnChange
    self.draw = draw
    self.drawTurnChange = drawTurnChange
    self.knownAtStart = knownAtStart
    self.isRepeatByHand = isRepeatByHand
    self.decision = decision
  }

  /// Return visits never count, never block and never duplicate (A12).
  package var counts: Bool { kind == .visit && isCountable && !isVoided }

  /// The order in which visits of a household are credited: by their own start, then by id.
  package static func precedes(_ a: LedgerVisit, _ b: LedgerVisit) -> Bool {
    (a.start, a.id) < (b.start, b.id)
  }
}
