import Testing
import TextFormats

/// The Big List of Naughty Strings by Max Woolf through both formats, byte for byte.
@Suite struct NaughtyStringTests {
  @Test("the list holds 258 strings")
  func listIsWhole() throws {
    #expect(try TestData.naughtyStrings().count == 258)
  }

  @Test("our reader reads the list as Foundation reads it")
  func list() throws {
    guard case .array(let items) = try JSON.parse(try TestData.bytes("naughty-strings.json"))
    else {
      Issue.record("no list")
      return
    }
    let read = items.map { item in
      if case .string(let text) = item { utf8(text) } else { utf8("?") }
    }
    #expect(read == utf8(try TestData.naughtyStrings()))
  }

  @Test(
    "each string comes back from JSON, as a value and as a name",
    arguments: try TestData.naughtyStrings())
  func json(text: String) throws {
    let written = JSON.object([JSON.Member(text, .string(text))])
    guard case .object(let members) = try JSON.parse(written.text()),
      let member = members.first, case .string(let value) = member.value
    else {
      Issue.record("no member")
      return
    }
    #expect(utf8(member.name) == utf8(text))
    #expect(utf8(value) == utf8(text))
    #expect(written[text] == .string(text))
  }

  @Test(
    "each string comes back from a table, marked if it begins like a formula",
    arguments: try TestData.naughtyStrings().filter { !hasControl($0) })
  func table(text: String) {
    // No string of this list hides its first letter behind marks or invisible characters.
    let isFormula = text.utf8.first.map { utf8("=+-@\t\r").contains($0) } ?? false
    let rows = CSV.rows(CSV.line(["before", text, "after"]))
    #expect(rows.map(\.fault) == [nil])
    #expect(
      rows.map { utf8($0.cells) }
        == [[utf8("before"), utf8(isFormula ? "'" : "") + utf8(text), utf8("after")]])
  }

  @Test(
    "a string with control characters is refused from a table",
    arguments: try TestData.naughtyStrings().filter(hasControl))
  func controls(text: String) {
    #expect(CSV.rows(CSV.line(["before", text])).map(\.fault) == [.controlCharacter])
  }
}

private func hasControl(_ text: String) -> Bool {
  text.unicodeScalars.contains {
    ($0.value < 0x20 && !["\t", "\n", "\r"].contains($0)) || (0x7F...0x9F).contains($0.value)
  }
}
