import VisitModel
package import Wording

/// Text as a person typed it, checked before anything is sealed or stored: what is accepted is kept
/// byte for byte.
package enum TypedText {
  /// What is wrong with a one-line text, if anything.
  package static func flaw(inLine text: String, place: String) -> Message? {
    flaw(text, place: place, bytesMax: Bounds.lineBytesMax, allowsLineBreaks: false)
  }

  /// What is wrong with a longer text, which may have several lines.
  package static func flaw(inText text: String, place: String) -> Message? {
    flaw(text, place: place, bytesMax: Bounds.textBytesMax, allowsLineBreaks: true)
  }

  private static func flaw(
    _ text: String, place: String, bytesMax: Int, allowsLineBreaks: Bool
  ) -> Message? {
    guard text.utf8.count <= bytesMax else {
      return Message(.textTooLong, [place, "\(text.utf8.count)", "\(bytesMax)"])
    }
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let isBreak = scalar == "\n" || scalar == "\t" || scalar == "\r"
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      if isControl, !(isBreak && allowsLineBreaks) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - code.utf8.count))
        return Message(.textHasControl, [place, "\(index + 1)", "U+" + padding + code])
      }
    }
    return nil
  }
}
