/// Breaks text into lines by display width.
///
/// Latin words stay whole where they fit; between Han characters a line may end anywhere, except
/// that closing punctuation does not begin a line and opening punctuation does not end one (JIS X
/// 4051 and GB/T 15834 agree on this much).
package enum Wrapping {
  /// - Parameter width: columns; at least two are used, so that a Han character fits.
  package static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { paragraph($0, width: max(2, width)) }
  }

  /// What must stand on one line: a word, or a Han character with its punctuation.
  private struct Piece {
    var text: String
    var columns: Int
    let spacesBefore: Int
  }

  private static func paragraph(_ text: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for (index, piece) in pieces(text).enumerated() {
      let spaces = line.isEmpty && index > 0 ? 0 : min(piece.spacesBefore, width)
      if used + spaces + piece.columns <= width {
        line += String(repeating: " ", count: spaces) + piece.text
        used += spaces + piece.columns
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var rest = Substring(piece.text)
      while DisplayWidth.of(rest) > width {
        let head = DisplayWidth.prefix(of: rest, columns: width)
        lines.append(head)
        rest = rest.dropFirst(head.count)
      }
      line = String(rest)
      used = DisplayWidth.of(line)
    }
    lines.append(line)
    return lines
  }

  private static func pieces(_ text: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var spaces = 0
    var lastColumns = 0
    var lastOpens = false
    for character in text {
      if character == " " {
        spaces += 1
        continue
      }
      let columns = DisplayWidth.of(character)
      let belongs = lastOpens || closing.contains(character) || (columns < 2 && lastColumns < 2)
      if belongs, spaces == 0, var last = pieces.popLast() {
        last.text.append(character)
        last.columns += columns
        pieces.append(last)
      } else {
        pieces.append(Piece(text: String(character), columns: columns, spacesBefore: spaces))
      }
      spaces = 0
      lastColumns = columns
      lastOpens = opening.contains(character)
    }
    return pieces
  }

  private static let closing = Set<Character>("，。、；：！？）」』》〉】〕”’…—％,.;:!?)]}%")
  private static let opening = Set<Character>("（「『《〈【〔“‘([{")
}
