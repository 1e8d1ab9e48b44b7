import Foundation
import Testing
import TextFormats

extension SuiteCase {
  /// RFC 8259 lets a reader choose what equal names mean; ours refuses them.
  fileprivate var repeatsNames: Bool { name.hasPrefix("y_object_duplicated_key") }
}

/// JSONTestSuite by Nicolas Seriot against the strict reader.
@Suite struct JSONSuiteTests {
  @Test("the suite holds 95 texts to accept, 188 to refuse and 35 left to the reader")
  func suiteIsWhole() throws {
    #expect(try SuiteCase.all(.accepted).count == 95)
    #expect(try SuiteCase.all(.refused).count == 188)
    #expect(try SuiteCase.all(.leftToReader).count == 35)
  }

  @Test(
    "a text that must be accepted is, and its writing reads the same",
    arguments: try SuiteCase.all(.accepted).filter { !$0.repeatsNames })
  func accepted(_ item: SuiteCase) throws {
    let value = try JSON.parse(item.text)
    #expect(try JSON.parse(value.text()).text() == value.text())
    #expect(try JSON.parse(value.text(pretty: true)).text() == value.text())
  }

  @Test(
    "equal names in one object are refused with the place of the second",
    arguments: try SuiteCase.all(.accepted).filter { $0.repeatsNames })
  func repeatedNames(_ item: SuiteCase) throws {
    #expect(
      try refusal(of: item.text) == Refusal(.repeatedName("a"), offset: 9, line: 1, column: 10))
  }

  @Test(
    "a text that must be refused is, at a place inside it",
    arguments: try SuiteCase.all(.refused))
  func refused(_ item: SuiteCase) throws {
    let fault = try #require(throws: JSONFault.self) { try JSON.parse(item.text) }
    #expect((0...item.text.count).contains(fault.offset))
    #expect(fault.line >= 1 && fault.column >= 1)
  }

  @Test(
    "strings mean what Foundation reads in them",
    arguments: try SuiteCase.all(.accepted).filter {
      $0.name.hasPrefix("y_string") && $0.text.first == UInt8(ascii: "[")
    })
  func stringMeaning(_ item: SuiteCase) throws {
    let expected = try JSONDecoder().decode([String].self, from: Data(item.text))
    let value = try JSON.parse(item.text)
    #expect(Self.strings(value) == utf8(expected))
  }

  @Test(
    "numbers beyond 64 bits or with an exponent are kept as they were written",
    arguments: try SuiteCase.all(.leftToReader).filter { $0.name.hasPrefix("i_number") })
  func hugeNumbers(_ item: SuiteCase) throws {
    #expect(try JSON.parse(item.text).text() == item.text)
  }

  @Test(
    "what else the suite leaves to the reader is refused",
    arguments: try SuiteCase.all(.leftToReader).filter { !$0.name.hasPrefix("i_number") })
  func leftToReader(_ item: SuiteCase) throws {
    let fault = try #require(throws: JSONFault.self) { try JSON.parse(item.text) }
    let expected: JSONFault.Kind =
      switch item.name {
      case "i_structure_500_nested_arrays": .tooDeep(limit: 64)
      case "i_structure_UTF-8_BOM_empty_object": .byteOrderMark
      case _ where item.text.contains { $0 >= 0x80 }: .notUTF8
      default: .badEscape
      }
    #expect(fault.kind == expected)
  }

  private static func strings(_ value: JSON) -> [[UInt8]] {
    guard case .array(let items) = value else { return [] }
    return items.compactMap {
      guard case .string(let text) = $0 else { return nil }
      return utf8(text)
    }
  }
}
