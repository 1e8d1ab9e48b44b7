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
    self =
      bytes.withContiguousStorageIfAvailable { Self(UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes { Self($0) }
  }

  /// - Parameter raw: 32 bytes.
  private init(_ raw: UnsafeRawBufferPointer) {
    func word(_ offset: Int) -> UInt64 {
      UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    self.init(words: (word(0), word(8), word(16), word(24)))
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

  private init(_ digest: SHA256.Digest) { self = digest.withUnsafeBytes { Self($0) } }

  /// Four big-endian words, most significant first.
  package var words: (UInt64, UInt64, UInt64, UInt64) { (a, b, c, d) }

  package var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      raw.storeBytes(of: a.bigEndian, toByteOffset: 0, as: UInt64.self)
      raw.storeBytes(of: b.bigEndian, toByteOffset: 8, as: UInt64.self)
      raw.storeBytes(of: c.bigEndian, toByteOffset: 16, as: UInt64.self)
      raw.storeBytes(of: d.bigEndian, toByteOffset: 24, as: UInt64.self)
      count = 32
    }
  }

  package static func < (x: Digest, y: Digest) -> Bool {
    (x.a, x.b, x.c, x.d) < (y.a, y.b, y.c, y.d)
  }

  /// 64 lower-case hexadecimal digits.
  package var description: String {
    String(unsafeUninitializedCapacity: 64) { text in
      func write(_ word: UInt64, at offset: Int) {
        for place in 0..<16 {
          let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * place)) & 15
          text[offset + place] = digit < 10 ? 0x30 + digit : 0x57 + digit
        }
      }
      write(a, at: 0)
      write(b, at: 16)
      write(c, at: 32)
      write(d, at: 48)
      return 64
    }
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
