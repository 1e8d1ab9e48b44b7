import Foundation
import HTTPTypes
import OfficePages
import OfficeWork
import Spreadsheets
import Synchronization
import TestSupport
import Testing
import TextFormats
import VisitModel
import Wording
import rounds_server

/// An office with several sites, of which one has the unit `0301`, and exports that are asked for.
private struct Exporting {
  let pages: PagesInProcess

  /// - Parameter sites: besides `S1`.
  init(
    _ seed: UInt64, sites: Int = 1, files: (LocalExportFiles) -> any ExportFiles = { $0 }
  ) throws {
    pages = try PagesInProcess(seed, files: files)
    let rows = (0..<sites).compactMap { number in
      UnitCode("T\(10 + number)").map {
        SiteRow(
          code: $0, name: number == 0 ? "=1+1" : "绿岛\(number)", city: "上海",
          propertyCompany: "", totalUnits: 8)
      }
    }
    _ = try office.importSites(rows)
    let unit = try #require(UnitCode("0301"))
    _ = try office.importHouseholds(
      [
        HouseholdRow(
          unit: unit, kind: .dwelling, occupancy: .occupied, name: "住户甲", telephone: nil,
          joinedOn: CivilDate("2026-02-03"), isRestricted: false)
      ], of: try scope("T10"))
  }

  var office: Office { pages.world.office }

  func scope(_ code: String) throws -> ScopeID {
    office.scope(ofSite: try #require(UnitCode(code)))
  }

  func ask(
    _ set: String = "households", _ form: String = "csv", from: String = "2026-09",
    until: String = "2026-09", as visitor: PagesInProcess.Visitor
  ) async throws -> PagesInProcess.Answer {
    try await pages.post(
      "/exports/start", ["set": set, "form": form, "from": from, "until": until], as: visitor)
  }

  /// Makes everything that waits.
  /// - Returns: what each was made of, or why not.
  @discardableResult
  func work(_ office: Office? = nil) -> [String] {
    let work = ExportWork(office: office ?? self.office, desk: pages.desk)
    var ended: [String] = []
    while let one = work.next() { ended.append(one.fault ?? one.summary) }
    return ended
  }

  /// Addresses of files, as the page names them.
  func files(_ visitor: PagesInProcess.Visitor) async throws -> [String] {
    try await pages.get("/exports", as: visitor).body.components(separatedBy: "href=\"/exports/")
      .dropFirst().map { "/exports/" + $0.prefix { $0 != "\"" } }
      .filter { $0.hasSuffix("/file") }
  }

  /// The same office, whose clock is read whenever something is computed of a site; each time `tap` is called.
  func tapped(_ tap: @escaping @Sendable () -> Void) throws -> Office {
    var environment = office.environment
    let clock = environment.clock
    environment.clock = {
      tap()
      return clock()
    }
    return try Office(environment, office.secrets)
  }
}

@Suite("Exports made in the background", .serialized)
struct ExportPagesTests {
  @Test(
    "are asked for, made, and fetched: a code keeps its zeros, a day is a day, no name is in it")
  func whole() async throws {
    let exporting = try Exporting(1210)
    let pages = exporting.pages
    let reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
    for form in ["csv", "json", "xlsx"] {
      let asked = try await exporting.ask("households", form, as: reviewer)
      #expect(asked.status == 303 && asked.location == "/exports", "\(asked.body)")
    }
    let waiting = try await pages.get("/exports", as: reviewer).body
    #expect(waiting.contains("waiting") && waiting.contains("it has not begun"))
    #expect(try await exporting.files(reviewer).isEmpty)
    #expect(exporting.work().count == 3)
    let page = try await pages.get("/exports", as: reviewer).body
    #expect(page.contains("2 / 2") && page.contains("2026-09-08 12:00"))
    // The newest first.
    let files = try await exporting.files(reviewer)
    try #require(files.count == 3)
    let book = try await pages.get(files[0], as: reviewer)
    let row = try book.sheet().rows.first { $0[3]?.text == "0301" }
    #expect(row?[1]?.text == "=1+1" && row?[1]?.kind == .text)
    #expect(row?[3]?.kind == .text)
    #expect(row?[5]?.kind == .date && row?[5]?.text == "2026-02-03")
    let json = try await pages.get(files[1], as: reviewer)
    #expect(json.headers[.contentType] == "application/json")
    #expect(
      json.body.hasPrefix("{\"table\":\"households\",") && json.body.hasSuffix("\"total\":5}"))
    let csv = try await pages.get(files[2], as: reviewer)
    #expect(csv.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(csv.body.contains("'=1+1,T10,0301,occupied,2026-02-03,,no\r\n"))
    #expect(csv.headers[.contentLength] == "\(csv.bytes.count)")
    let name = "attachment; filename=\"households.csv\"; filename*=UTF-8''Households.csv"
    #expect(csv.headers[.contentDisposition] == name)
    for answer in [csv.body, json.body] { #expect(!answer.contains("住户甲")) }
  }

