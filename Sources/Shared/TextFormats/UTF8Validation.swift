/// Finds the first place where bytes are not UTF-8 (RFC 3629): overlong forms, surrogates, values
/// above U+10FFFF and truncated sequences are all refused.
package enum UTF8Validation {
  /// - Returns: the offset of the first byte that does not belong, or nothing if all is well.
  package static func firstFault(in bytes: some Collection<UInt8>) -> Int? {
    let bytes = Array(bytes)
    var index = 0
    while index < bytes.count {
      guard let length = sequenceLength(bytes, at: index) else { return index }
      index += length
    }
    return nil
  }

  /// The text of valid bytes.
  /// - Returns: nothing for bytes that are not UTF-8; they are never repaired.
  package static func text(_ bytes: some Collection<UInt8>) -> String? {
    firstFault(in: bytes) == nil ? String(decoding: Array(bytes), as: UTF8.self) : nil
  }

  private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int? {
    func isTail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return isTail(1) ? 2 : nil
    case 0xE0: return isTail(1, 0xA0...0xBF) && isTail(2) ? 3 : nil
    case 0xED: return isTail(1, 0x80...0x9F) && isTail(2) ? 3 : nil
    case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : nil
    case 0xF0: return isTail(1, 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : nil
    case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : nil
    case 0xF4: return isTail(1, 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : nil
    default: return nil
    }
  }
}
