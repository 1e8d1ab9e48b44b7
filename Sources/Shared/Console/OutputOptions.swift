package import Wording

/// What a person says about how they want to be answered, the same in both programs.
package enum OutputOptions {
  /// The language to answer in before the words have been understood.
  /// - Parameter words: of the command line; what stands behind `--lang` counts where it is spoken.
  package static func language(
    of words: [String], environment: [String: String]
  ) -> Language {
    let asked =
      words.firstIndex(of: "--lang").map { words[($0 + 1)...].first }
      ?? words.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
    return Language(
      preference: asked.flatMap { Language.isSpoken($0) ? $0 : nil }, environment: environment)
  }

  /// - Parameters:
  ///   - lang: what stands behind `--lang`.
  ///   - color: what stands behind `--color`.
  /// - Returns: what is wrong with one of them; nothing when both are understood.
  package static func flaw(lang: String?, color: String) -> Message? {
    if let lang, !Language.isSpoken(lang) {
      return notOneOf("--lang", lang, Language.allCases.map(\.rawValue))
    }
    if Colour.Choice(rawValue: color) == nil {
      return notOneOf("--color", color, Colour.Choice.allCases.map(\.rawValue))
    }
    return nil
  }

  private static func notOneOf(_ option: String, _ given: String, _ known: [String]) -> Message {
    Message(.notOneOf, [option, TerminalText.line(given), known.joined(separator: ", ")])
  }
}
