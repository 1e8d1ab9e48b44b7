import VisitModel

/// Understands what people type, as Chinese input methods produce it.
///
/// Every function answers nothing for what it does not understand; it never guesses. Full-width
/// digits, letters and punctuation count as their ASCII twins everywhere.
package enum Answers {
  /// 是 否 好 不 有 没有 y n yes no, and their everyday neighbours.
  package static func yesOrNo(_ typed: some StringProtocol) -> Bool? {
    let word = folded(typed)
    if yes.contains(word) { return true }
    if no.contains(word) { return false }
    return nil
  }

  /// A count: ASCII or full-width digits, at most nine.
  package static func wholeNumber(_ typed: some StringProtocol) -> Int? {
    var scanner = AnswerScanner(typed)
    guard let number = scanner.digits(1...9), scanner.isAtEnd else { return nil }
    return number
  }

  /// One of several, by its number from 1 as shown on the screen, by its name, or by the beginning
  /// of exactly one name.
  /// - Returns: the index, from 0.
  package static func choice(_ typed: some StringProtocol, among names: [String]) -> Int? {
    let wanted = folded(typed)
    guard !wanted.isEmpty else { return nil }
    if let number = wholeNumber(wanted), (1...max(1, names.count)).contains(number) {
      return names.isEmpty ? nil : number - 1
    }
    let candidates = names.map { folded($0) }
    return only(candidates.indices.filter { candidates[$0].utf8.elementsEqual(wanted.utf8) })
      ?? only(candidates.indices.filter { candidates[$0].utf8.starts(with: wanted.utf8) })
  }

  /// Several of several, separated by commas, enumeration commas, semicolons or spaces: `1、3，清潔`.
  /// - Returns: the indices in the order typed, each once; nothing when any one is not understood.
  package static func choices(_ typed: some StringProtocol, among names: [String]) -> [Int]? {
    if let single = choice(typed, among: names) { return [single] }
    let answer = folded(typed)
    let commas = Set<Unicode.Scalar>([",", "、", "､", ";"])
    // Names of several words contain spaces, so a space separates only where no comma does.
    let hasCommas = answer.unicodeScalars.contains { commas.contains($0) }
    let words = answer.unicodeScalars
      .split { hasCommas ? commas.contains($0) : $0 == " " }
      .map(String.init)
    var chosen: [Int] = []
    for word in words {
      guard let index = choice(word, among: names) else { return nil }
      if !chosen.contains(index) { chosen.append(index) }
    }
    return chosen.isEmpty ? nil : chosen
  }

  /// Full-width ASCII and the ideographic space as ASCII, Latin letters small, no white space at
  /// the ends. For comparing answers; never for text that is stored.
  package static func folded(_ typed: some StringProtocol) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in typed.unicodeScalars {
      let folded = AnswerScanner.ascii(scalar)
      if folded == " ", scalars.isEmpty { continue }
      scalars.append(folded)
    }
    while scalars.last == " " { scalars.removeLast() }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func only(_ matches: [Int]) -> Int? { matches.count == 1 ? matches[0] : nil }

  private static let yes: Set<String> = [
    "是", "是的", "好", "好的", "对", "對", "对的", "對的", "行", "可以", "有", "y", "yes",
  ]
  private static let no: Set<String> = [
    "否", "不", "不是", "不好", "不对", "不對", "不行", "不可以", "没有", "沒有", "无", "無",
    "n", "no",
  ]
}
