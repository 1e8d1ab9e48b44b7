/// Why the body of an upload was not read. Nothing of it is used then.
package enum MultipartFault: Error, Hashable, Sendable {
  case tooLarge(limit: Int)
  case tooManyParts(limit: Int)
  /// The headers of a part, counted from 1, are longer than `MultipartForm.headBytesMax`.
  case headTooLarge(part: Int)
  /// The body does not begin with its boundary, or has none at its end: it was cut off.
  case noBoundary(offset: Int)
  /// A part, counted from 1, has no blank line behind its headers, no name, or headers that are not
  /// UTF-8.
  case malformed(part: Int)
}

/// The parts of a form with files as a browser sends it: `multipart/form-data` (RFC 7578), read as bytes
/// and in their order.
package struct MultipartForm: Sendable {
  package struct Part: Hashable, Sendable {
    package let name: String
    /// What the browser calls the file, for people only: never a path of ours. Nothing for a plain
    /// field.
    package let fileName: String?
    package let content: ArraySlice<UInt8>
  }

  package static let partsMax = 20
  package static let headBytesMax = 4 * 1024
  /// RFC 2046, 5.1.1.
  package static let boundaryBytesMax = 70

  package let parts: [Part]

  /// - Parameters:
  ///   - boundary: as `boundary(of:)` found it.
  ///   - limit: of the whole body, in bytes.
  package init(
    _ body: [UInt8], boundary: [UInt8], limit: Int
  ) throws(MultipartFault) {
    guard body.count <= limit else { throw .tooLarge(limit: limit) }
    let mark = [0x2D, 0x2D] + boundary
    guard !boundary.isEmpty, body.starts(with: mark) else { throw .noBoundary(offset: 0) }
    let inner = [0x0D, 0x0A] + mark
    var parts: [Part] = []
    var index = mark.count
    while true {
      // Behind a boundary comes `--` at the very end, or a line end and the next part.
      if body[index...].starts(with: [0x2D, 0x2D]) { break }
      guard body[index...].starts(with: [0x0D, 0x0A]) else { throw .noBoundary(offset: index) }
      guard parts.count < Self.partsMax else { throw .tooManyParts(limit: Self.partsMax) }
      let number = parts.count + 1
      let start = index + 2
      let (head, content) = try Self.head(body, from: start, part: number)
      // A part without content has its boundary right behind the blank line, whose line end is shared.
      guard let end = Self.place(of: inner, in: body, from: content - 2) else {
        throw .noBoundary(offset: body.count)
      }
      guard let part = Self.part(head, body[content..<max(content, end)]) else {
        throw .malformed(part: number)
      }
      parts.append(part)
      index = end + inner.count
    }
    self.parts = parts
  }

  /// The content of a field that is there exactly once and is no file, as text.
  /// - Returns: nothing also for bytes that are not UTF-8.
  package subscript(name: String) -> String? {
    let found = parts.filter { $0.name.utf8.elementsEqual(name.utf8) }
    guard found.count == 1, let part = found.first, part.fileName == nil else { return nil }
    return UTF8Validation.text(part.content)
  }

  /// The file of a field that is there exactly once. A field left empty is a file without name and bytes.
  package func file(_ name: String) -> Part? {
    let found = parts.filter { $0.name.utf8.elementsEqual(name.utf8) }
    guard found.count == 1, let part = found.first, part.fileName != nil else { return nil }
    return part
  }

  /// The boundary that a `Content-Type` names.
  /// - Returns: nothing for any other type than `multipart/form-data`, and for a boundary that is empty,
  ///   too long or made of other bytes than RFC 2046 allows.
  package static func boundary(of contentType: String) -> [UInt8]? {
    let fields = parameters(Array(contentType.utf8)[...])
    guard let kind = fields.first, kind.name == Array("multipart/form-data".utf8) else {
      return nil
    }
    let named = fields.dropFirst().filter { $0.name == Array("boundary".utf8) }
    guard named.count == 1, let boundary = named.first?.value,
      (1...boundaryBytesMax).contains(boundary.count), boundary.last != 0x20,
      boundary.allSatisfy({ isBoundaryByte($0) })
    else { return nil }
    return boundary
  }

  private static func isBoundaryByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: Array("'()+_,-./:=? ".utf8).contains(byte)
    }
  }

  /// - Returns: the lines of the headers, and where the content begins.
  private static func head(
    _ body: [UInt8], from start: Int, part: Int
  ) throws(MultipartFault) -> ([ArraySlice<UInt8>], content: Int) {
    var lines: [ArraySlice<UInt8>] = []
    var index = start
    while let end = place(of: [0x0D, 0x0A], in: body, from: index, to: start + headBytesMax) {
      if end == index { return (lines, end + 2) }
      lines.append(body[index..<end])
      index = end + 2
    }
    if body.count - start > headBytesMax { throw .headTooLarge(part: part) }
    throw .malformed(part: part)
  }

  private static func part(_ head: [ArraySlice<UInt8>], _ content: ArraySlice<UInt8>) -> Part? {
    let mark = Array("content-disposition:".utf8)
    let lines = head.filter { lowered($0.prefix(mark.count)) == mark }
    guard lines.count == 1, let line = lines.first else { return nil }
    let fields = parameters(line.dropFirst(mark.count))
    guard let kind = fields.first, kind.name == Array("form-data".utf8) else { return nil }
    func value(_ name: String) -> [[UInt8]] {
      fields.dropFirst().filter { $0.name == Array(name.utf8) }.map(\.value)
    }
    let names = value("name")
    let fileNames = value("filename")
    guard names.count == 1, fileNames.count <= 1, let name = names.first.flatMap(text) else {
      return nil
    }
    guard let first = fileNames.first else {
      return Part(name: name, fileName: nil, content: content)
    }
    guard let fileName = text(first) else { return nil }
    return Part(name: name, fileName: fileName, content: content)
  }

  /// Browsers write `"`, CR and LF inside names as `%22`, `%0D` and `%0A` and nothing else in percents.
  private static func text(_ bytes: [UInt8]) -> String? {
    var plain: [UInt8] = []
    var index = 0
    let escapes: [([UInt8], UInt8)] = [
      (Array("%22".utf8), 0x22), (Array("%0D".utf8), 0x0D), (Array("%0A".utf8), 0x0A),
    ]
    while index < bytes.count {
      if let (escape, byte) = escapes.first(where: { bytes[index...].starts(with: $0.0) }) {
        plain.append(byte)
        index += escape.count
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return UTF8Validation.text(plain)
  }

  /// `kind; name=value; name="value"`: names in lower case, the kind as a name without value.
  private static func parameters(
    _ header: ArraySlice<UInt8>
  ) -> [(name: [UInt8], value: [UInt8])] {
    var fields: [(name: [UInt8], value: [UInt8])] = []
    var name: [UInt8] = []
    var value: [UInt8]?
    var isQuoted = false
    var wasBackslash = false
    func field() -> (name: [UInt8], value: [UInt8]) {
      (lowered(trimmed(name[...])), value ?? [])
    }
    for byte in header {
      if isQuoted {
        // Some programs write `\"`; a backslash before anything else belongs to the name of a file.
        if wasBackslash, byte == 0x22 {
          value?.removeLast()
          value?.append(byte)
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          value?.append(byte)
        }
        wasBackslash = byte == 0x5C && !wasBackslash
        continue
      }
      switch byte {
      case 0x3B:
        fields.append(field())
        (name, value) = ([], nil)
      case 0x3D where value == nil: value = []
      case 0x22 where value?.isEmpty == true:
        (isQuoted, wasBackslash) = (true, false)
      case 0x20, 0x09:
        if value == nil { name.append(byte) }
      default:
        if value == nil { name.append(byte) } else { value?.append(byte) }
      }
    }
    fields.append(field())
    return fields
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return bytes[first...last]
  }

  private static func lowered(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  /// - Parameter end: the sequence must begin before it.
  private static func place(
    of word: [UInt8], in bytes: [UInt8], from start: Int, to end: Int = .max
  ) -> Int? {
    guard let first = word.first, bytes.count >= word.count else { return nil }
    let last = min(bytes.count - word.count, end - 1)
    var index = start
    while index <= last, let found = bytes[index...last].firstIndex(of: first) {
      if bytes[found..<(found + word.count)].elementsEqual(word) { return found }
      index = found + 1
    }
    return nil
  }
}
