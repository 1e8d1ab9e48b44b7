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

  package init(
    id: RecordID, household: RecordID, round: Int, month: CivilMonth, organiser: Organiser,
    kind: VisitKind, start: Instant, isVoided: Bool = false, isCountable: Bool = true,
    interviewers: [Interviewer] = [], turnChange: ChangeID? = nil, draw: RecordID? = nil,
    drawTurnChange: ChangeID? = nil, knownAtStart: [ChangeID] = [], isRepeatByHand: Bool = false
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
  }

  /// Return visits never count, never block and never duplicate (A12).
  package var counts: Bool { kind == .visit && isCountable && !isVoided }

  /// The order in which visits of a household are credited: by their own start, then by id.
  package static func precedes(_ a: LedgerVisit, _ b: LedgerVisit) -> Bool {
    (a.start, a.id) < (b.start, b.id)
  }
}

/// A household visited twice or more in a round.
package struct DuplicateCase: Hashable, Sendable {
  package let round: Int
  package let household: RecordID
  /// All of them, in the order of credit; the first is credited.
  package let members: [LedgerVisit]
  package let cause: DuplicateCause
  /// Site visits whose visitor held, when the visit began, an earlier company visit of the household
  /// or the company's draw that led to it.
  package let forewarned: Set<RecordID>
}

extension DuplicateCase {
  /// - Parameters:
  ///   - visits: any visits of one turn; those that do not count are left out.
  ///   - turn: the turn record's changes.
  /// - Returns: nothing unless two or more count.
  package init?(
    round: Int, household: RecordID, visits: some Sequence<LedgerVisit>, turn: Ancestry
  ) {
    let members = visits.filter(\.counts).sorted(by: LedgerVisit.precedes)
    guard members.count > 1 else { return nil }
    // Told once for each visit: a household visited hundreds of times must not stop the office.
    let knowledge = members.map { VisitKnowledge($0, turn) }
    var worst = DuplicateCause.unavoidable
    var forewarned: Set<RecordID> = []
    for (index, a) in knowledge.enumerated() {
      for b in knowledge[(index + 1)...] {
        let later = b.cause(of: a)
        worst = max(worst, later, a.cause(of: b))
        if a.visit.organiser == .company, b.visit.organiser == .site, later == .avoidable {
          forewarned.insert(b.visit.id)
        }
      }
    }
    self.round = round
    self.household = household
    self.members = members
    cause = worst
    self.forewarned = forewarned
  }

  /// Who could have known of whom, between two visits of one household.
  ///
  /// Avoidable: one's visit or draw was on the other visitor's store when that visit began. Learnt
  /// late: it arrived there between the visit and its entry. Unavoidable: neither knew.
  package static func cause(_ a: LedgerVisit, _ b: LedgerVisit, _ turn: Ancestry) -> DuplicateCause
  {
    let (one, other) = (VisitKnowledge(a, turn), VisitKnowledge(b, turn))
    return max(one.cause(of: other), other.cause(of: one))
  }
}

/// What a visitor's store held of the turn when the visit began, and when it was entered.
private struct VisitKnowledge {
  let visit: LedgerVisit
  private let atStart: Set<ChangeID>
  private let atEntry: Set<ChangeID>

  init(_ visit: LedgerVisit, _ turn: Ancestry) {
    self.visit = visit
    var atStart = Set(visit.knownAtStart)
    for change in visit.knownAtStart { atStart.formUnion(turn.ancestors(of: change)) }
    self.atStart = atStart
    atEntry = visit.turnChange.map { turn.ancestors(of: $0) } ?? []
  }

  /// Why this visit was made although the other, or the draw that led to it, stood in the way; a
  /// draw that both come from stands in nobody's.
  func cause(of other: VisitKnowledge) -> DuplicateCause {
    let isSameDraw = visit.draw != nil && visit.draw == other.visit.draw
    let acts = [other.visit.turnChange, isSameDraw ? nil : other.visit.drawTurnChange]
      .compactMap { $0 }
    if acts.contains(where: atStart.contains) { return .avoidable }
    return acts.contains(where: atEntry.contains) ? .learntLate : .unavoidable
  }
}
