/// Draws a picture for a page, element by element; the only maker of `SVGText`.
///
/// Numbers are whole, so that two runs give the same bytes and no locale writes a comma. Everything is
/// said by presentation attributes: the pages' policy forbids styles inside a page (0009). Nothing drawn
/// can be pressed, and nothing is fetched.
package struct SVGDrawing: Sendable {
  /// Where a text stands by its own point.
  package enum Anchor: String, Sendable { case start, middle, end }

  /// One element; lengths and places in units of the drawing, from its upper left corner.
  package enum Step: Hashable, Sendable {
    case move(Int, Int)
    case line(Int, Int)
    /// Sideways and down, from where the pen is.
    case by(Int, Int)
    case close
  }

  /// Of the drawing; what lies outside is cut off.
  package let width: Int
  package let height: Int
  /// Which picture of the page it is. Ids on a page are unique as long as no two have the same number.
  package let number: Int
  private var body: [UInt8] = []
  private var patterns: Set<Fill> = []

  /// - Parameter number: 0 or more.
  package init(width: Int, height: Int, number: Int) {
    self.width = width
    self.height = height
    self.number = number
  }

  /// A rectangle, filled, with a frame or without.
  /// - Parameter title: what a pointer that rests on it is told; nothing if it is empty.
  package mutating func rectangle(
    x: Int, y: Int, width: Int, height: Int, fill: Fill, frame: Ink? = nil, title: String = ""
  ) {
    open("rect")
    attribute("x", x)
    attribute("y", y)
    attribute("width", max(0, width))
    attribute("height", max(0, height))
    attribute("fill", paint(fill))
    if let frame {
      attribute("stroke", frame.rawValue)
      attribute("stroke-width", 1)
    }
    close("rect", title: title)
  }

  /// A straight line.
  /// - Parameter dash: lengths of dashes and of the gaps between them; 0 draws it through.
  package mutating func line(
    x1: Int, y1: Int, x2: Int, y2: Int, _ ink: Ink, thickness: Int = 1, dash: Int = 0
  ) {
    open("line")
    attribute("x1", x1)
    attribute("y1", y1)
    attribute("x2", x2)
    attribute("y2", y2)
    attribute("stroke", ink.rawValue)
    attribute("stroke-width", thickness)
    if dash > 0 { attribute("stroke-dasharray", dash) }
    close("line")
  }

  /// A disc around a point.
  package mutating func disc(x: Int, y: Int, radius: Int, _ ink: Ink, title: String = "") {
    open("circle")
    attribute("cx", x)
    attribute("cy", y)
    attribute("r", radius)
    attribute("fill", ink.rawValue)
    close("circle", title: title)
  }

  /// What a pen draws.
  /// - Parameter thickness: of the line; nothing fills the shape instead.
  package mutating func path(_ steps: [Step], _ ink: Ink, thickness: Int? = nil) {
    open("path")
    var text: [UInt8] = []
    for step in steps {
      switch step {
      case .move(let x, let y): text.append(contentsOf: "M\(x) \(y)".utf8)
      case .line(let x, let y): text.append(contentsOf: "L\(x) \(y)".utf8)
      case .by(let x, let y): text.append(contentsOf: "l\(x) \(y)".utf8)
      case .close: text.append(0x7A)
      }
    }
    attribute("d", String(decoding: text, as: UTF8.self))
    if let thickness {
      attribute("fill", "none")
      attribute("stroke", ink.rawValue)
      attribute("stroke-width", thickness)
    } else {
      attribute("fill", ink.rawValue)
    }
    close("path")
  }

  /// Words. A text that somebody typed keeps its direction to itself, and its neighbours keep theirs.
  /// - Parameters:
  ///   - y: of the line on which the letters stand.
  ///   - size: height of the letters.
  package mutating func text(
    _ text: String, x: Int, y: Int, size: Int, _ ink: Ink = .black, anchor: Anchor = .start,
    isBold: Bool = false
  ) {
    open("text")
    attribute("x", x)
    attribute("y", y)
    attribute("font-size", size)
    attribute("fill", ink.rawValue)
    attribute("text-anchor", anchor.rawValue)
    attribute("unicode-bidi", "isolate")
    if isBold { attribute("font-weight", 700) }
    body.append(0x3E)
    body.append(contentsOf: Self.escaped(text))
    body.append(contentsOf: "</text>".utf8)
  }

  /// The finished drawing. Read aloud, it is one image with a name and a description.
  /// - Parameters:
  ///   - title: what it shows, in a few words.
  ///   - description: what is to be seen in it; in a sentence or two.
  ///   - language: the tag of the language of both, such as `zh-Hant`.
  package func finished(title: String, description: String, language: String) -> SVGText {
    let id = "picture-\(number)"
    var bytes = Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-labelledby="\(id)-title" aria-describedby="\(id)-words" lang="
      """.utf8)
    bytes.append(contentsOf: Self.escaped(language))
    bytes.append(contentsOf: "\"><title id=\"\(id)-title\">".utf8)
    bytes.append(contentsOf: Self.escaped(title))
    bytes.append(contentsOf: "</title><desc id=\"\(id)-words\">".utf8)
    bytes.append(contentsOf: Self.escaped(description))
    bytes.append(contentsOf: "</desc>".utf8)
    if !patterns.isEmpty {
      bytes.append(contentsOf: "<defs>".utf8)
      for fill in patterns.sorted(by: { Self.order($0) < Self.order($1) }) {
        bytes.append(contentsOf: definition(of: fill).utf8)
      }
      bytes.append(contentsOf: "</defs>".utf8)
    }
    bytes += body
    bytes.append(contentsOf: "</svg>".utf8)
    return SVGText(markup: String(decoding: bytes, as: UTF8.self))
  }

  // MARK: Bytes

  private mutating func open(_ name: String) {
    body.append(0x3C)
    body.append(contentsOf: name.utf8)
  }

  private mutating func attribute(_ name: String, _ value: Int) { attribute(name, String(value)) }

  /// Only with values made in this file: none of them holds a character that would need escaping.
  private mutating func attribute(_ name: String, _ value: String) {
    body.append(contentsOf: " \(name)=\"".utf8)
    body.append(contentsOf: value.utf8)
    body.append(0x22)
  }

  private mutating func close(_ name: String, title: String = "") {
    if title.isEmpty {
      body.append(contentsOf: "/>".utf8)
    } else {
      body.append(contentsOf: "><title>".utf8)
      body.append(contentsOf: Self.escaped(title))
      body.append(contentsOf: "</title></\(name)>".utf8)
    }
  }

  /// XML has no reference for U+FFFE and U+FFFF, nor for anything like them.
  private static func escaped(_ text: String) -> String.UTF8View {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
    }
    return EscapedText.of(String(scalars)).utf8
  }

  private mutating func paint(_ fill: Fill) -> String {
    guard fill.pattern != .plain else { return fill.ink.rawValue }
    patterns.insert(fill)
    return "url(#\(id(of: fill)))"
  }

  private func id(of fill: Fill) -> String {
    "picture-\(number)-\(fill.pattern.rawValue)-\(fill.ink.rawValue.dropFirst())"
  }

  private static func order(_ fill: Fill) -> String { fill.pattern.rawValue + fill.ink.rawValue }

  private func definition(of fill: Fill) -> String {
    let lines =
      switch fill.pattern {
      case .plain: ""
      case .rising: "M-2 2l4 -4M0 8l8 -8M6 10l4 -4"
      case .falling: "M-2 6l4 4M0 0l8 8M6 -2l4 4"
      case .crossed: "M0 8l8 -8M0 0l8 8"
      case .dotted: "M3 2h2M7 6h2M-1 6h2"
      case .level: "M0 2h8M0 6h8"
      }
    return """
      <pattern id="\(id(of: fill))" width="8" height="8" patternUnits="userSpaceOnUse">\
      <rect width="8" height="8" fill="\(Ink.paper.rawValue)"/>\
      <path d="\(lines)" fill="none" stroke="\(fill.ink.rawValue)" stroke-width="2"/></pattern>
      """
  }
}
