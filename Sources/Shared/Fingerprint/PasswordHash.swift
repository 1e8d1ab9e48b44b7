import Crypto
import CryptoExtras
import FoundationEssentials

/// A password as it is kept: salt and scrypt hash (RFC 7914) with the parameters it was made with, so
/// that they can be raised later.
///
/// As text it is a PHC string: `$scrypt$ln=17,r=8,p=1$<salt>$<hash>`, base64 without padding.
package struct PasswordHash: Hashable, Sendable {
  /// What one hash costs. Memory is 128 · 2^ln · r bytes.
  package struct Cost: Hashable, Sendable {
    /// N as a power of two.
    package let logRounds: Int
    package let blockSize: Int
    package let parallelism: Int

    /// N = 2^17, r = 8, p = 1, the least that OWASP and ASVS 5.0 ask of scrypt: 128 MiB.
    package static let standard = Cost(17, 8, 1)

    private init(_ logRounds: Int, _ blockSize: Int, _ parallelism: Int) {
      self.logRounds = logRounds
      self.blockSize = blockSize
      self.parallelism = parallelism
    }

    /// - Returns: nothing beyond 2^20 rounds, 256 MiB or four lanes: a store that somebody changed
    ///   must not eat the machine.
    package init?(logRounds: Int, blockSize: Int, parallelism: Int) {
      guard (4...20).contains(logRounds), (1...32).contains(blockSize),
        (1...4).contains(parallelism), 128 * (1 << logRounds) * blockSize <= 256 << 20
      else { return nil }
      self.logRounds = logRounds
      self.blockSize = blockSize
      self.parallelism = parallelism
    }
  }

  package static let saltByteCount = 16

  package let cost: Cost
  private let salt: [UInt8]
  private let hash: [UInt8]

  /// Takes about a third of a second and 128 MiB.
  /// - Parameter salt: 16 fresh random bytes.
  /// - Throws: only if the cryptographic library fails.
  package init(of password: String, salt: [UInt8], cost: Cost = .standard) throws {
    self.cost = cost
    self.salt = salt
    hash = try Self.scrypt(password, salt, cost, byteCount: 32)
  }

  /// - Returns: nothing for text in any other spelling than `phc` writes, or out of bounds.
  package init?(phc: String) {
    let parts = phc.utf8.split(separator: 0x24, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[1].elementsEqual("scrypt".utf8),
      let cost = Self.cost(parts[2]), let salt = Self.unpadded(parts[3]),
      let hash = Self.unpadded(parts[4]), (8...64).contains(salt.count),
      (16...64).contains(hash.count)
    else { return nil }
    self.cost = cost
    self.salt = salt
    self.hash = hash
    guard self.phc.utf8.elementsEqual(phc.utf8) else { return nil }
  }

  package var phc: String {
    let numbers = "ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)"
    return "$scrypt$\(numbers)$\(Self.base64(salt))$\(Self.base64(hash))"
  }

  /// Whether this is the hash of the password. The time does not tell how much of it agrees.
  package func matches(_ password: String) throws -> Bool {
    let other = try Self.scrypt(password, salt, cost, byteCount: hash.count)
    // An empty password is hashed as something else, because the library takes none.
    return ConstantTime.areEqual(other, hash) && !password.utf8.isEmpty
  }

  private static func scrypt(
    _ password: String, _ salt: [UInt8], _ cost: Cost, byteCount: Int
  ) throws -> [UInt8] {
    let secret = password.utf8.isEmpty ? [0] : Array(password.utf8)
    let key = try KDF.Scrypt.deriveKey(
      from: secret, salt: salt.isEmpty ? [0] : salt, outputByteCount: byteCount,
      rounds: 1 << cost.logRounds, blockSize: cost.blockSize, parallelism: cost.parallelism)
    return key.withUnsafeBytes { Array($0) }
  }

  private static func cost(_ text: Substring.UTF8View) -> Cost? {
    let fields = text.split(separator: 0x2C, omittingEmptySubsequences: false)
    guard fields.count == 3, let rounds = number(fields[0], after: "ln="),
      let block = number(fields[1], after: "r="), let lanes = number(fields[2], after: "p=")
    else { return nil }
    return Cost(logRounds: rounds, blockSize: block, parallelism: lanes)
  }

  private static func number(_ field: Substring.UTF8View, after name: String) -> Int? {
    guard field.starts(with: name.utf8) else { return nil }
    return Int(String(decoding: Array(field.dropFirst(name.utf8.count)), as: UTF8.self))
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let padded = Data(bytes).base64EncodedString()
    return String(decoding: padded.utf8.filter { $0 != 0x3D }, as: UTF8.self)
  }

  private static func unpadded(_ text: Substring.UTF8View) -> [UInt8]? {
    let digits = Array(text)
    let padding = Array(repeating: UInt8(0x3D), count: (4 - digits.count % 4) % 4)
    return Data(base64Encoded: Data(digits + padding)).map { Array($0) }
  }
}

package enum ConstantTime {
  /// Compares every byte, whatever the first ones say. Only the lengths can be told from the time.
  package static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    var difference: UInt8 = 0
    for (x, y) in zip(a, b) { difference |= x ^ y }
    return difference == 0
  }
}
