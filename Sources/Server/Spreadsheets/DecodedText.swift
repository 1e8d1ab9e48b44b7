/// A text file whose encoding nobody told: which one it seems to be, and which others it might be.
///
/// UTF-8 is tried first, because hardly anything else is valid UTF-8 by chance. A file of GBK is nearly
/// always valid Big5 and the other way round, so that between these the share of everyday characters
/// decides, and the person sees the first rows and may choose otherwise.
package struct DecodedText: Hashable, Sendable {
  package let encoding: TextEncoding
  /// In UTF-8, without a byte-order mark.
  package let bytes: [UInt8]
  /// Other encodings in which the same file is valid; empty for UTF-8 and for a file with a mark.
  package let others: [TextEncoding]

  /// - Parameters:
  ///   - file: the whole file.
  ///   - encoding: the person's choice.
  ///   - limit: in bytes of the file.
  /// - Throws: `WorkbookFault` `.empty`, `.tooLarge` or `.noText` with the line of the first byte that
  ///   does not belong.
  package init(
    _ file: [UInt8], as encoding: TextEncoding? = nil, limit: Int
  ) throws(WorkbookFault) {
    guard !file.isEmpty else { throw .empty }
    guard file.count <= limit else { throw .tooLarge(limit: limit) }
    let marked = Self.marked(file)
    if let encoding {
      let body = marked?.encoding == encoding ? Array(file.dropFirst(marked?.length ?? 0)) : file
      guard case .text(let bytes) = encoding.decoded(body) else {
        throw Self.fault(file, encoding)
      }
      self.init(encoding: encoding, bytes: bytes, others: [])
      return
    }
    let certain = marked.map { ($0.encoding, $0.length) } ?? Self.unmarked(file).map { ($0, 0) }
    if let (encoding, length) = certain {
      guard case .text(let bytes) = encoding.decoded(Array(file.dropFirst(length))) else {
        throw Self.fault(file, encoding)
      }
      self.init(encoding: encoding, bytes: bytes, others: [])
      return
    }
    if case .text(let bytes) = TextEncoding.utf8.decoded(file) {
      self.init(encoding: .utf8, bytes: bytes, others: [])
      return
    }
    var valid: [(encoding: TextEncoding, bytes: [UInt8])] = []
    for encoding in Self.chinese(file) {
      if case .text(let bytes) = encoding.decoded(file) { valid.append((encoding, bytes)) }
    }
    guard let first = valid.first else { throw Self.fault(file, nil) }
    self.init(
      encoding: first.encoding, bytes: first.bytes, others: valid.dropFirst().map(\.encoding))
  }

  private init(encoding: TextEncoding, bytes: [UInt8], others: [TextEncoding]) {
    self.encoding = encoding
    self.bytes = bytes
    self.others = others
  }

  private static func marked(_ file: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if file.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if file.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark: commas, digits and line ends leave zeros in one byte of two, and no other
  /// text has any.
  private static func unmarked(_ file: [UInt8]) -> TextEncoding? {
    let head = file.prefix(4096)
    let even = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
    let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
    guard even + odd > 0, file.count % 2 == 0, min(even, odd) == 0 else { return nil }
    return even > 0 ? .utf16BigEndian : .utf16LittleEndian
  }

  /// The likelier first. Both encodings keep their everyday characters together: GB2312 those of
  /// level 1 under lead bytes B0 to D7 with trail bytes from A1, Big5 those of level 1 under A4 to C6.
  private static func chinese(_ file: [UInt8]) -> [TextEncoding] {
    var index = 0
    var simplified = 0
    var traditional = 0
    while index + 1 < file.count {
      guard file[index] >= 0x81 else {
        index += 1
        continue
      }
      let (lead, trail) = (file[index], file[index + 1])
      if (0xB0...0xD7).contains(lead), trail >= 0xA1 { simplified += 1 }
      if (0xA4...0xC6).contains(lead), trail >= 0x40 { traditional += 1 }
      index += 2
    }
    return simplified >= traditional ? [.gb18030, .big5] : [.big5, .gb18030]
  }

  private static func fault(_ file: [UInt8], _ encoding: TextEncoding?) -> WorkbookFault {
    // Of the encodings tried, the one that came furthest shows where the file is broken.
    let tried = encoding.map { [$0] } ?? [.utf8, .gb18030, .big5]
    let offset =
      tried.map { one -> Int in
        if case .fault(let offset) = one.decoded(file) { return offset }
        return file.count
      }.max() ?? 0
    return .noText(encoding, line: file.prefix(offset).count { $0 == 0x0A } + 1)
  }
}
