import CEditLine

extension LineEditor {
  /// Text between `ESC [ 200 ~` and `ESC [ 201 ~`. Line feeds in it end nothing: one line takes
  /// them as spaces, a long text keeps every line.
  func paste() -> Int32 {
    guard var lines = readPaste() else { return CC_EOF }
    guard takesLines, lines.count > 1 else {
      while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
      insert(lines.joined(separator: " "))
      return CC_REFRESH
    }
    lines[0] = beforeCursor + lines[0]
    lines[lines.count - 1] += afterCursor
    replaceLine(with: lines.removeFirst())
    pastedLines = lines
    el_push(line, "\n")
    return CC_NORM
  }

  /// - Returns: at least one line, or nothing when Ctrl-C says that the paste will never end.
  private func readPaste() -> [String]? {
    let end = Array("\u{1B}[201~".unicodeScalars)
    var scalars: [Unicode.Scalar] = []
    while let scalar = nextScalar() {
      if scalar == "\u{03}" {
        isInterrupted = true
        return nil
      }
      scalars.append(scalar)
      if scalar == "~", scalars.suffix(end.count).elementsEqual(end) {
        scalars.removeLast(end.count)
        break
      }
    }
    return Self.lines(scalars)
  }

  /// While a line is edited the terminal driver swaps CR and LF; a pasted CR LF arrives as LF CR.
  private static func lines(_ scalars: [Unicode.Scalar]) -> [String] {
    var lines = [""]
    var previous: Unicode.Scalar = " "
    for scalar in scalars {
      if scalar == "\n" || scalar == "\r" && previous != "\n" {
        lines.append("")
      } else if scalar != "\r" {
        lines[lines.count - 1].unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return lines.map(\.withoutControls)
  }

  /// Puts in the only completion, or what all of them begin with, or else lists them.
  func complete() -> Int32 {
    let typed = beforeCursor
    let offers = completions(typed).map(\.withoutControls).filter { !$0.isEmpty }
    guard let first = offers.first else {
      show("\u{07}")
      return CC_NORM
    }
    let common = offers.dropFirst().reduce(Array(first.unicodeScalars)) { common, offer in
      zip(common, offer.unicodeScalars).prefix { $0 == $1 }.map(\.0)
    }
    let typedScalars = Array(typed.unicodeScalars)
    if offers.count == 1 || common.count > typedScalars.count && common.starts(with: typedScalars) {
      erase(scalarsBefore: typedScalars.count)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: common)
      insert(String(text))
      return CC_REFRESH
    }
    let shown = offers.prefix(Self.offersShownMax).joined(separator: "  ")
    leaveLine()
    show(shown + (offers.count > Self.offersShownMax ? "  …" : "") + "\n")
    return CC_NORM
  }

  private static let offersShownMax = 20
}
