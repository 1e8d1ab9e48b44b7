import CXLSXWriter
import Console
import Foundation
import VisitModel

/// A workbook of libxlsxwriter. Closed exactly once, by its one owner.
struct OpaqueBook {
  let pointer: UnsafeMutablePointer<lxw_workbook>

  /// - Parameter scratch: where parts lie until the workbook is closed.
  init(
    path: String, scratch: String, title: String, made: Instant
  ) throws(WorkbookWriteFault) {
    let opened = scratch.withMutableCString { folder in
      // Strings go into the sheet as they come instead of into a table in memory.
      var options = lxw_workbook_options(constant_memory: 1, tmpdir: folder, use_zip64: 0)
      return workbook_new_opt(path, &options)
    }
    guard let opened else { throw .library("workbook_new_opt") }
    pointer = opened
    let code = WrittenText.plain(title).withMutableCString { title in
      var properties = lxw_doc_properties()
      properties.title = title
      properties.created = time_t(made.millisecondsSince1970 / 1000)
      return workbook_set_properties(opened, &properties)
    }
    guard code == LXW_NO_ERROR else {
      _ = close()
      throw .library(Self.words(code))
    }
  }

  func close() -> lxw_error { workbook_close(pointer) }

  static func words(_ code: lxw_error) -> String {
    lxw_strerror(code).map { String(cString: $0) } ?? "\(code.rawValue)"
  }

  static func check(_ code: lxw_error) throws(WorkbookWriteFault) {
    guard code == LXW_NO_ERROR else { throw .library(words(code)) }
  }
}

extension String {
  /// For C functions that take their texts without `const` and copy them.
  fileprivate func withMutableCString<Result>(
    _ body: (UnsafeMutablePointer<CChar>?) -> Result
  ) -> Result {
    var bytes = utf8CString
    return bytes.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}

/// How cells look.
struct BookFormats {
  typealias Format = UnsafeMutablePointer<lxw_format>

  let plain: Format
  let heading: Format
  /// Text that stays text when somebody edits it.
  let code: Format
  let date: Format
  let moment: Format
  let percent: Format
  /// What is not known, or not wholly.
  let doubt: Format

  init(_ book: OpaqueBook) throws(WorkbookWriteFault) {
    func make() throws(WorkbookWriteFault) -> Format {
      guard let format = workbook_add_format(book.pointer) else { throw .library("format") }
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      return format
    }
    plain = try make()
    heading = try make()
    code = try make()
    date = try make()
    moment = try make()
    percent = try make()
    doubt = try make()
    format_set_bold(heading)
    format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_num_format(code, "@")
    format_set_num_format(date, "yyyy-mm-dd")
    format_set_num_format(moment, "yyyy-mm-dd hh:mm")
    format_set_num_format(percent, "0%")
    format_set_italic(doubt)
    format_set_font_color(doubt, 0x595959)
  }
}

/// A sheet that is being written.
struct OpenSheet {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  /// In terminal columns, the widest text of each column so far.
  private var widths: [Int]
  /// Rows begun, with the heading and the empty ones.
  var rows = 0
  /// Rows below the heading that can be filtered by.
  var tableRows = 0
  /// Rows with at least one cell.
  private(set) var writtenRows = 0
  private var lastWritten = -1
  private var hasFilter = false

  /// A sheet's column is never narrower or wider than this, in characters.
  private static let widthsAllowed = 8...60

  init(_ book: OpaqueBook, name: String, columns: Int) throws(WorkbookWriteFault) {
    guard let sheet = workbook_add_worksheet(book.pointer, name) else {
      throw .library("sheet \(name)")
    }
    self.sheet = sheet
    widths = [Int](repeating: 0, count: columns)
  }

  mutating func put(
    _ text: String, _ format: BookFormats.Format, _ column: Int, isWide: Bool
  ) throws(WorkbookWriteFault) {
    try OpaqueBook.check(
      worksheet_write_string(sheet, UInt32(rows), UInt16(column), text, format))
    // An empty text with a format is a blank cell, which is a cell all the same.
    took(column, width: isWide ? text : "")
  }

  /// - Parameter width: the number as it is shown.
  mutating func put(
    _ number: Double, _ format: BookFormats.Format, _ column: Int, width: String
  ) throws(WorkbookWriteFault) {
    try OpaqueBook.check(
      worksheet_write_number(sheet, UInt32(rows), UInt16(column), number, format))
    took(column, width: width)
  }

  mutating func put(_ isSo: Bool, _ column: Int) throws(WorkbookWriteFault) {
    try OpaqueBook.check(
      worksheet_write_boolean(sheet, UInt32(rows), UInt16(column), isSo ? 1 : 0, nil))
    took(column, width: "FALSE")
  }

  /// Makes the rows so far filterable; in order, because the library goes back to no row.
  mutating func endTable() throws(WorkbookWriteFault) {
    try filter()
    hasFilter = true
  }

  private func filter() throws(WorkbookWriteFault) {
    guard !widths.isEmpty else { return }
    try OpaqueBook.check(
      worksheet_autofilter(sheet, 0, 0, UInt32(tableRows), UInt16(widths.count - 1)))
  }

  /// Widths, frozen heading, filter and the look on paper.
  func close() throws(WorkbookWriteFault) {
    for (column, width) in widths.enumerated() {
      // Two more, so that the button of the filter hides no letter.
      let allowed = min(
        max(width + 2, Self.widthsAllowed.lowerBound), Self.widthsAllowed.upperBound)
      try OpaqueBook.check(
        worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(allowed), nil))
    }
    worksheet_freeze_panes(sheet, 1, 0)
    if !hasFilter { try filter() }
    try OpaqueBook.check(worksheet_repeat_rows(sheet, 0, 0))
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, Self.a4)
    // As wide as one page, as long as it takes.
    worksheet_fit_to_pages(sheet, 1, 0)
  }

  private static let a4: UInt8 = 9

  private mutating func took(_ column: Int, width text: String) {
    if lastWritten != rows { (writtenRows, lastWritten) = (writtenRows + 1, rows) }
    guard widths.indices.contains(column) else { return }
    let widest = Self.widthsAllowed.upperBound
    guard widths[column] < widest else { return }
    for line in text.split(separator: "\n") where !line.utf8.isEmpty {
      // A long text cannot make its column wider than `widest`.
      let shown = line.utf8.count > 8 * widest ? line.prefix(widest) : line
      widths[column] = max(widths[column], min(widest, DisplayWidth.of(shown)))
    }
  }
}
