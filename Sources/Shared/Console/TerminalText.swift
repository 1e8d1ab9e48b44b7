/// Text that came from somewhere else, made harmless before it reaches a terminal.
///
/// A name or a remark can hold escape sequences that recolour, rewrite or answer for the terminal,
/// and bidirectional controls that show one thing and mean another. Each such scalar becomes
/// visible: ESC as `␛`, the others as `\u{..}`. Works on scalars, because a `Character` can hide
/// a control behind a carriage return.
package enum TerminalText {
  /// For a cell, a name, an argument of a message: line feeds are made visible too.
  package static func line(_ untrusted: some StringProtocol) -> String {
    harmless(untrusted, keepsLineFeeds: false)
  }

  /// For a remark of several lines: line feeds stay.
  package static func lines(_ untrusted: some StringProtocol) -> String {
    harmless(untrusted, keepsLineFeeds: true)
  }

  private static func harmless(_ text: some StringProtocol, keepsLineFeeds: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where keepsLineFeeds: result.append(scalar)
      case 0x1B: result.append("␛")
      case let value where isHarmful(value):
        result.append(contentsOf: "\\u{\(String(value, radix: 16))}".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// C0, DEL, C1; line and paragraph separators; every bidirectional mark, embedding, override and
  /// isolate; tag characters, which are invisible everywhere.
  private static func isHarmful(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true
    case 0x2028, 0x2029, 0xFEFF, 0xE0000...0xE007F: true
    default: false
    }
  }
}
