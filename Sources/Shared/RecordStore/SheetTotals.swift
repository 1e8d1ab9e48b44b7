import RecordCatalogue
package import VisitModel

extension Sheet {
  /// The months of sites in sums, the latest first.
  /// - Parameter counted: those counted just now, in place of what is kept of them.
  package func totals(
    _ sites: [ScopeID], _ counted: [ScopeID: Computed] = [:]
  ) throws -> [SheetTotal] {
    let wanted = sites.filter { counted[$0] == nil }
    let isAll = wanted.count > 200
    var totals = months.reduce(into: [CivilMonth: SheetTotal]()) { $0[$1] = SheetTotal($1) }
    if isAll || !wanted.isEmpty {
      let among = isAll ? excluding(Array(counted.keys)) : self.among(wanted)
      try sums(among) { totals[$0.month] = $0 }
    }
    for site in sites {
      for month in counted[site]?.sheet?.months ?? [] { totals[month.month]?.add(month) }
    }
    return months.compactMap { totals[$0] }
  }

  private func excluding(_ sites: [ScopeID]) -> (sql: String, values: [SQLValue]) {
    if sites.isEmpty { return ("", []) }
    let marks = sites.map { _ in "?" }.joined(separator: ",")
    return (" AND h.scope NOT IN (\(marks))", sites.map { .blob($0.bytes) })
  }

  private func sums(
    _ among: (sql: String, values: [SQLValue]), _ body: (SheetTotal) -> Void
  ) throws {
    let columns = [
      "isProvisional", "quota", "occupied", "counted", "byCompany", "visits", "waiting", "matters",
      "openMatters",
    ]
    try replica.connection.forEach(
      """
      SELECT m.month, COUNT(*), MIN(CASE WHEN \(holds("m")) = 1 THEN NULL ELSE m.computedMs END),
        \(columns.map { "SUM(m.\($0))" }.joined(separator: ", "))
      FROM scopeHead h JOIN siteMonth m ON m.scope = h.scope
      WHERE m.month >= ? AND m.month <= ?\(among.sql) GROUP BY m.month
      """,
      holdsValues + [
        .integer(months.last?.number ?? 0), .integer(months.first?.number ?? 0),
      ] + among.values
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
