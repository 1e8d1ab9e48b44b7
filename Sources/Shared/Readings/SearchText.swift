import Foundation

/// A text as searches compare it: traditional characters simplified, full-width forms and ligatures plain,
/// letters small, without accents, spaces, dashes and other punctuation.
///
/// Only for comparing: it loses what tells ㎡ from m2 and 乾 from 干. What is stored stays as it was typed.
///
/// Each scalar is folded by itself, so the folding of a text is the folding of its parts, and a name can be
/// matched character by character. Folding twice is folding once.
package enum SearchText {
  package static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(contentsOf: folded(scalar)) }
    return String(scalars)
  }

  /// - Returns: none, one or several scalars.
  static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return [scalar]
    case 0x41...0x5A: return [Unicode.Scalar(UInt8(scalar.value + 0x20))]
    case 0..<0x80: return isPassedOver(scalar) ? [] : [scalar]
    default: break
    }
    if HanCharacter.isHan(scalar) { return [HanCharacter.of(scalar).folded] }
    var found = spelled([scalar])
    // Some letters are small only after they are taken apart, and some come apart only when small.
    while true {
      let next = spelled(found)
      if next == found { break }
      found = next
    }
    return found.map { HanCharacter.isHan($0) ? HanCharacter.of($0).folded : $0 }
  }

  /// Compatibility forms taken apart, then small, then without what a search passes over.
  private static func spelled(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).decomposedStringWithCompatibilityMapping.unicodeScalars
      .flatMap { Array($0.properties.lowercaseMapping.unicodeScalars) }
      .filter { !isPassedOver($0) }
  }

  /// Spaces, punctuation, marks over letters, and what is not seen.
  private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format,
      .nonspacingMark, .enclosingMark, .connectorPunctuation, .dashPunctuation,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation:
      true
    default: false
    }
  }
}
