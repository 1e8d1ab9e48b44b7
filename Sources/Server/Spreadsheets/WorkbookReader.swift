/// Reads workbooks of Office Open XML (`.xlsx`, `.xlsm`), whoever wrote them: shared and inline texts,
/// days by number format, both ways of counting days. Formulas count as what was last computed.
///
/// The parts are found as ECMA-376 part 2 says, by the relations of the file, not by their usual names.
package enum WorkbookReader {
  /// - Parameter bytes: the whole file.
  /// - Throws: `WorkbookFault` when the file as a whole cannot be read. What is wrong with single cells
  ///   is noted in their sheet.
  package static func read(
    _ bytes: [UInt8], limits: WorkbookLimits
  ) throws(WorkbookFault) -> Workbook {
    guard !bytes.isEmpty else { throw .empty }
    guard isZip(bytes) else { throw .notXLSX(isOldExcel(bytes) ? .oldExcel : .unknown) }
    var parts = try ZipParts(bytes, limits: limits)
    let place = try workbookPlace(&parts)
    let book = try part(place, of: &parts, into: WorkbookPart())
    let relations = try optional(
      RelationsPart.place(of: place), of: &parts, into: RelationsPart())
    var setting = SheetPart.Setting(cellsMax: limits.cells)
    setting.countsFrom1904 = book.countsFrom1904
    if let name = relations.part("styles", of: place) {
      setting.styles = try optional(name, of: &parts, into: StylesPart())
    }
    if let name = relations.part("sharedStrings", of: place) {
      setting.shared = try optional(name, of: &parts, into: SharedStringsPart()).texts
    }
    var sheets: [SheetTable] = []
    guard book.sheets.count <= limits.sheets else { throw .tooManyParts(limit: limits.sheets) }
    for sheet in book.sheets {
      guard let relation = relations.relations[sheet.relation] else {
        throw .missing(part: sheet.name)
      }
      // A chart, a dialogue or a sheet of macros has no cells.
      guard relation.kind == "worksheet" else { continue }
      let read = try part(
        RelationsPart.name(relation.target, from: place), of: &parts, into: SheetPart(setting))
      setting.cellsMax -= read.cellCount
      sheets.append(table(sheet, read))
    }
    return Workbook(sheets: sheets)
  }

  /// Whether a file begins as a zip archive does, as every `.xlsx` must.
  package static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Whether a file begins as those of Excel before 2007 and workbooks with a password do.
  package static func isOldExcel(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  private static func workbookPlace(_ parts: inout ZipParts) throws(WorkbookFault) -> String {
    let root = try optional("_rels/.rels", of: &parts, into: RelationsPart())
    let place = root.part("officeDocument", of: "") ?? "xl/workbook.xml"
    if place.utf8.suffix(4).elementsEqual(".bin".utf8) { throw .notXLSX(.binaryExcel) }
    guard parts.has(place) else {
      if parts.has("content.xml") { throw .notXLSX(.openDocument) }
      throw .notXLSX(.otherZip)
    }
    // The document of another program has the same way in, but no workbook behind it.
    guard
      place.utf8.suffix(13).elementsEqual("/workbook.xml".utf8) || !parts.has("word/document.xml")
    else { throw .notXLSX(.otherZip) }
    return place
  }

  private static func part<Content: PartContent>(
    _ name: String, of parts: inout ZipParts, into content: Content
  ) throws(WorkbookFault) -> Content {
    guard let bytes = try parts.part(name) else { throw .missing(part: name) }
    return try XMLPart.read(bytes, name, into: content)
  }

  /// A part that a workbook may do without.
  private static func optional<Content: PartContent>(
    _ name: String, of parts: inout ZipParts, into content: Content
  ) throws(WorkbookFault) -> Content {
    guard let bytes = try parts.part(name) else { return content }
    return try XMLPart.read(bytes, name, into: content)
  }

  private static func table(_ sheet: WorkbookPart.Sheet, _ read: SheetPart) -> SheetTable {
    let rows = inOrder(read.rows)
    var notes = read.notes + SheetText.warnings(rows)
    if sheet.isHidden { notes.append(SheetNote(.hiddenSheet, at: SheetPlace(row: 0, column: 0))) }
    return SheetTable(
      name: sheet.name, isHidden: sheet.isHidden, rows: rows,
      notes: notes, dropped: read.dropped)
  }

  /// Rows by number; a row that comes twice is put together, its first cells stand.
  private static func inOrder(_ rows: [SheetRow]) -> [SheetRow] {
    guard zip(rows, rows.dropFirst()).contains(where: { $0.number >= $1.number }) else {
      return rows
    }
    var byNumber: [Int: SheetRow] = [:]
    for row in rows {
      guard let first = byNumber[row.number] else {
        byNumber[row.number] = row
        continue
      }
      let cells = first.cells + row.cells.filter { first[$0.place.column] == nil }
      byNumber[row.number] = SheetRow(
        number: row.number, cells: cells.sorted { $0.place < $1.place },
        isHidden: first.isHidden || row.isHidden)
    }
    return byNumber.values.sorted { $0.number < $1.number }
  }
}
