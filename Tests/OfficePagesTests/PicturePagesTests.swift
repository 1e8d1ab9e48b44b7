import CommunicationPolicy
import Console
import FieldWork
import Foundation
import Markup
import OfficePages
import OfficeWork
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel
import Wording

/// A site whose 1-101 was visited by itself and by the company, whose 1-102 was visited, 1-103 drawn, and 1-104 is not
/// to be visited. Of August there is neither a frame nor a visit.
private struct DrawnSite {
  let pages: PagesInProcess
  let reviewer: PagesInProcess.Visitor
  let month: CivilMonth

  var office: Office { pages.world.office }

  init(_ seed: UInt64, frame: Bool = true) throws {
    pages = try PagesInProcess(seed)
    var world = pages.world
    month = try #require(CivilMonth("2026-09"))
    _ = try world.office.restrict(
      unit: "1-104", of: world.site, isRestricted: true, reason: "in court")
    if frame { #expect(try world.office.takeFrames(of: month) == 1) }
    let company = try world.add(.companyVisitor)
    let officer = try world.add(.serviceSupervisor)
    _ = try company.recordVisit(
      try world.visit(1, start: "2026-09-07 09:00", end: "2026-09-07 09:20"), at: nil)
    for unit in [1, 2] {
      _ = try officer.recordVisit(
        try world.visit(
          unit, start: "2026-09-07 1\(unit - 1):00", end: "2026-09-07 1\(unit - 1):20"),
        at: nil)
    }
    _ = try officer.drawSample(month: month, count: 1, reserves: 0, organiser: nil, at: nil)
    for laptop in [company, officer] { _ = try laptop.synchronise() }
    reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
  }

  /// A table of a page as the page's own file gives it.
  func table(
    _ address: String, as visitor: PagesInProcess.Visitor? = nil
  ) async throws -> [String: Any] {
    let file = try await pages.get(address + "&as=json", as: visitor ?? reviewer)
    #expect(file.status == 200, "\(address): \(file.status)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(file.body.utf8)) as? [String: Any])
  }

  func rows(_ address: String) async throws -> [[String: Any]] {
    try #require(try await table(address)["rows"] as? [[String: Any]])
  }

  var report: MonthReport {
    get throws {
      try office.read { replica in
        let site = try #require(try SiteView(replica, pages.world.site).facts())
        return try office.report(of: month, at: site, on: replica)
      }
    }
  }
}

@Suite("Pictures on pages", .serialized)
struct PicturePagesTests {
  private func values(_ name: String, in body: String) -> [String] {
    body.components(separatedBy: " \(name)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test("show the site's quota as the page says it, and no quota where none is asked")
  func quota() async throws {
    let site = try DrawnSite(3001)
    let report = try site.report
    #expect(report.figures.counted == 2 && report.figures.byCompany == 1, "the ground of this test")
    let rows = try await site.rows("/site/S1?month=2026-09&table=1")
    let shown = rows.map {
      [$0["name"] as? String ?? "", "\($0["counted"] ?? "")", "\($0["quota"] ?? "")"]
    }
    let (figures, conditions) = (report.figures, report.conditions)
    #expect(
      shown.prefix(3) == [
        ["Site", "\(figures.counted)", "\(report.quota.count)"],
        ["Manager", "\(figures.byManager)", "\(conditions.manager.required)"],
        ["Supervisor", "\(figures.bySupervisor)", "\(conditions.supervisor.required)"],
      ])
    #expect(shown.last?.prefix(2) == ["Company visits", "1"] && rows.last?["quota"] is NSNull)
    let page = try await site.pages.get("/site/S1?month=2026-09", as: site.reviewer).body
    #expect(page.contains(">\(figures.counted) / \(report.quota.count)</text>"))
    #expect(page.contains(">1 / –</text>"))
  }

  @Test("say of a quota without a frame of when it is, and draw no unknown month as 0")
  func months() async throws {
    let site = try DrawnSite(3002, frame: false)
    let report = try site.report
    #expect(report.isProvisional)
    let bars = try await site.table("/site/S1?month=2026-09&table=1")
    let said = try #require(bars["faults"] as? [[String: Any]])
    #expect(said.contains { ($0["why"] as? String)?.contains("2026-09-07 12:00") ?? false })
    let rows = try await site.rows("/site/S1?month=2026-09&table=2")
    #expect(rows.count == 12 && rows.first?["month"] as? String == "2025-10")
    #expect(rows.last?["counted"] as? Int == report.figures.counted)
    #expect(rows.last?["quota"] as? Int == report.quota.count)
    for row in rows.dropLast() {
      #expect(row["counted"] is NSNull && row["quota"] is NSNull, "\(row)")
    }
    let page = try await site.pages.get("/site/S1?month=2026-09", as: site.reviewer).body
    #expect(page.contains("nothing of that month is on record"))
    // The first month and the last one there can be.
    for month in ["0001-01", "9999-12"] {
      #expect(
        try await site.pages.get("/site/S1?month=" + month, as: site.reviewer).status == 200)
    }
  }

