import Foundation
import Synchronization

/// What stands where the texts of a company's people stand.
///
/// Whoever writes a test lets people write Chinese and nothing else, so each run of Han is the text of one place:
/// tame as it is, or with another in its stead. Thus two companies are equal but for their texts, and a place that
/// is added later has a hostile text without being named.
final class PageTexts: Sendable {
  /// As they are written in the tests.
  static let tame = PageTexts([])

  /// What stands in a place, and what would stand there as it is written.
  struct Place: Encodable {
    let tame: String
    let hostile: String
  }

  private struct Shelf {
    let texts: [String]
    /// How many were taken.
    var taken = 0
    var places: [Place] = []

    /// What stands in a place: as before, or the texts that come next, as many as the bytes hold.
    mutating func text(at tame: String, bytesMax: Int) -> String {
      if let known = places.first(where: { $0.tame == tame }) { return known.hostile }
      // What comes before a text on a page is drawn into its first character, and its last into what follows.
      var text = Self.before[places.count % Self.before.count]
      let end = Self.behind[places.count % Self.behind.count]
      while taken < texts.count * 3 {
        let more = " " + texts[taken % texts.count]
        if text.utf8.count + more.utf8.count + end.utf8.count > bytesMax { break }
        text += more
        taken += 1
      }
      text += end
      places.append(Place(tame: tame, hostile: text))
      return text
    }

    private static let before = ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{20E3}"]
    private static let behind = ["\u{600}", "\u{110BD}"]
  }

  /// What every line takes (`Bounds.lineBytesMax` is 1,024), with some room for what stands beside it.
  private static let lineBytesMax = 960
  /// A name stands on every page.
  private static let nameBytesMax = 240
  /// People's. The command line splits `WHO:DATE:WHAT` at colons.
  private static let colons: Set<Unicode.Scalar> = [":", "："]

  private let isTame: Bool
  private let names: Set<String>
  private let lines: Mutex<Shelf>
  private let people: Mutex<Shelf>

  /// - Parameters:
  ///   - texts: each at most as long as a name; none, for places that stay as they are written.
  ///   - names: the runs of Han that are people's names.
  init(_ texts: [String], names: Set<String> = []) {
    isTame = texts.isEmpty
    self.names = names
    lines = Mutex(Shelf(texts: texts))
    people = Mutex(
      Shelf(texts: texts.filter { !$0.unicodeScalars.contains { Self.colons.contains($0) } }))
  }

  /// Each place so far, in the order of their first use.
  var places: [Place] { lines.withLock { $0.places } + people.withLock { $0.places } }

  /// The words with what stands in their places.
  func said(_ words: String) -> String {
    guard !isTame else { return words }
    var said = String.UnicodeScalarView()
    var run = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      if (0x4E00...0x9FFF).contains(scalar.value) {
        run.append(scalar)
      } else {
        said += text(in: run)
        run = String.UnicodeScalarView()
        said.append(scalar)
      }
    }
    said += text(in: run)
    return String(said)
  }

  /// What is to become JSON.
  func said(in json: Any) -> Any {
    switch json {
    case let text as String: said(text)
    case let list as [Any]: list.map { said(in: $0) }
    case let object as [String: Any]: object.mapValues { said(in: $0) }
    default: json
    }
  }

  /// A cell of a file of rows.
  func cell(_ words: String) -> String {
    guard !isTame else { return words }
    // On bytes: a quotation mark with a combining mark behind it is one character.
    let doubled = said(words).utf8.flatMap { byte -> [UInt8] in
      byte == 0x22 ? [byte, byte] : [byte]
    }
    return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
  }

  private func text(in run: String.UnicodeScalarView) -> String.UnicodeScalarView {
    guard !run.isEmpty else { return run }
    let tame = String(run)
    let text =
      names.contains(tame)
      ? people.withLock { $0.text(at: tame, bytesMax: Self.nameBytesMax) }
      : lines.withLock { $0.text(at: tame, bytesMax: Self.lineBytesMax) }
    return text.unicodeScalars
  }
}
