/// The colours of drawings. Each that marks a thing stands out from the paper by 3 : 1 or more, each that
/// words are written in by 4.5 : 1 (WCAG 2.2, 1.4.11 and 1.4.3); a test computes it. None means anything
/// alone: what it marks is also told apart by a pattern, a shape or a number.
package enum Ink: String, CaseIterable, Sendable {
  case paper = "#ffffff"
  /// Words, axes and frames.
  case black = "#1b1b1b"
  case grey = "#5f5f5f"
  /// Done, in time, visited.
  case blue = "#0b4f8a"
  /// Waits for somebody.
  case amber = "#9a5b00"
  /// Late, refused, missing.
  case red = "#a31515"
  case violet = "#6a3d9a"
  /// Steps of the heat table, from few to many; words on the first two are black, on the rest white.
  case heat1 = "#e3edf6"
  case heat2 = "#aecbe5"
  case heat3 = "#3d7ab0"
  case heat4 = "#17578f"
  case heat5 = "#06305a"

  /// What words are written in on this ground.
  package var words: Ink {
    switch self {
    case .paper, .heat1, .heat2: .black
    default: .paper
    }
  }

  /// Red, green and blue, 0 to 255.
  package var components: [Int] {
    let digits = rawValue.utf8.dropFirst().map { Int($0 >= 0x61 ? $0 - 0x57 : $0 - 0x30) }
    return [0, 2, 4].map { digits[$0] * 16 + digits[$0 + 1] }
  }
}

/// How an area is filled: its colour, and lines over it, so that it is known without the colour.
package struct Fill: Hashable, Sendable {
  package enum Pattern: String, CaseIterable, Sendable {
    case plain, rising, falling, crossed, dotted, level
  }

  package let ink: Ink
  package let pattern: Pattern

  /// - Parameter pattern: other than `plain`, its lines have the ink's colour and stand on paper.
  package init(_ ink: Ink, _ pattern: Pattern = .plain) {
    self.ink = ink
    self.pattern = pattern
  }
}
