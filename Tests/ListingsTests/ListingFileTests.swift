import Listings
import Testing
import TextFormats
import VisitModel
import Wording

@Suite("The file of a table")
struct ListingFileTests {
  /// One row with a cell of every kind, one with gaps.
  private func listing() throws -> Listing {
    let day = try #require(CivilDate("2026-09-07"))
    let moment = try #require(Instant("2026-09-07T09:05", defaultZone: .china))
    let month = try #require(CivilMonth("2026-09"))
    var listing = Listing(
      "all", Message(.duplicatesTitle),
      [
        ListColumn("text", .labelSite, .text), ListColumn("unit", .labelUnit, .code),
        ListColumn("count", .labelCounted, .number),
        ListColumn("percent", .labelPercent, .percent), ListColumn("day", .labelDueDay, .date),
        ListColumn("at", .labelStart, .moment), ListColumn("month", .labelMonth, .month),
        ListColumn("so", .labelProvisional, .yesNo), ListColumn("state", .labelState, .word),
      ])
    listing.append([
      .text("=1+1"), .code("0301"), .number(-5), .percent(85), .date(day),
      .moment(moment, in: .china), .month(month), .yesNo(true), .word(.labelYes),
    ])
    listing.append([
      .text("a,\"b\""), .empty, .unknown(Message(.listIncomplete, ["x"])),
      ListCell(.atLeast(3, why: Message(.listNone))), .date(nil), .moment(nil, in: .utc), .empty,
      .yesNo(false), .unknown(Message(.listNone)),
    ])
    return listing
  }

  @Test("as CSV begins with the mark that Excel needs, keeps zeros and signs, guards words alone")
  func csv() throws {
    let listing = try listing()
    let bytes = listing.csv(in: .english)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let headings = listing.columns.map { $0.heading.text(in: .english) }.joined(separator: ",")
    let yes = Phrase.labelYes.text(in: .english)
    let no = Phrase.labelNo.text(in: .english)
    let none = Phrase.listNone.text(in: .english)
    let lines = [
      headings, "'=1+1,0301,-5,85%,2026-09-07,2026-09-07 09:05,2026-09,\(yes),\(yes)",
      "\"a,\"\"b\"\"\",,unknown: This table is not complete: x,at least 3: \(none),,,,\(no),"
        + "unknown: \(none)",
    ]
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self) == lines.map { $0 + "\r\n" }.joined())
  }

  @Test("as CSV says at its end what is missing")
  func incomplete() throws {
    var listing = try listing()
    listing.faults = [Message(.listIncomplete, ["=site"])]
    let rows = CSV.rows(listing.csv(in: .english))
    #expect(rows.last?.cells == ["This table is not complete: =site"])
    #expect(rows.allSatisfy { $0.fault == nil })
  }

  @Test(
    "as CSV lets no text begin a formula, whatever stands before it",
    arguments: ["=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠"])
  func formulas(_ mark: String) {
    for before in ["", "\u{301}", "\u{600}", "\u{200B}", "\u{FEFF}"] {
      let text = before + mark + "1"
      for value in [
        ListValue.text(text), .code(text), .unknown(why: Message(.listTooLong, [text])),
      ] {
        let listing = Listing(
          "one", Message(.labelSite), [ListColumn("one", .labelSite, .text)],
          rows: [[ListCell(value)]])
        let line = listing.csv(in: .english).split(separator: 0x0A, maxSplits: 1).dropFirst().first
        let first = line?.first { $0 != 0x22 }
        #expect(first == 0x27 || first == UInt8(ascii: "u"), "\(text.unicodeScalars.map(\.value))")
      }
    }
  }

  @Test(
    "as JSON has values of their kinds, null with a reason for what is not known, and the total")
  func json() throws {
    let listing = try listing()
    let text = String(decoding: listing.json(total: 40, in: .english).text(), as: UTF8.self)
    let none = Phrase.listNone.text(in: .english)
    let rows = #"""
      "rows":[{"text":"=1+1","unit":"0301","count":-5,"percent":85,"day":"2026-09-07",\#
      "at":"2026-09-07T01:05:00.000Z","month":"2026-09","so":true,"state":"yes"},\#
      {"text":"a,\"b\"","unit":null,"count":null,"percent":null,"day":null,"at":null,"month":null,\#
      "so":false,"state":null}]
      """#
    #expect(text.hasPrefix(#"{"table":"all","title":"#))
    #expect(text.contains(rows))
    #expect(text.contains(#"{"key":"unit","heading":"Unit","kind":"code"}"#))
    let faults =
      #""faults":[{"row":2,"column":"count","why":"This table is not complete: x"},"#
      + #"{"row":2,"column":"percent","why":"\#(none)","atLeast":3},"#
      + #"{"row":2,"column":"state","why":"\#(none)"}],"total":40}"#
    #expect(text.hasSuffix(faults), "\(text)")
  }

  @Test("is the same bytes a row at a time, for no row, one and several")
  func streamed() throws {
    let whole = try listing()
    for count in 0...2 {
      var listing = whole.with(Array(whole.rows.prefix(count)))
      listing.faults = count == 1 ? [] : [Message(.listIncomplete, ["x"])]
      for language in Language.allCases {
        let csv = ListingCSV(listing.columns, in: language)
        var bytes = csv.head
        for row in listing.rows { bytes += csv.line(row) }
        #expect(bytes + csv.foot(listing.faults) == listing.csv(in: language))
        var json = ListingJSON(listing.columns, in: language)
        var text = json.opening(listing.key, listing.title)
        for row in listing.rows { text += json.line(row) }
        #expect(text + json.closing(listing.faults) == listing.json(in: language).text())
      }
    }
  }

  @Test("keeps every row as long as its columns")
  func columns() throws {
    let listing = try listing()
    #expect(listing.rows.allSatisfy { $0.count == listing.columns.count })
    #expect(Set(listing.columns.map(\.key)).count == listing.columns.count)
  }
}
