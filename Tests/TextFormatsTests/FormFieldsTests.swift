import SeededRandom
import Testing
import TextFormats

@Suite("The fields of a form")
struct FormFieldsTests {
  @Test("are read as browsers write them")
  func read() throws {
    let form = try FormFields(
      Array("name=%E9%99%88+%E5%A5%B3&empty=&alone&equals=a%3Db=c&two=1&two=2&%61=b".utf8))
    #expect(form["name"] == "陈 女")
    #expect(form["empty"] == "")
    #expect(form["alone"] == "")
    #expect(form["equals"] == "a=b=c")
    #expect(form["two"] == nil)
    #expect(form.all("two") == ["1", "2"])
    #expect(form["a"] == "b")
    #expect(form["absent"] == nil)
    #expect(try FormFields([])["name"] == nil)
    #expect(try FormFields(Array("&&a=1&&".utf8))["a"] == "1")
  }

  @Test(
    "are refused as a whole when one is no text",
    arguments: [
      ("a=%", 1), ("a=1&b=%4", 2), ("a=%GG", 1), ("%=1", 1), ("a=%FF", 1), ("a=%ED%A0%80", 1),
      ("a=%C0%AF", 1), ("x=1&y=2&z=%E9%99", 3), ("a=%+41", 1),
    ])
  func malformed(_ text: String, _ field: Int) {
    #expect(throws: FormFault.malformed(field: field)) { try FormFields(Array(text.utf8)) }
  }

  @Test("are bounded in number and in size")
  func bounds() throws {
    let hundred = Array(repeating: "a=1", count: 100).joined(separator: "&")
    #expect(try FormFields(Array(hundred.utf8)).all("a").count == 100)
    #expect(throws: FormFault.tooManyFields(limit: 100)) {
      try FormFields(Array((hundred + "&a=1").utf8))
    }
    let largest = Array("a=".utf8) + Array(repeating: 0x78, count: 65_534)
    #expect(try FormFields(largest)["a"]?.utf8.count == 65_534)
    #expect(throws: FormFault.tooLarge(limit: 65_536)) { try FormFields(largest + [0x78]) }
  }

  @Test("come back from their encoding, whatever text they hold")
  func roundTrip() throws {
    var random = SplitMix64(seed: 19)
    for _ in 0..<2000 {
      let scalars = (0..<Int.random(in: 0..<12, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0..<0x3000, using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let encoded = PercentEncoding.encode(text)
      #expect(encoded.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x2F && $0 != 0x22 })
      let decoded = try #require(PercentEncoding.decode(Array(encoded.utf8)))
      #expect(decoded.utf8.elementsEqual(text.utf8))
      let field = try FormFields(Array("f=\(encoded)".utf8))["f"]
      #expect(field?.utf8.elementsEqual(text.utf8) ?? false)
    }
  }

  @Test("of a path keep their plus signs")
  func plus() { #expect(PercentEncoding.decode(Array("a+b%20c".utf8)) == "a+b c") }
}
