import SeededRandom

/// What a line should hold after some keys.
struct EditedLine {
  private var scalars: [Unicode.Scalar] = []
  private var cursor = 0

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  mutating func press(using random: inout SplitMix64) -> String {
    switch random.next() % 24 {
    case 0:
      cursor = max(0, cursor - 1)
      return Key.left
    case 1:
      cursor = min(scalars.count, cursor + 1)
      return Key.right
    case 2:
      cursor = 0
      return Key.home
    case 3:
      cursor = scalars.count
      return Key.end
    case 4, 5, 8:
      guard cursor > 0 else { return Key.left }
      cursor -= 1
      scalars.remove(at: cursor)
      return Key.backspace
    case 6, 9:
      guard cursor < scalars.count else { return Key.right }
      scalars.remove(at: cursor)
      return Key.delete
    case 10 where random.next() % 4 == 0:
      scalars.removeLast(scalars.count - cursor)
      return "\u{0B}"
    case 11 where random.next() % 4 == 0:
      scalars = []
      cursor = 0
      return "\u{15}"
    default:
      let letters: [Unicode.Scalar] = ["陳", "大", "文", "明", "A", "1", "·", "，"]
      let typed = letters[Int(random.next() % UInt64(letters.count))]
      scalars.insert(typed, at: cursor)
      cursor += 1
      return String(Character(typed))
    }
  }
}
