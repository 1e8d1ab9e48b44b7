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
    let tenancy = try Tenancy(row, of: site, in: company, on: replica)
    var unit = RecordEdit(
      .unit, tenancy.unit.id,
      [
        UnitField.code: .text(row.unit.text), UnitField.kind: .code(row.kind),
        UnitField.occupancy: .code(row.occupancy),
      ])
    if let leaving = tenancy.leaves {
      let day = tenancy.joins == nil ? today : row.joinedOn ?? today
      edits.append(
        RecordEdit(.household, leaving.id, [HouseholdField.departedOn: .date(day)]))
    }
    if let staying = tenancy.stays {
      var edit = try details(row, household: staying, keys, tenancy.currentState)
      if let joined = row.joinedOn, tenancy.currentState?.date(HouseholdField.joinedOn) == nil {
        edit[HouseholdField.joinedOn] = .date(joined)
      }
      if !edit.fields.isEmpty { edits.append(edit) }
    }
    if let joining = tenancy.joins {
      var household = try details(row, household: joining, keys, nil)
      household[HouseholdField.unit] = .reference(tenancy.unit)
      if let before = tenancy.current { household[HouseholdField.previous] = .reference(before) }
      // A roster without dates does not say since when the first family it names lives there; who
      // follows another joins, at the latest, today.
      if let joined = row.joinedOn ?? (tenancy.current == nil ? nil : today) {
        household[HouseholdField.joinedOn] = .date(joined)
      }
      edits.append(household)
      unit[UnitField.currentHousehold] = .reference(joining)
    }
    let change = tenancy.unitState.map { unit.differing(from: $0) } ?? unit
    if !change.fields.isEmpty { edits.append(change) }
    return tenancy.unitState == nil
  }

  private func details(
    _ row: HouseholdRow, household: RecordKey, _ keys: [RecordID: HouseholdKey],
    _ state: RecordState?
  ) throws -> RecordEdit {
    var edit = RecordEdit(
      .household, household.id, [HouseholdField.isRestricted: .flag(row.isRestricted)])
    if let key = keys[household.id] {
      for (field, text) in try unknownTexts(row, household, state) {
        edit[field] = try SealedText.seal(
          text, under: key.key, id: key.id,
          nonce: environment.randomness.bytes(DataKey.nonceByteCount), record: household,
          field: field)
      }
    }
    return state.map { edit.differing(from: $0) } ?? edit
  }

  /// The row's name and telephone, as far as they are not what the record says already, under
  /// whichever year's key it was sealed.
  private func unknownTexts(
    _ row: HouseholdRow, _ household: RecordKey, _ state: RecordState?
  ) throws -> [(field: UInt32, text: String)] {
    var texts: [(field: UInt32, text: String)] = []
    for (field, text) in [
      (HouseholdField.name, row.name), (HouseholdField.telephone, row.telephone),
    ] {
      guard let text, !text.isEmpty else { continue }
      if let shown = state?.sealed(field) {
        let key = try environment.keyDatabase.read { connection in
          try KeyTable(connection, storeKey: secrets.storeKey).key(shown.keyID)
        }
        if let key {
          let known = try SealedText.open(shown, with: key.key, record: household, field: field)
          if known.utf8.elementsEqual(text.utf8) { continue }
        }
      }
      texts.append((field, text))
    }
    return texts
  }

  /// The roster keys of the households whose name or telephone is news, made where missing; on disk
  /// before anything is sealed under them.
  private func rosterKeys(
    _ rows: [HouseholdRow], of site: ScopeID, _ today: CivilDate
  ) throws -> [RecordID: HouseholdKey] {
    let wanted = try read { replica in
      try rows.compactMap { row -> RecordID? in
        let tenancy = try Tenancy(row, of: site, in: company, on: replica)
        guard let household = tenancy.stays ?? tenancy.joins else { return nil }
        let state = tenancy.stays == nil ? nil : tenancy.currentState
        return try unknownTexts(row, household, state).isEmpty ? nil : household.id
      }
    }
    return try rosterKeys(of: wanted, in: site, today)
  }

  /// The roster keys of households, made where missing; on disk when this returns.
  func rosterKeys(
    of households: [RecordID], in site: ScopeID, _ today: CivilDate
  ) throws -> [RecordID: HouseholdKey] {
    try householdKeys(of: households, in: site, year: today.year, .roster)
  }

  /// The keys of households for texts of a year and a class, made where missing; on disk when this
  /// returns.
  func householdKeys(
    of households: [RecordID], in site: ScopeID, year: Int, _ retentionClass: RetentionClass
  ) throws -> [RecordID: HouseholdKey] {
    if households.isEmpty { return [:] }
    return try environment.keyDatabase.write { connection in
      let table = KeyTable(connection, storeKey: secrets.storeKey)
      var keys: [RecordID: HouseholdKey] = [:]
      for household in households {
        let known = try table.key(
          of: household, in: site, year: year, retentionClass: retentionClass.rawValue)
        keys[household] =
          try known ?? madeKey(of: household, in: site, year: year, retentionClass, table)
      }
      return keys
    }
  }

  private func madeKey(
    of household: RecordID, in site: ScopeID, year: Int, _ retentionClass: RetentionClass,
    _ table: KeyTable
  ) throws -> HouseholdKey {
    guard let bytes = DataKey(bytes: environment.randomness.bytes(DataKey.byteCount)) else {
      throw SealingFailure.malformedKey
    }
    let made = HouseholdKey(
      id: DataKeyID(prefixOf: environment.randomness.bytes(16)), household: household,
      year: year, retentionClass: retentionClass.rawValue, key: bytes)
    try table.add(
      made, of: site, isMadeHere: true,
      nonce: environment.randomness.bytes(DataKey.nonceByteCount))
    return made
  }
}
