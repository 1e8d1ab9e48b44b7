import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import VisitModel

/// The sheet of all sites as one reading finds it: what was counted, and whether it holds now.
package struct Sheet {
  let replica: Replica
  let now: Instant
  /// The months it keeps.
  package let months: [CivilMonth]
  /// When the next month begins at the office: then every site has one more.
  let monthsEnd: Instant
  /// Of everything in the company's scope that a site's figures follow from.
  let companySum: Digest

  /// - Parameters:
  ///   - zone: of the office, whose month is the present one.
  package init(_ replica: Replica, of company: ScopeID, in zone: ZoneOffset, at now: Instant) throws
  {
    self.replica = replica
    self.now = now
    let present = LocalTime(now, in: zone).date.civilMonth
    months = present.keptMonths
    monthsEnd = present.next.firstDay.startOfDay(in: zone)
    companySum = try Self.sum(of: company, replica)
  }

  /// The decisions, the working calendar, and when the company met: nothing else of the company's scope has
  /// a part in what a site comes to. Who is added or renamed there every day leaves the sheet as it is.
  private static let companyTypes: [RecordType] = [
    .policySetting, .calendarYear, .calendarDay, .meeting,
  ]

  private static func sum(of company: ScopeID, _ replica: Replica) throws -> Digest {
    var text: [UInt8] = []
    for type in companyTypes {
      try replica.connection.forEach(
        "SELECT id, state FROM record WHERE scope = ? AND type = ? ORDER BY id",
        [.blob(company.bytes), .integer(Int64(type.number))]
      ) { row in
        let state = try row.blob(1)
        text += try row.blob(0) + ByteCount.bytes(state.count) + state
      }
      text += ByteCount.bytes(-1)
    }
    return Digest(domain: "rounds sheet v1", text)
  }

  // MARK: Reading

  /// 1 where a row of the sheet holds now.
  func holds(_ table: String) -> String {
    """
    CASE WHEN \(table).viewCount = h.viewCount AND \(table).viewSum = h.viewSum
      AND \(table).companySum = ? AND \(table).computedMs <= ? AND \(table).untilMs > ?
    THEN 1 ELSE 0 END
    """
  }

  var holdsValues: [SQLValue] {
    [
      .blob(companySum.bytes), .integer(now.millisecondsSince1970),
      .integer(now.millisecondsSince1970),
    ]
  }

  /// One of few sites, or any of many: then the caller looks for its own.
  func among(_ sites: [ScopeID]) -> (sql: String, values: [SQLValue]) {
    if sites.count > 200 { return ("", []) }
    let marks = sites.map { _ in "?" }.joined(separator: ",")
    return (" AND h.scope IN (\(marks))", sites.map { .blob($0.bytes) })
  }

  /// The rows of sites, in their order, as they are kept.
  package func rows(of month: CivilMonth, _ sites: [SiteFacts]) throws -> [SheetRow] {
    let among = among(sites.map(\.scope))
    let standing = SiteSheetTable.standingColumns
    let columns = (standing.map { "s." + $0 } + SiteSheetTable.monthColumns.map { "m." + $0 })
      .joined(separator: ", ")
    var found: [ScopeID: (standing: Kept<SheetStanding>, month: Kept<SheetMonth>)] = [:]
    found.reserveCapacity(sites.count)
    try replica.connection.forEach(
      """
      SELECT h.scope, s.computedMs, s.fault, \(holds("s")), m.computedMs, \(holds("m")), \(columns)
      FROM scopeHead h JOIN siteStanding s ON s.scope = h.scope
      LEFT JOIN siteMonth m ON m.scope = h.scope AND m.month = ? WHERE 1 = 1\(among.sql)
      """, holdsValues + holdsValues + [.integer(month.number)] + among.values
    ) { row in
      guard let scope = ScopeID(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("a row of the sheet")
      }
      let fault = try row.text(2)
      if !fault.utf8.isEmpty {
        found[scope] = (.damaged(fault), .damaged(fault))
        return
      }
      found[scope] = (
        Self.kept(try SheetStanding(row, 6), try row.integer(1), holds: try row.integer(3)),
        row.isNull(4)
          ? .notYet
          : Self.kept(
            try SheetMonth(month, row, 6 + standing.count), try row.integer(4),
            holds: try row.integer(5))
      )
    }
    let isKept = months.contains(month)
    return sites.map { site in
      let one = found[site.scope]
      return SheetRow(
        site: site, month: isKept ? one?.month ?? .notYet : .notKept,
        standing: one?.standing ?? .notYet)
    }
  }

  private static func kept<Figures>(
    _ figures: Figures, _ at: Int64, holds: Int64
  ) -> Kept<Figures> {
    holds == 1 ? .current(figures) : .asOf(figures, Instant(millisecondsSince1970: at))
  }

  /// Sites whose row does not hold now, those first that were never counted, then those counted longest ago.
  package func stale(among sites: [ScopeID]? = nil, limit: Int) throws -> [ScopeID] {
    let among = sites.map { self.among($0) } ?? (sql: "", values: [])
    let wanted = sites.map { Set($0) }
    return try replica.connection.rows(
      """
      SELECT h.scope FROM record r CROSS JOIN scopeHead h
      LEFT JOIN siteStanding s ON s.scope = h.scope
      WHERE h.scope = r.scope AND \(RecordType.site.condition("r.type")) AND r.id = r.scope
        AND \(holds("s")) = 0\(among.sql) ORDER BY COALESCE(s.computedMs, -1), h.scope
      """, holdsValues + among.values
    ) { row in
      guard let scope = ScopeID(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("a row of the sheet")
      }
      return scope
    }
    .filter { wanted?.contains($0) ?? true }.prefix(limit).map { $0 }
  }

  /// The draws of a month at all sites, as they are kept, the newest first.
  package func draws(of month: CivilMonth) throws -> [SheetDraw] {
    try replica.connection.rows(
      """
      SELECT scope, id, round, organiser, atMs, primaryCount, reserveCount, openCount, state
      FROM siteDraw WHERE month = ? ORDER BY atMs DESC, scope, id
      """, [.integer(month.number)]
    ) { row in
      guard let scope = ScopeID(bytes: try row.blob(0)),
        let organiser = Organiser(rawValue: Int(try row.integer(3))),
        let state = DrawState(rawValue: Int(try row.integer(8)))
      else { throw StoreFault.damaged("a draw of the sheet") }
      return SheetDraw(
        key: RecordKey(scope: scope, type: .draw, id: try RecordRows.recordID(row, 1)),
        round: Int(try row.integer(2)), month: month, organiser: organiser,
        at: row.isNull(4) ? nil : Instant(millisecondsSince1970: try row.integer(4)),
        primary: Int(try row.integer(5)), reserve: Int(try row.integer(6)),
        open: Int(try row.integer(7)), state: state)
    }
  }
}

/// Lengths before what they are the length of, so that no two lists of texts look alike.
private enum ByteCount {
  static func bytes(_ count: Int) -> [UInt8] {
    let bits = UInt64(bitPattern: Int64(count))
    return (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
  }
}
