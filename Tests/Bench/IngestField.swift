import ConflictFreeRecords
import Fingerprint
import LocalMachine
import OfficeWork
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat

/// One request's worth of signed visits of one laptop.
struct Batch {
  let device: BenchDevice
  let visits: [MadeVisit]
  /// As on the wire, each visit with its household's new key.
  let request: PreparedRequest

  func pushed(hasKeys: Bool) -> [PushedBundle] { visits.map { $0.pushed(hasKey: hasKeys) } }
}

/// An office with 20 sites and 20 laptops, and as many signed visits as are asked for.
final class IngestField {
  static let devices = 20
  static let visitsPerRequest = 500
  /// Half of the laptops push one request each in a wave.
  static let requestsPerWave = 10
  static let visitsPerWave = visitsPerRequest * requestsPerWave
  /// Under this name the office's folder lies in the workshop; it is only ever copied.
  static let folder = "ingest"
  private static let households = 400

  let office: OfficeFolder
  /// The first 5,000 visits.
  private(set) var first: [Batch] = []
  private let writer: VisitWriter
  private var sites: [BenchSite] = []
  private var devices: [BenchDevice] = []
  /// How many visits each device has written.
  private var written: [Int] = []
  private var waves = 0

  init(_ workshop: Workshop) throws {
    Workshop.say("   making an office with \(Self.devices) sites and laptops")
    let folder = try OfficeFolder(
      making: workshop.file(Self.folder), seed: workshop.options.seed)
    office = folder
    writer = VisitWriter(folder, texts: try BenchTexts())
    try folder.open { office in
      for number in 1...Self.devices {
        let site = try BenchSite(
          "S\(number)", units: Self.households, hasNames: false, office)
        sites.append(site)
        devices.append(
          try BenchDevice(
            "officer\(number)", .serviceOfficer, at: site.scope, office, folder.randomness))
      }
      let today = LocalTime(office.now, in: .china).date
      try office.takeFrames(of: today.civilMonth)
    }
    written = Array(repeating: 0, count: Self.devices)
    try compareWithProgram(workshop)
    first = try nextWave()
  }

  /// The next visits of ten laptops, in the order in which their chains want them.
  func nextWave() throws -> [Batch] {
    let offset = waves % 2 * Self.requestsPerWave
    waves += 1
    return try (offset..<offset + Self.requestsPerWave).map { number in
      let visits = try (0..<Self.visitsPerRequest).map { _ in
        try writer.write(nextPlan(of: number), with: &devices[number])
      }
      let device = devices[number]
      return Batch(
        device: device, visits: visits,
        request: try device.request(
          Self.push(visits.map { $0.pushed(hasKey: true) }), office))
    }
  }

  /// A request that only pushes: what the office stores is measured, not what it sends back.
  static func push(_ bundles: [PushedBundle]) -> SyncRequest {
    SyncRequest(scopes: [], bundles: bundles, program: "rounds/0.1.0", language: "en")
  }

  /// A household after the other, then the next round.
  private func nextPlan(of number: Int) -> VisitPlan {
    let count = written[number]
    written[number] += 1
    let site = sites[number]
    let days = -1 - count % 360
    let day = LocalTime(SystemClock.reading().now, in: .china).date.advanced(byDays: days)
    // One visit in ten begins at 22:05 and carries a reason.
    let isAtNight = count % 10 == 9
    return VisitPlan(
      household: site.households[count % site.households.count],
      round: count / site.households.count + 1,
      start: day.at(minuteOfDay: isAtNight ? 22 * 60 + 5 : 10 * 60, in: .china),
      month: day.civilMonth, isAtNight: isAtNight)
  }

  /// Records two visits with the real programs and holds the bench's own bundles against them.
  private func compareWithProgram(_ workshop: Workshop) throws {
    let copy = office.copied(to: try workshop.copy(Self.folder, to: "shape"))
    let site = sites[0]
    let code = try copy.open { office in
      try office.invite(
        try office.addAccount(name: "shape", role: .serviceOfficer, sites: [site.scope])
      ).text
    }
    let laptop = LaptopProgram(name: "shape", workshop: workshop)
    let server = try ServerProcess.serve(copy.path, workshop)
    _ = try laptop.enroll(at: server.url, code: code)
    try laptop.rounds("sync")
    var plans: [VisitPlan] = []
    var names: [BundleID] = []
    for (number, count) in [0, 9].enumerated() {
      written[0] = count
      var plan = nextPlan(of: 0)
      plan.household = site.households[number]
      let file = writer.texts.visitFile(
        unit: "1-10\(number + 1)", household: plan.household.id, start: plan.start,
        isAtNight: plan.isAtNight)
      guard
        let bytes = Hexadecimal.bytes(try laptop.record(file).text("bundle")),
        let name = BundleID(bytes: bytes)
      else { throw BenchFault.answer("no bundle from rounds record") }
      plans.append(plan)
      names.append(name)
    }
    try laptop.rounds("sync")
    server.stop()
    written[0] = 0
    var device = devices[0]
    for (plan, name) in zip(plans, names) {
      let ours = try Verification.single(writer.write(plan, with: &device).envelope)
      let theirs = try copy.open { office in try office.read { try $0.log.bundle(name) } }
      guard let theirs, theirs.inView else {
        throw BenchFault.answer("the office did not take a visit of rounds record")
      }
      try BundleShape.require(ours.bundle, like: try Verification.stored(theirs.envelope).bundle)
    }
    try workshop.discard("shape")
  }
}
