import Listings
import TextFormats
import Wording

/// A typed table on a page.
struct PageListing: Sendable {
  private enum Rows: Sendable {
    /// All are here; the address is answered from them.
    case whole(Listing)
    /// A source counted and gave one page.
    case page(ListPage)
  }

  private let rows: Rows
  /// Rows of a page.
  var rowsPerPage = 50
  /// Whether its rows are searched by `q`; not where the page's own search is.
  var hasSearch = true

  /// A table whose rows are all here; what the address asks is done for it.
  init(_ listing: Listing) { rows = .whole(listing) }

  /// A table of which a source gave only what is asked (`PageRequest.question`).
  init(answered page: ListPage) { rows = .page(page) }

  var listing: Listing {
    switch rows {
    case .whole(let listing): listing
    case .page(let page): page.listing
    }
  }

  /// The page of it that is to be shown; nothing while it is not answered.
  var answer: ListPage? {
    if case .page(let page) = rows { page } else { nil }
  }

  /// One page of it, as the address asks.
  func answer(_ request: ListRequest) throws(ListFault) -> ListPage {
    switch rows {
    case .page(let page): return page
    case .whole(let listing):
      let offer = ListOffer(
        listing.columns, keeping: request.keeping, hasSearch: hasSearch,
        rowsPerPage: rowsPerPage)
      return try request.question(offer).answer(from: listing, offer, in: request.language)
    }
  }
}

/// What the address of a page asks of one of its tables.
struct ListRequest: Sendable {
  let query: FormFields
  /// Keys that belong to the page.
  let keeping: [String]
  let language: Language
  /// Position of the table on the page, from 1.
  let table: Int

  /// The address names one table; the others of the page are as if nothing were asked of them.
  func question(_ offer: ListOffer) throws(ListFault) -> ListQuestion {
    // Of a table that is not meant only the page's own keys are read.
    let named = query["table"].map { $0.utf8.elementsEqual(String(table).utf8) } ?? (table == 1)
    if named { return try ListQuestion(query, offer) }
    var question = ListQuestion()
    question.table = table
    question.kept = (["lang"] + offer.keeping).compactMap { key in
      query[key].map { ListQuestion.Filter(key, $0) }
    }
    return question
  }
}

extension PageRequest {
  /// For pages that ask a source instead of holding all rows: what is asked of their table.
  /// - Parameter table: its position among the typed tables of the page, from 1.
  func question(
    _ offer: ListOffer, table: Int = 1, in language: Language
  ) throws(ListFault) -> ListQuestion {
    try ListRequest(query: query, keeping: offer.keeping, language: language, table: table)
      .question(offer)
  }
}

extension PageRequest {
  /// Answers what is asked of the first table of a page. Of a list that nobody narrowed the rows are made for the page
  /// that is shown; a search, an order, a filter and a file ask for all of them.
  /// - Parameter listing: without rows.
  func answer<Item>(
    _ items: [Item], in listing: Listing, _ language: Language,
    rows: (ArraySlice<Item>) throws -> [[ListCell]]
  ) throws -> ListPage {
    let offer = ListOffer(listing.columns)
    let question = try question(offer, in: language)
    if question.isPlain {
      return try question.answer(listing, offer, total: items.count) { try rows(items[$0]) }
    }
    return question.answer(from: listing.with(try rows(items[...])), offer, in: language)
  }
}

extension Page {
  /// Its typed tables, in order.
  var listings: [PageListing] {
    blocks.compactMap {
      switch $0 {
      case .listing(let listing), .picture(_, let listing): listing
      default: nil
      }
    }
  }

  /// The same page with every table answered.
  /// - Throws: for a query that its tables do not know, and for a table that it does not have.
  func answered(_ request: PageRequest, _ language: Language) throws(ListFault) -> Page {
    let count = listings.count
    let asksTable = request.query["as"] != nil || request.query["table"] != nil
    guard count > 0 || asksTable else { return self }
    let named = try Self.number(of: request.query["table"])
    guard named <= count else { throw .noSuchTable(named, of: count) }
    var page = self
    var table = 0
    for index in blocks.indices {
      let listing: PageListing
      switch blocks[index] {
      case .listing(let one), .picture(_, let one): listing = one
      default: continue
      }
      table += 1
      let asked = ListRequest(
        query: request.query, keeping: keeping, language: language, table: table)
      let answer = PageListing(answered: try listing.answer(asked))
      if case .picture(let picture, _) = blocks[index] {
        page.blocks[index] = .picture(picture, answer)
      } else {
        page.blocks[index] = .listing(answer)
      }
    }
    return page
  }

  private static func number(of text: String?) throws(ListFault) -> Int {
    guard let text else { return 1 }
    guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), (1...ListQuestion.tableMax).contains(number)
    else { throw .notANumber("table", upTo: ListQuestion.tableMax) }
    return number
  }
}
