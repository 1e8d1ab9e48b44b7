import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat

/// A laptop of the bench: a key that the office enrolled for a person at one site, and the chain of
/// what it wrote.
struct BenchDevice: Sendable {
  let key: SigningKey
  let account: AccountID
  let role: Role
  let site: ScopeID
  /// The office-signed envelope that enrolled it; each request shows it.
  let enrolment: [UInt8]
  let writer: WriterID
  /// The envelope before the next one.
  var previous: Digest?
  /// Of the newest receipt it holds.
  let lastReceipt: Digest

  /// Adds a person and enrols the laptop, as a one-time code would.
  init(
    _ name: String, _ role: Role, at site: ScopeID, _ office: Office, _ randomness: Randomness
  ) throws {
    guard let key = SigningKey(seed: randomness.bytes(32)),
      let sealing = SealingKey(seed: randomness.bytes(32))
    else { throw BenchFault.setting("no device keys from the seed") }
    let account = try office.addAccount(name: name, role: role, sites: [site])
    let signing = key.verifyingKey
    let edit = RecordEdit(
      .device, RecordIdentity.device(signing.bytes),
      [
        DeviceField.signingKey: .bytes(signing.bytes),
        DeviceField.sealingKey: .bytes(sealing.publicKey.bytes),
        DeviceField.account: .reference(office.accountKey(account)),
        DeviceField.enrolledAt: .instant(office.now), DeviceField.name: .text(name),
      ])
    let bundle = try office.write { replica in
      try office.publish([edit], in: office.company, on: replica)
    }
    self.key = key
    self.account = account
    self.role = role
    self.site = site
    enrolment = bundle.envelope
    writer = WriterID(randomness.word())
    lastReceipt = ReceiptCodec.hash(randomness.bytes(200))
  }

  /// A whole request of this laptop, signed and compressed, ready for the wire.
  /// - Throws: `BenchFault` when it is larger than the office reads.
  func request(_ sync: SyncRequest, _ office: OfficeFolder) throws -> PreparedRequest {
    let signed = try SignedRequest.encode(
      path: "/v1/sync", body: try SyncCodec.encode(sync),
      challenge: office.challenge(for: key.verifyingKey), enrolment: enrolment, key: key)
    guard signed.count <= Bounds.requestBytesMax else {
      throw BenchFault.setting("a request of \(signed.count) bytes is too large")
    }
    return PreparedRequest(
      signed: signed, compressed: try Gzip.compress(signed), bundles: sync.bundles.count)
  }
}

/// A request before it meets a port.
struct PreparedRequest: Sendable {
  /// What the office reads after inflating.
  let signed: [UInt8]
  let compressed: [UInt8]
  let bundles: Int

  func bytes(port: Int) -> [UInt8] {
    LoopbackConnection.post("/v1/sync", port: port, gzip: compressed)
  }

  /// What the office answered, checked: every bundle of the request newly stored.
  /// - Throws: `BenchFault` for anything else.
  static func requireStored(_ answer: LoopbackConnection.Answer, bundles: Int) throws {
    let response = try self.response(answer)
    let stored = response.results.count { $0.outcome == .stored }
    guard stored == bundles, !response.again else {
      throw BenchFault.answer("\(stored) of \(bundles) bundles stored")
    }
  }

  static func response(_ answer: LoopbackConnection.Answer) throws -> SyncResponse {
    guard answer.status == 200 else {
      throw BenchFault.answer(String(decoding: answer.body, as: UTF8.self))
    }
    let isCompressed = answer.head.contains("content-encoding: gzip")
    let body =
      isCompressed ? try Gzip.decompress(answer.body, limit: 1 << 24) : answer.body
    return try SyncCodec.decodeResponse(try SignedResponse.unchecked(body))
  }
}
