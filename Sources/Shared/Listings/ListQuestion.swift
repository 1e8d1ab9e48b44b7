package import TextFormats

/// What somebody asks of a list by its address: `?sort=-counted&page=3&q=…&state=caseOpen`. Parsed once,
/// bounded, and refused as a whole when anything in it is not offered.
package struct ListQuestion: Hashable, Sendable {
  package struct Order: Hashable, Sendable {
    /// Of a column.
    package let key: String
    package let isDescending: Bool

    package init(_ key: String, isDescending: Bool = false) {
      self.key = key
      self.isDescending = isDescending
    }
  }

  package struct Filter: Hashable, Sendable {
    /// Of a column, or of whatever else the offer names.
    package let key: String
    /// A `ListValue.filterName`.
    package let value: String

    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A file instead of a page: `?as=xlsx`. In the order in which they are offered.
  package enum File: String, Hashable, Sendable, CaseIterable { case xlsx, csv, json }

  package static let pageMax = 9999
  package static let textBytesMax = 128
  package static let tableMax = 99

  /// Which table of the page is meant, from 1.
  package var table = 1
  /// What rows must contain; empty for any.
  package var text = ""
  /// Nothing for the order in which they come.
  package var order: Order?
  /// From 1; a page behind the last is the last.
  package var page = 1
  package var filters: [Filter] = []
  /// Nothing for a page; a file has all rows that match.
  package var file: File?
  /// What the address says besides, for its links: which month, which site. In the order given.
  package var kept: [Filter] = []

  package init() {}

  /// Whether it asks for rows as they come, page by page, and for nothing else.
  package var isPlain: Bool {
    text.utf8.isEmpty && order == nil && filters.isEmpty && file == nil
  }

  package func filter(_ key: String) -> String? {
    filters.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }
}

/// What may be asked of a list.
package struct ListOffer: Sendable {
  /// Keys of columns that rows can be put in order by.
  package var sorts: [String]
  /// Keys of filters.
  package var filters: [String]
  package var hasSearch: Bool
  /// Keys that belong to the page around the list, such as `month`; carried along in links.
  package var keeping: [String]
  /// Rows of a page of the list.
  package var rowsPerPage: Int

  package init(
    _ columns: [ListColumn], keeping: [String] = [], hasSearch: Bool = true, rowsPerPage: Int = 50
  ) {
    sorts = columns.filter(\.isSortable).map(\.key)
    filters = columns.filter(\.isFilter).map(\.key)
    self.hasSearch = hasSearch
    self.keeping = keeping
    self.rowsPerPage = max(1, rowsPerPage)
  }

  /// Keys of every list: `lang` is the page's language.
  package static let own = ["lang", "as", "table", "sort", "page"]

  /// Every key that an address of this list may have.
  package var keys: [String] { Self.own + (hasSearch ? ["q"] : []) + filters + keeping }
}

extension ListQuestion {
  /// - Throws: for a key that is not offered, or comes twice; for a column that cannot be sorted by; for a
  ///   page that is no number of 1 to 9999; for texts that are too long.
  package init(_ fields: FormFields, _ offer: ListOffer) throws(ListFault) {
    self.init()
    var seen: Set<[UInt8]> = []
    for name in fields.names {
      guard offer.keys.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else {
        throw .unknownKey(name, allowed: offer.keys)
      }
      guard seen.insert(Array(name.utf8)).inserted else { throw .twice(name) }
    }
    table = try Self.number(fields["table"], "table", upTo: Self.tableMax)
    page = try Self.number(fields["page"], "page", upTo: Self.pageMax)
    order = try Self.order(fields["sort"], offer)
    if let name = fields["as"] {
      guard let file = File(rawValue: name) else {
        throw .unknownValue(name, of: "as", allowed: File.allCases.map(\.rawValue))
      }
      self.file = file
    }
    // Of a list that is not searched, `q` is the page's own.
    text = offer.hasSearch ? try Self.line(fields["q"] ?? "", "q") : ""
    for key in offer.filters {
      // The form of a search sends every field; an empty one asks for nothing.
      guard let value = fields[key], !value.utf8.isEmpty else { continue }
      filters.append(Filter(key, try Self.line(value, key)))
    }
    for key in ["lang"] + offer.keeping {
      if let value = fields[key] { kept.append(Filter(key, value)) }
    }
  }

  private static func number(
    _ text: String?, _ key: String, upTo greatest: Int
  ) throws(ListFault) -> Int {
    guard let text else { return 1 }
    guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), (1...greatest).contains(number)
    else { throw .notANumber(key, upTo: greatest) }
    return number
  }

  private static func order(_ text: String?, _ offer: ListOffer) throws(ListFault) -> Order? {
    guard let text, !text.utf8.isEmpty else { return nil }
    let isDescending = text.utf8.first == 0x2D
    let key = text.utf8.dropFirst(isDescending ? 1 : 0)
    guard let known = offer.sorts.first(where: { $0.utf8.elementsEqual(key) }) else {
      throw .unknownValue(text, of: "sort", allowed: offer.sorts)
    }
    return Order(known, isDescending: isDescending)
  }

  private static func line(_ text: String, _ key: String) throws(ListFault) -> String {
    guard text.utf8.count <= textBytesMax else { throw .tooLong(key, bytesMax: textBytesMax) }
    return text
  }
}
