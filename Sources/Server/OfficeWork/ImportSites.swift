package import ConflictFreeRecords
import Fingerprint
package import RecordCatalogue
import RecordStore
package import VisitModel

/// One site as a list names it, already checked.
package struct SiteRow: Hashable, Sendable {
  package let code: UnitCode
  package let name: String
  package let city: String
  package let propertyCompany: String
  /// Delivered units.
  package let totalUnits: Int

  package init(
    code: UnitCode, name: String, city: String, propertyCompany: String, totalUnits: Int
  ) {
    self.code = code
    self.name = name
    self.city = city
    self.propertyCompany = propertyCompany
    self.totalUnits = totalUnits
  }
}

/// What an import did to each row.
package struct ImportCounts: Hashable, Sendable {
  package var added = 0
  package var changed = 0
  package var unchanged = 0
  package init() {}
}

extension Office {
  package func scope(ofSite code: UnitCode) -> ScopeID {
    RecordIdentity.site(company: company, code: code)
  }

  /// Adds sites, or brings known ones up to date. A new site gets its seed, once; importing the same
  /// list again changes nothing.
  package func importSites(_ rows: [SiteRow]) throws -> ImportCounts {
    var counts = ImportCounts()
    try write { replica in
      for row in rows { try importSite(row, &counts, on: replica) }
    }
    return counts
  }

  private func importSite(
    _ row: SiteRow, _ counts: inout ImportCounts, on replica: Replica
  ) throws {
    let site = scope(ofSite: row.code)
    var edit = RecordEdit(
      .site, site.named(),
      [
        SiteField.code: .text(row.code.text), SiteField.name: .text(row.name),
        SiteField.city: .text(row.city), SiteField.propertyCompany: .text(row.propertyCompany),
        SiteField.totalUnits: .integer(Int64(row.totalUnits)),
        SiteField.zoneMinutes: .integer(Int64(environment.zone.minutes)),
      ])
    if let known = try replica.records.state(of: siteKey(site)) {
      edit = edit.differing(from: known)
      if edit.fields.isEmpty {
        counts.unchanged += 1
        return
      }
      counts.changed += 1
    } else {
      edit[SiteField.seed] = .bytes(environment.randomness.bytes(32))
      counts.added += 1
    }
    try publish([edit], in: site, on: replica)
  }
}

extension RecordEdit {
  /// Only those fields whose value is not the one shown already.
  package func differing(from state: RecordState) -> RecordEdit {
    RecordEdit(type, id, fields.filter { state.winner($0.key) != $0.value })
  }
}
