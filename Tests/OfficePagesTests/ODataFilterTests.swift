import Listings
import OfficePages
import Testing
import VisitModel
import Wording

@Suite("A filter of OData")
struct ODataFilterTests {
  private static let columns = [
    ListColumn("unit", .labelUnit, .code), ListColumn("count", .labelCount, .number),
    ListColumn("day", .labelDate, .date), ListColumn("at", .labelWhen, .moment),
    ListColumn("done", .labelDone, .yesNo), ListColumn("month", .labelMonth, .month),
    ListColumn("note", .labelRemark, .code), ListColumn("late", .labelLate, .yesNo),
    ListColumn("sum", .labelCounted, .number),
  ]

  /// `note` and `late` are empty, and `sum` is known in part only.
  private static let row: [ListCell] = [
    .code("O'Hara-301"), .number(-7), .date(CivilDate("2026-09-07")),
    .moment(Instant("2026-09-07T08:00:00Z", defaultZone: .utc), in: .china), .yesNo(true),
    .month(CivilMonth(containing: CivilDate(daysSince1970: 20_703))), .empty, .empty,
    ListCell(.atLeast(3, why: Message(.listUnknown))),
  ]

  @Test(
    "takes a row of which it is true, and no other",
    arguments: [
      ("unit eq 'O''Hara-301'", true), ("unit eq 'O''HARA-301'", false),
      ("unit ne 'x'", true), ("'O' lt unit", true), ("unit lt 'O'", false), ("unit ge 'O'", true),
      ("count eq -7", true), ("count lt 0", true), ("count gt -7", false), ("count le -7", true),
      ("-8 lt count", true), ("count ge 9223372036854775807", false),
      ("day eq 2026-09-07", true), ("day gt 2026-09-06", true), ("day lt 2026-09-07", false),
      ("at eq 2026-09-07T16:00:00+08:00", true), ("at gt 2026-09-07T08:00:00.001Z", false),
      ("at le 2026-09-07T08:00Z", true), ("done", true), ("not done", false),
      ("done eq false", false), ("done ne null", true), ("month eq '2026-09'", true),
      ("month gt '2026-08'", true), ("contains(unit,'Hara')", true),
      ("contains(unit,'')", true), ("contains(unit,'hara')", false),
      ("startswith(unit,'O''')", true), ("endswith( unit , '301' )", true),
      ("endswith(unit,'O''Hara-3010')", false), ("not contains(unit,'x')", true),
      ("note eq null", true), ("null eq note", true), ("note ne null", false),
      ("note eq 'x'", false), ("note ne 'x'", true), ("note gt 'a'", false),
      ("contains(note,'a')", false), ("not contains(note,'a')", false),
      ("late", false), ("not late", false), ("late or done", true), ("late and done", false),
      ("not (late and done)", false), ("sum eq null", true), ("sum ge 3", false),
      ("count eq 0 or count eq -7 and done", true), ("(count eq 0 or done) and count eq 0", false),
      ("(unit eq 'x')or(done)", true), ("not (unit eq 'x')", true), ("not (not (done))", true),
    ])
  func truth(_ text: String, _ isTaken: Bool) throws {
    let filter = try ODataParser.filter(text, Self.columns)
    #expect(filter.matches(Self.row) == isTaken, "\(text)")
  }

  @Test(
    "that is not understood says where and why",
    arguments: [
      ("", ODataFault.syntax(at: 1)), ("   ", .syntax(at: 4)), ("unit", .wrongKind("unit")),
      ("unit eq", .syntax(at: 8)), ("unit eq 'a", .syntax(at: 11)),
      ("unit eq 'a''", .syntax(at: 13)), ("unit eq \"a\"", .syntax(at: 9)),
      ("unit == 'a'", .wrongKind("unit")), ("unit eq 'a' x", .syntax(at: 13)),
      ("unit eq 'a' and", .syntax(at: 16)), ("(done", .syntax(at: 6)), ("done)", .syntax(at: 5)),
      ("()", .syntax(at: 2)), ("not", .syntax(at: 4)), ("not count eq 1", .wrongKind("count")),
      ("not done eq true", .syntax(at: 10)), ("nothing eq 1", .unknownName("nothing")),
      ("UNIT eq 'a'", .unknownName("UNIT")), ("unit eq 1", .wrongKind("unit")),
      ("count eq '1'", .wrongKind("count")), ("done eq 1", .wrongKind("done")),
      ("day eq '2026-09-07'", .wrongKind("day")), ("at eq 2026-09-07", .wrongKind("at")),
      ("day eq 2026-02-30", .syntax(at: 8)), ("at eq 2026-09-07T08:00:00", .syntax(at: 7)),
      ("count eq 1.5", .badNumber), ("count eq 1e3", .badNumber),
      ("count eq 9223372036854775808", .badNumber), ("count eq -9223372036854775809", .badNumber),
      ("count eq --1", .syntax(at: 10)), ("count eq -", .badNumber),
      ("contains(unit)", .syntax(at: 14)), ("contains(unit,unit)", .syntax(at: 19)),
      ("contains(count,'1')", .wrongKind("count")), ("contains(unit,'a'", .syntax(at: 18)),
      ("tolower(unit) eq 'a'", .unsupported("tolower")), ("count add 1 eq 2", .unsupported("add")),
      ("unit in ('a')", .unsupported("in")), ("unit eq note", .unsupported("eq")),
      ("1 eq 1", .unsupported("eq")), ("done andor done", .syntax(at: 6)),
    ])
  func refused(_ text: String, _ fault: ODataFault) {
    #expect(throws: fault, "\(text)") { try ODataParser.filter(text, Self.columns) }
  }

