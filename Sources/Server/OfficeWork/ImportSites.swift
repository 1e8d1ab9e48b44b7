package import ConflictFreeRecords
package import Fingerprint
package import RecordCatalogue
package import RecordStore
package import VisitModel

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
  /// list again changes nothing, and what a row does not say stays as it is.
  /// - Parameters:
  ///   - rows: no two of one code.
  ///   - shown: of the preview that the person agreed to; nothing where nobody was shown one.
  ///   - account: who imports; the office itself where nobody does.
  /// - Throws: `OfficeFault.failed` where the import would do something else than was shown.
  package func importSites(
    _ rows: [SiteRow], shown: Digest? = nil, by account: AccountID = Office.account
  ) throws -> ImportCounts {
    try write { replica in
      let plans = try rows.map { try plan($0, on: replica) }
      let preview = preview(rows, plans)
      try expect(shown, preview)
      for (row, plan) in zip(rows, plans) where plan.outcome.kind != .unchanged {
        var edit = plan.edit
        if plan.outcome.kind == .added {
          edit[SiteField.seed] = .bytes(environment.randomness.bytes(32))
        }
        try publish([edit], in: scope(ofSite: row.code), by: account, on: replica)
      }
      return preview.counts
    }
  }

  /// What importing the list would do now. Reads only.
  package func preview(_ rows: [SiteRow], on replica: Replica) throws -> ImportPreview {
    preview(rows, try rows.map { try plan($0, on: replica) })
  }

  private func preview(
    _ rows: [SiteRow], _ plans: [(edit: RecordEdit, outcome: RosterOutcome)]
  ) -> ImportPreview {
    ImportPreview(plans.map(\.outcome), keys: rows.map(\.code.text), of: company)
  }

  /// What is not said is empty at a new site, and at a known one stays.
  private func plan(
    _ row: SiteRow, on replica: Replica
  ) throws -> (edit: RecordEdit, outcome: RosterOutcome) {
    let site = scope(ofSite: row.code)
    let known = try replica.records.state(of: siteKey(site))
    let open: Value? = known == nil ? .text("") : nil
    var edit = RecordEdit(
      .site, site.named(),
      [
        SiteField.code: .text(row.code.text), SiteField.name: .text(row.name),
        SiteField.city: row.city.map { .text($0) } ?? open,
        SiteField.propertyCompany: row.propertyCompany.map { .text($0) } ?? open,
        SiteField.totalUnits: .integer(Int64(row.totalUnits)),
        SiteField.zoneMinutes: .integer(Int64(environment.zone.minutes)),
      ])
    if let known { edit = edit.differing(from: known) }
    let kind: RosterOutcome.Kind =
      known == nil ? .added : edit.fields.isEmpty ? .unchanged : .changed
    return (edit, RosterOutcome(kind: kind, changes: RosterChange.of(edit, from: known)))
  }
}

extension RecordEdit {
  /// Only those fields whose value is not the one shown already.
  package func differing(from state: RecordState) -> RecordEdit {
    RecordEdit(type, id, fields.filter { state.winner($0.key) != $0.value })
  }
}
