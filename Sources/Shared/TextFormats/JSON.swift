/// A JSON value (RFC 8259). Numbers are whole, or kept as they were written: there is no binary
/// floating point anywhere in the product.
///
/// Our own because Foundation's reader on Linux accepts trailing commas, keeps the first of two equal
/// keys and names no place (docs/decisions/0006-own-json-and-csv.md).
package indirect enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A number with a fraction or an exponent, or beyond 64 bits, as written.
  case decimal(String)
  case string(String)
  case array([JSON])
  /// Members in order; no two with the same name.
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSON
    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// Members whose value is nothing are left out.
  package static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { pair in pair.value.map { Member(pair.key, $0) } })
  }

  package static func integer(_ number: Int) -> JSON { .integer(Int64(number)) }

  /// The member of that name; nothing for other kinds of value.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// UTF-8 text, members in their order, ending without a line feed.
  package func text(pretty: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: pretty ? 0 : nil)
    return bytes
  }

  private func write(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .decimal(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): Self.quote(text, to: &bytes)
    case .array(let items):
      list(items.count, 0x5B, 0x5D, &bytes, indent) { index, bytes, indent in
        items[index].write(to: &bytes, indent: indent)
      }
    case .object(let members):
      list(members.count, 0x7B, 0x7D, &bytes, indent) { index, bytes, indent in
        Self.quote(members[index].name, to: &bytes)
        bytes.append(0x3A)
        if indent != nil { bytes.append(0x20) }
        members[index].value.write(to: &bytes, indent: indent)
      }
    }
  }

  private func list(
    _ count: Int, _ open: UInt8, _ close: UInt8, _ bytes: inout [UInt8], _ indent: Int?,
    _ item: (Int, inout [UInt8], Int?) -> Void
  ) {
    bytes.append(open)
    for index in 0..<count {
      if index > 0 { bytes.append(0x2C) }
      if let indent {
        bytes.append(0x0A)
        bytes.append(contentsOf: Array(repeating: 0x20, count: (indent + 1) * 2))
      }
      item(index, &bytes, indent.map { $0 + 1 })
    }
    if count > 0, let indent {
      bytes.append(0x0A)
      bytes.append(contentsOf: Array(repeating: 0x20, count: indent * 2))
    }
    bytes.append(close)
  }

  /// Escapes what RFC 8259 requires, and besides DEL, C1 controls and the two line separators, which
  /// upset terminals and scripts.
  package static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(UInt8(scalar.value))
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x00..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: Array(repeating: 0x30, count: 4 - digits.utf8.count))
        bytes.append(contentsOf: digits.utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
    bytes.append(0x22)
  }
}
