import Foundation
import TextFormats

/// How a text file's bytes stand for characters.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8
  /// Excel's "Unicode text".
  case utf16LittleEndian = "utf16le"
  case utf16BigEndian = "utf16be"
  /// What Excel in mainland China writes; GBK and GB2312 are parts of it.
  case gb18030
  /// What Excel in Hong Kong and Taiwan writes.
  case big5 = "big5hkscs"

  /// As people know it, the same in every language.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .gb18030: "GB18030 (GBK)"
    case .big5: "Big5-HKSCS"
    }
  }

  /// What became of bytes: the text as UTF-8, or the offset of the first byte that does not belong.
  enum Outcome: Hashable {
    case text([UInt8])
    case fault(offset: Int)
  }

  /// Strict: nothing is repaired or left out.
  func decoded(_ bytes: [UInt8]) -> Outcome {
    switch self {
    case .utf8:
      UTF8Validation.firstFault(in: bytes).map { .fault(offset: $0) } ?? .text(bytes)
    case .utf16LittleEndian: Self.utf16(bytes, low: 0)
    case .utf16BigEndian: Self.utf16(bytes, low: 1)
    case .gb18030: Self.converted(bytes, from: "GB18030")
    // The C library lets 80 pass as a control character, which would make a file of GBK with a euro
    // sign valid Big5.
    case .big5:
      Self.loneByte(bytes).map { .fault(offset: $0) }
        ?? Self.converted(bytes, from: "BIG5-HKSCS")
    }
  }

  /// - Parameter low: which byte of two is the lower.
  private static func utf16(_ bytes: [UInt8], low: Int) -> Outcome {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    func unit(_ place: Int) -> UInt32? {
      place + 1 < bytes.count
        ? UInt32(bytes[place + 1 - low]) << 8 | UInt32(bytes[place + low]) : nil
    }
    while index < bytes.count {
      guard var value = unit(index) else { return .fault(offset: index) }
      var length = 2
      if (0xD800...0xDBFF).contains(value) {
        guard let second = unit(index + 2), (0xDC00...0xDFFF).contains(second) else {
          return .fault(offset: index)
        }
        value = 0x10000 + (value & 0x3FF) << 10 + (second & 0x3FF)
        length = 4
      }
      guard let scalar = Unicode.Scalar(value) else { return .fault(offset: index) }
      text += Array(String(Character(scalar)).utf8)
      index += length
    }
    return .text(text)
  }

  /// Where 80 stands for a character of its own.
  private static func loneByte(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x80 { return index }
      index += bytes[index] < 0x80 ? 1 : 2
    }
    return nil
  }

  /// By the C library's `iconv`, which says where it could not go on.
  private static func converted(_ bytes: [UInt8], from name: String) -> Outcome {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      // The tables of the C library are not installed: nothing of the file can be read.
      return .fault(offset: 0)
    }
    defer { iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    // No character of these encodings takes more than twice its bytes in UTF-8, but for single bytes.
    var target = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var left = source.count
    var room = target.count
    let isWhole = source.withUnsafeMutableBufferPointer { from in
      target.withUnsafeMutableBufferPointer { to in
        var fromPlace = from.baseAddress
        var toPlace = to.baseAddress
        return iconv(converter, &fromPlace, &left, &toPlace, &room) != Int(bitPattern: UInt.max)
          && iconv(converter, nil, nil, &toPlace, &room) != Int(bitPattern: UInt.max)
      }
    }
    guard isWhole, left == 0 else { return .fault(offset: bytes.count - left) }
    return .text(target[..<(target.count - room)].map { UInt8(bitPattern: $0) })
  }
}
