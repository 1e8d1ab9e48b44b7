import Wording

/// What a password must be, apart from being right.
///
/// Length is what counts; there are no rules about kinds of characters (NIST SP 800-63B, ASVS 5.0
/// 6.2). Common passwords are shorter than that; what is refused is one that somebody made longer.
package enum PasswordRule {
  /// In Unicode scalars.
  package static let lengths = 15...128

  package enum Refusal: Error, Hashable, Sendable {
    case length
    /// Contains the person's or the company's name.
    case containsName
    /// Repeats itself, or runs along the keyboard's or the alphabet's rows.
    case tooRegular
    /// Common passwords, digits, and hardly a letter of one's own.
    case common
  }

  /// - Parameter names: of the person and the company.
  package static func check(_ password: String, names: [String]) throws(Refusal) {
    let scalars = password.unicodeScalars.map { folded($0.value) }
    guard lengths.contains(scalars.count) else { throw .length }
    for name in names {
      let wanted = name.unicodeScalars.map { folded($0.value) }
      // A name of one letter would forbid that letter.
      if wanted.count > 1, contains(scalars, wanted) { throw .containsName }
    }
    guard Set(scalars).count > 4, !isPeriodic(scalars), !isRow(scalars) else {
      throw .tooRegular
    }
    guard !CommonPasswords.areAllOf(scalars) else { throw .common }
  }

  private static func folded(_ scalar: UInt32) -> UInt32 {
    (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar
  }

  private static func contains(_ text: [UInt32], _ wanted: [UInt32]) -> Bool {
    guard text.count >= wanted.count else { return false }
    return (0...text.count - wanted.count).contains {
      text[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  /// The same few characters over and over: `correct correct correct`.
  private static func isPeriodic(_ text: [UInt32]) -> Bool {
    (1...text.count / 2).contains { period in
      text.indices.dropFirst(period).allSatisfy { text[$0] == text[$0 - period] }
    }
  }

  /// Three of four neighbours are the same or follow each other: `123456789012345`.
  private static func isRow(_ text: [UInt32]) -> Bool {
    let near = zip(text, text.dropFirst()).filter { a, b in (a > b ? a - b : b - a) <= 1 }
    return near.count * 4 > (text.count - 1) * 3
  }
}

extension PasswordRule.Refusal {
  var fault: OfficeFault {
    let (why, cure): (Message, Message) =
      switch self {
      case .length:
        (
          Message(
            .passwordLength,
            ["\(PasswordRule.lengths.lowerBound)", "\(PasswordRule.lengths.upperBound)"]),
          Message(.passwordLengthCure)
        )
      case .containsName: (Message(.passwordHasName), Message(.passwordHasNameCure))
      case .tooRegular: (Message(.passwordRegular), Message(.passwordRegularCure))
      case .common: (Message(.passwordCommon), Message(.passwordLengthCure))
      }
    return .refused(rule: "password", why: why, cure: cure)
  }
}
