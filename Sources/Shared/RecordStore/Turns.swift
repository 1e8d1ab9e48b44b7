import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
package import Sampling
package import VisitModel

/// A drawn household with its place in the draw.
package struct DrawEntryFacts: Hashable, Sendable {
  package let key: RecordKey
  package let draw: RecordKey
  package let household: RecordID
  package let kind: EntryKind
  package let order: Int
  package let outcome: EntryOutcome
  /// Of a visited reserve: the primary it stands in for.
  package let replaces: RecordID?
}

/// A sample as it was recorded.
package struct DrawFacts: Hashable, Sendable {
  package let key: RecordKey
  package let round: Int
  package let month: CivilMonth
  package let organiser: Organiser
  package let slot: String
  package let slotListVersion: Int
  package let ruleVersion: Int
  package let eligible: [RecordID]
  package let primaryCount: Int
  package let reserveCount: Int
  package let state: DrawState
  package let drawnAt: Instant?
  package let account: AccountID?
  /// Why and when it was released, cancelled or expired.
  package let stateReason: String?
  package let stateAt: Instant?
}

extension SiteView {
  /// Every draw of the site, oldest first.
  package func draws() throws -> [DrawFacts] {
    try replica.records.states(of: .draw, in: scope)
      .compactMap { draw(key(.draw, $0.id), $0.state) }
      .sorted {
        ($0.drawnAt ?? Instant(millisecondsSince1970: 0), $0.key)
          < ($1.drawnAt ?? Instant(millisecondsSince1970: 0), $1.key)
      }
  }

  package func draw(_ key: RecordKey) throws -> DrawFacts? {
    try replica.records.state(of: key).flatMap { draw(key, $0) }
  }

  private func draw(_ key: RecordKey, _ state: RecordState) -> DrawFacts? {
    guard let round = state.integer(DrawField.round), let month = state.month(DrawField.month),
      let organiser = state.code(DrawField.organiser, as: Organiser.self)
    else { return nil }
    return DrawFacts(
      key: key, round: round, month: month, organiser: organiser,
      slot: state.text(DrawField.slot) ?? "",
      slotListVersion: state.integer(DrawField.slotListVersion) ?? 0,
      ruleVersion: state.integer(DrawField.ruleVersion) ?? 0,
      eligible: PackedRecords.unpack(state.bytes(DrawField.eligible) ?? []),
      primaryCount: state.integer(DrawField.primaryCount) ?? 0,
      reserveCount: state.integer(DrawField.reserveCount) ?? 0,
      state: drawState(state), drawnAt: state.instant(DrawField.drawnAt),
      account: state.reference(DrawField.account)?.id.named(),
      stateReason: state.text(DrawField.stateReason), stateAt: state.instant(DrawField.stateAt))
  }

  /// A draw that was given up by anybody stands no longer, even where two gave it up in different ways.
  private func drawState(_ state: RecordState) -> DrawState {
    let standing = Value.code(DrawState.standing)
    let heads = state.heads[DrawField.state] ?? []
    guard let ended = heads.last(where: { $0.value != standing }) else { return .standing }
    guard case .code(DrawState.setNumber, let number) = ended.value,
      let named = DrawState(rawValue: Int(number))
    else { return .cancelled }
    return named
  }

  /// Every entry of every draw of the site, by draw and order.
  package func drawEntries() throws -> [DrawEntryFacts] {
    try replica.records.states(of: .drawEntry, in: scope)
      .compactMap { entry(key(.drawEntry, $0.id), $0.state) }
      .sorted { ($0.draw, $0.order) < ($1.draw, $1.order) }
  }

  /// A draw's entries, in its order.
  package func drawEntries(of draw: RecordKey) throws -> [DrawEntryFacts] {
    try replica.records.members(.drawEntryOfDraw, of: draw)
      .compactMap { entry($0.key, $0.state) }
      .sorted { $0.order < $1.order }
  }

