package import ConflictFreeRecords
package import VisitModel

/// What head office decided about one visit of a case.
package struct MemberDecision: Hashable, Sendable {
  /// The visit that stands.
  package let against: RecordID
  package let kind: SettlementKind

  package init(against: RecordID, kind: SettlementKind) {
    self.against = against
    self.kind = kind
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
  /// Decisions in force, by visit: those held against a member that stands.
  ///
  /// A decision against a visit that was voided since, or is itself merged into another by a decision
  /// in force, has no effect: otherwise a household that was visited could end up credited to nobody.
  package var decisions: [RecordID: MemberDecision] { Self.decisions(of: members) }

  private static func decisions(of members: [LedgerVisit]) -> [RecordID: MemberDecision] {
    let ids = Set(members.map(\.id))
    var untold: [RecordID: MemberDecision] = [:]
    for member in members {
      guard let decision = member.decision, decision.against != member.id,
        ids.contains(decision.against)
      else { continue }
      untold[member.id] = decision
    }
    var inForce: [RecordID: MemberDecision] = [:]
    // First those that lean on a visit that surely stands, then those that lean on them. What runs in
    // a circle is never told, and has no effect.
    while true {
      let told = untold.filter { untold[$0.value.against]?.kind.isMerging != true }
      if told.isEmpty { return inForce }
      for (visit, decision) in told {
        untold[visit] = nil
        if inForce[decision.against]?.kind.isMerging != true { inForce[visit] = decision }
      }
    }
  }

  /// Settled: all members but one were decided about. A new member opens the case again.
  package var isOpen: Bool { members.count - decisions.count > 1 }

  /// A decision is there, and yet the case is open: a visit came to it later.
  package var isReopened: Bool { isOpen && !decisions.isEmpty }

  /// Members that still are visits of their own, in the order of credit; never empty.
  package var standing: [LedgerVisit] {
    let decided = decisions
    return members.filter { decided[$0.id]?.kind.isMerging != true }
  }

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
    let decided = Self.decisions(of: members)
    var worst = DuplicateCause.unavoidable
    var forewarned: Set<RecordID> = []
    for (index, a) in knowledge.enumerated() {
      for b in knowledge[(index + 1)...] {
        let later = b.cause(of: a)
        worst = max(worst, later, a.cause(of: b))
        let isMerged = decided[a.visit.id]?.kind.isMerging == true
        if a.visit.organiser == .company, b.visit.organiser == .site, later == .avoidable,
          !isMerged
        {
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