  @Test("can be asked of every set of data, in every form", arguments: ExportSet.allCases)
  func sets(_ set: ExportSet) async throws {
    let exporting = try Exporting(1211)
    let reviewer = try exporting.pages.visitor("Reviewer", .companyReviewer, at: [])
    for form in ["csv", "json", "xlsx"] {
      #expect(try await exporting.ask(set.rawValue, form, as: reviewer).status == 303)
    }
    let ended = exporting.work()
    #expect(ended.count == 3 && ended.allSatisfy { $0.hasSuffix(" rows") }, "\(ended)")
    for file in try await exporting.files(reviewer) {
      let answer = try await exporting.pages.get(file, as: reviewer)
      #expect(answer.status == 200 && !answer.bytes.isEmpty)
    }
  }

  @Test("are their owner's alone, though another may see as much")
  func apart() async throws {
    let exporting = try Exporting(1212)
    let pages = exporting.pages
    let one = try pages.visitor("One", .companyReviewer, at: [])
    let other = try pages.visitor("Other", .companyReviewer, at: [])
    _ = try await exporting.ask(as: one)
    _ = try await exporting.ask("obligations", as: other)
    exporting.work()
    let file = try #require(try await exporting.files(one).first)
    let own = try await exporting.files(other)
    #expect(own.count == 1 && own != [file])
    #expect(try await pages.get(file, as: other).status == 404)
    #expect(try await pages.get(file).status == 303)
    let id = file.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    #expect(try await pages.post("/exports/discard", ["export": id], as: other).status == 404)
    #expect(try await pages.get(file, as: one).status == 200)
    #expect(try await pages.post("/exports/discard", ["export": id], as: one).status == 303)
    #expect(try await pages.get(file, as: one).status == 404)
    #expect(try pages.home.exported.count == 1, "the other's is there still")
  }

  @Test("hold the sites that their owner may see, and no others")
  func sites() async throws {
    let exporting = try Exporting(1213)
    let manager = try exporting.pages.visitor(
      "Manager", .siteManager, at: [exporting.pages.world.site])
    _ = try await exporting.ask(as: manager)
    exporting.work()
    let file = try #require(try await exporting.files(manager).first)
    let csv = try await exporting.pages.get(file, as: manager).body
    #expect(csv.contains("Site,S1,1-101,") && !csv.contains("T10") && !csv.contains("0301"))
    // Whose rights end afterwards does not get it any more.
    try exporting.office.withdraw(manager.id, from: exporting.pages.world.site)
    #expect(try await exporting.pages.get(file, as: manager).status == 404)
    #expect(try await exporting.files(manager).isEmpty)
  }

  @Test("are not made of what a role may not see")
  func roles() async throws {
    let exporting = try Exporting(1214)
    let pages = exporting.pages
    let general = try pages.visitor("General", .generalManager, at: [])
    let page = try await pages.get("/exports", as: general).body
    #expect(page.contains("value=\"obligations\"") && !page.contains("value=\"households\""))
    for set in ["visits", "households", "matters", "duplicates"] {
      #expect(try await exporting.ask(set, as: general).status == 404, "\(set)")
    }
    let administrator = try pages.visitor("Administrator", .administrator, at: [])
    #expect(try await exporting.ask("matters", as: administrator).status == 404)
    #expect(try await pages.get("/exports").status == 303)
    #expect(exporting.work().isEmpty)
    #expect(try pages.home.exported.isEmpty)
  }

  @Test("are given up for whoever is no longer let in")
  func disabled() async throws {
    let exporting = try Exporting(1215)
    let reviewer = try exporting.pages.visitor("Reviewer", .companyReviewer, at: [])
    _ = try await exporting.ask(as: reviewer)
    _ = try exporting.office.disable(reviewer.id)
    exporting.work()
    let stage = exporting.pages.desk.exports(of: reviewer.id).first?.stage
    #expect(stage == .failed(Message(.exportNoRight)))
    #expect(try exporting.pages.home.exported.isEmpty)
  }

  @Test("never go back on how far they are")
  func progress() async throws {
    let exporting = try Exporting(1216, sites: 12)
    let reviewer = try exporting.pages.visitor("Reviewer", .companyReviewer, at: [])
    let seen = SeenProgress()
    let desk = exporting.pages.desk
    let office = try exporting.tapped {
      seen.add(desk.exports(of: reviewer.id).first?.progress)
    }
    _ = try await exporting.ask("obligations", as: reviewer)
    #expect(exporting.work(office).count == 1)
    let all = seen.all
    #expect(Set(all.map(\.sites)).count >= 12, "looked at once a site")
    for (earlier, later) in zip(all, all.dropFirst()) {
      #expect(earlier.sites <= later.sites && earlier.rows <= later.rows)
      #expect(later.ofSites == 13 || earlier.ofSites == nil)
    }
    let last = desk.exports(of: reviewer.id).first?.progress
    #expect(last?.sites == 13 && last?.ofSites == 13)
  }

