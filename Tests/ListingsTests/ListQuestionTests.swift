import Listings
import Testing
import TextFormats
import Wording

@Suite("The address of a list")
struct ListQuestionTests {
  private static let offer = ListOffer(RandomListing.columns, keeping: ["month", "site"])

  private func question(_ query: String) throws -> ListQuestion {
    try ListQuestion(FormFields(Array(query.utf8)), Self.offer)
  }

  @Test("is read as it was written")
  func read() throws {
    let asked = try question(
      "month=2026-09&sort=-count&page=3&q=%E7%BB%BF+a&state=caseOpen&as=csv&table=2&lang=en")
    #expect(asked.order == ListQuestion.Order("count", isDescending: true))
    #expect(asked.page == 3 && asked.table == 2 && asked.file == .csv)
    #expect(asked.text == "绿 a" && asked.filter("state") == "caseOpen")
    #expect(
      asked.kept == [ListQuestion.Filter("lang", "en"), ListQuestion.Filter("month", "2026-09")])
    #expect(try question("") == ListQuestion())
    #expect(try question("q=&state=&sort=") == ListQuestion(), "a form sends empty fields")
  }

  @Test(
    "says the same again in its links, and what was changed",
    arguments: [
      "", "q=%26%3D%22%3Cb%3E&sort=unit", "month=2026-09&state=caseOpen&page=7&table=3",
      "sort=-day&q=%CC%81+%2B&lang=zh-Hant&as=json",
    ])
  func links(_ query: String) throws {
    let asked = try question(query)
    let address = asked.address("/due")
    let again = address.utf8.split(separator: 0x3F, maxSplits: 1).dropFirst().first.map(Array.init)
    #expect(try ListQuestion(FormFields(again ?? []), Self.offer) == asked)
    #expect(address.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x3C })
    let second = asked.address("/due") { $0.page = 2 }
    #expect(second.contains("page=2") && address.hasPrefix("/due"))
  }

  private static let refusals: [(String, ListFault)] = [
    ("colour=red", .unknownKey("colour", allowed: offer.keys)),
    ("page=1&page=2", .twice("page")), ("state=a&state=b", .twice("state")),
    ("sort=colour", .unknownValue("colour", of: "sort", allowed: offer.sorts)),
    ("sort=--unit", .unknownValue("--unit", of: "sort", allowed: offer.sorts)),
    ("as=exe", .unknownValue("exe", of: "as", allowed: ["xlsx", "csv", "json"])),
    ("page=0", .notANumber("page", upTo: 9999)), ("page=10000", .notANumber("page", upTo: 9999)),
    ("page=-1", .notANumber("page", upTo: 9999)), ("page=", .notANumber("page", upTo: 9999)),
    ("page=%D9%A3", .notANumber("page", upTo: 9999)),
    ("table=100", .notANumber("table", upTo: 99)),
    ("q=" + String(repeating: "a", count: 129), .tooLong("q", bytesMax: 128)),
    ("state=" + String(repeating: "a", count: 129), .tooLong("state", bytesMax: 128)),
  ]

  @Test("is refused, with what may be asked", arguments: refusals)
  func refused(_ query: String, _ fault: ListFault) {
    #expect(throws: fault) { try question(query) }
    for language in Language.allCases {
      let words = fault.message.text(in: language)
      #expect(!words.contains("{"), "\(words)")
    }
  }

  @Test("leaves out searching where nothing can be searched")
  func noSearch() throws {
    let offer = ListOffer(RandomListing.columns, hasSearch: false)
    #expect(throws: ListFault.unknownKey("q", allowed: offer.keys)) {
      try ListQuestion(FormFields(Array("q=a".utf8)), offer)
    }
    // What the page keeps under that name is the page's, and goes along in its links.
    let kept = ListOffer(RandomListing.columns, keeping: ["q"], hasSearch: false)
    let question = try ListQuestion(FormFields(Array("q=a".utf8)), kept)
    #expect(question.text.isEmpty && question.kept == [ListQuestion.Filter("q", "a")])
    #expect(question.address("/search") == "/search?q=a")
  }
}
