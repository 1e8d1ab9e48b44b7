import Listings
import SeededRandom
import Testing

struct DifferenceRow: Sendable, CustomTestStringConvertible {
  let before: String
  let after: String
  let parts: [TextPart]

  var testDescription: String { "\(before) → \(after)" }

  static let all: [DifferenceRow] = [
    DifferenceRow(before: "", after: "", parts: []),
    DifferenceRow(before: "same", after: "same", parts: [.same("same")]),
    DifferenceRow(before: "", after: "新", parts: [.added("新")]),
    DifferenceRow(before: "旧", after: "", parts: [.removed("旧")]),
    // A word of letters changes as a whole, a Chinese character by itself.
    DifferenceRow(
      before: "at 10:20 sharp", after: "at 10:30 sharp",
      parts: [.same("at 10:"), .removed("20"), .added("30"), .same(" sharp")]),
    DifferenceRow(
      before: "门铃坏了", after: "门铃修好了",
      parts: [.same("门铃"), .removed("坏"), .added("修好"), .same("了")]),
    DifferenceRow(
      before: "the lamp on 3", after: "the lamp of 3",
      parts: [.same("the lamp "), .removed("on"), .added("of"), .same(" 3")]),
    // Canonically the same, and not the same bytes.
    DifferenceRow(
      before: "caf\u{E9}", after: "cafe\u{301}",
      parts: [.removed("caf\u{E9}"), .added("cafe\u{301}")]),
  ]
}

@Suite("What changed from one text to another")
struct TextDifferenceTests {
  @Test("is told word by word", arguments: DifferenceRow.all)
  func rows(_ row: DifferenceRow) {
    let parts = TextDifference.parts(from: row.before, to: row.after)
    #expect(parts.map(bytes) == row.parts.map(bytes))
  }

  @Test("gives both texts back byte for byte, whatever they are", arguments: UInt64(0)..<200)
  func whole(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = ["门", "铃", "a", "b9", " ", "\n", "e\u{301}", "\u{E9}", "🏠", "，", "0", "<b>"]
    func text() -> String {
      (0..<Int.random(in: 0...40, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
    }
    let (before, after) = (text(), text())
    let parts = TextDifference.parts(from: before, to: after)
    #expect(old(parts).utf8.elementsEqual(before.utf8))
    #expect(new(parts).utf8.elementsEqual(after.utf8))
    if before.utf8.elementsEqual(after.utf8) {
      #expect(parts.allSatisfy { if case .same = $0 { true } else { false } })
    }
  }

  @Test("of very long texts is shown as one piece, and what they begin and end with stays")
  func long() {
    let (a, b) = (String(repeating: "甲", count: 4000), String(repeating: "乙", count: 4000))
    #expect(
      TextDifference.parts(from: "同" + a + "尾", to: "同" + b + "尾")
        == [.same("同"), .removed(a), .added(b), .same("尾")])
  }

  @Test("of whole values is one in the place of the other")
  func exchanged() {
    #expect(TextDifference.exchange(of: "a b", for: "a b") == [.same("a b")])
    #expect(TextDifference.exchange(of: "a b", for: "a c") == [.removed("a b"), .added("a c")])
    #expect(TextDifference.exchange(of: "", for: "a") == [.added("a")])
  }

  private func bytes(_ part: TextPart) -> [[UInt8]] {
    switch part {
    case .same(let text): [[0], Array(text.utf8)]
    case .added(let text): [[1], Array(text.utf8)]
    case .removed(let text): [[2], Array(text.utf8)]
    }
  }

  private func old(_ parts: [TextPart]) -> String {
    parts.map { part in
      switch part {
      case .same(let text), .removed(let text): text
      case .added: ""
      }
    }.joined()
  }

  private func new(_ parts: [TextPart]) -> String {
    parts.map { part in
      switch part {
      case .same(let text), .added(let text): text
      case .removed: ""
      }
    }.joined()
  }
}
