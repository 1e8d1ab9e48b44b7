import ConflictFreeRecords
import FieldWork
import Fingerprint
import Foundation
import FuzzTargets
import OfficeWork
import RecordStore
import SyncProtocol
import TestSupport
import VisitModel
import WireFormat

/// Inputs that are whole, for the fuzzer to damage: what a small company really says.
enum Seeds {
  static func write(to directory: String) throws {
    let world = try company()
    var inputs: [FuzzTarget: [[UInt8]]] = [:]
    for envelope in try envelopes(world) {
      let bundle = try bundleBytes(envelope)
      inputs[.bundle, default: []] += [bundle, envelope]
      inputs[.sync, default: []].append([2] + bundle)
    }
    let messages = try self.messages(world)
    inputs[.message, default: []] += messages.map(\.bytes)
    inputs[.sync, default: []] += messages.compactMap { message in
      message.choice.map { [$0] + message.bytes }
    }
    let exports = try world.laptops.flatMap { laptop in
      try [true, false].map { pendingOnly in
        var bytes: [UInt8] = []
        _ = try laptop.environment.exportBundles(pendingOnly: pendingOnly, to: { bytes += $0 })
        return bytes
      }
    }
    inputs[.export] = exports + [exports[0] + exports[3], Array(exports[1].dropLast(9))]
    for (target, all) in inputs {
      let folder = URL(fileURLWithPath: directory).appendingPathComponent(target.rawValue)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (number, bytes) in all.enumerated() {
        try Data(bytes).write(to: folder.appendingPathComponent("seed-\(number)"))
      }
    }
  }

  /// Two laptops, two visits, a draw, a void.
  private static func company() throws -> World {
    let world = try World(seed: 4, households: 4, roles: [.serviceOfficer, .serviceOfficer])
    let one = world.laptops[0]
    let other = world.laptops[1]
    world.clock.set("2026-09-02 12:00")
    let first = try one.recordVisit(try world.visit(1), at: nil)
    _ = try other.recordVisit(
      try world.visit(2, start: "2026-09-02 11:00", end: "2026-09-02 11:20", text: "电梯太慢"),
      at: nil)
    _ = try one.synchronise()
    let saw = try one.read { try one.visitCard(first.key, $0).frontier }
    _ = try one.voidVisit(named: first.key.id.description, reason: "twice", saw: saw)
    return world
  }

  private static func envelopes(_ world: World) throws -> [[UInt8]] {
    try world.laptops[0].read { replica in
      try replica.connection.rows("SELECT envelope FROM bundle ORDER BY storedMs, id") {
        try $0.blob(0)
      }
    }
  }

  private static func bundleBytes(_ envelope: [UInt8]) throws -> [UInt8] {
    try BundleCodec.encode(try Verification.single(envelope).bundle)
  }

  /// Messages of the exchange; those the office takes have the number by which the harness sends them.
  private static func messages(_ world: World) throws -> [(choice: UInt8?, bytes: [UInt8])] {
    let one = world.laptops[0]
    let cursors = [world.site, world.office.company].map { ScopeCursor.start(of: $0) }
    let pushed = try envelopes(world).map { PushedBundle(envelope: $0, keys: []) }
    let request = try SyncCodec.encode(
      SyncRequest(
        scopes: cursors, bundles: pushed, program: "rounds/0.1.0", pageBytesMax: 4096,
        language: "en"))
    let key = one.secrets.signing
    let challenge = Challenge(secret: world.office.secrets.challengeKey)
      .issue(to: key.verifyingKey.bytes, at: world.office.now)
    let signed = try SignedRequest.encode(
      path: "/v1/sync", body: request, challenge: challenge, enrolment: [], key: key)
    let answer = try world.office.sync(try SignedRequest(path: "/v1/sync", signed))
    let ids = try envelopes(world).map(Verification.identity).sorted()
    let have = try RepairCodec.encode(
      HaveRequest(scope: world.site, low: ids[0], high: ids[ids.count - 1], ids: ids))
    return [
      (1, request), (0, signed), (nil, try SyncCodec.encode(answer)), (3, have),
      (4, try RepairCodec.encodeKeysRequest([KeyCursor(scope: world.site, after: 0)])),
      (5, try EnrolCodec.encodeRequest((id: [1, 2, 3], sealed: [4, 5, 6]))),
      (5, try EnrolCodec.encodeRequest(nil)),
      (nil, try RepairCodec.encode(HaveResponse(wanted: ids, challenge: challenge))),
    ]
  }
}
