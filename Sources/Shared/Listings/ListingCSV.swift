import TextFormats
package import Wording

extension Listing {
  /// UTF-8 with a byte-order mark, without which Excel takes Chinese for another encoding; CRLF; headings
  /// first. Cells of words and codes are guarded against being read as formulas, typed ones need no guard:
  /// −5 stays a number. Moments are on the wall clock of their zone, so that spreadsheets read them as times.
  ///
  /// What is not known is said in words in its cell, and what is missing from the table as a whole in lines
  /// of their own at the end, behind an empty one: a file without them looks complete.
  package func csv(in language: Language) -> [UInt8] {
    let parts = ListingCSV(columns, in: language)
    var bytes = parts.head
    for row in rows { bytes += parts.line(row) }
    return bytes + parts.foot(faults)
  }
}

/// The same bytes a row at a time, for tables that are longer than memory.
package struct ListingCSV: Sendable {
  private let columns: [ListColumn]
  private let language: Language

  package init(_ columns: [ListColumn], in language: Language) {
    self.columns = columns
    self.language = language
  }

  package var head: [UInt8] {
    [0xEF, 0xBB, 0xBF] + CSV.line(columns.map { $0.heading.text(in: language) })
  }

  package func line(_ row: [ListCell]) -> [UInt8] {
    CSV.line(fields: row.map { $0.field(in: language) })
  }

  /// - Parameter faults: what is missing from the table as a whole.
  package func foot(_ faults: [Message]) -> [UInt8] {
    if faults.isEmpty { return [] }
    var bytes = CSV.line(columns.map { _ in "" })
    for fault in faults { bytes += CSV.line([fault.text(in: language)]) }
    return bytes
  }
}

extension ListCell {
  fileprivate func field(in language: Language) -> CSV.Field {
    switch value {
    case .text, .code, .yesNo, .word: .guarded(value.text(in: language))
    case .number, .date, .moment, .month: .plain(value.text(in: language))
    case .percent(let hundredths): .plain("\(hundredths)%")
    case .empty: .plain("")
    case .atLeast(_, let why), .unknown(let why):
      .guarded(value.text(in: language) + ": " + why.text(in: language))
    }
  }
}