  @Test("is bounded in length, depth and number, however it is nested")
  func hostile() throws {
    func deep(_ count: Int, _ open: String) -> String {
      String(repeating: open, count: count) + "done" + String(repeating: ")", count: count)
    }
    let most = ODataParser.depthMax
    #expect(try ODataParser.filter(deep(most, "("), Self.columns).matches(Self.row))
    #expect(throws: ODataFault.tooDeep(most)) {
      try ODataParser.filter(deep(most + 1, "("), Self.columns)
    }
    #expect(throws: ODataFault.tooDeep(most)) {
      try ODataParser.filter(deep(most / 2 + 1, "not ("), Self.columns)
    }
    #expect(throws: ODataFault.tooDeep(most)) {
      try ODataParser.filter(String(repeating: "(", count: 4096), Self.columns)
    }
    let long = Array(repeating: "done", count: ODataParser.termsMax).joined(separator: " and ")
    #expect(try ODataParser.filter(long, Self.columns).matches(Self.row))
    #expect(throws: ODataFault.tooMany(ODataParser.termsMax)) {
      try ODataParser.filter(long + " and done", Self.columns)
    }
    let quoted = "unit eq '" + String(repeating: "a", count: ODataParser.bytesMax) + "'"
    #expect(throws: ODataFault.tooLong(bytesMax: ODataParser.bytesMax)) {
      try ODataParser.filter(quoted, Self.columns)
    }
    #expect(throws: ODataFault.badNumber) {
      try ODataParser.filter("count eq " + String(repeating: "9", count: 4000), Self.columns)
    }
  }

  @Test(
    "compares in one order in which nothing comes first",
    arguments: [
      (ODataValue.null, ODataValue.number(.min)), (.number(-1), .number(0)),
      (.text([]), .text([0])), (.text([0x41]), .text([0x61])), (.bool(false), .bool(true)),
      (.date(1), .date(2)), (.moment(1), .moment(2)),
    ])
  func order(_ small: ODataValue, _ great: ODataValue) {
    #expect(small < great && !(great < small) && !(small < small))
  }
}

@Suite("A program's credential")
struct DataCredentialTests {
  @Test(
    "is read as it was sent, or not at all",
    arguments: [
      ("Bearer abc", DataCredential.token("abc")), ("bearer  abc", .token("abc")),
      ("Basic bmFtZTp0b2tlbg==", .named("name", token: "token")),
      ("BASIC 6ZmI5paH5ZGYOmE6Yg==", .named("陈文员", token: "a:b")),
      ("Basic Og==", .named("", token: "")), ("Basic bmFtZQ==", .unreadable),
      ("Basic bmFtZTp0b2tlbg=", .unreadable), ("Basic /zp4", .unreadable),
      ("Basic ====", .unreadable), ("Basic", .unreadable), ("", .unreadable),
      ("Digest abc", .unreadable), ("Bearer " + String(repeating: "a", count: 1024), .unreadable),
    ])
  func read(_ header: String, _ credential: DataCredential) {
    #expect(DataCredential(header) == credential, "\(header)")
  }

  @Test(
    "in Base64 is the bytes that were meant",
    arguments: [
      ("", [UInt8]()), ("Zg==", [0x66]), ("Zm8=", [0x66, 0x6F]), ("Zm9v", [0x66, 0x6F, 0x6F]),
      ("Zm9vYg==", [0x66, 0x6F, 0x6F, 0x62]), ("AAEC/f7/", [0, 1, 2, 253, 254, 255]),
    ])
  func base64(_ text: String, _ bytes: [UInt8]) {
    #expect(Base64.bytes(Array(text.utf8)) == bytes)
  }
}
