package import Wording

/// One page of a list, and how it lies in the whole.
package struct ListPage: Sendable {
  /// The rows of this page only; all of them for a file.
  package let listing: Listing
  package let question: ListQuestion
  package let offer: ListOffer
  /// Rows that match, over all pages.
  package let total: Int
  /// From 1 to `count`.
  package let number: Int
  /// Pages, at least 1.
  package let count: Int
  /// By key of a column that is a filter: what rows may be chosen by, in order. Of a table in memory the values that
  /// occur in it, whatever is searched now; of another source what the source names.
  package var choices: [String: [ListValue]] = [:]

  package var hasPrevious: Bool { number > 1 }
  package var hasNext: Bool { number < count }
  /// Position of the first row shown, from 1; 0 where there is none.
  package var first: Int { listing.rows.isEmpty ? 0 : (number - 1) * offer.rowsPerPage + 1 }
  package var last: Int { listing.rows.isEmpty ? 0 : first + listing.rows.count - 1 }
}

extension ListPage {
  /// The same page with more said in its rows.
  /// - Parameter rows: as many, in the same order.
  package func showing(_ rows: [[ListCell]]) -> ListPage {
    ListPage(
      listing: listing.with(rows), question: question, offer: offer, total: total, number: number,
      count: count, choices: choices)
  }
}

extension ListQuestion {
  /// Answers from a table that is whole in memory: filters, puts in order, cuts out the page.
  ///
  /// Rows that are equal in the order asked for stay as they came, in both directions; what is empty or
  /// unknown comes last in both.
  /// - Parameter language: of the words that are searched.
  package func answer(
    from listing: Listing, _ offer: ListOffer, in language: Language
  ) -> ListPage {
    let found = ListOrder.sorted(
      listing.rows.filter { matches($0, in: listing, language) }, by: order, in: listing,
      language)
    var page = answer(listing, offer, total: found.count) { Array(found[$0]) }
    for key in offer.filters {
      if let index = listing.column(key) { page.choices[key] = listing.values(of: index, language) }
    }
    return page
  }

  /// Answers from a source that counts first and then gives only the rows shown, such as a query of the
  /// store: filters and order are the source's matter.
  /// - Parameter listing: its columns, title and faults; its rows are not looked at.
  /// - Parameter total: rows that match.
  /// - Parameter rows: those at these positions, from 0, in the order asked for.
  package func answer(
    _ listing: Listing, _ offer: ListOffer, total: Int,
    rows: (Range<Int>) throws -> [[ListCell]]
  ) rethrows -> ListPage {
    let size = offer.rowsPerPage
    let count = file == nil ? max(1, (total + size - 1) / size) : 1
    let number = min(page, count)
    let range = file == nil ? (number - 1) * size..<min(total, number * size) : 0..<total
    return ListPage(
      listing: listing.with(try rows(range)), question: self, offer: offer, total: total,
      number: file == nil ? number : 1, count: count)
  }

  private func matches(_ row: [ListCell], in listing: Listing, _ language: Language) -> Bool {
    for filter in filters {
      guard let index = listing.column(filter.key), row.indices.contains(index),
        row[index].value.filterName?.utf8.elementsEqual(filter.value.utf8) ?? false
      else { return false }
    }
    let sought = FoldedText(text)
    return sought.isEmpty
      || row.contains { FoldedText($0.value.text(in: language)).contains(sought) }
  }
}

extension Listing {
  /// What occurs in a column and can be filtered by, each once, in order.
  fileprivate func values(of column: Int, _ language: Language) -> [ListValue] {
    var seen: Set<[UInt8]> = []
    let values = rows.map { $0[column].value }.filter { value in
      value.filterName.map { seen.insert(Array($0.utf8)).inserted } ?? false
    }
    return values.map { (ListOrder.Key($0, language), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
