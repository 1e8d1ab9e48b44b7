import RecordCatalogue
package import VisitModel

extension Sheet {
  /// The months of sites in sums, the latest first.
  /// - Parameter counted: those counted just now, in place of what is kept of them.
  package func totals(
    _ sites: [ScopeID], _ counted: [ScopeID: Computed] = [:]
  ) throws -> [SheetTotal] {
    let wanted = sites.filter { counted[$0] == nil }
    var totals = months.reduce(into: [CivilMonth: SheetTotal]()) { $0[$1] = SheetTotal($1) }
    for start in stride(from: 0, to: wanted.count, by: Self.sitesAtOnce) {
      try sums(wanted[start..<min(start + Self.sitesAtOnce, wanted.count)]) {
        totals[$0.month]?.add($0)
      }
    }
    for site in sites {
      for month in counted[site]?.sheet?.months ?? [] { totals[month.month]?.add(month) }
    }
    return months.compactMap { totals[$0] }
  }

  /// A statement names no more sites than this, and none that was not asked for: whoever sees many sees not all.
  private static let sitesAtOnce = 1_000

  private func sums(_ sites: ArraySlice<ScopeID>, _ body: (SheetTotal) -> Void) throws {
    let marks = sites.map { _ in "?" }.joined(separator: ",")
    let columns = [
      "isProvisional", "quota", "occupied", "counted", "byCompany", "visits", "waiting", "matters",
      "openMatters",
    ]
    try replica.connection.forEach(
      """
      SELECT m.month, COUNT(*), MIN(CASE WHEN \(holds("m")) = 1 THEN NULL ELSE m.computedMs END),
        \(columns.map { "SUM(m.\($0))" }.joined(separator: ", "))
      FROM scopeHead h JOIN siteMonth m ON m.scope = h.scope
      WHERE m.month >= ? AND m.month <= ? AND h.scope IN (\(marks)) GROUP BY m.month
      """,
      holdsValues + [
        .integer(months.last?.number ?? 0), .integer(months.first?.number ?? 0),
      ] + sites.map { .blob($0.bytes) }
    ) { row in
      guard let month = CivilMonth(number: try row.integer(0)) else {
        throw StoreFault.damaged("a row of the sheet")
      }
      var total = SheetTotal(month)
      total.sites = Int(try row.integer(1))
      if !row.isNull(2) { total.since = Instant(millisecondsSince1970: try row.integer(2)) }
      total.provisional = Int(try row.integer(3))
      total.quota = Int(try row.integer(4))
      total.occupied = Int(try row.integer(5))
      total.counted = Int(try row.integer(6))
      total.byCompany = Int(try row.integer(7))
      total.tally.visits = Int(try row.integer(8))
      total.tally.waiting = Int(try row.integer(9))
      total.tally.matters = Int(try row.integer(10))
      total.tally.openMatters = Int(try row.integer(11))
      body(total)
    }
  }
}