  @Test("leave nothing behind when they are given up in the middle", arguments: ["csv", "xlsx"])
  func givenUp(_ form: String) async throws {
    let exporting = try Exporting(1217, sites: 12)
    let reviewer = try exporting.pages.visitor("Reviewer", .companyReviewer, at: [])
    let desk = exporting.pages.desk
    let office = try exporting.tapped {
      if let one = desk.exports(of: reviewer.id).first, one.progress.sites == 5 { desk.close() }
    }
    _ = try await exporting.ask("obligations", form, as: reviewer)
    #expect(exporting.work(office) == ["given up"])
    #expect(try exporting.pages.home.exported.isEmpty)
    #expect(try await exporting.ask(as: reviewer).status == 409, "nothing is taken any more")
  }

  @Test("say that the disk is full where it is, and leave nothing", arguments: ["csv", "json"])
  func fullDisk(_ form: String) async throws {
    let exporting = try Exporting(1220, files: { FullAtTheEnd(files: $0) })
    let reviewer = try exporting.pages.visitor("Reviewer", .companyReviewer, at: [])
    _ = try await exporting.ask("households", form, as: reviewer)
    #expect(exporting.work() == ["no space left for exports"])
    let stage = exporting.pages.desk.exports(of: reviewer.id).first?.stage
    #expect(stage == .failed(Message(.exportDisk)))
    #expect(try exporting.pages.home.exported.isEmpty)
  }

  /// A disk that takes one byte of each piece.
  private struct FullAtTheEnd: ExportFiles {
    let files: LocalExportFiles

    func clear() throws { try files.clear() }
    func path(of name: String) -> String { files.path(of: name) }

    func append(_ bytes: [UInt8], to name: String) throws {
      try files.append(Array(bytes.prefix(1)), to: name)
      throw ExportDiskFull()
    }

    func size(of name: String) throws -> Int? { try files.size(of: name) }

    func read(_ name: String, from offset: Int, count: Int) throws -> [UInt8] {
      try files.read(name, from: offset, count: count)
    }

    func remove(_ name: String) throws { try files.remove(name) }
  }

  @Test("go away after 24 hours, and with the server")
  func expiry() async throws {
    let exporting = try Exporting(1218)
    let pages = exporting.pages
    let reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
    _ = try await exporting.ask(as: reviewer)
    exporting.work()
    let end = try #require(pages.desk.exports(of: reviewer.id).first?.keptUntil)
    #expect(end >= exporting.office.now.advanced(byMilliseconds: ExportDesk.keptMs - 60_000))
    #expect(try pages.desk.expire(at: end.advanced(byMilliseconds: -1)) == 0)
    #expect(try pages.home.exported.count == 1)
    #expect(try pages.desk.expire(at: end) == 1)
    #expect(try pages.home.exported.isEmpty && pages.desk.exports(of: reviewer.id).isEmpty)
    // What a killed server leaves: a file, and parts in a folder beside it.
    let folder = pages.home.exports + "/0a.xlsx.AbCdEf"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in [folder + "/part", pages.home.exports + "/0a.xlsx"] {
      try Data("rows".utf8).write(to: URL(filePath: file))
    }
    _ = try ExportDesk(LocalExportFiles(folder: pages.home.exports))
    #expect(try pages.home.exported.isEmpty)
  }

  @Test("are as many for one person as there is room, and asked for by forms of ours alone")
  func bounds() async throws {
    let exporting = try Exporting(1219)
    let reviewer = try exporting.pages.visitor("Reviewer", .companyReviewer, at: [])
    let wrong = [
      ("everything", "csv", "2026-09", "2026-09"), ("visits", "pdf", "2026-09", "2026-09"),
      ("visits", "csv", "2026-10", "2026-10"), ("visits", "csv", "1999-01", "2026-09"),
      ("visits", "csv", "2026-09", "2026-08"),
    ]
    for (set, form, from, until) in wrong {
      let answer = try await exporting.ask(set, form, from: from, until: until, as: reviewer)
      #expect(answer.status == 400, "\(set) \(form) \(from) \(until)")
    }
    for _ in 0..<5 { #expect(try await exporting.ask(as: reviewer).status == 303) }
    let refused = try await exporting.ask(as: reviewer)
    #expect(refused.status == 409 && refused.body.contains("You have 5 exports"))
    #expect(refused.body.contains("action=\"/exports/discard\""), "the way out is on the page")
  }

  /// Whatever the reader was shown, in order.
  private final class SeenProgress: Sendable {
    private let seen = Mutex<[ExportProgress]>([])
    var all: [ExportProgress] { seen.withLock { $0 } }

    func add(_ progress: ExportProgress?) {
      if let progress { seen.withLock { $0.append(progress) } }
    }
  }
}
