import Listings
import VisitModel
import Wording

/// One page of a list as a page shows it: the table with its headings as links, how many rows there are, the
/// way to the other pages, a search, and the files.
struct ListView {
  let page: ListPage
  let say: Words
  /// Of the page, encoded, without its query.
  let path: String

  /// A search pays where a table is longer than a look.
  private static let searchRowsMin = 11

  private var question: ListQuestion { page.question }
  private var listing: Listing { page.listing }

  var title: String { say.message(listing.title) }
  /// Where links of this table lead back to.
  var anchor: String { "table-\(question.table)" }

  var table: PageTable {
    var table = PageTable(title, listing.columns.map { heading($0) })
    for row in listing.rows { table.append(zip(listing.columns, row).map { cell($1, $0) }) }
    return table
  }

  private func heading(_ column: ListColumn) -> PageHeading {
    let text = say(column.heading)
    let isAsked = question.order.map { $0.key.utf8.elementsEqual(column.key.utf8) } ?? false
    let isDescending = isAsked && question.order?.isDescending == true
    var heading = PageHeading(text: text, isNumber: column.kind.isNumber)
    // One row has no order.
    guard page.offer.sorts.contains(where: { $0.utf8.elementsEqual(column.key.utf8) }),
      page.total > 1
    else { return heading }
    heading.url = address {
      $0.order = ListQuestion.Order(column.key, isDescending: isAsked && !isDescending)
      $0.page = 1
    }
    if isAsked { heading.sorting = isDescending ? .descending : .ascending }
    return heading
  }

  private func cell(_ cell: ListCell, _ column: ListColumn) -> PageCell {
    var shown = PageCell(cell.value.text(in: say.language), url: cell.address)
    shown.isNumber = column.kind.isNumber
    shown.remark = (cell.value.fault ?? cell.remark).map { say.message($0) } ?? ""
    return shown
  }

  /// How many rows there are, or which of them are shown.
  var count: String {
    page.count > 1
      ? say(.listRange, "\(page.first)", "\(page.last)", "\(page.total)")
      : say(.listRows, "\(page.total)")
  }

  /// Why no row is shown; nothing where there are rows.
  var emptiness: String? {
    if page.total > 0 { return nil }
    return say(isSearched ? .listNone : .pageNothing)
  }

  var faults: [String] { listing.faults.map { say(.listIncomplete, say.message($0)) } }

  private var isSearched: Bool { !question.text.isEmpty || !question.filters.isEmpty }

  var pagerLabel: String { say(.listPages, title) }

  /// Links to other pages; between them where we are.
  var pager: [(cell: PageCell, rel: String, isHere: Bool)] {
    if page.count < 2 { return [] }
    var links: [(cell: PageCell, rel: String, isHere: Bool)] = []
    func add(_ phrase: Phrase, _ number: Int, _ rel: String) {
      links.append((PageCell(say(phrase), url: address { $0.page = number }), rel, false))
    }
    if page.hasPrevious {
      if page.number > 2 { add(.listFirstPage, 1, "") }
      add(.listPreviousPage, page.number - 1, "prev")
    }
    links.append(
      (PageCell(say(.listPageOf, "\(page.number)", "\(page.count)")), "", true))
    if page.hasNext {
      add(.listNextPage, page.number + 1, "next")
      // The greatest page an address can name.
      if page.number + 1 < page.count {
        add(.listLastPage, min(page.count, ListQuestion.pageMax), "")
      }
    }
    return links
  }

  var filesLabel: String { say(.listFiles, title) }

  /// The same rows, all of them, as files; nothing where there is no row.
  var files: [PageCell] {
    if page.total == 0 { return [] }
    return ListQuestion.File.allCases.map { file in
      let url = question.address(path) {
        $0.page = 1
        $0.file = file
      }
      return PageCell(file.rawValue.uppercased(), url: url)
    }
  }

  /// Nothing for a table that is seen at a glance, unless it is so because somebody searched.
  var search: PageSearch? {
    guard page.offer.hasSearch, page.total >= Self.searchRowsMin || isSearched else { return nil }
    var inputs: [PageForm.Input] = [
      .line(
        name: "q", label: say(.listContains), bytesMax: ListQuestion.textBytesMax,
        isRequired: false)
    ]
    var typed = ["q": question.text]
    for column in listing.columns where column.isFilter {
      let options = page.choices[column.key] ?? []
      if options.count < 2, question.filter(column.key) == nil { continue }
      inputs.append(
        .select(
          name: column.key, label: say(column.heading),
          options: [(value: "", label: say(.listAny))]
            + options.compactMap { value in
              value.filterName.map { (value: $0, label: value.text(in: say.language)) }
            }))
      typed[column.key] = question.filter(column.key) ?? ""
    }
    var search = PageSearch(
      action: path + "#" + anchor, label: say(.listSearchIn, title),
      hidden: question.hiddenInSearch.map { (name: $0.key, value: $0.value) }, inputs: inputs,
      button: say(.listSearch), typed: typed)
    if isSearched {
      search.all = PageCell(
        say(.listAll),
        url: address {
          $0.text = ""
          $0.filters = []
          $0.page = 1
        })
    }
    return search
  }

  private func address(_ change: (inout ListQuestion) -> Void) -> String {
    question.address(path, change) + "#" + anchor
  }
}
