/// Sixteen bytes that name one thing for ever: random, or computed where exactly one must exist.
///
/// `Thing` keeps a household's identifier from being passed where a site's is meant.
package struct Identifier<Thing>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package static var byteCount: Int { 16 }

  private let high: UInt64
  private let low: UInt64

  /// - Returns: nothing unless there are exactly sixteen bytes.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self =
      bytes.withContiguousStorageIfAvailable { Self(UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes { Self($0) }
  }

  /// - Parameter raw: sixteen bytes.
  private init(_ raw: UnsafeRawBufferPointer) {
    high = UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self))
    low = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
  }

  /// Reads 32 hexadecimal digits, either case.
  package init?(hex: some StringProtocol) {
    guard let bytes = Hexadecimal.bytes(hex) else { return nil }
    self.init(bytes: bytes)
  }

  /// The first sixteen bytes of a digest. Fewer than sixteen are filled up with zeros.
  package init(prefixOf digest: some Collection<UInt8>) {
    var bytes = Array(digest.prefix(16))
    bytes.append(contentsOf: Array(repeating: 0, count: 16 - bytes.count))
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in 0..<8 {
      high = high << 8 | UInt64(bytes[index])
      low = low << 8 | UInt64(bytes[index + 8])
    }
    self.high = high
    self.low = low
  }

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      raw.storeBytes(of: high.bigEndian, toByteOffset: 0, as: UInt64.self)
      raw.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
      count = 16
    }
  }

  package static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }

  /// 32 lower-case hexadecimal digits.
  package var description: String { Hexadecimal.text(bytes) }

  /// The same sixteen bytes as the name of something else, where one thing is known by another's
  /// name (a site and its scope).
  package func named<Other>(_: Other.Type = Other.self) -> Identifier<Other> {
    Identifier<Other>(high: high, low: low)
  }
}

package enum ScopeTag {}
package enum RecordTag {}
package enum AccountTag {}
package enum BootTag {}
package enum KeyTag {}
package enum DeviceTag {}

/// A site, or the company: the unit of replication. A site's scope has the site's identifier.
package typealias ScopeID = Identifier<ScopeTag>
/// A record's identifier within its type and scope.
package typealias RecordID = Identifier<RecordTag>
/// The person on whose behalf something was written.
package typealias AccountID = Identifier<AccountTag>
/// One start of a machine; monotonic times compare only within it.
package typealias BootID = Identifier<BootTag>
/// A household's data key.
package typealias DataKeyID = Identifier<KeyTag>

/// Random 64 bits minted per installation, and again after any restore.
package struct WriterID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: UInt64

  package init(_ rawValue: UInt64) { self.rawValue = rawValue }

  /// Eight bytes, most significant first.
  package var bytes: [UInt8] {
    stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: rawValue >> $0) }
  }

  package static func < (a: WriterID, b: WriterID) -> Bool { a.rawValue < b.rawValue }

  package var description: String {
    Hexadecimal.text(bytes)
  }
}

/// Hexadecimal text of bytes, two lower-case digits each.
package enum Hexadecimal {
  package static func text(_ bytes: some Collection<UInt8>) -> String { text(Array(bytes)) }

  package static func text(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      for (index, byte) in bytes.enumerated() {
        text[2 * index] = digit(byte >> 4)
        text[2 * index + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  /// - Returns: nothing for an odd number of digits or any other character.
  package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = nibble(digits[index]), let low = nibble(digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    case 0x41...0x46: digit - 0x41 + 10
    default: nil
    }
  }
}
