import ConflictFreeRecords
import Fingerprint
import Foundation
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TextFormats
import VisitModel

/// An office with the real communities of the examples, visits of the present month, and one
/// household at each site that site and company both visited.
struct HeadOffice {
  let folder: OfficeFolder
  let sites: Int
  let units: Int
  let visits: Int
  /// What the browsers of an administrator and of a reviewer send after they have logged in.
  let cookies: (administrator: String, reviewer: String)

  /// With `--large` every community of the chain stands for many: 3,829 sites.
  private static let sitesAtLarge = 3829
  /// With `--large` 4.95 million households in all, one in each unit.
  private static let unitsAtLarge = 1293

  init(_ workshop: Workshop) throws {
    Workshop.say("   making head office's sites, rosters and visits")
    let options = workshop.options
    let office = try OfficeFolder(making: workshop.file("head"), seed: options.seed &+ 2)
    let communities = try Self.communities()
    let writer = VisitWriter(office, texts: try BenchTexts())
    let wanted = options.isLarge ? Self.sitesAtLarge : communities.count
    let randomness = office.randomness
    let made = try office.open { office in
      var counts = (sites: 0, units: 0, visits: 0)
      for number in 0..<wanted {
        let community = communities[number % communities.count]
        let code =
          number < communities.count ? community.code : "\(community.code)-\(number)"
        let units = options.isLarge ? Self.unitsAtLarge : community.units
        let site = try BenchSite(
          code, units: units, occupied: options.isLarge ? 100 : 80, hasNames: false, office)
        counts.sites += 1
        counts.units += units
        counts.visits += try Self.visit(
          site, number, options.isLarge ? 10 : 40, writer, office, randomness)
        if number % 200 == 199 { Workshop.say("   \(number + 1) sites") }
      }
      let today = LocalTime(office.now, in: .china).date
      try office.takeFrames(of: today.civilMonth)
      return (
        counts, try Self.logIn("Zhou Min", .administrator, office),
        try Self.logIn("Lin Shu", .companyReviewer, office)
      )
    }
    folder = office
    sites = made.0.sites
    units = made.0.units
    visits = made.0.visits
    // The name it has where the pages go over plain HTTP on this machine.
    cookies = (administrator: "rounds=\(made.1)", reviewer: "rounds=\(made.2)")
  }

  /// - Returns: the name of a new session.
  private static func logIn(
    _ name: String, _ role: Role, _ office: Office
  ) throws -> String {
    let password = "nine swans over the lake"
    let account = try office.addAccount(name: name, role: role, sites: [])
    try office.setPassword(of: account, to: password)
    let outcome = try office.logIn(name, password: password, from: "::1", language: nil)
    guard case .entered(let session) = outcome else {
      throw BenchFault.answer("no login: \(outcome)")
    }
    return session
  }

  var scale: String { "\(sites) sites, \(units) units, \(visits) visits" }

  private static func communities() throws -> [(code: String, units: Int)] {
    let file = try Data(
      contentsOf: URL(fileURLWithPath: "Examples/communities-jinmao.csv"))
    var seen: Set<String> = []
    return CSV.rows(Array(file)).dropFirst().compactMap { row in
      guard row.fault == nil, row.cells.count > 2, let units = Int(row.cells[2]),
        seen.insert("\(row.cells[0])-\(row.cells[1])").inserted
      else { return nil }
      return (code: "\(row.cells[0])-\(row.cells[1])", units: units)
    }
  }

  /// Site visits of the present month, and a company visit at the first of their households.
  /// - Returns: how many were stored.
  private static func visit(
    _ site: BenchSite, _ number: Int, _ count: Int, _ writer: VisitWriter, _ office: Office,
    _ randomness: Randomness
  ) throws -> Int {
    var officer = try BenchDevice(
      "officer\(number)", .serviceOfficer, at: site.scope, office, randomness)
    var company = try BenchDevice(
      "company\(number)", .companyVisitor, at: site.scope, office, randomness)
    let month = LocalTime(office.now, in: .china).date.civilMonth
    let plans = site.households.prefix(count).map { household in
      VisitPlan(
        household: household, round: 1,
        start: month.firstDay.at(minuteOfDay: 540, in: .china), month: month)
    }
    let own = try plans.map { try writer.write($0, with: &officer).pushed(hasKey: true) }
    try YearOffice.receive(own, of: officer, office)
    let second = try plans.prefix(1).map {
      try writer.write($0, with: &company).pushed(hasKey: true)
    }
    try YearOffice.receive(second, of: company, office)
    return own.count + second.count
  }
}
