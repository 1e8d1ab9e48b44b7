import Crypto
import CryptoExtras
import FoundationEssentials

/// What one guess at a passphrase costs: the parameters of scrypt (RFC 7914).
///
/// They are kept beside what the key seals, so that they can be raised. A file may be anybody's work,
/// so parameters outside narrow bounds are refused before any memory is asked for.
package struct PassphraseCost: Hashable, Sendable {
  /// Base-2 logarithm of N, how many blocks are gone through: 10...20.
  package let logRounds: Int
  /// r: 1...16. One block has 128 · r bytes.
  package let blockSize: Int
  /// p: 1...16.
  package let parallelism: Int

  /// The most memory one derivation may take.
  package static let memoryBytesMax = 256 << 20
  /// The most of N · r · p: eight times the standard.
  private static let workMax = 1 << 23

  /// N = 2^17, r = 8, p = 1: 128 MiB and about a third of a second (ASVS 5.0, OWASP).
  package static let standard = PassphraseCost(known: 17)

  /// The least that is taken, for tests: 1 MiB.
  package static let least = PassphraseCost(known: 10)

  private init(known logRounds: Int) {
    self.logRounds = logRounds
    blockSize = 8
    parallelism = 1
  }

  /// - Returns: nothing outside the bounds, or where memory or work would be too much.
  package init?(logRounds: Int, blockSize: Int, parallelism: Int) {
    guard (10...20).contains(logRounds), (1...16).contains(blockSize),
      (1...16).contains(parallelism),
      128 * blockSize * parallelism << logRounds <= Self.memoryBytesMax,
      blockSize * parallelism << logRounds <= Self.workMax
    else { return nil }
    self.logRounds = logRounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  package static let byteCount = 3

  /// Three bytes: log2 N, r, p.
  package var bytes: [UInt8] {
    [
      UInt8(truncatingIfNeeded: logRounds), UInt8(truncatingIfNeeded: blockSize),
      UInt8(truncatingIfNeeded: parallelism),
    ]
  }

  /// - Returns: nothing unless there are three bytes within the bounds.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.init(
      logRounds: Int(bytes[0]), blockSize: Int(bytes[1]), parallelism: Int(bytes[2]))
  }
}

/// Turns a passphrase into a key, slowly (scrypt, RFC 7914).
package enum PassphraseKey {
  package static let saltByteCount = 16

  /// The key of a passphrase: the first 32 bytes that scrypt gives.
  ///
  /// - Parameters:
  ///   - passphrase: UTF-8 as it was typed; not empty.
  ///   - salt: random bytes, drawn anew whenever the passphrase is set; not empty.
  /// - Throws: `SealingFailure.malformedKey` for nothing to derive from, or when the library refuses
  ///   the parameters or has no memory.
  package static func derive(
    from passphrase: [UInt8], salt: [UInt8], cost: PassphraseCost
  ) throws -> DataKey {
    // The library reads the first byte's address of both.
    guard !passphrase.isEmpty, !salt.isEmpty else { throw SealingFailure.malformedKey }
    let key: SymmetricKey
    do {
      key = try KDF.Scrypt.deriveKey(
        from: passphrase, salt: salt, outputByteCount: DataKey.byteCount,
        rounds: 1 << cost.logRounds, blockSize: cost.blockSize, parallelism: cost.parallelism)
    } catch { throw SealingFailure.malformedKey }
    guard let dataKey = key.withUnsafeBytes({ DataKey(bytes: Array($0)) }) else {
      throw SealingFailure.malformedKey
    }
    return dataKey
  }
}
