import BenchTable
import Testing

@Suite("The table of the bench")
struct BenchTableTests {
  @Test(
    "takes the middle run, or the mean of the two in the middle",
    arguments: [([3, 1, 2], 2), ([4, 1, 3, 2], 2.5), ([7], 7)] as [([Double], Double)])
  func median(values: [Double], median: Double) throws {
    let samples = try #require(Samples(values))
    #expect(samples.median == median)
    #expect(samples.low == values.min())
    #expect(samples.high == values.max())
  }

  @Test("has no figure without a run")
  func noRun() {
    #expect(Samples([]) == nil)
    #expect(Samples([1, .nan]) == nil)
  }

  @Test(
    "writes three significant digits and groups thousands",
    arguments: [
      (0.0, "0"), (0.0421, "0.042"), (0.99951, "1.00"), (1.2345, "1.23"), (12.345, "12.3"),
      (123.45, "123"), (999.6, "1,000"), (1234.5, "1,234"), (1_234_567, "1,234,567"),
      (-2500, "-2,500"), (Double.infinity, "–"),
    ] as [(Double, String)])
  func number(value: Double, text: String) { #expect(ResultTable.number(value) == text) }

  @Test("says whether a bar holds, by the median")
  func bars() throws {
    let samples = try #require(Samples([10, 20, 30]))
    let limit = Limit("plain", try #require(Samples([100])))
    func holds(_ bar: Bar, _ limit: Limit? = nil) -> Bool? {
      Figure("f", "u", samples, limit: limit, bar: bar).holds
    }
    #expect(holds(.below(20)) == false)
    #expect(holds(.below(21)) == true)
    #expect(holds(.atMost(20)) == true)
    #expect(holds(.atLeast(21)) == false)
    #expect(holds(.shareOfLimit(0.2), limit) == true)
    #expect(holds(.shareOfLimit(0.21), limit) == false)
    #expect(holds(.shareOfLimit(0.2)) == nil)
  }

  @Test("shows a figure beside its limit, in text and in Markdown")
  func shown() throws {
    let figure = Figure(
      "stored", "visits/s", try #require(Samples([900, 1000, 1100])),
      limit: Limit("plain SQLite", try #require(Samples([4000]))), bar: .shareOfLimit(0.2))
    let table = ResultTable([
      RowFigures(title: "a ingest", figures: [figure], appendix: ["40 % verify"])
    ])
    let cells =
      "visits/s | 1,000 | 900–1,100 | plain SQLite: 4,000 | 0.250 | ≥ 0.200 of limit | yes"
    #expect(table.markdown.contains("| stored | \(cells) |"))
    #expect(table.markdown.contains("```\n40 % verify\n```"))
    let lines = table.text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1] == "a ingest")
    #expect(lines[2].hasSuffix("≥ 0.200 of limit  yes"))
  }

  @Test("replaces what stands between the marks of the page, and nothing else")
  func page() {
    let page = "before\n\(ResultsPage.begin)\nold\n\(ResultsPage.end)\nafter\n"
    #expect(
      ResultsPage.filled(page, with: "new\n")
        == "before\n\(ResultsPage.begin)\n\nnew\n\n\(ResultsPage.end)\nafter\n")
    #expect(ResultsPage.filled("no marks", with: "new") == nil)
    #expect(ResultsPage.filled("\(ResultsPage.end)\(ResultsPage.begin)", with: "new") == nil)
  }
}
