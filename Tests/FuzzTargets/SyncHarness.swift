import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
import RecordStore
import SyncProtocol
import TestSupport
import VisitModel
import WireFormat

/// An office and two laptops, one of them in bad hands: it signs whatever it is given with its own key.
/// However that ends, the office answers in its protocol, its log verifies, its tables are those of its
/// log, and the honest laptop comes to the same state.
struct SyncHarness: Harness {
  private var world: World

  init() throws {
    world = try World(seed: 4, households: 4, roles: [.serviceOfficer, .serviceOfficer])
  }

  mutating func take(_ input: [UInt8]) throws {
    guard let (choice, rest) = chosen(input, of: 6) else { return }
    switch choice {
    case 0: try answer("/v1/sync", rest)
    case 1: try answer("/v1/sync", signed("/v1/sync", rest))
    case 2: try push(rest)
    case 3: try answer("/v1/have", signed("/v1/have", rest))
    case 4: try answer("/v1/keys", signed("/v1/keys", rest))
    default: try answer("/v1/enrol", rest)
    }
  }

  mutating func settle() throws {
    let soundness = try world.office.verify()
    // A laptop may name keys that it never hands over; the check tells of it.
    try require(soundness.faults.isEmpty, "the office's log: \(soundness.faults)")
    try require(try officeDifferences(world).isEmpty, "the office's tables are not its log's")
    let honest = world.laptops[1]
    try require(try honest.synchronise().isInSync, "the honest laptop is not in sync")
    try require(
      try world.state(honest) == world.officeState(), "the honest laptop shows another state")
    try require(try read(world.office) == read(honest), "they count otherwise")
    self = try SyncHarness()
  }

  /// What people read of it: reports of the month and the one before, and duplicate cases.
  private func read(_ office: Office) throws -> [String] {
    try office.read { try read(SiteView($0, world.site)) }
  }

  private func read(_ laptop: Laptop) throws -> [String] {
    try laptop.read { try read(SiteView($0, world.site)) }
  }

  private func read(_ view: SiteView) throws -> [String] {
    let month = CivilMonth(containing: LocalTime(world.clock.now, in: .china).date)
    let now = world.clock.now
    return try [month, month.previous].map { "\(try view.report(of: $0, at: now).figures)" }
      + view.duplicateCases().map { "\($0)" }
  }

  /// What the office says to a body, if it says anything; a refusal is an answer too.
  private func answer(_ path: String, _ body: [UInt8]) throws {
    let answer: TransportAnswer
    do { answer = try world.transport.post(path, body: body, encoding: .identity) } catch {
      if case .serverFault = error { throw Violation("\(path): the office failed") }
      return
    }
    let plain = try SignedResponse.open(
      path: path, request: body, answer.body, office: world.office.secrets.signing.verifyingKey)
    switch path {
    case "/v1/sync": _ = try SyncCodec.decodeResponse(plain)
    case "/v1/have": _ = try RepairCodec.decodeHaveResponse(plain)
    case "/v1/keys": _ = try RepairCodec.decodeKeysResponse(plain)
    default: _ = try EnrolCodec.decodeResponse(plain)
    }
  }

  private func signed(_ path: String, _ body: [UInt8]) throws -> [UInt8] {
    let key = world.laptops[0].secrets.signing
    let device = key.verifyingKey.bytes
    let challenge = Challenge(secret: world.office.secrets.challengeKey)
      .issue(to: device, at: world.office.now)
    return try SignedRequest.encode(
      path: path, body: body, challenge: challenge, enrolment: [], key: key)
  }

  /// A bundle of these bytes under the laptop's true signature, if they can be read as one; otherwise
  /// the bytes as an envelope.
  private func push(_ input: [UInt8]) throws {
    var envelope = input
    if let bundle = try? BundleCodec.decode(input) {
      let key = world.laptops[0].secrets.signing
      var header = bundle.header
      header.device = key.verifyingKey
      // Half of them at the site, which the rest of the fuzzer's luck would not find.
      if header.monotonicMs % 2 == 0 { header.scope = world.site }
      if header.monotonicMs % 4 < 3 { header.account = world.laptops[0].account }
      let signed = try? Signing.sign(Bundle(header: header, changes: bundle.changes), with: key)
      if let signed { envelope = signed.envelope }
    }
    let request = SyncRequest(
      scopes: [.start(of: world.site)],
      bundles: [PushedBundle(envelope: envelope, keys: [])], program: "rounds/test",
      language: "en")
    try answer("/v1/sync", signed("/v1/sync", try SyncCodec.encode(request)))
  }
}
