/// One thing the programs can say, in every language they speak.
///
/// All text for people stands in this room's catalogue; commands, pages and refusals name a phrase.
/// `{0}`, `{1}` … mark where arguments go; each language uses the same set of them. In English
/// `{0?household|households}` stands for the first word where that argument is 1, and otherwise for
/// the second.
package struct Phrase: Hashable, Sendable {
  /// Stable name, for tests and for support: `record.saved`.
  package let key: String
  package let hans: String
  package let hant: String
  package let english: String

  package init(_ key: String, hans: String, hant: String, en english: String) {
    self.key = key
    self.hans = hans
    self.hant = hant
    self.english = english
  }

  /// The key without the part of the catalogue in which it stands: `caseOpen` of `code.codeCaseOpen`, `rows` of
  /// `list.rows`. Addresses and JSON call words by it, so it is the same in every language.
  package var name: String {
    let parts = key.utf8.split(separator: 0x2E, maxSplits: 1)
    guard parts.count == 2, let part = parts.first, let name = parts.last else { return key }
    guard name.count > part.count, name.starts(with: part) else {
      return String(decoding: Array(name), as: UTF8.self)
    }
    let rest = Array(name.dropFirst(part.count))
    let small = (0x41...0x5A).contains(rest[0]) ? [rest[0] + 0x20] : [rest[0]]
    return String(decoding: small + rest.dropFirst(), as: UTF8.self)
  }

  package func template(in language: Language) -> String {
    switch language {
    case .hans: hans
    case .hant: hant
    case .english: english
    }
  }

  /// The text with its arguments in place. A mark without an argument stays visible.
  package func text(in language: Language, _ arguments: [String] = []) -> String {
    var result: [UInt8] = []
    let template = Array(template(in: language).utf8)
    var index = 0
    while index < template.count {
      if template[index] == 0x7B, index + 2 < template.count, template[index + 2] == 0x7D,
        (0x30...0x39).contains(template[index + 1]),
        arguments.indices.contains(Int(template[index + 1] - 0x30))
      {
        result.append(contentsOf: arguments[Int(template[index + 1] - 0x30)].utf8)
        index += 3
      } else if let number = Number(template, at: index),
        arguments.indices.contains(number.argument)
      {
        result.append(
          contentsOf: arguments[number.argument].utf8.elementsEqual([0x31])
            ? number.one : number.many)
        index = number.end
      } else {
        result.append(template[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// A word that agrees with the number before it.
private struct Number {
  let argument: Int
  let one: ArraySlice<UInt8>
  let many: ArraySlice<UInt8>
  /// After the closing brace.
  let end: Int

  /// - Returns: nothing unless `{0?one|many}` begins at this place.
  init?(_ template: [UInt8], at start: Int) {
    guard template[start] == 0x7B, start + 2 < template.count, template[start + 2] == 0x3F,
      (0x30...0x39).contains(template[start + 1]),
      let close = template[(start + 3)...].firstIndex(of: 0x7D),
      let bar = template[(start + 3)..<close].firstIndex(of: 0x7C)
    else { return nil }
    argument = Int(template[start + 1] - 0x30)
    one = template[(start + 3)..<bar]
    many = template[(bar + 1)..<close]
    end = close + 1
  }
}

/// A phrase with its arguments: a message before anyone has decided on a language.
package struct Message: Hashable, Sendable {
  package let phrase: Phrase
  package let arguments: [String]

  package init(_ phrase: Phrase, _ arguments: [String] = []) {
    self.phrase = phrase
    self.arguments = arguments
  }

  package func text(in language: Language) -> String { phrase.text(in: language, arguments) }
}

/// The interface languages.
package enum Language: String, CaseIterable, Sendable {
  case hans = "zh-Hans"
  case hant = "zh-Hant"
  case english = "en"

  /// Chooses from `--lang`, or else the first set of LC_ALL, LC_MESSAGES, LANGUAGE and LANG.
  ///
  /// - Returns: English for anything that is not Chinese; traditional script for Taiwan, Hong Kong
  ///   and Macau.
  package init(preference: String?, environment: [String: String]) {
    let candidates =
      [preference] + ["LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"].map { environment[$0] }
    let chosen = candidates.compactMap { $0 }.first { !$0.isEmpty } ?? ""
    let name = Self.spelled(chosen)
    guard name.utf8.starts(with: "zh".utf8) else {
      self = .english
      return
    }
    let isTraditional = ["zh-hant", "zh-tw", "zh-hk", "zh-mo"].contains {
      name.utf8.starts(with: $0.utf8)
    }
    self = isTraditional ? .hant : .hans
  }

  /// Whether somebody who asks for this by `--lang` gets what they ask for: Chinese or English in
  /// any spelling, such as `zh_TW` or `en-GB`. No text at all leaves the choice to the environment.
  package static func isSpoken(_ preference: String) -> Bool {
    let name = spelled(preference).utf8
    if name.isEmpty || name.starts(with: "zh".utf8) { return true }
    guard name.starts(with: "en".utf8) else { return false }
    // `eng` and `enm` are names of their own.
    return name.dropFirst(2).first.map { !(0x61...0x7A).contains($0) } ?? true
  }

  private static func spelled(_ name: String) -> String {
    String(decoding: name.utf8.map { $0 == 0x5F ? 0x2D : lowered($0) }, as: UTF8.self)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }
}
