/// Protocol Buffers written by hand, after the specification of the encoding, so that the codecs are
/// not their own judge. Scalars that are zero or empty are left out, as proto3 has it.
struct ProtoWriter {
  private(set) var bytes: [UInt8] = []

  init() {}

  init(_ build: (inout ProtoWriter) -> Void) { build(&self) }

  mutating func number(_ field: UInt64, _ value: UInt64) {
    if value != 0 { varint(field << 3, value) }
  }

  /// Zigzag: small numbers of either sign are short.
  mutating func signed(_ field: UInt64, _ value: Int64) {
    number(field, UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  /// A signed number where zero is said too, as in a `oneof`.
  mutating func signedAlways(_ field: UInt64, _ value: Int64) {
    varint(field << 3, UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  mutating func fixed(_ field: UInt64, _ value: UInt64) {
    if value == 0 { return }
    plain(field << 3 | 1)
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func blob(_ field: UInt64, _ content: [UInt8]) {
    if !content.isEmpty { blobAlways(field, content) }
  }

  mutating func blobAlways(_ field: UInt64, _ content: [UInt8]) {
    plain(field << 3 | 2)
    plain(UInt64(content.count))
    bytes.append(contentsOf: content)
  }

  mutating func text(_ field: UInt64, _ content: String) { blob(field, Array(content.utf8)) }

  mutating func message(_ field: UInt64, _ build: (inout ProtoWriter) -> Void) {
    blobAlways(field, ProtoWriter(build).bytes)
  }

  mutating func raw(_ content: [UInt8]) { bytes.append(contentsOf: content) }

  private mutating func varint(_ tag: UInt64, _ value: UInt64) {
    plain(tag)
    plain(value)
  }

  private mutating func plain(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
