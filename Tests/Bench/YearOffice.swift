import ConflictFreeRecords
import Fingerprint
import LocalMachine
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat
import Wording

/// An office with a site of 3,000 and one of 5,000 households, and a year of visits at both: 7 %
/// of the households a month, drawn by the real programs and visited as the draws asked.
final class YearOffice {
  static let folder = "year"
  private static let percentPerMonth = 7

  let folder: OfficeFolder
  /// Of 3,000 households.
  let small: Neighbourhood
  /// Of 5,000 households.
  let large: Neighbourhood
  private let workshop: Workshop
  /// The same at each start: laptops keep the address.
  private var port = 0

  /// A site with who works there.
  final class Neighbourhood {
    let site: BenchSite
    /// Of the person whose visits fill the year.
    let writer: BenchDevice
    /// The supervisor's, which drew.
    let drawer: LaptopProgram
    fileprivate let drawerCode: String
    fileprivate(set) var visits = 0
    /// Indices of households that no draw named, not yet given to a row.
    fileprivate var free: [Int] = []

    fileprivate init(
      _ code: String, households: Int, _ office: Office, _ randomness: Randomness,
      _ workshop: Workshop
    ) throws {
      site = try BenchSite(code, units: households, hasNames: true, office)
      writer = try BenchDevice(
        "writer-\(code)", .serviceOfficer, at: site.scope, office, randomness)
      drawer = LaptopProgram(name: "supervisor-\(code)", workshop: workshop)
      drawerCode = try office.invite(
        try office.addAccount(name: drawer.name, role: .serviceSupervisor, sites: [site.scope])
      ).text
    }
  }

  init(_ workshop: Workshop) throws {
    Workshop.say("   making an office with a year of visits")
    self.workshop = workshop
    let made = try OfficeFolder(
      making: workshop.file(Self.folder), seed: workshop.options.seed &+ 1)
    folder = made
    (small, large) = try made.open { office in
      let sites = (
        try Neighbourhood("N3", households: 3000, office, made.randomness, workshop),
        try Neighbourhood("N5", households: 5000, office, made.randomness, workshop)
      )
      let today = LocalTime(office.now, in: .china).date
      try office.takeFrames(of: today.civilMonth)
      return sites
    }
    try serving { server in
      for place in [small, large] { try draw(place, server) }
    }
    for place in [small, large] { try visit(place) }
  }

  /// Serves while `body` runs, at the same address each time.
  func serving<Result>(_ body: (ServerProcess) throws -> Result) throws -> Result {
    let server = try ServerProcess.serve(folder.path, port: port, workshop)
    port = server.port
    defer { server.stop() }
    return try body(server)
  }

  /// A further person with a laptop that is not enrolled yet; not while the office is served.
  func newcomer(
    _ name: String, at place: Neighbourhood
  ) throws -> (laptop: LaptopProgram, code: String) {
    let code = try folder.open { office in
      try office.invite(
        try office.addAccount(name: name, role: .serviceOfficer, sites: [place.site.scope])
      ).text
    }
    return (LaptopProgram(name: name, workshop: workshop), code)
  }

  /// A `visit.json` for yesterday at a household of the small site that nobody has drawn or
  /// visited.
  func nextVisitFile(_ texts: BenchTexts) throws -> [UInt8] {
    guard let index = small.free.popLast() else {
      throw BenchFault.setting("no household is left to visit")
    }
    let yesterday = LocalTime(SystemClock.reading().now, in: .china).date.advanced(byDays: -1)
    return texts.visitFile(
      unit: small.site.units[index].text, household: small.site.households[index].id,
      start: yesterday.at(minuteOfDay: 600, in: .china), isAtNight: false)
  }

  /// The months before the present one, oldest first.
  private var months: [CivilMonth] {
    var months: [CivilMonth] = []
    var month = LocalTime(SystemClock.reading().now, in: .china).date.civilMonth
    for _ in 0..<12 {
      month = month.previous
      months.append(month)
    }
    return months.reversed()
  }

  private func draw(_ place: Neighbourhood, _ server: ServerProcess) throws {
    _ = try place.drawer.enroll(at: server.url, code: place.drawerCode)
    try place.drawer.rounds("sync")
    let count = place.site.households.count * Self.percentPerMonth / 100
    for month in months {
      try place.drawer.rounds("draw", "--month", month.description, "--count", "\(count)")
    }
    try place.drawer.rounds("sync")
  }

  /// Visits every household that was drawn, in the month of its draw.
  private func visit(_ place: Neighbourhood) throws {
    let visitWriter = VisitWriter(folder, texts: try BenchTexts())
    var device = place.writer
    try folder.open { office in
      let plans = try office.read { try Self.plans(of: place.site.scope, $0) }
      let drawn = Set(plans.map(\.household))
      place.free = place.site.households.indices.filter {
        !drawn.contains(place.site.households[$0])
      }
      place.visits = plans.count
      var rest = plans[...]
      while !rest.isEmpty {
        let bundles = try rest.prefix(500).map {
          try visitWriter.write($0, with: &device).pushed(hasKey: true)
        }
        try Self.receive(bundles, of: device, office)
        rest = rest.dropFirst(500)
      }
    }
  }

  private static func plans(of scope: ScopeID, _ replica: Replica) throws -> [VisitPlan] {
    let view = SiteView(replica, scope)
    let draws = Dictionary(try view.draws().map { ($0.key, $0) }) { a, _ in a }
    return try view.drawEntries().compactMap { entry in
      guard let draw = draws[entry.draw] else { return nil }
      let turn = RecordKey(
        scope: scope, type: .turn,
        id: RecordIdentity.turn(
          round: RecordIdentity.round(site: scope, number: draw.round), household: entry.household))
      let day = draw.month.firstDay.advanced(byDays: entry.order % 28)
      return VisitPlan(
        household: RecordKey(scope: scope, type: .household, id: entry.household),
        round: draw.round, start: day.at(minuteOfDay: 600, in: .china), month: draw.month,
        entry: (key: entry.key, saw: try replica.frontier(of: entry.key)),
        turnSaw: try replica.frontier(of: turn))
    }
  }

  /// Has the office take bundles without a network.
  /// - Throws: `BenchFault` unless each was new and admitted.
  static func receive(
    _ bundles: [PushedBundle], of device: BenchDevice, _ office: Office
  ) throws {
    let results = try office.receive(bundles, by: device.key.verifyingKey, language: .english)
    let other = results.first { $0.outcome != .stored }
    guard other == nil, results.count == bundles.count else {
      throw BenchFault.answer("not stored: \(other?.sentence ?? "")")
    }
  }

  /// How many bundles of which size the office holds in a scope.
  func envelopes(of scope: ScopeID) throws -> [(id: [UInt8], content: [UInt8])] {
    try folder.open { office in
      try office.read { replica in
        try replica.connection.rows(
          "SELECT id, envelope FROM bundle WHERE scope = ?", [.blob(scope.bytes)]
        ) { (id: try $0.blob(0), content: try $0.blob(1)) }
      }
    }
  }
}
