package import Wording

/// How far some long work has come; shown on standard error, and only on a terminal.
package struct Progress: Hashable, Sendable {
  package let label: Message
  package let done: Int
  /// Nothing while the amount is not known.
  package let total: Int?

  package init(_ label: Message, done: Int, total: Int?) {
    self.label = label
    self.done = done
    self.total = total
  }

  /// Whole percent, rounded down, so that 100 means finished; nothing without a total.
  package var percent: Int? {
    guard let total, total > 0 else { return nil }
    let share = min(max(done, 0), total).multipliedFullWidth(by: 100)
    return total.dividingFullWidth(share).quotient
  }

  /// `label  12/40  30%`, cut to the width of the terminal.
  package func text(_ language: Language, width: Int) -> String {
    let amount =
      if let total, let percent { "\(done)/\(total)  \(percent)%" } else { "\(done)" }
    let room = max(0, width - DisplayWidth.of(amount) - 2)
    let name = DisplayWidth.truncated(TerminalText.line(label.text(in: language)), to: room)
    return DisplayWidth.truncated("\(name)  \(amount)", to: width)
  }

  /// The same, written over the line the cursor is on. One column stays free, so that no terminal
  /// wraps.
  package func overwriting(_ language: Language, width: Int) -> String {
    "\r" + text(language, width: max(1, width - 1)) + "\u{1B}[K"
  }

  /// Removes the line that `overwriting` left.
  package static let erasing = "\r\u{1B}[K"
}
