/// The address of a unit inside its site, in the one written form that identities are computed from.
///
/// Two people who type `３－1201` and `3-1201 ` mean one unit, so the code is normalised before it
/// is hashed: full-width ASCII and the ideographic space become ASCII, every kind of dash becomes
/// `-`, white space goes, Latin letters become capitals. Nothing else is touched: other scalars are
/// compared byte for byte, and combining marks are refused because they have two spellings.
package struct UnitCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  /// - Returns: nothing for an empty or over-long code, or one with control or combining characters.
  package init?(_ typed: some StringProtocol) {
    var scalars = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0xA0, 0x3000: continue
      case 0x2D, 0xFE63, 0xFF0D, 0x2010...0x2015, 0x2212: scalars.append("-")
      case 0xFF01...0xFF5E:
        guard let ascii = Unicode.Scalar(scalar.value - 0xFEE0) else { return nil }
        scalars.append(Self.capital(ascii))
      default:
        guard Self.isAllowed(scalar) else { return nil }
        scalars.append(Self.capital(scalar))
      }
    }
    let text = String(scalars)
    guard !text.isEmpty, text.utf8.count <= Bounds.unitCodeBytesMax else { return nil }
    self.text = text
  }

  /// Orders by bytes, so that every machine lists units alike.
  package static func < (a: UnitCode, b: UnitCode) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  // Swift calls canonically equivalent strings equal; identities are computed from bytes.
  package static func == (a: UnitCode, b: UnitCode) -> Bool {
    a.text.utf8.elementsEqual(b.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }

  package var description: String { text }

  private static func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x61...0x7A).contains(scalar.value)
      ? Unicode.Scalar(scalar.value - 0x20) ?? scalar : scalar
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .spacingMark, .enclosingMark, .spaceSeparator:
      false
    default: true
    }
  }
}

extension UnitCode {
  /// The lobby (大堂) through which one comes to the unit: its code without the last part, so that
  /// `3-2-1201` is entered by `3-2`. Nothing for a code of one part, such as a shop on the street, which
  /// has none.
  package var lobby: UnitCode? {
    guard let dash = text.utf8.lastIndex(of: 0x2D), dash > text.utf8.startIndex else { return nil }
    return UnitCode(text[..<dash])
  }

  /// Whether a building or entrance of this code contains another: `3` contains `3`, `3-2` and `3-2-1201`,
  /// and not `30-1`.
  package func contains(_ other: UnitCode) -> Bool {
    let (own, theirs) = (Array(text.utf8), Array(other.text.utf8))
    return theirs.starts(with: own) && (theirs.count == own.count || theirs[own.count] == 0x2D)
  }
}
