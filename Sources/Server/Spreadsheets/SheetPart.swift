import VisitModel

/// The part of one sheet: its cells, and what is odd about them.
struct SheetPart: PartContent {
  /// What is the same for all sheets of the workbook.
  struct Setting {
    var shared: [String] = []
    var styles = StylesPart()
    var countsFrom1904 = false
    var cellsMax: Int
  }

  /// A cell as the XML has it, before its value is understood.
  private struct RawCell {
    let place: SheetPlace
    let kind: String
    let style: NumberStyle
    var value = ""
    var hasValue = false
    var isFormula = false
    var runs = TextRuns()
  }

  let setting: Setting
  private(set) var rows: [SheetRow] = []
  private(set) var notes: [SheetNote] = []
  /// Notes that were not even kept, because a broken file can have millions.
  private(set) var dropped = 0
  private(set) var cellCount = 0

  private var rowNumber = 0
  private var isRowHidden = false
  private var column = 0
  private var cells: [SheetCell] = []
  private var cell: RawCell?
  private var isInValue = false

  init(_ setting: Setting) { self.setting = setting }

  mutating func begin(_ element: String, _ attributes: [String: String]) throws(WorkbookFault) {
    switch element {
    case "row":
      // Some writers leave out the numbers and mean the next row.
      rowNumber = attributes["r"].flatMap { Int($0) } ?? rowNumber + 1
      guard (1...SheetPlace.rowsMax).contains(rowNumber) else {
        throw .damaged(part: "row \(attributes["r"] ?? "")")
      }
      isRowHidden = XMLValue.isTrue(attributes["hidden"])
      (column, cells) = (0, [])
    case "c":
      let named = attributes["r"].flatMap { SheetPlace($0) }
      column = named?.column ?? column + 1
      guard column <= SheetPlace.columnsMax else {
        throw .damaged(part: "row \(rowNumber)")
      }
      cell = RawCell(
        place: SheetPlace(row: rowNumber, column: column), kind: attributes["t"] ?? "n",
        style: setting.styles.style(attributes["s"]))
    case "v":
      isInValue = true
      cell?.hasValue = true
    case "f": cell?.isFormula = true
    case "is": cell?.hasValue = true
    case "mergeCell":
      let range = attributes["ref"] ?? ""
      let corner = range.split(separator: ":").first.flatMap { SheetPlace($0) }
      note(.merged(range: range), at: corner ?? SheetPlace(row: 0, column: 0))
    case "col" where XMLValue.isTrue(attributes["hidden"]):
      let first = attributes["min"].flatMap { Int($0) } ?? 1
      note(.hiddenColumn, at: SheetPlace(row: 0, column: first))
    default: break
    }
    cell?.runs.begin(element)
  }

  mutating func text(_ piece: String) {
    if isInValue { cell?.value += piece } else { cell?.runs.text(piece) }
  }

  mutating func end(_ element: String) throws(WorkbookFault) {
    cell?.runs.end(element)
    switch element {
    case "v": isInValue = false
    case "c":
      guard let raw = cell else { return }
      cell = nil
      let noted = notes.count
      let read = read(raw)
      // What stands there and cannot be read is no empty cell.
      guard read != nil || notes.count > noted else { return }
      cellCount += 1
      guard cellCount <= setting.cellsMax else { throw .tooManyCells(limit: setting.cellsMax) }
      if let read { cells.append(read) }
    case "row": endRow()
    default: break
    }
  }

  private mutating func endRow() {
    guard !cells.isEmpty else { return }
    let isInOrder = zip(cells, cells.dropFirst()).allSatisfy { $0.place < $1.place }
    if !isInOrder {
      // Stable, so that of two cells at one place the first of the file stands.
      let order = cells.enumerated().sorted {
        ($0.element.place.column, $0.offset) < ($1.element.place.column, $1.offset)
      }
      cells = []
      for (_, cell) in order {
        if cells.last?.place == cell.place {
          note(.cellTwice, at: cell.place)
        } else {
          cells.append(cell)
        }
      }
    }
    if isRowHidden { note(.hiddenRow, at: SheetPlace(row: rowNumber, column: 0)) }
    rows.append(SheetRow(number: rowNumber, cells: cells, isHidden: isRowHidden))
  }

  private mutating func note(_ matter: SheetNote.Matter, at place: SheetPlace) {
    // One kind of fault must not push out the others, so that far more are kept than are shown; what leaves a
    // gap is kept always, and there are no more of these than cells are allowed.
    if matter.leavesGap || notes.count < 50 * SheetTable.notesMax {
      notes.append(SheetNote(matter, at: place))
    } else {
      dropped += 1
    }
  }

