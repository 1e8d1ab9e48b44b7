import Foundation
import TextFormats
import VisitModel

/// What is said at the bench's visits, as in the demonstration: composed opinions of every length.
struct BenchTexts {
  static let met = "陈女士"
  static let nightRule = "R1-47"
  static let nightReason = "住户要求晚间上门"
  private let opinions: [String]

  /// - Throws: unless called from the root of the package, where the examples lie.
  init() throws {
    let lines = try Data(contentsOf: URL(fileURLWithPath: "Examples/opinions.jsonl"))
      .split(separator: 0x0A)
    opinions = try lines.compactMap { line in
      guard case .string(let text)? = try JSON.parse(Array(line))["text"] else { return nil }
      return text
    }
    guard !opinions.isEmpty else { throw BenchFault.setting("no opinions in Examples") }
  }

  /// The same for the same household.
  func opinion(for household: RecordID) -> String {
    let number = household.bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    return opinions[number % opinions.count]
  }

  /// A `visit.json` for `rounds record --from`: what `VisitWriter` writes, said in words.
  func visitFile(unit: String, household: RecordID, start: Instant, isAtNight: Bool) -> [UInt8] {
    let end = start.advanced(byMilliseconds: 20 * 60_000)
    return JSON.object([
      "household": .string(unit), "mode": .string("door"), "start": .string(start.utcText),
      "end": .string(end.utcText), "agreedWith": .string(Self.met), "met": .string(Self.met),
      "relation": .string("owner"), "satisfaction": .string("satisfied"),
      "opinions": .array([
        .object([
          "topic": .string("cleaning"), "kind": .string("suggestion"),
          "text": .string(opinion(for: household)),
        ])
      ]), "signature": .object(["state": .string("signed")]),
      "reasons": isAtNight ? JSON.object([Self.nightRule: .string(Self.nightReason)]) : nil,
    ]).text()
  }
}
