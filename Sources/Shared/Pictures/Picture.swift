package import Listings
package import Markup
package import Wording

/// Something to be looked at, and the same figures as a table: no picture stands on a page without its
/// table, for those who cannot see it and for those who want the number.
package protocol Picture: Sendable {
  /// What it shows, in a few words; also the title of the table.
  var title: Message { get }
  /// What is to be seen in it, in a sentence or two, for whoever hears it.
  func words(in language: Language) -> String
  /// Every figure of the picture, and only those, in the order in which they are drawn.
  var listing: Listing { get }
  /// - Parameter number: which picture of the page it is; no two of a page may have the same.
  func svg(number: Int, in language: Language) -> SVGText
}

/// What all pictures have in common.
package enum PictureSheet {
  /// Of every picture; the pages' stylesheet makes it smaller where there is less room.
  package static let width = 720
  /// Height of letters.
  static let letters = 13
  static let smallLetters = 11
  /// More are not drawn, whatever the table holds: the drawing would be longer than a page is patient.
  static let rowsMax = 200

  /// A text that takes no more than so many columns, where a letter of ASCII takes one and any other two; cut
  /// with `…`. The table has the whole of it.
  ///
  /// Counted by scalars: a letter under a hundred marks is cut as if each mark were a letter.
  package static func cut(_ text: String, columns: Int) -> String {
    var scalars = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let wide = scalar.value < 0x80 ? 1 : 2
      if used + wide > columns {
        // Room for the dots.
        while used > columns - 2, let last = scalars.popLast() {
          used -= last.value < 0x80 ? 1 : 2
        }
        scalars.append("…")
        return String(scalars)
      }
      scalars.append(scalar)
      used += wide
    }
    return text
  }

  /// `part` of `whole` as a length; 0 to `length`. No length for a whole of nothing.
  package static func length(_ part: Int, of whole: Int, _ length: Int) -> Int {
    guard whole > 0, part > 0 else { return 0 }
    if part >= whole { return length }
    // Figures are counts, but a picture must not stop the program over one that is not.
    let (high, low) = part.multipliedFullWidth(by: length)
    return whole.dividingFullWidth((high, low)).quotient
  }

  /// A small area, and what it stands for: four to a row.
  static func legend(
    _ entries: [(fill: Fill, text: String)], y: Int, in drawing: inout SVGDrawing
  ) {
    for (place, entry) in entries.enumerated() {
      let (x, top) = (place % 4 * 180, y + place / 4 * legendLine)
      drawing.rectangle(x: x, y: top, width: 14, height: 14, fill: entry.fill, frame: .black)
      drawing.text(cut(entry.text, columns: 24), x: x + 20, y: top + 12, size: letters)
    }
  }

  /// Height of one row of a legend.
  static let legendLine = 22

  static func legendHeight(_ count: Int) -> Int { (count + 3) / 4 * legendLine + 6 }
}

extension Picture {
  /// - Parameter draw: fills a sheet of this height.
  func drawn(
    number: Int, height: Int, in language: Language, _ draw: (inout SVGDrawing) -> Void
  ) -> SVGText {
    var drawing = SVGDrawing(width: PictureSheet.width, height: height, number: number)
    draw(&drawing)
    return drawing.finished(
      title: title.text(in: language), description: words(in: language),
      // As the pages say it: characters are drawn as in Hong Kong, not as in Taiwan.
      language: language == .hant ? "zh-Hant-HK" : language.rawValue)
  }
}

extension Counted {
  /// What can be drawn of it; nothing for what is unknown, which is never drawn as 0.
  var drawable: Int? {
    switch self {
    case .known(let number), .asOf(let number, _), .atLeast(let number, _): max(0, number)
    case .unknown: nil
    }
  }

  /// Whether the whole of it is known, be it of an earlier moment.
  var isWhole: Bool {
    switch self {
    case .known, .asOf: true
    case .atLeast, .unknown: false
    }
  }

  /// In a picture, where a remark has no room.
  func short(in language: Language) -> String {
    switch self {
    case .known(let number), .asOf(let number, _): String(number)
    case .atLeast(let number, _): Phrase.listAtLeast.text(in: language, [String(number)])
    case .unknown: Phrase.listUnknown.text(in: language)
    }
  }
}
