import Listings
import Readings
import Wording

/// What is looked for, read once in every way in which a search reads it.
struct SearchTerms: Sendable {
  /// Rows that a table of results has at most.
  static let rowsMax = 50

  /// As it was typed.
  let text: String
  let name: ReadingQuery?
  let unit: UnitQuery?

  /// - Throws: for a text that is longer than any name.
  init(_ text: String) throws(ListFault) {
    guard text.utf8.count <= ListQuestion.textBytesMax else {
      throw .tooLong("q", bytesMax: ListQuestion.textBytesMax)
    }
    self.text = text
    name = ReadingQuery(text)
    unit = UnitQuery(text)
  }

  /// Whether there is anything to look for in it.
  var isEmpty: Bool { name == nil && unit == nil }

  /// The best way in which a name answers.
  func match(_ name: String) -> ReadingMatch? {
    self.name.flatMap { Reading(of: name).match($0) }
  }
}

/// What was found, best first, and what is to be said of what was not.
struct Hits<Row> {
  private(set) var rows: [Row]
  private(set) var faults: [Message]

  /// Cuts off what is too much, and says so.
  init(_ rows: [Row], faults: [Message] = []) {
    let isMore = rows.count > SearchTerms.rowsMax
    self.rows = isMore ? Array(rows.prefix(SearchTerms.rowsMax)) : rows
    self.faults = faults + (isMore ? [Message(.searchMore, ["\(SearchTerms.rowsMax)"])] : [])
  }
}
