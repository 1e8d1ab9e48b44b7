import Markup
import Testing

@Suite("A drawing")
struct DrawingTests {
  private func drawing(_ text: String) -> SVGText {
    var drawing = SVGDrawing(width: 100, height: 50, number: 7)
    drawing.rectangle(
      x: 0, y: 1, width: 20, height: 10, fill: Fill(.red, .rising), frame: .black, title: "a" + text
    )
    drawing.disc(x: 5, y: 5, radius: 3, .blue, title: "b" + text)
    drawing.text(text, x: 1, y: 20, size: 13)
    drawing.path([.move(1, 2), .by(-3, 4), .line(5, 6), .close], .grey)
    return drawing.finished(title: text, description: text, language: text)
  }

  @Test("is well-formed and of one shape, whatever a text in it says", arguments: Hostile.texts)
  func hostile(_ text: String) throws {
    let tree = try #require(MarkupTree(drawing(text)))
    let plain = try #require(MarkupTree(drawing("x")))
    #expect(tree.shape == plain.shape)
    #expect(!drawing(text).markup.utf8.contains(0))
  }

  @Test("gives texts back as they were")
  func texts() throws {
    let text = "3 < 4 & \"5\" > '2' 陳\u{301}"
    let tree = try #require(MarkupTree(drawing(text)))
    let read = tree.texts + tree.all("desc").map(\.text)
    #expect(read.count == 2)
    #expect(read.allSatisfy { $0.utf8.elementsEqual(text.utf8) })
  }

  @Test("is one image with a name and a description, under ids of its own")
  func image() throws {
    let tree = try #require(MarkupTree(drawing("x")))
    let svg = try #require(tree.elements.first)
    #expect(svg.name == "svg")
    #expect(svg.attributes["role"] == "img")
    #expect(svg.attributes["viewBox"] == "0 0 100 50")
    #expect(tree.all("title").first?.attributes["id"] == svg.attributes["aria-labelledby"])
    #expect(tree.all("desc").first?.attributes["id"] == svg.attributes["aria-describedby"])
    let ids = tree.elements.compactMap { $0.attributes["id"] }
    #expect(ids.count == 3)
    #expect(ids.allSatisfy { $0.hasPrefix("picture-7-") })
  }

  @Test("has nothing that a policy forbids: no style, no event, no address")
  func policy() throws {
    let tree = try #require(MarkupTree(drawing("x")))
    let names = Set(tree.elements.flatMap(\.attributes.keys))
    #expect(!names.contains { $0.hasPrefix("on") || $0.hasSuffix("href") || $0 == "style" })
    #expect(
      Set(tree.elements.map(\.name))
        == ["svg", "title", "desc", "defs", "pattern", "rect", "path", "circle", "text"])
  }

  @Test("names only patterns that it defines")
  func patterns() throws {
    let tree = try #require(MarkupTree(drawing("x")))
    let used = tree.elements.compactMap { $0.attributes["fill"] }.filter { $0.hasPrefix("url(") }
    #expect(used == ["url(#picture-7-rising-a31515)"])
    #expect(tree.all("pattern").map { $0.attributes["id"] } == ["picture-7-rising-a31515"])
  }

  /// WCAG 2.2, relative luminance and contrast ratio.
  private func contrast(_ a: Ink, _ b: Ink) -> Double {
    func luminance(_ ink: Ink) -> Double {
      let parts = ink.components.map { Double($0) / 255 }
        .map { $0 <= 0.04045 ? $0 / 12.92 : power(($0 + 0.055) / 1.055) }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (one, other) = (luminance(a), luminance(b))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// x to the power of 2.4, as the fifth root of x to the twelfth, by Newton.
  private func power(_ x: Double) -> Double {
    let wanted = (0..<12).reduce(1.0) { product, _ in product * x }
    var root = 1.0
    for _ in 0..<200 { root -= (root - wanted / (root * root * root * root)) / 5 }
    return root
  }

  @Test("has ink that can be told from paper, and words that can be read on every ink")
  func contrasts() {
    #expect(Ink.blue.components == [0x0B, 0x4F, 0x8A])
    #expect(abs(contrast(.paper, .black) - 17.2) < 0.1)
    for ink in Ink.allCases {
      #expect(contrast(ink, ink.words) >= 4.5, "\(ink)")
      // Steps of the heat table are told apart by their numbers.
      if ink != .paper, !ink.rawValue.hasPrefix("#e3"), ink != .heat2 {
        #expect(contrast(ink, .paper) >= 3, "\(ink)")
      }
    }
  }
}
