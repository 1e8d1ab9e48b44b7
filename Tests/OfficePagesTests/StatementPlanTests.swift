import FieldWork
import Foundation
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

/// What SQLite says that it will do for a statement.
private struct StatementPlan {
  let sql: String
  let steps: [String]

  init(_ sql: String, on database: any SQLDatabase) throws {
    self.sql = sql
    let nulls = sql.utf8.filter { $0 == UInt8(ascii: "?") }.map { _ in SQLValue.null }
    steps = try database.write { connection in
      try connection.rows("EXPLAIN QUERY PLAN " + sql, nulls) { try $0.text(3) }
    }
  }

  /// Tables with a row for each thing that anybody ever wrote, or for each home.
  private static let growing: Set<Substring> = [
    "record", "link", "bundle", "feed", "visitIndex", "unitIndex", "householdIndex",
  ]

  /// Of few rows, whatever there is in their tables.
  private static let partialIndexes = [
    "recordOpen", "bundleOpen", "bundleUnconfirmed", "bundleHeld", "bundleDelivered",
  ]

  /// The steps that read such a table from its beginning to its end.
  var readsWholeTables: [String] {
    let words = sql.split { $0 == " " || $0 == "\n" || $0 == "(" || $0 == ")" || $0 == "," }
    var tables: [Substring: Substring] = [:]
    for (word, next) in zip(words, words.dropFirst()) where Self.growing.contains(word) {
      tables[word] = word
      tables[next] = word
    }
    return steps.filter { step in
      let parts = step.split(separator: " ")
      guard parts.first == "SCAN", parts.count > 1, tables[parts[1]] != nil else { return false }
      return !Self.partialIndexes.contains { step.hasSuffix(" " + $0) }
    }
  }
}

@Suite("What pages and commands ask of the database")
struct StatementPlanTests {
  private func expectNoWholeTables(_ database: CountingDatabase) throws {
    let statements = database.texts.sorted()
    #expect(statements.count > 20)
    for sql in statements {
      let plan = try StatementPlan(sql, on: database)
      #expect(plan.readsWholeTables == [], "\(sql)")
    }
  }

  @Test("reads no table of all records from end to end, on any page that links lead to")
  func pages() async throws {
    var counting: CountingDatabase?
    let firm = try HomeFirm(1310) { environment in
      let counted = CountingDatabase(environment.database)
      counting = counted
      environment.database = counted
    }
    let database = try #require(counting)
    let readers = try [Role.companyReviewer, .administrator, .siteManager].map { role in
      try firm.pages.visitor(
        "\(role)", role, at: role == .siteManager ? [firm.pages.world.site] : [])
    }
    for reader in readers {
      var seen: Set<String> = ["/"]
      var open = ["/"]
      // The pages of every menu before the ninth page of one list.
      while !open.isEmpty, seen.count < 400 {
        let path = open.removeFirst()
        let page = try await firm.pages.get(path, as: reader)
        for link in links(page.body) where seen.insert(link).inserted { open.append(link) }
      }
      #expect(seen.count > 40, "\(reader)")
    }
    // An office has written all bundles of its company: they come in order and are not sorted.
    let written = database.texts.filter { $0.contains("(claimedMs, id) < (?, ?)") }
    try expectNoWholeTables(database)
    #expect(written.count == 2, "their lengths, and they themselves")
    for sql in written {
      let plan = try StatementPlan(sql, on: database)
      #expect(
        plan.steps.contains { $0.contains("bundleWritten (device=? AND (claimedMs,id)<(?,?))") })
    }
  }

  /// Of the same office, without fragments.
  private func links(_ page: String) -> [String] {
    page.split(separator: "href=\"").dropFirst().compactMap { rest in
      let link = rest.prefix { $0 != "\"" && $0 != "#" }.split(separator: "&amp;")
        .joined(separator: "&")
      return link.hasPrefix("/") ? link : nil
    }
  }

  @Test("reads no table of all records from end to end, when a laptop is asked or written to")
  func laptop() throws {
    let world = try World(seed: 1311, households: 6, roles: [.serviceSupervisor])
    world.clock.set("2026-09-07 12:00")
    var field = world.laptops[0].environment
    let database = CountingDatabase(field.database)
    field.database = database
    let laptop = try Laptop(field)
    let month = try #require(CivilMonth("2026-09"))
    _ = try laptop.drawSample(
      month: month, count: 2, reserves: 1, organiser: nil, at: nil)
    _ = try laptop.recordVisit(
      try world.visit(1, start: "2026-09-07 09:00", end: "2026-09-07 09:20"), at: nil)
    _ = try laptop.synchronise()
    try laptop.read { replica in
      let site = try laptop.site(named: nil, replica)
      let view = SiteView(replica, site.scope)
      _ = try laptop.status(replica)
      _ = try laptop.draws(of: site, replica)
      _ = try laptop.visits(of: site, replica)
      _ = try laptop.matters(of: site, replica)
      _ = try laptop.household("1-101", of: site, replica)
      _ = try view.duplicateCases()
      _ = try view.report(of: month, at: laptop.now)
    }
    try expectNoWholeTables(database)
  }
}
