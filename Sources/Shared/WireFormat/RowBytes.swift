/// Writes the rows of a replica: numbers in groups of seven bits, bytes with their length before them.
struct RowWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func count(_ value: Int) { number(UInt64(clamping: value)) }

  /// Small numbers of either sign in few bytes.
  mutating func signed(_ value: Int64) {
    number(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  mutating func raw(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  mutating func block(_ more: some Collection<UInt8>) {
    count(more.count)
    bytes.append(contentsOf: more)
  }
}

/// Reads them back; whatever does not fit is malformed, and nothing is read past the end.
struct RowReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func number() throws(WireFault) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw Self.fault
  }

  /// A number of things, each of which takes at least a byte of what is left.
  mutating func count() throws(WireFault) -> Int {
    let value = try number()
    guard value <= UInt64(bytes.count - place) else { throw Self.fault }
    return Int(value)
  }

  mutating func signed() throws(WireFault) -> Int64 {
    let value = try number()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func number32() throws(WireFault) -> UInt32 {
    guard let value = UInt32(exactly: try number()) else { throw Self.fault }
    return value
  }

  mutating func raw(_ count: Int) throws(WireFault) -> ArraySlice<UInt8> {
    guard count <= bytes.count - place else { throw Self.fault }
    defer { place += count }
    return bytes[place..<(place + count)]
  }

  mutating func block() throws(WireFault) -> [UInt8] { Array(try raw(try count())) }

  static let fault = WireFault.malformed("a stored record")
}
