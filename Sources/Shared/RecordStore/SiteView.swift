package import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

/// A site as everyone at it knows it.
package struct SiteFacts: Hashable, Sendable {
  package let scope: ScopeID
  package let code: String
  package let name: String
  package let city: String
  package let propertyCompany: String
  /// 32 bytes; empty while the site's own record has not arrived.
  package let seed: [UInt8]
  /// Delivered units; the key of the quota bracket (A04).
  package let totalUnits: Int
  package let zone: ZoneOffset
}

/// From when to when a household lives in its unit, as far as a replica knows.
package struct Residence: Hashable, Sendable {
  package let joinedOn: CivilDate?
  package let departedOn: CivilDate?
  /// Of the unit.
  package let occupancy: Occupancy

  /// A departure or a move-in holds from its own date on, however early it was recorded.
  package func isOccupied(on day: CivilDate) -> Bool {
    if !hasJoined(by: day) { return false }
    if departedOn != nil { return !hasDeparted(by: day) }
    return occupancy.isOccupied
  }

  package func hasJoined(by day: CivilDate) -> Bool { joinedOn.map { $0 <= day } ?? true }

  package func hasDeparted(by day: CivilDate) -> Bool { departedOn.map { $0 <= day } ?? false }
}

/// A household with the unit it lives in; names and telephones stay sealed in the record.
package struct HouseholdFacts: Hashable, Sendable {
  package let key: RecordKey
  package let unit: RecordKey
  package let unitCode: String
  package let unitKind: UnitKind
  package let residence: Residence
  package let isRestricted: Bool

  package var occupancy: Occupancy { residence.occupancy }
  package var joinedOn: CivilDate? { residence.joinedOn }
  package var departedOn: CivilDate? { residence.departedOn }

  package func isOccupied(on day: CivilDate) -> Bool { residence.isOccupied(on: day) }
  package func hasJoined(by day: CivilDate) -> Bool { residence.hasJoined(by: day) }
  package func hasDeparted(by day: CivilDate) -> Bool { residence.hasDeparted(by: day) }
}

package struct RoundFacts: Hashable, Sendable {
  package let number: Int
  package let state: RoundState
  package let openedAt: Instant?
  package let closedAt: Instant?

  /// - Returns: nothing without a number a round can have.
  init?(_ state: RecordState) {
    guard let number = state.integer(RoundField.number), (1...Bounds.roundMax).contains(number)
    else { return nil }
    self.number = number
    // A closed round never reopens: one head that says so is enough, whatever was written beside it.
    let closed = Value.code(RoundState.closed)
    let isClosed = state.heads[RoundField.state]?.contains { $0.value == closed } ?? false
    self.state = isClosed ? .closed : .open
    openedAt = state.instant(RoundField.openedAt)
    closedAt = state.instant(RoundField.closedAt)
  }
}

package struct MonthFrameFacts: Hashable, Sendable {
  package let month: CivilMonth
  package let totalUnits: Int
  package let occupied: Int
}

/// What a replica knows of one site, read for one question.
package struct SiteView {
  package let replica: Replica
  package let scope: ScopeID

  package init(_ replica: Replica, _ scope: ScopeID) {
    self.replica = replica
    self.scope = scope
  }

  /// Every site whose own record this replica holds, by code (R3-02).
  package static func all(in replica: Replica) throws -> [SiteFacts] {
    if let sites = replica.known?.sites { return sites }
    let sites: [SiteFacts]
    if let shelf = replica.known?.shelf {
      sites = try shelf.sites(at: replica.feed.views()) { try SiteView(replica, $0).facts() }
    } else {
      sites = try replica.records.ofTheirScopes(.site)
        .map { SiteView(replica, $0.scope).facts(of: $0.state) }
        .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    }
    replica.known?.sites = sites
    return sites
  }

  package func key(_ type: RecordType, _ id: RecordID) -> RecordKey {
    RecordKey(scope: scope, type: type, id: id)
  }

  package func facts() throws -> SiteFacts? {
    try replica.records.state(of: key(.site, scope.named())).map { facts(of: $0) }
  }

  private func facts(of state: RecordState) -> SiteFacts {
    SiteFacts(
      scope: scope, code: state.text(SiteField.code) ?? "",
      name: state.text(SiteField.name) ?? "", city: state.text(SiteField.city) ?? "",
      propertyCompany: state.text(SiteField.propertyCompany) ?? "",
      seed: state.bytes(SiteField.seed) ?? [],
      totalUnits: state.integer(SiteField.totalUnits) ?? 0,
      zone: state.integer(SiteField.zoneMinutes).flatMap(ZoneOffset.init) ?? .china)
  }

  package func household(_ id: RecordID) throws -> HouseholdFacts? {
    guard let state = try replica.records.state(of: key(.household, id)),
      let unit = state.reference(HouseholdField.unit)
    else { return nil }
    return household(id, state, unit: try replica.records.state(of: unit))
  }

  private func household(
    _ id: RecordID, _ state: RecordState, unit: RecordState?
  ) -> HouseholdFacts? {
    guard let unitKey = state.reference(HouseholdField.unit) else { return nil }
    let unit = UnitFacts(unit)
    return HouseholdFacts(
      key: key(.household, id), unit: unitKey, unitCode: unit.code, unitKind: unit.kind,
      residence: Residence(
        joinedOn: state.date(HouseholdField.joinedOn),
        departedOn: state.date(HouseholdField.departedOn), occupancy: unit.occupancy),
      isRestricted: state.flag(HouseholdField.isRestricted))
  }

  /// Rounds with a record, ascending; a site without any is in its first.
  package func rounds() throws -> [RoundFacts] {
    try replica.records.states(of: .round, in: scope).compactMap { RoundFacts($0.state) }
      .sorted { $0.number < $1.number }
  }

  /// The round that new visits and draws belong to: one after the last closed one.
  package func currentRound() throws -> Int {
    (try rounds().filter { $0.state == .closed }.map(\.number).max() ?? 0) + 1
  }

  package func frame(of month: CivilMonth) throws -> MonthFrameFacts? {
    let id = RecordIdentity.monthFrame(site: scope, month: month)
    guard let state = try replica.records.state(of: key(.monthFrame, id)),
      let total = state.integer(MonthFrameField.totalUnits),
      let occupied = state.integer(MonthFrameField.occupied)
    else { return nil }
    return MonthFrameFacts(month: month, totalUnits: total, occupied: occupied)
  }

  package func visits() throws -> [(summary: VisitSummary, state: RecordState)] {
    try replica.records.states(of: .visit, in: scope).compactMap { id, state in
      VisitSummary(key(.visit, id), state).map { ($0, state) }
    }
  }

  /// The visits that carry a month, by id.
  package func visits(
    of month: CivilMonth
  ) throws -> [(summary: VisitSummary, state: RecordState)] {
    try replica.connection.rows(
      "SELECT id FROM visitIndex WHERE scope = ? AND month = ? ORDER BY id",
      [.blob(scope.bytes), .integer(month.number)]
    ) { try RecordRows.recordID($0, 0) }
    .compactMap { id in
      guard let state = try replica.records.state(of: key(.visit, id)) else {
        throw StoreFault.computedRow("a visit's row without its visit")
      }
      return VisitSummary(key(.visit, id), state).map { ($0, state) }
    }
  }
}
