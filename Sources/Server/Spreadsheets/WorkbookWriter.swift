import CXLSXWriter
import Foundation
package import Listings
package import VisitModel
package import Wording

/// Writes tables into a workbook on the disk (libxlsxwriter), a row at a time and in little memory.
///
/// Types are kept: numbers, shares, days and moments as such, everything that somebody typed as text, so
/// that `=1+1` and `0301` stay what they are. What is not known is said in words, in italics, and is never
/// 0. The heading stays in sight, can be filtered by, and columns are as wide as their texts.
///
/// Blocks its thread. While it writes, parts lie in a folder of their own beside the target, readable by
/// the owner alone; the target appears under its name at once but is whole only after `finish`.
package struct WorkbookWriter: ~Copyable {
  /// How the workbook ended.
  package struct Written: Hashable, Sendable {
    /// Of the tables, without headings.
    package let rows: Int
    /// Texts longer than the 32,767 characters that a cell can hold; they end in `…[cut]`.
    package let cutTexts: Int
  }

  private let path: String
  private let scratch: ScratchFolder
  private let language: Language
  private let book: OpaqueBook
  private let formats: BookFormats
  private var names: [String] = []
  private var sheets: [OpenSheet] = []
  private var remarks: [(place: String, message: Message)] = []
  private var moreRemarks = 0
  private var rows = 0
  private var cutTexts = 0
  private var isClosed = false

  /// Remarks that the sheet of notes repeats.
  private static let remarksMax = 1_000

  /// - Parameters:
  ///   - path: of a file that is not there yet, in a folder of the owner's.
  ///   - language: of headings and words.
  ///   - title: what the document calls itself.
  ///   - made: written into the file; equal tables made at one moment are equal bytes.
  /// - Throws: `WorkbookWriteFault` when the file cannot be made.
  package init(
    path: String, language: Language, title: String, made: Instant
  ) throws(WorkbookWriteFault) {
    let begun = try Self.begun(path, title: title, made: made)
    self.path = path
    self.language = language
    scratch = begun.scratch
    book = begun.book
    formats = begun.formats
  }

  /// - Throws: `WorkbookWriteFault`; nothing is left on the disk then, and nothing of another's is touched.
  private static func begun(
    _ path: String, title: String, made: Instant
  ) throws(WorkbookWriteFault) -> (
    scratch: ScratchFolder, book: OpaqueBook, formats: BookFormats
  ) {
    let scratch = try ScratchFolder(beside: path)
    do throws(WorkbookWriteFault) {
      try makeEmpty(path)
    } catch {
      scratch.remove()
      throw error
    }
    do throws(WorkbookWriteFault) {
      let book = try OpaqueBook(path: path, scratch: scratch.path, title: title, made: made)
      do throws(WorkbookWriteFault) {
        return (scratch, book, try BookFormats(book))
      } catch {
        _ = book.close()
        throw error
      }
    } catch {
      unlink(path)
      scratch.remove()
      throw error
    }
  }

  deinit {
    guard !isClosed else { return }
    // Only closing gives back what the library holds; what it wrote is no whole table and goes away.
    _ = book.close()
    unlink(path)
    scratch.remove()
  }

  /// Begins the next sheet; the rows that follow are its rows.
  /// - Parameter title: shortened and cleaned as tabs of sheets need it.
  package mutating func begin(
    _ title: Message, _ columns: [ListColumn]
  ) throws(WorkbookWriteFault) {
    try begin(title.text(in: language), columns.map { $0.heading.text(in: language) })
  }

  /// - Parameter row: as many cells as there are columns.
  package mutating func write(_ row: [ListCell]) throws(WorkbookWriteFault) {
    try makeRoom()
    guard let last = sheets.indices.last else { return }
    for (column, cell) in row.enumerated() {
      try put(cell, last, column)
      if let message = cell.remark ?? cell.value.fault { remark(message, last, column) }
    }
    sheets[last].rows += 1
    sheets[last].tableRows += 1
    rows += 1
  }

  /// Says below the rows, behind an empty one, what is missing from the table as a whole.
  package mutating func end(_ faults: [Message]) throws(WorkbookWriteFault) {
    guard let last = sheets.indices.last, !faults.isEmpty else { return }
    try sheets[last].endTable()
    sheets[last].rows += 1
    for fault in faults {
      try makeRoom()
      try put(text: fault.text(in: language), formats.doubt, last, 0, isWide: false)
      sheets[last].rows += 1
    }
  }

  /// A whole table as a sheet.
  package mutating func add(_ listing: Listing) throws(WorkbookWriteFault) {
    try begin(listing.title, listing.columns)
    for row in listing.rows { try write(row) }
    try end(listing.faults)
  }

  /// Adds the sheet of notes, closes the workbook, looks whether all of it lies on the disk, and syncs it.
  ///
  /// - Parameter notes: such as site, month, who made it, when, and by which filter.
  /// - Throws: `WorkbookWriteFault`; the target is gone then.
  package consuming func finish(
    _ notes: [(label: Phrase, value: ListCell)]
  ) throws(WorkbookWriteFault) -> Written {
    try addNotes(notes)
    for sheet in sheets { try sheet.close() }
    let code = book.close()
    isClosed = true
    defer { scratch.remove() }
    do throws(WorkbookWriteFault) {
      if code != LXW_NO_ERROR { throw .library(OpaqueBook.words(code)) }
      try WorkbookCheck.whole(path, rows: sheets.map(\.writtenRows))
    } catch {
      unlink(path)
      throw error
    }
    return Written(rows: rows, cutTexts: cutTexts)
  }

  private mutating func addNotes(
    _ notes: [(label: Phrase, value: ListCell)]
  ) throws(WorkbookWriteFault) {
    try begin(
      Phrase.bookNotes.text(in: language),
      [Phrase.bookNoteWhat.text(in: language), Phrase.bookNoteValue.text(in: language)])
    guard let last = sheets.indices.last else { return }
    for note in notes {
      try put(text: note.label.text(in: language), formats.plain, last, 0)
      try put(note.value, last, 1)
      sheets[last].rows += 1
      sheets[last].tableRows += 1
    }
    var lines = remarks.map { ($0.place, $0.message.text(in: language)) }
    if moreRemarks > 0 {
      lines.append(("…", Phrase.bookMoreRemarks.text(in: language, ["\(moreRemarks)"])))
    }
    if cutTexts > 0 {
      lines.append(("…", Phrase.bookCutTexts.text(in: language, ["\(cutTexts)"])))
    }
    for (place, text) in lines {
      try put(text: place, formats.plain, last, 0)
      try put(text: text, formats.doubt, last, 1)
      sheets[last].rows += 1
      sheets[last].tableRows += 1
    }
  }

  private mutating func begin(
    _ title: String, _ headings: [String]
  ) throws(WorkbookWriteFault) {
    let name = SheetName.name(title, taken: names)
    names.append(name)
    sheets.append(try OpenSheet(book, name: name, columns: headings.count))
    for (column, heading) in headings.enumerated() {
      try put(text: heading, formats.heading, sheets.count - 1, column)
    }
    sheets[sheets.count - 1].rows = 1
  }

  private func makeRoom() throws(WorkbookWriteFault) {
    if let sheet = sheets.last, sheet.rows >= SheetPlace.rowsMax {
      throw .tooManyRows(limit: SheetPlace.rowsMax - 1)
    }
  }

  private mutating func remark(_ message: Message, _ sheet: Int, _ column: Int) {
    let place = SheetPlace(row: sheets[sheet].rows + 1, column: column + 1)
    if remarks.count < Self.remarksMax {
      remarks.append((names[sheet] + "!" + place.description, message))
    } else {
      moreRemarks += 1
    }
  }

  private mutating func put(
    _ cell: ListCell, _ sheet: Int, _ column: Int
  ) throws(WorkbookWriteFault) {
    let text = cell.value.text(in: language)
    switch cell.value {
    case .empty: return
    case .text, .month, .word: try put(text: text, formats.plain, sheet, column)
    case .code: try put(text: text, formats.code, sheet, column)
    // A number keeps 15 digits; more of them are no number to reckon with.
    case .number(let number) where number.magnitude < 1_000_000_000_000_000:
      try sheets[sheet].put(Double(number), formats.plain, column, width: text)
    case .number: try put(text: text, formats.code, sheet, column)
    case .percent(let hundredths):
      try sheets[sheet].put(Double(hundredths) / 100, formats.percent, column, width: text)
    case .date(let date):
      guard let serial = SerialDay.serial(of: date) else {
        return try put(text: text, formats.plain, sheet, column)
      }
      try sheets[sheet].put(Double(serial), formats.date, column, width: text)
    case .moment(let instant, let zone):
      let local = LocalTime(instant, in: zone)
      guard let serial = SerialDay.serial(of: local.date) else {
        return try put(text: text, formats.plain, sheet, column)
      }
      let share = Double(local.minuteOfDay) / 1440
      try sheets[sheet].put(Double(serial) + share, formats.moment, column, width: text)
    case .yesNo(let isSo): try sheets[sheet].put(isSo, column)
    case .atLeast(_, let why), .unknown(let why):
      try put(text: text + ": " + why.text(in: language), formats.doubt, sheet, column)
    }
  }

  /// - Parameter isWide: whether the column grows with the text.
  private mutating func put(
    text: String, _ format: BookFormats.Format, _ sheet: Int, _ column: Int, isWide: Bool = true
  ) throws(WorkbookWriteFault) {
    let written = WrittenText(text)
    if written.isCut { cutTexts += 1 }
    try sheets[sheet].put(written.text, format, column, isWide: isWide)
  }

  /// libxlsxwriter opens its target with the rights the process has for new files; made beforehand it keeps
  /// ours.
  private static func makeEmpty(_ path: String) throws(WorkbookWriteFault) {
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .file(path: path, errno: errno) }
    close(file)
  }
}