  /// The entries that name a household, by draw.
  package func drawEntries(naming household: RecordID) throws -> [DrawEntryFacts] {
    try replica.records.members(.drawEntryOfHousehold, of: key(.household, household))
      .compactMap { entry($0.key, $0.state) }
      .sorted { ($0.draw, $0.order) < ($1.draw, $1.order) }
  }

  private func entry(_ key: RecordKey, _ state: RecordState) -> DrawEntryFacts? {
    guard let draw = state.reference(DrawEntryField.draw),
      let household = state.reference(DrawEntryField.household)
    else { return nil }
    return DrawEntryFacts(
      key: key, draw: draw, household: household.id,
      kind: state.code(DrawEntryField.kind) ?? .primary,
      order: state.integer(DrawEntryField.order) ?? 0,
      outcome: state.code(DrawEntryField.outcome) ?? .open,
      replaces: state.reference(DrawEntryField.replaces)?.id)
  }

  /// The round as this replica knows it, its own pending work included.
  /// - Parameter now: who lives at the site on that day takes part.
  package func round(
    _ number: Int, at now: Instant
  ) throws -> RoundView {
    let standing = try draws().filter { $0.round == number && $0.state == .standing }
    let attempts = try replica.records.states(of: .attempt, in: scope).map(\.state)
    return try round(
      number, households: roundHouseholds(on: day(of: now)), visits: countingVisits(in: number),
      attempts: attempts,
      entries: standing.flatMap { draw in try drawEntries(of: draw.key).map { ($0, draw) } })
  }

  /// The round as far as one household is concerned; of all others it says nothing.
  package func round(
    _ number: Int, of household: HouseholdFacts,
    at now: Instant
  ) throws -> RoundView {
    let id = household.key.id
    let attempts = try replica.records.members(.attemptAtHousehold, of: household.key).map(\.state)
    let entries = try drawEntries(naming: id).compactMap { entry -> (DrawEntryFacts, DrawFacts)? in
      guard let draw = try draw(entry.draw), draw.round == number, draw.state == .standing else {
        return nil
      }
      return (entry, draw)
    }
    return try round(
      number,
      households: [
        RoundHousehold(
          id: id, isOccupied: household.isOccupied(on: try day(of: now)),
          isRestricted: household.isRestricted)
      ],
      visits: try countingVisits(in: number, of: id), attempts: attempts, entries: entries)
  }

  private func day(of moment: Instant) throws -> CivilDate {
    LocalTime(moment, in: try facts()?.zone ?? .china).date
  }

  private func round(
    _ number: Int, households: [RoundHousehold], visits: [RoundVisit], attempts: [RecordState],
    entries: [(DrawEntryFacts, DrawFacts)]
  ) throws -> RoundView {
    let (policy, zone) = (try policy(), try facts()?.zone ?? .china)
    return RoundView(
      households: households,
      visits: visits,
      attempts: attempts.compactMap { state -> (at: Instant, attempt: RoundAttempt)? in
        guard state.integer(AttemptField.round) == number,
          let household = state.reference(AttemptField.household),
          let outcome = state.code(AttemptField.outcome, as: AttemptOutcome.self)
        else { return nil }
        let at = state.instant(AttemptField.at) ?? Instant(millisecondsSince1970: 0)
        let limit = policy.settings(on: LocalTime(at, in: zone).date).attemptsMax
        return (at, RoundAttempt(household: household.id, outcome: outcome, limit: limit))
      }.sorted { $0.at < $1.at }.map(\.attempt),
      entries: entries.map { entry, draw in
        StandingEntry(
          draw: draw.key.id, household: entry.household, organiser: draw.organiser,
          kind: entry.kind, outcome: entry.outcome)
      })
  }

  /// The counting visits of a round, of one household or of all.
  private func countingVisits(
    in round: Int, of household: RecordID? = nil
  ) throws -> [RoundVisit] {
    try replica.connection.rows(
      "SELECT household, organiser, startMs FROM visitIndex "
        + "WHERE scope = ? AND round = ? AND counts = 1"
        + (household == nil ? "" : " AND household = ?"),
      [.blob(scope.bytes), .integer(round)] + (household.map { [.blob($0.bytes)] } ?? [])
    ) { row in
      guard let organiser = Organiser(rawValue: Int(try row.integer(1))) else {
        throw StoreFault.damaged("a visit's row")
      }
      return RoundVisit(
        household: try RecordRows.recordID(row, 0), organiser: organiser,
        start: Instant(millisecondsSince1970: try row.integer(2)))
    }
  }

