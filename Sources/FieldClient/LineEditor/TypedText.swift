extension String {
  /// What may enter or leave a line: no control characters and no bidirectional overrides; tabs and
  /// line breaks as spaces.
  ///
  /// A terminal in a bad moment delivers escape sequences as text (Home typed while nobody edits);
  /// they must not end up inside a name.
  var withoutControls: String {
    var kept = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: kept.append(" ")
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}

/// The lines of a text of several lines, and when it is complete. Shared by the line editor and the
/// plain reader, so that both end a text alike.
struct LongText {
  private var lines: [String] = []
  private var offered: [String] = []

  init(prefill: String) {
    guard !prefill.isEmpty else { return }
    offered = prefill.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
  }

  /// What stands in the next line before anybody types: an old line, the rest of a paste, nothing.
  var nextOffer: String { offered.first ?? "" }

  /// A line somebody finished.
  /// - Returns: whether it ended the text.
  mutating func add(typed line: String) -> Bool {
    if line.utf8.elementsEqual(".".utf8) { return true }
    guard !offered.isEmpty else {
      guard !line.isEmpty else { return true }
      lines.append(line)
      return false
    }
    let old = offered.removeFirst()
    // An emptied line goes; a line that was empty before is a paragraph's end and stays.
    if !line.isEmpty || old.isEmpty { lines.append(line) }
    return false
  }

  /// Pasted lines never end a text: an empty one is a paragraph's end. The last one is not finished
  /// yet and is offered for the next line.
  mutating func add(pasted: [String]) {
    if !offered.isEmpty { offered.removeFirst() }
    lines.append(contentsOf: pasted.dropLast())
    if let unfinished = pasted.last, !unfinished.isEmpty { offered.insert(unfinished, at: 0) }
  }

  var isEmpty: Bool { lines.isEmpty }

  /// Without empty lines at the end.
  var text: String {
    let kept = lines.reversed().drop { $0.isEmpty }.reversed()
    return kept.joined(separator: "\n")
  }
}
