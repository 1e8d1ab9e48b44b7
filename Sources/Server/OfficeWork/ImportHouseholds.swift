import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
package import VisitModel

/// One unit as a roster names it, already checked.
package struct HouseholdRow: Hashable, Sendable {
  package let unit: UnitCode
  package let kind: UnitKind
  package let occupancy: Occupancy
  /// Nothing when the roster does not say.
  package let name: String?
  package let telephone: String?
  package let joinedOn: CivilDate?
  package let isRestricted: Bool

  package init(
    unit: UnitCode, kind: UnitKind, occupancy: Occupancy, name: String?, telephone: String?,
    joinedOn: CivilDate?, isRestricted: Bool
  ) {
    self.unit = unit
    self.kind = kind
    self.occupancy = occupancy
    self.name = name
    self.telephone = telephone
    self.joinedOn = joinedOn
    self.isRestricted = isRestricted
  }
}

extension Office {
  /// Brings a site's roster up to date.
  ///
  /// A unit that became occupied gets a new household; one that is no longer occupied sees its
  /// household depart; a joining date later than the household's own is a new family. Importing the
  /// same roster again changes nothing. Rows go into bundles of a few hundred changes each.
  package func importHouseholds(_ rows: [HouseholdRow], of site: ScopeID) throws -> ImportCounts {
    var counts = ImportCounts()
    let today = LocalTime(now, in: environment.zone).date
    let keys = try rosterKeys(rows, of: site, today)
    try write { replica in
      var edits: [RecordEdit] = []
      for row in rows {
        let before = edits.count
        let isNew = try importUnit(row, of: site, today, keys, &edits, on: replica)
        if isNew {
          counts.added += 1
        } else if edits.count > before {
          counts.changed += 1
        } else {
          counts.unchanged += 1
        }
        if edits.count >= 300 {
          try publish(edits, in: site, on: replica)
          edits = []
        }
      }
      if !edits.isEmpty { try publish(edits, in: site, on: replica) }
    }
    return counts
  }

  /// - Returns: whether the unit was not known before.
  private func importUnit(
    _ row: HouseholdRow, of site: ScopeID, _ today: CivilDate,
    _ keys: [RecordID: HouseholdKey], _ edits: inout [RecordEdit], on replica: Replica
  ) throws -> Bool {
    let unitID = RecordIdentity.unit(company: company, site: site, code: row.unit)
    let unitKey = RecordKey(scope: site, type: .unit, id: unitID)
    let known = try replica.records.state(of: unitKey)
    var unit = RecordEdit(
      .unit, unitID,
      [
        UnitField.code: .text(row.unit.text), UnitField.kind: .code(row.kind),
        UnitField.occupancy: .code(row.occupancy),
      ])
    let current = known?.reference(UnitField.currentHousehold)
    let currentState = try current.flatMap { try replica.records.state(of: $0) }
    let hasDeparted = currentState?.date(HouseholdField.departedOn) != nil
    let isAnotherFamily =
      row.joinedOn.map { joined in
        currentState?.date(HouseholdField.joinedOn).map { joined > $0 } ?? false
      } ?? false
    if let current, !hasDeparted, !row.occupancy.isOccupied || isAnotherFamily {
      edits.append(
        RecordEdit(
          .household, current.id,
          [HouseholdField.departedOn: .date(isAnotherFamily ? row.joinedOn ?? today : today)]))
    }
    if row.occupancy.isOccupied {
      if let current, !hasDeparted, !isAnotherFamily {
        let edit = try details(row, household: current, keys, currentState)
        if !edit.fields.isEmpty { edits.append(edit) }
      } else {
        let id = RecordIdentity.household(unit: unitID, previous: current?.id)
        let key = RecordKey(scope: site, type: .household, id: id)
        var household = try details(row, household: key, keys, nil)
        household[HouseholdField.unit] = .reference(unitKey)
        if let current { household[HouseholdField.previous] = .reference(current) }
        household[HouseholdField.joinedOn] = .date(row.joinedOn ?? today)
        edits.append(household)
        unit[UnitField.currentHousehold] = .reference(key)
      }
    }
    let change = known.map { unit.differing(from: $0) } ?? unit
    if !change.fields.isEmpty { edits.append(change) }
    return known == nil
  }

  private func details(
    _ row: HouseholdRow, household: RecordKey, _ keys: [RecordID: HouseholdKey],
    _ state: RecordState?
  ) throws -> RecordEdit {
    var edit = RecordEdit(
      .household, household.id, [HouseholdField.isRestricted: .flag(row.isRestricted)])
    if let key = keys[household.id] {
      for (field, text) in [
        (HouseholdField.name, row.name), (HouseholdField.telephone, row.telephone),
      ] {
        guard let text, !text.isEmpty else { continue }
        let sealed = try SealedText.seal(
          text, under: key.key, id: key.id,
          nonce: environment.randomness.bytes(DataKey.nonceByteCount), record: household,
          field: field)
        if let shown = state?.winner(field), shown.holdsSame(as: sealed) { continue }
        edit[field] = sealed
      }
    }
    return state.map { edit.differing(from: $0) } ?? edit
  }

  /// The roster keys of the households that rows give a name or telephone, made where missing; on
  /// disk before anything is sealed under them.
  private func rosterKeys(
    _ rows: [HouseholdRow], of site: ScopeID, _ today: CivilDate
  ) throws -> [RecordID: HouseholdKey] {
    var wanted: [RecordID] = []
    try read { replica in
      for row in rows where row.occupancy.isOccupied && (row.name ?? row.telephone) != nil {
        let unitID = RecordIdentity.unit(company: company, site: site, code: row.unit)
        let unit = try replica.records.state(
          of: RecordKey(scope: site, type: .unit, id: unitID))
        let current = unit?.reference(UnitField.currentHousehold)
        // Both the present household and the one that would follow it.
        wanted.append(RecordIdentity.household(unit: unitID, previous: current?.id))
        if let current { wanted.append(current.id) }
      }
    }
    return try environment.keyDatabase.write { connection in
      let table = KeyTable(connection, storeKey: secrets.storeKey)
      var keys: [RecordID: HouseholdKey] = [:]
      for household in wanted {
        let known = try table.key(
          of: household, in: site, year: today.year,
          retentionClass: RetentionClass.roster.rawValue)
        if let known {
          keys[household] = known
          continue
        }
        guard let bytes = DataKey(bytes: environment.randomness.bytes(DataKey.byteCount)) else {
          continue
        }
        let made = HouseholdKey(
          id: DataKeyID(prefixOf: environment.randomness.bytes(16)), household: household,
          year: today.year, retentionClass: RetentionClass.roster.rawValue, key: bytes)
        try table.add(
          made, of: site, isMadeHere: true,
          nonce: environment.randomness.bytes(DataKey.nonceByteCount))
        keys[household] = made
      }
      return keys
    }
  }
}
