import SeededRandom
import Testing
import TextFormats

/// One line of utf8tests.txt: the bytes and, for invalid ones, what replacing must give.
struct UTF8Case: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let replaced: [UInt8]?

  var testDescription: String { name }

  /// Where replacing first differs from the bytes, moved back to the beginning of the replacement
  /// character: the place of the first fault, found without looking for one.
  var firstFault: Int? {
    guard let replaced else { return nil }
    var index = 0
    while index < bytes.count, bytes[index] == replaced[index] { index += 1 }
    while replaced[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  static func all() throws -> [UTF8Case] {
    try TestData.lines("utf8tests.txt").compactMap { line in
      let fields = line.split(separator: UInt8(ascii: ":")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count > 2, line.first != UInt8(ascii: "#") else { return nil }
      let isHexadecimal = fields[1].contains("hex")
      return UTF8Case(
        name: fields[0], bytes: isHexadecimal ? hexadecimal(fields[2]) : utf8(fields[2]),
        replaced: fields.count > 4 ? hexadecimal(fields[4]) : nil)
    }
  }

  private static func hexadecimal(_ text: String) -> [UInt8] {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] * 16 + digits[$0 + 1])
    }
  }
}

@Suite struct UTF8ValidationTests {
  @Test("the list holds 77 valid and 145 invalid texts")
  func listIsWhole() throws {
    let cases = try UTF8Case.all()
    #expect(cases.count { $0.replaced == nil } == 77)
    #expect(cases.count { $0.replaced != nil } == 145)
  }

  @Test(
    "the first fault of every listed text is where replacing would begin",
    arguments: try UTF8Case.all())
  func listed(_ item: UTF8Case) {
    #expect(UTF8Validation.firstFault(in: item.bytes) == item.firstFault)
    #expect((UTF8Validation.text(item.bytes) == nil) == (item.firstFault != nil))
  }

  @Test("valid bytes become text without a byte changed", arguments: ["", "a", "走訪 é e\u{301} 😀"])
  func validText(_ text: String) {
    #expect(UTF8Validation.text(utf8(text)).map(utf8) == utf8(text))
  }

  @Test("every pair and every chosen quadruple of bytes is judged as the standard library judges")
  func agreesWithStandardLibrary() {
    let edges: [UInt8] = [
      0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
      0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    var texts: [[UInt8]] = []
    for first in UInt8.min ... .max {
      for second in UInt8.min ... .max { texts.append([first, second]) }
    }
    for first in edges where first >= 0xC0 {
      for second in edges {
        for third in edges {
          for fourth in edges { texts.append([first, second, third, fourth]) }
        }
      }
    }
    let differing = texts.filter {
      (UTF8Validation.text($0) == nil) != (String(validating: $0, as: UTF8.self) == nil)
    }
    #expect(differing == [])
  }

  @Test(
    "what lies before the first fault is valid, and the fault stays when more follows",
    arguments: 0..<200 as Range<UInt64>)
  func faultIsFirst(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = utf8("走訪 naïve 😀 \u{10FFFF} 訪")
    for _ in 0...random.below(2) {
      bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
    }
    guard let fault = UTF8Validation.firstFault(in: bytes) else {
      #expect(String(validating: bytes, as: UTF8.self) != nil)
      return
    }
    #expect(String(validating: bytes.prefix(fault), as: UTF8.self) != nil)
    #expect(UTF8Validation.firstFault(in: bytes + utf8("走")) == fault)
    // A sequence has four bytes at most: whatever is cut behind them, the fault is seen.
    #expect(UTF8Validation.firstFault(in: bytes.prefix(fault + 4)) == fault)
  }
}