  @Test("are images with a name and a description each, and share no id")
  func images() async throws {
    let site = try DrawnSite(3003)
    let one = try await site.pages.get("/duplicates", as: site.reviewer).body
    let duplicate = try #require(values("href", in: one).first { $0.hasPrefix("/duplicates/S1/") })
    for (address, least) in [
      ("/site/S1?month=2026-09", 3), ("/site/S1/round", 1), (duplicate, 1), ("/due?site=S1", 1),
      ("/summaries/S1/2026-09", 1),
    ] {
      let page = try await site.pages.get(address, as: site.reviewer)
      #expect(page.status == 200, "\(address)")
      let body = page.body
      let pictures = body.components(separatedBy: "<svg ").dropFirst()
      #expect(pictures.count >= least, "\(address): \(pictures.count)")
      let ids = values("id", in: body)
      #expect(Set(ids).count == ids.count, "\(address)")
      for picture in pictures {
        let tag = picture.prefix { $0 != ">" }
        #expect(tag.contains("role=\"img\""))
        for name in ["aria-labelledby", "aria-describedby"] {
          let id = try #require(values(name, in: " " + tag).first)
          #expect(ids.contains(id), "\(address): \(id)")
        }
      }
      #expect(!body.contains("<script") && !body.contains(" style=\""))
    }
  }

  @Test("of topics are the summary's own figures, and not for those who see to none of it")
  func topics() async throws {
    let site = try DrawnSite(3004)
    let office = site.office
    let said = try office.read {
      try office.summary(of: site.pages.world.site, month: site.month, on: $0).content.matters
    }
    #expect(said.values.reduce(0, +) == 3)
    for address in ["/summaries/S1/2026-09?table=2", "/site/S1?month=2026-09&table=6"] {
      let rows = try await site.rows(address)
      #expect(rows.count == Set(said.keys.map(\.topic)).count, "\(address)")
      for row in rows {
        let topic = try #require(Topic.allCases.first { $0.phrase.name == row["topic"] as? String })
        for kind in OpinionKind.allCases {
          let count = said[SummaryContent.Said(topic: topic, kind: kind)] ?? 0
          #expect(row[kind.name] as? Int == count, "\(address): \(topic) \(kind)")
        }
      }
    }
    let visitor = try site.pages.visitor("Visitor", .companyVisitor, at: [site.pages.world.site])
    let theirs = try await site.pages.get("/site/S1?month=2026-09", as: visitor)
    #expect(theirs.status == 200 && theirs.body.contains("<svg "))
    #expect(!theirs.body.contains("topics and kinds"))
  }

  @Test("of what is in time are the rates of the obligations that the reader may know of")
  func timeliness() async throws {
    let site = try DrawnSite(3005)
    let rates = try site.office.read {
      Timeliness.of(
        try site.office.obligations(of: site.pages.world.site, on: $0).map(\.obligation))
    }
    #expect(rates.contains { $0.rule == .r1_53 })
    let lists =
      try await site.pages.get("/due?site=S1", as: site.reviewer).body
      .components(separatedBy: "id=\"table-").count - 1
    for address in ["/due?site=S1&table=\(lists)", "/site/S1?month=2026-09&table=7"] {
      let rows = try await site.rows(address)
      #expect(rows.count == rates.count, "\(address)")
      for (row, rate) in zip(rows, rates) {
        #expect((row["name"] as? String)?.hasPrefix(rate.rule.rawValue + " ") ?? false)
        #expect(row["inTime"] as? Int == rate.inTime && row["late"] as? Int == rate.late)
        #expect(row["overdue"] as? Int == rate.overdue)
      }
    }
  }

