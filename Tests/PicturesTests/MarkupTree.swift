import Foundation
import FoundationXML
import Markup

/// A drawing as a parser of XML reads it.
struct MarkupTree {
  struct Element: Equatable {
    let name: String
    let attributes: [String: String]
    /// Of the text inside, as it is read.
    var text = ""
  }

  /// In the order in which they begin.
  let elements: [Element]

  /// - Returns: nothing if it is not well-formed.
  init?(_ svg: SVGText) {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.markup.utf8))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    elements = reader.elements
  }

  /// Names of elements with the names of their attributes: what no text may change.
  var shape: [String] {
    elements.map { $0.name + " " + $0.attributes.keys.sorted().joined(separator: " ") }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  var texts: [String] { all("text").map(\.text) }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }
  }
}

/// Texts that want to be more than text, each also behind and before scalars that a reader by grapheme
/// clusters takes together with the mark that has to be escaped.
enum Hostile {
  static let texts: [String] =
    [
      "<script>alert(1)</script>", "</title><script>", "\"><image href=x onerror=alert(1)>",
      "'\" onload='x", "&lt;b&gt;", "]]><svg onload=x>", "</svg><p>", "<!--", "<![CDATA[",
    ].flatMap { text in
      [
        text, "\u{600}" + text, "\u{301}" + text,
        text.unicodeScalars.map { "\u{600}\($0)" }.joined(),
        text.unicodeScalars.map { "\($0)\u{301}" }.joined(),
      ]
    } + ["\u{0}\u{1}\u{1F}", "\u{FFFE}\u{FFFF}\u{1FFFE}", "\u{202E}abc", "\u{7F}\u{85}", ""]
}
