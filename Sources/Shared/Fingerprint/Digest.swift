import Crypto

/// A SHA-256 digest: the identity of a bundle, the link to an envelope, the hash of an attachment.
package struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let a: UInt64
  private let b: UInt64
  private let c: UInt64
  private let d: UInt64

  /// - Returns: nothing unless there are exactly 32 bytes.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      switch index >> 3 {
      case 0: words.0 = words.0 << 8 | UInt64(byte)
      case 1: words.1 = words.1 << 8 | UInt64(byte)
      case 2: words.2 = words.2 << 8 | UInt64(byte)
      default: words.3 = words.3 << 8 | UInt64(byte)
      }
    }
    self.init(words: words)
  }

  /// Four big-endian words, most significant first.
  package init(words: (UInt64, UInt64, UInt64, UInt64)) {
    (a, b, c, d) = words
  }

  package static let zero = Digest(words: (0, 0, 0, 0))

  /// SHA-256 of a domain tag, a zero byte, and the parts one after the other.
  ///
  /// The tag keeps a hash made for one purpose from being taken for another's.
  package init(domain: StaticString, _ parts: [UInt8]...) {
    var hash = SHA256()
    domain.withUTF8Buffer { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    hash.update(data: [0])
    for part in parts { hash.update(data: part) }
    self.init(hash.finalize())
  }

  /// Plain SHA-256 of bytes, for content that other tools hash too (attachments).
  package init(sha256 bytes: [UInt8]) { self.init(SHA256.hash(data: bytes)) }

  private init(_ digest: SHA256.Digest) {
    let words = digest.withUnsafeBytes { bytes in
      (0..<4).map {
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
      }
    }
    self.init(words: (words[0], words[1], words[2], words[3]))
  }

  /// Four big-endian words, most significant first.
  package var words: (UInt64, UInt64, UInt64, UInt64) { (a, b, c, d) }

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in [a, b, c, d] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return bytes
  }

  package static func < (x: Digest, y: Digest) -> Bool {
    (x.a, x.b, x.c, x.d) < (y.a, y.b, y.c, y.d)
  }

  /// 64 lower-case hexadecimal digits.
  package var description: String {
    [a, b, c, d].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}

/// HMAC-SHA-256 (RFC 2104).
package enum KeyedHash {
  package static func sha256(key: [UInt8], _ parts: [UInt8]...) -> [UInt8] {
    var code = HMAC<SHA256>(key: SymmetricKey(data: key))
    for part in parts { code.update(data: part) }
    return Array(code.finalize())
  }

  /// Compares in constant time.
  package static func isValid(_ code: [UInt8], key: [UInt8], message: [UInt8]) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: message, using: SymmetricKey(data: key))
  }
}

/// HKDF with SHA-256 (RFC 5869).
package enum KeyDerivation {
  package static func sha256(
    secret: [UInt8], salt: [UInt8], info: [UInt8], byteCount: Int
  ) -> [UInt8] {
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: secret), salt: salt, info: info,
      outputByteCount: byteCount)
    return key.withUnsafeBytes { Array($0) }
  }
}
