import BenchTable
import Fingerprint
import Glibc
import WireFormat

/// What the office cannot but compute for each visit, whatever program it is: the check of the
/// bundle's signature, the signature of its receipt, and the opening of a new household key. Each is
/// measured on one thread, and so is reading the request: inflating it, hashing its bundles, protobuf.
/// The rates that follow are those of all cores that do nothing else.
struct LeastWork {
  /// Seconds for one visit.
  let check: Samples
  let receipt: Samples
  let opening: Samples
  let inflating: Samples
  /// Inflating a request, and its bundles from bytes to values.
  let reading: Samples

  init(_ batches: [Batch]) throws {
    let seed = Array(repeating: UInt8(7), count: 32)
    guard let signing = SigningKey(seed: seed), let sealing = SealingKey(seed: seed) else {
      throw BenchFault.setting("no key")
    }
    let made = batches.flatMap { batch in batch.visits.map { (batch.device.key, $0) } }
    // The last 64 bytes of an envelope are its signature, over a hash of the bundle's name.
    let checks = made.map { key, visit in
      (
        key: key.verifyingKey, signature: Array(visit.envelope.suffix(64)),
        message: Digest(domain: "rounds signature v1", visit.id.bytes).bytes
      )
    }
    check = try eachRun { _ in
      var valid = 0
      let lasted = duration {
        for one in checks where one.key.isValid(one.signature, for: one.message) { valid += 1 }
      }
      guard valid == checks.count else { throw BenchFault.answer("a signature does not match") }
      return lasted / Double(checks.count)
    }
    receipt = try eachRun { _ in
      try duration { for one in checks { _ = try signing.signature(for: one.message) } }
        / Double(checks.count)
    }
    let sealed = try checks.map { try sealing.publicKey.seal(seed, info: [], context: $0.message) }
    opening = try eachRun { _ in
      try duration {
        for (one, wrap) in zip(checks, sealed) {
          _ = try sealing.open(wrap, info: [], context: one.message)
        }
      } / Double(checks.count)
    }
    inflating = try eachRun { _ in
      try duration {
        for batch in batches { _ = try Gzip.decompress(batch.request.compressed, limit: 1 << 24) }
      } / Double(checks.count)
    }
    reading = try eachRun { _ in
      try duration {
        for batch in batches {
          _ = try Gzip.decompress(batch.request.compressed, limit: 1 << 24)
          for visit in batch.visits { _ = try Verification.stored(visit.envelope) }
        }
      } / Double(checks.count)
    }
  }

  /// What stands beside row a, with plain SQLite as the limit of both.
  func figures(_ limit: Limit) throws -> [Figure] {
    let bare = check.median + receipt.median
    let insert = 1 / limit.samples.median
    let stored = bare + reading.median + insert
    // No receipt, no compression: what is left when everything is gone that a protocol could do without.
    let least = check.median + (reading.median - inflating.median) + insert
    return [
      try figure("Ed25519 checks of the same bundles, one core", check.values.map { 1 / $0 }),
      try figure("Ed25519 signatures of as many receipts, one core", receipt.values.map { 1 / $0 }),
      try figure("HPKE openings of as many keys, one core", opening.values.map { 1 / $0 }),
      Figure(
        "all cores: checks, receipts and keys, nothing else", "visits/s",
        try samples([Self.cores / (bare + opening.median)]), limit: limit),
      Figure(
        "all cores, without keys: checks, receipts, zlib, plain inserts", "visits/s",
        try samples([Self.cores / (bare + inflating.median + insert)]), limit: limit),
      Figure(
        "all cores, with keys: the same and the openings", "visits/s",
        try samples([Self.cores / (bare + inflating.median + opening.median + insert)]),
        limit: limit),
      Figure(
        "all cores, without keys: checks, receipts, reading, plain inserts", "visits/s",
        try samples([Self.cores / stored]), limit: limit),
      Figure(
        "all cores, without keys: checks, reading without zlib, plain inserts", "visits/s",
        try samples([Self.cores / least]), limit: limit),
    ]
  }

  private static var cores: Double { Double(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private func figure(_ what: String, _ rates: [Double]) throws -> Figure {
    Figure(what, "1/s", try samples(rates))
  }
}
