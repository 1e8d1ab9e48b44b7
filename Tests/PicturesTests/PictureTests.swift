import Listings
import Markup
import Pictures
import Testing
import VisitModel
import Wording

private let why = Message(.listUnknown)
private let title = Message(.labelProgress)

/// One of each, with a figure that is not known and with whatever a site may be called.
private func pictures(_ name: String) throws -> [any Picture] {
  let months = try (1...6).map { try #require(CivilMonth(year: 2026, month: $0)) }
  let units = try ["3-1201", "3-1202", "3-301", "12-101", "SHOP1"].map {
    try #require(UnitCode($0))
  }
  return [
    QuotaBars(
      title, heading: .labelSite,
      rows: [
        .init(name, counted: .known(12), quota: .known(15)),
        .init("b", counted: .unknown(why: why), quota: .known(9)),
        .init("c", counted: .known(20), quota: .known(20)),
      ], zone: .china),
    MonthLine(
      title, months: months,
      series: [
        .init(
          "counted", .labelCounted,
          [.known(3), .known(4), .unknown(why: why), .known(17), .atLeast(2, why: why)]),
        .init("quota", .labelQuota, [Counted](repeating: .known(15), count: 6)),
      ], zone: .china),
    TopicHeat(
      title, kinds: [.init("complaints", .labelComplaints), .init("praise", .labelPraise)],
      rows: [
        .init(.codeTopicOrder, [.known(0), .known(9)]),
        .init(.codeTopicCleaning, [.unknown(why: why)]),
      ], zone: .china),
    TimelinessMarks(
      title, heading: .labelRule,
      rows: [
        .init(name, inTime: .known(199), late: .known(1), overdue: .known(0)),
        .init("R1-53", inTime: .known(1), late: .unknown(why: why), overdue: .known(0)),
        .init("R1-54", inTime: .known(0), late: .known(0), overdue: .known(0)),
      ], zone: .china),
  ]
    + RoundMap.of(
      zip(units, RoundMap.Mark.allCases.dropFirst(3)).map { RoundMap.Household($0, $1) }, round: 4)
}

@Suite("Every picture")
struct PictureTests {
  @Test("is well-formed in every language, and of one shape whatever a site is called")
  func shape() throws {
    for language in Language.allCases {
      let plain = try pictures("x").map { MarkupTree($0.svg(number: 0, in: language))?.shape }
      #expect(plain.count == 7)
      #expect(!plain.contains(nil))
      for name in Hostile.texts {
        let shapes = try pictures(name).map { MarkupTree($0.svg(number: 0, in: language))?.shape }
        #expect(shapes == plain)
      }
    }
  }

  @Test("is the same bytes each time, and shares no id with the next one")
  func bytes() throws {
    let (once, again) = (try pictures("x"), try pictures("x"))
    var ids: Set<String> = []
    for (place, picture) in once.enumerated() {
      let svg = picture.svg(number: place, in: .hant)
      #expect(svg == again[place].svg(number: place, in: .hant))
      let tree = try #require(MarkupTree(svg))
      for id in tree.elements.compactMap({ $0.attributes["id"] }) {
        #expect(ids.insert(id).inserted, "\(id)")
      }
      for fill in tree.elements.compactMap({ $0.attributes["fill"] }) where fill.hasPrefix("url(#")
      {
        #expect(ids.contains(String(fill.dropFirst(5).dropLast())), "\(fill)")
      }
    }
  }

  @Test("has whole numbers for lengths, none below zero, and lies on its sheet")
  func numbers() throws {
    for picture in try pictures("名字很長的一個小區名字很長的一個小區") {
      let tree = try #require(MarkupTree(picture.svg(number: 1, in: .english)))
      let svg = try #require(tree.elements.first)
      let height = try #require(svg.attributes["height"].flatMap { Int($0) })
      for box in tree.all("rect") where !tree.all("pattern").isEmpty || box.attributes["x"] != nil {
        guard let x = box.attributes["x"], let y = box.attributes["y"] else { continue }
        let (left, top) = (try #require(Int(x)), try #require(Int(y)))
        let (wide, high) = (
          try #require(box.attributes["width"].flatMap { Int($0) }),
          try #require(box.attributes["height"].flatMap { Int($0) })
        )
        #expect(left >= 0 && top >= 0 && wide >= 0 && high >= 0)
        #expect(left + wide <= 720 && top + high <= height)
      }
    }
  }

  @Test("says that a figure is unknown, and never draws it as 0")
  func unknown() throws {
    for picture in try pictures("x").prefix(4) {
      let tree = try #require(MarkupTree(picture.svg(number: 1, in: .english)))
      let says = tree.texts.contains { $0.contains("unknown") || $0 == "?" }
      #expect(says, "\(picture.listing.key)")
      let cells = picture.listing.rows.flatMap { $0 }
      #expect(cells.contains { $0.value.fault != nil }, "\(picture.listing.key)")
    }
  }

  @Test("writes the numbers of its table, and has a name and words in every language")
  func table() throws {
    for picture in try pictures("x") {
      #expect(picture.listing.rows.allSatisfy { $0.count == picture.listing.columns.count })
      let keys = picture.listing.columns.map(\.key)
      #expect(Set(keys).count == keys.count)
      for language in Language.allCases {
        let tree = try #require(MarkupTree(picture.svg(number: 1, in: language)))
        #expect(tree.all("title").first?.text == picture.title.text(in: language))
        #expect(tree.all("desc").first?.text == picture.words(in: language))
        #expect(!picture.words(in: language).contains("{"))
      }
    }
  }

  @Test("of nothing says so and stays a picture")
  func nothing() throws {
    let empty: [any Picture] = [
      QuotaBars(title, heading: .labelSite, rows: [], zone: .china),
      MonthLine(title, months: [], series: [], zone: .china),
      TopicHeat(title, kinds: [], rows: [], zone: .china),
      TimelinessMarks(title, heading: .labelRule, rows: [], zone: .china),
    ]
    for picture in empty {
      #expect(MarkupTree(picture.svg(number: 1, in: .hans)) != nil)
      #expect(picture.words(in: .english) == "There is nothing to draw.")
    }
    #expect(RoundMap.of([], round: 1).isEmpty)
  }

  @Test("stands figures that no count can be: the greatest, and less than none")
  func extremes() throws {
    let rows = [Int.max, Int.max - 1, 1, 0, -1, .min].map {
      QuotaBars.Row("x", counted: .known($0), quota: .known(.max))
    }
    let bars = QuotaBars(title, heading: .labelSite, rows: rows, zone: .china)
    #expect(MarkupTree(bars.svg(number: 0, in: .hans)) != nil)
    let month = try #require(CivilMonth(year: 2026, month: 1))
    let line = MonthLine(
      title, months: [month], series: [.init("a", .labelCounted, [.known(.max)])], zone: .china)
    #expect(MarkupTree(line.svg(number: 0, in: .hans)) != nil)
    let marks = TimelinessMarks(
      title, heading: .labelRule,
      rows: [.init("x", inTime: .known(.max), late: .known(.max), overdue: .known(.max))],
      zone: .china)
    #expect(MarkupTree(marks.svg(number: 0, in: .hans)) != nil)
  }
}
