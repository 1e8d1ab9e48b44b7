/// A file that somebody handed in as a table: a workbook or a text, told apart by its first bytes and
/// never by its name.
package struct ReadBook: Hashable, Sendable {
  /// Nothing for a workbook.
  package let encoding: TextEncoding?
  package let otherEncodings: [TextEncoding]
  /// At least one; a text has exactly one, without a name.
  package let sheets: [SheetTable]

  /// - Parameter encoding: the person's choice for a text; a workbook has no use for it.
  /// - Throws: `WorkbookFault`, whose `message` says what to do.
  package init(
    _ file: [UInt8], as encoding: TextEncoding? = nil, limits: WorkbookLimits
  ) throws(WorkbookFault) {
    if WorkbookReader.isZip(file) || WorkbookReader.isOldExcel(file) {
      sheets = try WorkbookReader.read(file, limits: limits).sheets
      self.encoding = nil
      otherEncodings = []
      guard !sheets.isEmpty else { throw .empty }
    } else {
      let text = try Self.text(file, encoding, limits)
      sheets = [text.table]
      self.encoding = text.encoding
      otherEncodings = text.otherEncodings
    }
  }
  /// One torn row does not cost the others, where the rest is UTF-8.
  private static func text(
    _ file: [UInt8], _ encoding: TextEncoding?, _ limits: WorkbookLimits
  ) throws(WorkbookFault) -> TextSheet {
    do {
      return try TextSheet(file, as: encoding, limits: limits)
    } catch .noText(let tried, let line) {
      if encoding == nil || encoding == .utf8,
        let mostly = try TextSheet(mostlyUTF8: file, limits: limits)
      {
        return mostly
      }
      throw .noText(tried, line: line)
    }
  }
}