  /// - Returns: nothing for an empty cell and for one that cannot be read, which is noted.
  private mutating func read(_ raw: RawCell) -> SheetCell? {
    // Some writers put an empty `<v/>` behind a formula that they did not compute.
    guard raw.hasValue, !raw.isFormula || raw.kind == "str" || !raw.value.utf8.isEmpty else {
      if raw.isFormula { note(.formulaWithoutValue, at: raw.place) }
      return nil
    }
    switch raw.kind {
    case "s":
      guard let index = Int(raw.value), setting.shared.indices.contains(index) else {
        return unreadable(raw)
      }
      return textCell(setting.shared[index], at: raw.place)
    case "inlineStr": return textCell(XMLValue.unescaped(raw.runs.joined), at: raw.place)
    case "str": return textCell(XMLValue.unescaped(raw.value), at: raw.place)
    case "b":
      guard ["0", "1", "true", "false"].contains(raw.value) else { return unreadable(raw) }
      return SheetCell(
        place: raw.place, kind: .yesNo, text: XMLValue.isTrue(raw.value) ? "true" : "false")
    case "e":
      note(.errorValue(String(raw.value.unicodeScalars.prefix(20))), at: raw.place)
      return nil
    case "d": return isoCell(raw)
    case "n": return numberCell(raw)
    default: return unreadable(raw)
    }
  }

  private mutating func unreadable(_ raw: RawCell) -> SheetCell? {
    note(.unreadable(value: String(raw.value.unicodeScalars.prefix(40))), at: raw.place)
    return nil
  }

  private mutating func textCell(_ text: String, at place: SheetPlace) -> SheetCell? {
    guard let text = SheetText.plain(text) else {
      note(.controlCharacter, at: place)
      return nil
    }
    guard !text.utf8.isEmpty else { return nil }
    if NumberText.isScientific(text) { note(.digitsMayBeLost(value: text), at: place) }
    return SheetCell(place: place, kind: .text, text: text)
  }

  /// A day or moment spelled out, `2026-09-28T14:30:00`, as few programs write it.
  private mutating func isoCell(_ raw: RawCell) -> SheetCell? {
    let halves = raw.value.split(separator: "T", maxSplits: 1)
    guard let day = halves.first.flatMap({ CivilDate($0) }) else { return unreadable(raw) }
    guard halves.count == 2, raw.style != .date else {
      return SheetCell(place: raw.place, kind: .date, text: day.description)
    }
    guard let instant = Instant("\(day)T" + halves[1], defaultZone: .utc) else {
      return unreadable(raw)
    }
    let second = Int(
      (instant.millisecondsSince1970 - day.startOfDay(in: .utc).millisecondsSince1970) / 1000)
    guard (0..<86_400).contains(second) else { return unreadable(raw) }
    return SheetCell(
      place: raw.place, kind: .moment, text: "\(day) " + SerialDay.clock(second))
  }

  private mutating func numberCell(_ raw: RawCell) -> SheetCell? {
    if raw.value.utf8.isEmpty { return nil }
    guard let number = NumberText(raw.value) else { return unreadable(raw) }
    switch raw.style {
    case .plain: break
    case .filled(let digits):
      guard let shown = number.filled(to: digits) else { break }
      note(.zerosFilled(shown: shown), at: raw.place)
      return SheetCell(place: raw.place, kind: .number, text: shown)
    case .date, .moment, .time, .dayOrTime: return dayCell(raw, number)
    }
    if number.isBeyondDigits { note(.digitsMayBeLost(value: number.text), at: raw.place) }
    return SheetCell(place: raw.place, kind: .number, text: number.text)
  }

  private mutating func dayCell(_ raw: RawCell, _ number: NumberText) -> SheetCell? {
    let isTime = raw.style == .time || raw.style == .dayOrTime && number.value < 1
    if isTime, (0..<10_000).contains(number.value) {
      let second = Int((number.value * 86_400).rounded())
      return SheetCell(place: raw.place, kind: .time, text: SerialDay.clock(second))
    }
    guard let found = SerialDay.moment(number.value, from1904: setting.countsFrom1904) else {
      note(.noDate(value: number.text), at: raw.place)
      return nil
    }
    if raw.style == .moment || isTime {
      return SheetCell(
        place: raw.place, kind: .moment, text: "\(found.date) " + SerialDay.clock(found.second))
    }
    return SheetCell(place: raw.place, kind: .date, text: found.date.description)
  }
}
