/// What is wrong with JSON text, and where.
package struct JSONFault: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case notUTF8, byteOrderMark, tooLarge(limit: Int), tooDeep(limit: Int)
    case unexpected, unfinished, badEscape, badNumber, controlInString
    case repeatedName(String), trailingText
  }

  package let kind: Kind
  /// In bytes, from 0.
  package let offset: Int
  /// From 1.
  package let line: Int
  /// In characters (Unicode scalars), from 1.
  package let column: Int
}

extension JSON {
  /// Reads JSON text, strictly.
  /// - Throws: `JSONFault` with the place of the first fault.
  package static func parse(
    _ bytes: [UInt8], depthMax: Int = 64, bytesMax: Int = 16 * 1024 * 1024
  ) throws(JSONFault) -> JSON {
    var parser = JSONParser(bytes: bytes, depthMax: depthMax)
    guard bytes.count <= bytesMax else { throw parser.fault(.tooLarge(limit: bytesMax), at: 0) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw parser.fault(.byteOrderMark, at: 0) }
    if let offset = UTF8Validation.firstFault(in: bytes) {
      throw parser.fault(.notUTF8, at: offset)
    }
    return try parser.document()
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  let depthMax: Int
  var index = 0

  init(bytes: [UInt8], depthMax: Int) {
    self.bytes = bytes
    self.depthMax = depthMax
  }

  func fault(_ kind: JSONFault.Kind, at offset: Int) -> JSONFault {
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONFault(
      kind: kind, offset: offset, line: before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) },
      column: before[lineStart...].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func unexpected() -> JSONFault {
    fault(current == nil ? .unfinished : .unexpected, at: index)
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  mutating func document() throws(JSONFault) -> JSON {
    let value = try value(depth: 0)
    skipSpace()
    guard current == nil else { throw fault(.trailingText, at: index) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSON {
    skipSpace()
    switch current {
    case 0x7B, 0x5B:
      // Counted at the bracket, so that an empty level is a level too.
      guard depth < depthMax else { throw fault(.tooDeep(limit: depthMax), at: index) }
      return bytes[index] == 0x7B ? try object(depth: depth) : try array(depth: depth)
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    case 0x2D, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39: return try number()
    default: throw unexpected()
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
    for expected in text.description.utf8 {
      guard current == expected else { throw unexpected() }
      index += 1
    }
    return value
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSON {
    index += 1
    var items: [JSON] = []
    skipSpace()
    if current == 0x5D {
      index += 1
      return .array(items)
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      switch current {
      case 0x2C: index += 1
      case 0x5D:
        index += 1
        return .array(items)
      default: throw unexpected()
      }
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSON {
    index += 1
    var members: [JSON.Member] = []
    var names: Set<[UInt8]> = []
    skipSpace()
    if current == 0x7D {
      index += 1
      return .object(members)
    }
    while true {
      skipSpace()
      guard current == 0x22 else { throw unexpected() }
      let start = index
      let name = try string()
      guard names.insert(Array(name.utf8)).inserted else {
        throw fault(.repeatedName(name), at: start)
      }
      skipSpace()
      guard current == 0x3A else { throw unexpected() }
      index += 1
      members.append(JSON.Member(name, try value(depth: depth + 1)))
      skipSpace()
      switch current {
      case 0x2C: index += 1
      case 0x7D:
        index += 1
        return .object(members)
      default: throw unexpected()
      }
    }
  }

  private mutating func string() throws(JSONFault) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case 0x22:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C:
        let scalar = try escape()
        text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      case 0x00..<0x20: throw fault(.controlInString, at: index)
      default:
        text.append(byte)
        index += 1
      }
    }
    throw fault(.unfinished, at: index)
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    let start = index
    index += 1
    guard let letter = current else { throw fault(.unfinished, at: index) }
    index += 1
    switch letter {
    case 0x22: return "\""
    case 0x5C: return "\\"
    case 0x2F: return "/"
    case 0x62: return "\u{8}"
    case 0x66: return "\u{C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75: break
    default: throw fault(.badEscape, at: start)
    }
    let first = try codeUnit(start)
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    // A high surrogate must be followed by a low one.
    guard (0xD800...0xDBFF).contains(first), current == 0x5C else {
      throw fault(.badEscape, at: start)
    }
    index += 1
    guard current == 0x75 else { throw fault(.badEscape, at: start) }
    index += 1
    let second = try codeUnit(start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    else { throw fault(.badEscape, at: start) }
    return scalar
  }

  private mutating func codeUnit(_ start: Int) throws(JSONFault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = current else { throw fault(.unfinished, at: index) }
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: throw fault(.badEscape, at: start)
      }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }

  private mutating func number() throws(JSONFault) -> JSON {
    let start = index
    if current == 0x2D { index += 1 }
    let whole = try digits(start)
    if whole > 1, bytes[index - whole] == 0x30 { throw fault(.badNumber, at: start) }
    var isWhole = true
    if current == 0x2E {
      isWhole = false
      index += 1
      _ = try digits(start)
    }
    if current == 0x65 || current == 0x45 {
      isWhole = false
      index += 1
      if current == 0x2B || current == 0x2D { index += 1 }
      _ = try digits(start)
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let value = Int64(text) { return .integer(value) }
    return .decimal(text)
  }

  private mutating func digits(_ start: Int) throws(JSONFault) -> Int {
    let first = index
    while let byte = current, (0x30...0x39).contains(byte) { index += 1 }
    guard index > first else { throw fault(.badNumber, at: start) }
    return index - first
  }
}
