package import Listings
import VisitModel
import Wording

/// What `$filter` asks of a row, with its names found and its literals of the kind of their columns.
package indirect enum ODataFilter: Hashable, Sendable {
  case and(ODataFilter, ODataFilter)
  case or(ODataFilter, ODataFilter)
  case not(ODataFilter)
  /// - Parameter column: its position.
  case comparison(column: Int, Comparison, ODataValue)
  case text(column: Int, Search, [UInt8])
  /// A column of yes or no by itself.
  case isSo(column: Int)

  package enum Comparison: String, CaseIterable, Sendable { case eq, ne, gt, ge, lt, le }

  package enum Search: String, CaseIterable, Sendable { case contains, startswith, endswith }

  /// Whether a row is asked for. Comparing with nothing is false (OData 4.0, part 2, 5.1.1.1), and a function of
  /// nothing, or an empty yes or no, neither true nor false: such a row is left out.
  package func matches(_ row: [ListCell]) -> Bool { truth(of: row) == true }

  private func truth(of row: [ListCell]) -> Bool? {
    switch self {
    case .and(let a, let b):
      let (left, right) = (a.truth(of: row), b.truth(of: row))
      if left == false || right == false { return false }
      return left == nil || right == nil ? nil : true
    case .or(let a, let b):
      let (left, right) = (a.truth(of: row), b.truth(of: row))
      if left == true || right == true { return true }
      return left == nil || right == nil ? nil : false
    case .not(let a): return a.truth(of: row).map { !$0 }
    case .comparison(let column, let how, let literal):
      return Self.compare(ODataValue(row[column].value), how, literal)
    case .text(let column, let search, let sought):
      guard case .text(let text) = ODataValue(row[column].value) else { return nil }
      return search.finds(sought, in: text)
    case .isSo(let column):
      guard case .bool(let isSo) = ODataValue(row[column].value) else { return nil }
      return isSo
    }
  }

  private static func compare(
    _ value: ODataValue, _ how: Comparison, _ literal: ODataValue
  ) -> Bool? {
    switch how {
    case .eq: return value == literal
    case .ne: return value != literal
    default: break
    }
    if value == .null || literal == .null { return false }
    switch how {
    case .gt: return literal < value
    case .ge: return !(value < literal)
    case .lt: return value < literal
    case .le: return !(literal < value)
    case .eq, .ne: return nil
    }
  }
}

extension ODataFilter.Search {
  fileprivate func finds(_ sought: [UInt8], in text: [UInt8]) -> Bool {
    switch self {
    case .startswith: return text.starts(with: sought)
    case .endswith: return text.suffix(sought.count).elementsEqual(sought)
    case .contains:
      guard let first = sought.first else { return true }
      guard text.count >= sought.count else { return false }
      return (0...(text.count - sought.count)).contains {
        text[$0] == first && text[$0..<($0 + sought.count)].elementsEqual(sought)
      }
    }
  }
}

/// A value as OData compares it. Values of one column are of one kind, or null.
package enum ODataValue: Hashable, Comparable, Sendable {
  case null
  case bool(Bool)
  case number(Int64)
  /// Days since 1970-01-01.
  case date(Int)
  /// Milliseconds since 1970-01-01.
  case moment(Int64)
  /// UTF-8, compared byte by byte.
  case text([UInt8])

  /// What is not known, or only in part, is null: nothing is put in its place.
  package init(_ value: ListValue) {
    switch value {
    case .text(let text), .code(let text): self = .text(Array(text.utf8))
    case .number(let number), .percent(let number): self = .number(Int64(number))
    case .date(let date): self = .date(date.daysSince1970)
    case .moment(let instant, _): self = .moment(instant.millisecondsSince1970)
    case .month(let month): self = .text(Array(month.description.utf8))
    case .yesNo(let isSo): self = .bool(isSo)
    case .word(let phrase): self = .text(Array(phrase.name.utf8))
    case .empty, .atLeast, .unknown: self = .null
    }
  }

  /// Null is smallest (OData 4.0, 11.2.6.2).
  package static func < (a: ODataValue, b: ODataValue) -> Bool {
    switch (a, b) {
    case (.bool(let a), .bool(let b)): !a && b
    case (.number(let a), .number(let b)), (.moment(let a), .moment(let b)): a < b
    case (.date(let a), .date(let b)): a < b
    case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
    case (.null, let b): b != .null
    default: false
    }
  }
}

/// The primitive types of OData, as far as columns need them.
enum ODataType: String, Sendable {
  case string = "Edm.String"
  case int64 = "Edm.Int64"
  case boolean = "Edm.Boolean"
  case date = "Edm.Date"
  case moment = "Edm.DateTimeOffset"

  init(_ kind: ListColumn.Kind) {
    switch kind {
    case .text, .code, .month, .word: self = .string
    case .number, .percent: self = .int64
    case .date: self = .date
    case .moment: self = .moment
    case .yesNo: self = .boolean
    }
  }

  /// Whether a column of this type may be compared with a value.
  func compares(with value: ODataValue) -> Bool {
    switch (self, value) {
    case (_, .null), (.string, .text), (.int64, .number), (.boolean, .bool), (.date, .date),
      (.moment, .moment):
      true
    default: false
    }
  }
}
