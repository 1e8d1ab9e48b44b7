/// What changed from one text to another, word by word: words of letters and digits, and every other character,
/// each Chinese one among them, by itself.
package enum TextDifference {
  /// More than this many pairs of words are not laid over each other: what differs is then shown as one piece.
  /// Texts are bounded, but not so that a page might wait for the square of a long one.
  static let pairsMax = 1_000_000

  /// The pieces in order: what was there, what came in its place. The pieces that are `same` and `removed` make
  /// the earlier text, those that are `same` and `added` the later, byte for byte.
  package static func parts(from earlier: String, to later: String) -> [TextPart] {
    let (old, new) = (words(earlier), words(later))
    var first = 0
    while first < old.count, first < new.count, old[first] == new[first] { first += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > first, newEnd > first, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    var parts = Pieces()
    parts.append(old[..<first], .same)
    parts.overlay(old[first..<oldEnd], new[first..<newEnd])
    parts.append(old[oldEnd...], .same)
    return parts.joined
  }

  /// A whole value in the place of another, such as a word of a list.
  package static func exchange(of earlier: String, for later: String) -> [TextPart] {
    if earlier.utf8.elementsEqual(later.utf8) { return [.same(earlier)] }
    return [.removed(earlier), .added(later)].filter { $0 != .removed("") && $0 != .added("") }
  }

  /// Bytes, because Swift's strings are equal where their bytes need not be.
  private static func words(_ text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var isOpen = false
    for character in text {
      let isPart = isOfWord(character)
      if isPart, isOpen, !words.isEmpty {
        words[words.count - 1] += Array(character.utf8)
      } else {
        words.append(Array(character.utf8))
      }
      isOpen = isPart
    }
    return words
  }

  /// Scripts that are written without spaces have no words that could be told apart here.
  private static func isOfWord(_ character: Character) -> Bool {
    guard character.isLetter || character.isNumber else { return false }
    return character.unicodeScalars.first.map { $0.value < 0x2E80 } ?? false
  }

  private struct Pieces {
    enum Kind { case same, removed, added }

    private var pieces: [(kind: Kind, bytes: [UInt8])] = []

    mutating func append(_ words: ArraySlice<[UInt8]>, _ kind: Kind) {
      if words.isEmpty { return }
      if pieces.last?.kind != kind { pieces.append((kind, [])) }
      for word in words { pieces[pieces.count - 1].bytes += word }
    }

    /// The longest common subsequence; where there is a choice, what was removed comes first.
    mutating func overlay(_ old: ArraySlice<[UInt8]>, _ new: ArraySlice<[UInt8]>) {
      guard !old.isEmpty, !new.isEmpty, old.count <= pairsMax / new.count else {
        append(old, .removed)
        append(new, .added)
        return
      }
      let width = new.count + 1
      // How many words two rests have in common.
      var common = [Int32](repeating: 0, count: (old.count + 1) * width)
      let (a, b) = (Array(old), Array(new))
      for i in a.indices.reversed() {
        for j in b.indices.reversed() {
          common[i * width + j] =
            a[i] == b[j]
            ? common[(i + 1) * width + j + 1] + 1
            : max(common[(i + 1) * width + j], common[i * width + j + 1])
        }
      }
      var (i, j) = (0, 0)
      while i < a.count, j < b.count {
        if a[i] == b[j] {
          append(a[i...i], .same)
          i += 1
          j += 1
        } else if common[(i + 1) * width + j] >= common[i * width + j + 1] {
          append(a[i...i], .removed)
          i += 1
        } else {
          append(b[j...j], .added)
          j += 1
        }
      }
      append(a[i...], .removed)
      append(b[j...], .added)
    }

    var joined: [TextPart] {
      pieces.map { piece in
        let text = String(decoding: piece.bytes, as: UTF8.self)
        switch piece.kind {
        case .same: return .same(text)
        case .removed: return .removed(text)
        case .added: return .added(text)
        }
      }
    }
  }
}