  /// A visit as the ledger counts it, with what its turn says of who knew whom.
  package func ledgerVisit(_ visit: VisitSummary, _ state: RecordState) throws -> LedgerVisit {
    let turn = try turnState(round: visit.round, household: visit.household)
    return try ledgerVisit(visit, state, turn: turn?.changes ?? [])
  }

  private func ledgerVisit(
    _ visit: VisitSummary, _ state: RecordState, turn changes: [ChangeID]
  ) throws -> LedgerVisit {
    let interviewers = try replica.records.members(.interviewerOfVisit, of: visit.key).compactMap {
      _, state -> LedgerVisit.Interviewer? in
      guard let account = state.reference(InterviewerField.account) else { return nil }
      return LedgerVisit.Interviewer(
        account: account.id.named(), post: state.code(InterviewerField.post) ?? .serviceOfficer)
    }
    let entryState = try visit.drawEntry.flatMap { try replica.records.state(of: $0) }
    let bundle = state.heads[VisitField.household]?.last?.change.bundle
    let drawBundle = entryState?.heads[DrawEntryField.household]?.last?.change.bundle
    let reasons = try replica.records.members(.reasonAbout, of: visit.key)
    return LedgerVisit(
      id: visit.key.id, household: visit.household, round: visit.round, month: visit.month,
      organiser: visit.organiser, kind: visit.kind, start: visit.start,
      isVoided: visit.isVoided, isCountable: visit.isCountable, interviewers: interviewers,
      turnChange: changes.first { $0.bundle == bundle },
      draw: entryState?.reference(DrawEntryField.draw)?.id,
      drawTurnChange: drawBundle.flatMap { drawn in changes.first { $0.bundle == drawn } },
      knownAtStart: visit.turnKnownAtStart,
      isRepeatByHand: reasons.contains { $0.state.text(ReasonField.rule) == "R1-38" },
      decision: try settlement(of: visit.key.id)?.decision)
  }

  package func turnState(round: Int, household: RecordID) throws -> RecordState? {
    let id = RecordIdentity.turn(
      round: RecordIdentity.round(site: scope, number: round), household: household)
    return try replica.records.state(of: key(.turn, id))
  }

  /// The duplicate case of one turn, if its visits make one.
  package func duplicateCase(round: Int, household: RecordID) throws -> DuplicateCase? {
    let ids = try replica.connection.rows(
      """
      SELECT id FROM visitIndex WHERE scope = ? AND round = ? AND household = ? AND counts = 1
      """, [.blob(scope.bytes), .integer(round), .blob(household.bytes)]
    ) { try RecordRows.recordID($0, 0) }
    guard ids.count > 1 else { return nil }
    let turn = try turnState(round: round, household: household)
    let visits = try ids.compactMap { id -> LedgerVisit? in
      guard let state = try replica.records.state(of: key(.visit, id)),
        let summary = VisitSummary(key(.visit, id), state)
      else { return nil }
      return try ledgerVisit(summary, state, turn: turn?.changes ?? [])
    }
    return DuplicateCase(
      round: round, household: household, visits: visits,
      turn: Ancestry(try turn.map { try replica.records.changes(of: $0) } ?? []))
  }

  /// The site's duplicate cases, by round and household.
  package func duplicateCases() throws -> [DuplicateCase] {
    try replica.connection.rows(
      "SELECT round, household FROM duplicateCase WHERE scope = ? ORDER BY round, household",
      [.blob(scope.bytes)]
    ) { (Int(try $0.integer(0)), try RecordRows.recordID($0, 1)) }
    .compactMap { try duplicateCase(round: $0.0, household: $0.1) }
  }
}
