package import Wording

/// What a person says about how they want to be answered, the same in both programs.
package enum OutputOptions {
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
