import Testing
import TextFormats

@Suite struct JSONReaderTests {
  private func reader(_ text: String) throws -> JSONReader {
    try JSONReader(try JSON.parse(utf8(text)))
  }

  @Test("members are read by their kinds")
  func kinds() throws {
    let reader = try reader(
      #"{"name":"走訪","flag":false,"count":-3,"inner":{"deep":"é"},"tags":["a","b"]}"#)
    #expect(try reader.string("name") == "走訪")
    #expect(try reader.optionalString("name") == "走訪")
    #expect(try reader.optionalBool("flag") == false)
    #expect(try reader.optionalInteger("count") == -3)
    #expect(try reader.optionalObject("inner")?.string("deep") == "é")
    #expect(try reader.strings("tags", limit: 2) == ["a", "b"])
  }

  @Test("absent members and null are the same nothing", arguments: ["{}", #"{"a":null}"#])
  func nothing(text: String) throws {
    let reader = try reader(text)
    #expect(try reader.optionalString("a") == nil)
    #expect(try reader.optionalBool("a") == nil)
    #expect(try reader.optionalInteger("a") == nil)
    #expect(try reader.optionalObject("a") == nil)
    #expect(try reader.objects("a", limit: 1).isEmpty)
    #expect(try reader.strings("a", limit: 1) == [])
    #expect(throws: JSONShapeFault(path: "a", kind: .missing)) { try reader.string("a") }
  }

  @Test(
    "a member of the wrong kind is named with what was expected and what was found",
    arguments: [
      ("true", "true or false"), ("1", "whole number"), ("1.0", "number"), ("[]", "list"),
      ("{}", "object"),
    ])
  func wrongKind(value: String, found: String) throws {
    let reader = try reader("{\"a\":\(value)}")
    #expect(
      throws: JSONShapeFault(
        path: "a", kind: .wrongKind(expected: "string", found: found))
    ) { try reader.string("a") }
  }

  @Test("each way of reading names the kind it expected")
  func expectedKinds() throws {
    let reader = try reader(#"{"a":"text"}"#)
    func expect(_ expected: String, _ read: () throws -> Void) {
      #expect(
        throws: JSONShapeFault(
          path: "a", kind: .wrongKind(expected: expected, found: "string")),
        performing: read)
    }
    expect("true or false") { _ = try reader.optionalBool("a") }
    expect("whole number") { _ = try reader.optionalInteger("a") }
    expect("object") { _ = try reader.optionalObject("a") }
    expect("list") { _ = try reader.objects("a", limit: 1) }
    expect("list") { _ = try reader.strings("a", limit: 1) }
  }

  @Test(
    "a whole number beyond 64 bits or with a fraction is no whole number",
    arguments: ["9223372036854775808", "1.0", "1e2"])
  func notWhole(number: String) throws {
    let reader = try reader("{\"a\":\(number)}")
    #expect(
      throws: JSONShapeFault(
        path: "a", kind: .wrongKind(expected: "whole number", found: "number"))
    ) { try reader.optionalInteger("a") }
  }

  @Test("a fault deep inside names the way to it")
  func paths() throws {
    let reader = try reader(
      #"{"visit":{"opinions":[{"topic":"a"},{"topic":"b"},{"topic":7}],"tags":["a",null]}}"#)
    let visit = try #require(try reader.optionalObject("visit"))
    let opinions = try visit.objects("opinions", limit: 3)
    #expect(opinions.map(\.path) == (0..<3).map { "visit.opinions[\($0)]" })
    #expect(
      throws: JSONShapeFault(
        path: "visit.opinions[2].topic",
        kind: .wrongKind(expected: "string", found: "whole number"))
    ) { try opinions[2].string("topic") }
    #expect(
      throws: JSONShapeFault(
        path: "visit.tags[1]", kind: .wrongKind(expected: "string", found: "null"))
    ) { try visit.strings("tags", limit: 3) }
    #expect(
      throws: JSONShapeFault(path: "visit.kind", kind: .missing)
    ) { try visit.string("kind") }
  }

  @Test("an item of a list of objects that is none is named by its number")
  func itemNotObject() throws {
    let reader = try reader(#"{"a":[{},[]]}"#)
    #expect(
      throws: JSONShapeFault(
        path: "a[1]", kind: .wrongKind(expected: "object", found: "list"))
    ) { try reader.objects("a", limit: 2) }
  }

  @Test("a list as long as allowed is read, one longer is refused")
  func tooMany() throws {
    let reader = try reader(#"{"a":[{},{}],"b":["",""]}"#)
    #expect(try reader.objects("a", limit: 2).count == 2)
    #expect(try reader.strings("b", limit: 2).count == 2)
    #expect(throws: JSONShapeFault(path: "a", kind: .tooMany(limit: 1))) {
      try reader.objects("a", limit: 1)
    }
    #expect(throws: JSONShapeFault(path: "b", kind: .tooMany(limit: 1))) {
      try reader.strings("b", limit: 1)
    }
  }

  @Test(
    "a document that is no object is refused as a whole",
    arguments: [("[]", "list"), ("null", "null"), ("1", "whole number"), ("\"\"", "string")])
  func document(text: String, found: String) throws {
    let value = try JSON.parse(utf8(text))
    #expect(
      throws: JSONShapeFault(path: "", kind: .wrongKind(expected: "object", found: found))
    ) { try JSONReader(value) }
  }

  @Test(
    "an unknown member is refused with the nearest known name, if one is near",
    arguments: [
      ("topik", "topic"), ("topi", "topic"), ("topics", "topic"), ("otpic", "topic"),
      ("Topic", "topic"), ("knid", "kind"), ("tpoci", nil), ("household", nil), ("", nil),
      ("topicabc", nil),
    ] as [(String, String?)])
  func unknown(name: String, nearest: String?) throws {
    let reader = try reader("{\"topic\":1,\"\(name)\":2}")
    #expect(throws: JSONShapeFault(path: name, kind: .unknown(nearest: nearest))) {
      try reader.allow(only: ["topic", "kind", "text"])
    }
  }

  @Test("known members are allowed, all or some of them", arguments: ["{}", #"{"kind":null}"#])
  func known(text: String) throws {
    #expect(throws: Never.self) { try reader(text).allow(only: ["topic", "kind"]) }
  }

  @Test("a name that only looks like a known one is unknown")
  func lookalike() throws {
    let reader = try reader("{\"cafe\u{301}\":1}")
    #expect(
      throws: JSONShapeFault(path: "cafe\u{301}", kind: .unknown(nearest: nil))
    ) { try reader.allow(only: ["café"]) }
  }

  @Test("a very long unknown name is refused without long thought")
  func longName() throws {
    let name = String(repeating: "a", count: 1_000_000)
    let reader = try reader("{\"\(name)\":1}")
    #expect(throws: JSONShapeFault(path: name, kind: .unknown(nearest: nil))) {
      try reader.allow(only: ["topic"])
    }
  }
}