  @Test("are black on white on paper, whatever colours they have")
  func paper() async throws {
    let css = try await PagesInProcess(3006).get("/style.css").body
    let paper = try #require(css.range(of: "@media print")).lowerBound
    for ink in Ink.allCases where ink != .paper && ink != .black {
      #expect(css[paper...].contains("[fill=\"\(ink.rawValue)\"]"), "\(ink)")
    }
    #expect(css[paper...].contains("svg text { fill: #000000; }"))
    #expect(
      css[paper...].contains(".scroll { overflow: visible; }"), "nothing is cut off at the edge")
  }
}

@Suite("The map of a site's round", .serialized)
struct RoundMapPageTests {
  @Test("shows each household as the round has it, and leads to its page")
  func states() async throws {
    let site = try DrawnSite(3011)
    let page = try await site.pages.get("/site/S1/round", as: site.reviewer).body
    let report = try site.report
    #expect(page.contains("map of round \(report.round)"))
    for (unit, state) in [
      ("101", "visited by both"), ("102", "visited"), ("103", "drawn, not yet visited"),
      ("104", "not to be visited"),
    ] { #expect(page.lowercased().contains("<title>1-\(unit) \(state)"), "\(unit)") }
    let floors = try await site.rows("/site/S1/round?table=1")
    #expect(floors.count == 1 && floors.first?["floor"] as? String == "1")
    func count(_ keys: String...) -> Int {
      floors.reduce(0) { sum, row in sum + keys.reduce(0) { $0 + (row[$1] as? Int ?? 0) } }
    }
    #expect(
      count("visited", "visitedByBoth", "refused", "unreachable") == report.progress.done)
    #expect(count("open", "drawn") == report.progress.open && report.progress.open == 1)
    #expect(count("restricted") == 1 && count("unknown", "departed") == 0)
    let units = try await site.rows("/site/S1/round?table=2")
    #expect(units.map { $0["unit"] as? String } == ["1-101", "1-102", "1-103", "1-104"])
    let link = try #require(
      page.range(of: "/household/[0-9a-f]{32}", options: .regularExpression))
    #expect(try await site.pages.get(String(page[link]), as: site.reviewer).status == 200)
    #expect(
      try await site.pages.get("/site/S1", as: site.reviewer).body
        .contains("href=\"/site/S1/round\""))
  }

  @Test("outlines the household of a duplicate case among its neighbours")
  func duplicate() async throws {
    let site = try DrawnSite(3012)
    let list = try await site.pages.get("/duplicates", as: site.reviewer).body
    let link = try #require(
      list.range(of: "/duplicates/S1/1/[0-9a-f]{32}", options: .regularExpression))
    let page = try await site.pages.get(String(list[link]), as: site.reviewer).body
    #expect(page.contains("Outlined: 1-101.") && page.contains("stroke-width=\"4\""))
    #expect(page.contains("<title>1-102 visited</title>"))
    #expect(page.contains("href=\"/site/S1/round?building=1\""))
  }

  @Test("is of the reader's sites alone")
  func otherSite() async throws {
    let site = try DrawnSite(3013)
    let code = try #require(UnitCode("S2"))
    _ = try site.office.importSites([
      SiteRow(code: code, name: "Other", city: "", propertyCompany: "", totalUnits: 1)
    ])
    let other = site.office.scope(ofSite: code)
    _ = try site.office.importHouseholds(try rows(["9-901"]), of: other)
    let manager = try site.pages.visitor("Manager", .siteManager, at: [other])
    let own = try await site.pages.get("/site/S2/round", as: manager)
    #expect(own.status == 200 && own.body.contains("9-901") && !own.body.contains("1-10"))
    for address in [
      "/site/S1/round", "/site/S1/round?building=1", "/site/S1/round?table=2&as=csv",
      "/site/S3/round",
    ] {
      let answer = try await site.pages.get(address, as: manager)
      #expect(answer.status == 404 && !answer.body.contains("1-10"), "\(address)")
    }
    let general = try site.pages.visitor("General", .generalManager, at: [])
    #expect(try await site.pages.get("/site/S2/round", as: general).status == 403)
    let whole = try await site.pages.get("/site/S1/round", as: site.reviewer).body
    #expect(!whole.contains("9-901"))
  }

  @Test(
    "shows who lives in a unit, who was done there before, and of an empty one nobody twice")
  func moves() async throws {
    let site = try DrawnSite(3014)
    func states(_ unit: String) async throws -> [String] {
      try await site.rows("/site/S1/round?table=2&q=\(unit)")
        .map { $0["state"] as? String ?? "" }.sorted()
    }
    #expect(try await states("1-102") == ["visitedStatus"])
    // Other families in a unit that was done and in one that was not.
    var families = try rows(["1-102", "1-103"], joinedOn: "2026-09-07")
    _ = try site.office.importHouseholds(families, of: site.pages.world.site)
    #expect(try await states("1-102") == ["openStatus", "visitedStatus"])
    #expect(try await states("1-103") == ["openStatus"])
    families = try rows(["1-103"], occupancy: .vacant, joinedOn: nil)
    _ = try site.office.importHouseholds(families, of: site.pages.world.site)
    #expect(try await states("1-103") == ["departed"])
  }

  @Test("of a large site is a building at a time, in parts, and no larger than a page may be")
  func large() async throws {
    let site = try DrawnSite(3015)
    let units = (0..<700).map { "2-\(($0 / 20 + 1) * 100 + $0 % 20)" } + ["A1", "3-101"]
    _ = try site.office.importHouseholds(try rows(units), of: site.pages.world.site)
    let first = try await site.pages.get("/site/S1/round", as: site.reviewer).body
    #expect(first.contains("Round 1, building 1") && !first.contains("Round 1, building 2"))
    for building in ["1", "2", "3", ""] {
      #expect(first.contains("href=\"/site/S1/round?building=\(building)\""), "\(building)")
    }
    let buildings = try await site.rows("/site/S1/round?table=1")
    #expect(buildings.map { $0["open"] as? Int } == [0, 700, 1, 1])
    var drawn = 0
    for (part, count) in [(1, 600), (2, 100)] {
      let page = try await site.pages.get(
        "/site/S1/round?building=2&part=\(part)", as: site.reviewer
      ).body
      #expect(page.utf8.count < 1_000_000, "\(page.utf8.count) bytes")
      #expect(page.contains("building 2 (part \(part) of 2)"))
      let tiles = page.components(separatedBy: "<title>2-").count - 1
      #expect(tiles == count, "\(tiles)")
      drawn += tiles
    }
    #expect(drawn == 700)
    // The table has the whole building, whatever part is drawn.
    let whole = try await site.table("/site/S1/round?building=2&part=2&table=3")
    #expect(whole["total"] as? Int == 700)
    #expect(
      try await site.pages.get("/site/S1/round?building=", as: site.reviewer).body
        .contains("<title>A1 open</title>"))
    for nowhere in [
      "building=7", "building=%CC%81", "building=2&part=3", "building=2&part=0", "part=x",
      "part=-9223372036854775808",
    ] {
      let answer = try await site.pages.get("/site/S1/round?" + nowhere, as: site.reviewer)
      #expect(answer.status == 404, "\(nowhere): \(answer.status)")
    }
  }

  private func rows(
    _ units: [String], occupancy: Occupancy = .occupied, joinedOn: String? = "2026-01-01"
  ) throws -> [HouseholdRow] {
    try units.map {
      HouseholdRow(
        unit: try #require(UnitCode($0)), kind: .dwelling, occupancy: occupancy, name: nil,
        telephone: nil, joinedOn: joinedOn.flatMap { CivilDate($0) }, isRestricted: false)
    }
  }
}
