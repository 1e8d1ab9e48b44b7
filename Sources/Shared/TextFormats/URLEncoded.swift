/// Percent-encoding of one segment of a path, on bytes (RFC 3986).
package enum PercentEncoding {
  private static let digits: [UInt8] = Array("0123456789ABCDEF".utf8)

  /// Every byte but letters, digits and `-._~` as `%XX`: safe in a path, a query and an attribute.
  package static func encode(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.append(byte)
      default: encoded += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// - Returns: nothing for a `%` without two hexadecimal digits, or for bytes that are not UTF-8.
  package static func decode(_ text: some Collection<UInt8>) -> String? {
    decodedBytes(text, plusIsSpace: false).flatMap { UTF8Validation.text($0) }
  }

  static func decodedBytes(_ text: some Collection<UInt8>, plusIsSpace: Bool) -> [UInt8]? {
    var decoded: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x25:
        guard let high = rest.popFirst().flatMap(value), let low = rest.popFirst().flatMap(value)
        else { return nil }
        decoded.append(high << 4 | low)
      case 0x2B where plusIsSpace: decoded.append(0x20)
      default: decoded.append(byte)
      }
    }
    return decoded
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}

/// Why a form's body, or a query, was not read. Nothing of it is used then.
package enum FormFault: Error, Hashable, Sendable {
  case tooLarge(limit: Int)
  case tooManyFields(limit: Int)
  /// A `%` that stands for nothing, or bytes that are not UTF-8; the field counted from 1.
  case malformed(field: Int)
}

/// The fields of a form as a browser sends them: `application/x-www-form-urlencoded`, UTF-8 only, and
/// in their order.
package struct FormFields: Sendable {
  /// 64 KiB, as sent.
  package static let bytesMax = 64 * 1024
  package static let fieldsMax = 100

  private let fields: [(name: String, value: String)]

  package init(_ bytes: [UInt8]) throws(FormFault) {
    guard bytes.count <= Self.bytesMax else { throw .tooLarge(limit: Self.bytesMax) }
    let parts = bytes.split(separator: 0x26)
    guard parts.count <= Self.fieldsMax else { throw .tooManyFields(limit: Self.fieldsMax) }
    var fields: [(name: String, value: String)] = []
    for (index, part) in parts.enumerated() {
      let halves = part.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.text(halves.first ?? []),
        let value = Self.text(halves.dropFirst().first ?? [])
      else { throw .malformed(field: index + 1) }
      fields.append((name, value))
    }
    self.fields = fields
  }

  /// The plain fields of a form that came with files, under the same bounds.
  package init(_ form: MultipartForm) throws(FormFault) {
    var fields: [(name: String, value: String)] = []
    var bytes = 0
    for (index, part) in form.parts.enumerated() where part.fileName == nil {
      bytes += part.content.count
      guard bytes <= Self.bytesMax else { throw .tooLarge(limit: Self.bytesMax) }
      guard let value = UTF8Validation.text(part.content) else {
        throw .malformed(field: index + 1)
      }
      fields.append((part.name, value))
    }
    self.fields = fields
  }

  /// The value of a field that is there exactly once; one that comes twice means nothing.
  package subscript(name: String) -> String? {
    let found = all(name)
    return found.count == 1 ? found.first : nil
  }

  /// In the order sent, with whatever comes twice twice.
  package var names: [String] { fields.map(\.name) }

  package func all(_ name: String) -> [String] {
    fields.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
  }

  private static func text(_ part: ArraySlice<UInt8>) -> String? {
    PercentEncoding.decodedBytes(part, plusIsSpace: true).flatMap { UTF8Validation.text($0) }
  }
}
