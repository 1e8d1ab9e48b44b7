/// As much of a terminal as line editors use: printing with wide characters, cursor movement,
/// inserting, deleting and erasing, scrolling. Half of an overwritten wide character becomes blank,
/// as in real terminals.
struct Screen: Sendable {
  private let columns: Int
  private var cells: [[Cell]]
  private var row = 0
  private var column = 0
  private var insertsCells = false
  private var unread: [UInt8] = []

  private enum Cell: Hashable, Sendable { case blank, scalar(Unicode.Scalar), rightHalf }

  init(columns: Int, rows: Int) {
    self.columns = columns
    cells = Array(repeating: Array(repeating: .blank, count: columns), count: rows)
  }

  /// Without blanks at the end.
  var cursorRow: String { text(of: row) }

  /// All rows run together, as a line is read that goes on over the margin.
  var text: String { cells.indices.map { text(of: $0) }.joined() }

  private func text(of row: Int) -> String {
    var line = String.UnicodeScalarView()
    for cell in cells[row] {
      switch cell {
      case .blank: line.append(" ")
      case .scalar(let scalar): line.append(scalar)
      case .rightHalf: continue
      }
    }
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  mutating func show(_ bytes: some Sequence<UInt8>) {
    unread += bytes
    while let used = showOne() { unread.removeFirst(used) }
  }

  /// - Returns: how many bytes it took; nothing when the next thing has not fully arrived.
  private mutating func showOne() -> Int? {
    guard let first = unread.first else { return nil }
    switch first {
    case 0x1B: return escape()
    // A full row leaves the cursor on its last column until the next character.
    case 0x08: column = max(0, min(column, columns - 1) - 1)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: column = 0
    case 0x00...0x1F, 0x7F: break
    default: return scalar(first)
    }
    return 1
  }

  private mutating func scalar(_ first: UInt8) -> Int? {
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard unread.count >= length else { return nil }
    if let scalar = String(decoding: unread.prefix(length), as: UTF8.self).unicodeScalars.first {
      put(scalar)
    }
    return length
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = (0x2E80...0xFF60).contains(scalar.value) ? 2 : 1
    if column + width > columns {
      column = 0
      lineFeed()
    }
    if insertsCells { insert(width) }
    for offset in 0..<width {
      blankOtherHalf(column + offset)
      cells[row][column + offset] = offset == 0 ? .scalar(scalar) : .rightHalf
    }
    column += width
  }

  private mutating func blankOtherHalf(_ at: Int) {
    if cells[row][at] == .rightHalf, at > 0 { cells[row][at - 1] = .blank }
    if at + 1 < columns, cells[row][at + 1] == .rightHalf { cells[row][at + 1] = .blank }
  }

  private mutating func lineFeed() {
    if row + 1 < cells.count {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: .blank, count: columns))
    }
  }

  private mutating func insert(_ count: Int) {
    cells[row].insert(contentsOf: Array(repeating: .blank, count: count), at: column)
    cells[row].removeLast(count)
  }

  private mutating func escape() -> Int? {
    guard unread.count >= 2 else { return nil }
    guard unread[1] == UInt8(ascii: "[") else { return 2 }
    guard let end = unread.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return nil
    }
    let parameters = String(decoding: unread[2..<end], as: UTF8.self)
    let number = Int(parameters)
    let count = min(number ?? 1, columns)
    let at = min(column, columns - 1)
    switch Character(Unicode.Scalar(unread[end])) {
    case "A": row = max(0, row - count)
    case "B": row = min(cells.count - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, at - count)
    case "G": column = count - 1
    case "K": erase(from: at)
    case "J":
      erase(from: at)
      for below in cells.indices where below > row {
        cells[below] = Array(repeating: .blank, count: columns)
      }
    case "@": insert(min(count, columns - at))
    case "P":
      let removed = min(count, columns - at)
      cells[row].removeSubrange(at..<at + removed)
      cells[row] += Array(repeating: .blank, count: removed)
    case "h" where parameters == "4": insertsCells = true
    case "l" where parameters == "4": insertsCells = false
    default: break
    }
    return end + 1
  }

  private mutating func erase(from start: Int) {
    for index in start..<columns { cells[row][index] = .blank }
  }
}
