import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

extension Office {
  /// Brings a site's roster up to date.
  ///
  /// A unit that became occupied gets a new household; one that is no longer occupied sees its
  /// household depart; a joining date later than the household's own is a new family. What a row does not say
  /// stays as it is. Importing the same roster again changes nothing. Rows go into bundles of a few hundred
  /// changes each, all in one transaction.
  /// - Parameters:
  ///   - rows: no two of one unit.
  ///   - shown: of the preview that the person agreed to; nothing where nobody was shown one.
  ///   - account: who imports; the office itself where nobody does.
  /// - Throws: `OfficeFault.failed` where the import would do something else than was shown.
  package func importHouseholds(
    _ rows: [HouseholdRow], of site: ScopeID, shown: Digest? = nil,
    by account: AccountID = Office.account
  ) throws -> ImportCounts {
    let today = LocalTime(now, in: environment.zone).date
    if let shown {
      // Before any key is made for nothing.
      try read { try expect(shown, preview(rows, of: site, on: $0)) }
    }
    let keys = try rosterKeys(rows, of: site, today)
    return try write { replica in
      // Each row has a unit of its own, so that none changes what another would do.
      let plans = try rows.map { try plan($0, of: site, today, on: replica) }
      let preview = preview(rows, plans, of: site)
      try expect(shown, preview)
      var edits: [RecordEdit] = []
      for plan in plans {
        try edits += sealed(plan, keys)
        if edits.count >= 300 {
          try publish(edits, in: site, by: account, on: replica)
          edits = []
        }
      }
      if !edits.isEmpty { try publish(edits, in: site, by: account, on: replica) }
      return preview.counts
    }
  }

  /// What importing the rows would do now. Reads only.
  package func preview(
    _ rows: [HouseholdRow], of site: ScopeID, on replica: Replica
  ) throws -> ImportPreview {
    let today = LocalTime(now, in: environment.zone).date
    return preview(
      rows, try rows.map { try plan($0, of: site, today, on: replica) }, of: site)
  }

  private func preview(
    _ rows: [HouseholdRow], _ plans: [UnitPlan], of site: ScopeID
  ) -> ImportPreview {
    ImportPreview(
      zip(plans, rows).map { $0.outcome($1) }, keys: rows.map(\.unit.text), of: site)
  }

  func expect(_ shown: Digest?, _ preview: ImportPreview) throws {
    guard let shown, shown != preview.digest else { return }
    throw OfficeFault.failed(Message(.importOvertaken))
  }

  private func plan(
    _ row: HouseholdRow, of site: ScopeID, _ today: CivilDate, on replica: Replica
  ) throws -> UnitPlan {
    let tenancy = try Tenancy(row, of: site, in: company, on: replica)
    return try UnitPlan(row, tenancy, today) { try unknownTexts(row, $0, $1) }
  }

  /// The edits of a plan, its texts sealed.
  private func sealed(
    _ plan: UnitPlan, _ keys: [RecordID: HouseholdKey]
  ) throws -> [RecordEdit] {
    var edits: [RecordEdit] = plan.leaving.map { [$0] } ?? []
    if var edit = plan.household, let resident = plan.resident {
      if let key = keys[resident.id] {
        for text in plan.texts {
          edit[text.field] = try SealedText.seal(
            text.text, under: key.key, id: key.id,
            nonce: environment.randomness.bytes(DataKey.nonceByteCount), record: resident,
            field: text.field)
        }
      } else if !plan.texts.isEmpty {
        // Between the keys and this transaction somebody else came: the next import finds it as it is.
        throw OfficeFault.failed(Message(.importOvertaken))
      }
      if !edit.fields.isEmpty { edits.append(edit) }
    }
    if !plan.unit.fields.isEmpty { edits.append(plan.unit) }
    return edits
  }

  /// The row's name and telephone, as far as they are not what the record says already, under
  /// whichever year's key it was sealed.
  private func unknownTexts(
    _ row: HouseholdRow, _ household: RecordKey, _ state: RecordState?
  ) throws -> [UnitPlan.Text] {
    var texts: [UnitPlan.Text] = []
    for (field, text) in [
      (HouseholdField.name, row.name), (HouseholdField.telephone, row.telephone),
    ] {
      guard let text, !text.isEmpty else { continue }
      var before = RosterChange.Value.nothing
      if let shown = state?.sealed(field) {
        before = .hidden
        let key = try environment.keyDatabase.read { connection in
          try KeyTable(connection, storeKey: secrets.storeKey).key(shown.keyID)
        }
        if let key {
          let known = try SealedText.open(shown, with: key.key, record: household, field: field)
          if known.utf8.elementsEqual(text.utf8) { continue }
          before = .text(known)
        }
      }
      texts.append(UnitPlan.Text(field: field, text: text, before: before))
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
        let plan = try plan(row, of: site, today, on: replica)
        return plan.texts.isEmpty ? nil : plan.resident?.id
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
