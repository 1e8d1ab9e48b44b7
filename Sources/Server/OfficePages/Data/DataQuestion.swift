import Listings
import RecordStore
import TextFormats
import Wording

/// What the address `/data/{set}` asks: the same as of a table on a page (`ListQuestion`), and of which site.
struct DataQuestion: Sendable {
  let list: ListQuestion
  let offer: ListOffer
  /// The code of a site; nothing for all that the reader sees.
  let site: String?
  let language: Language?

  static let rowsPerPage = 200
  /// Characters, so that the description of the interface can say it.
  static let textMax = 32

  static func offer(of set: DataSet) -> ListOffer {
    let narrows = if case .whole = set.source { false } else { true }
    return ListOffer(
      set.columns, keeping: narrows ? ["site"] : [], rowsPerPage: rowsPerPage)
  }

  /// The names of what may be asked, without those that belong to pages alone.
  static func names(of offer: ListOffer) -> [String] {
    offer.keys.filter { $0 != "as" && $0 != "table" }
  }

  init(_ fields: FormFields, _ set: DataSet) throws(DataFault) {
    offer = Self.offer(of: set)
    let names = Self.names(of: offer)
    for name in fields.names {
      guard names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else {
        throw Self.malformed(.unknownKey(name, allowed: names), name)
      }
    }
    for name in ["q", "site"] + offer.filters {
      guard let value = fields[name] else { continue }
      guard value.unicodeScalars.count <= Self.textMax else {
        throw .malformed(
          Message(.dataTooLong, [name, "\(Self.textMax)"]), target: name)
      }
    }
    if let sort = fields["sort"], sort.utf8.isEmpty {
      throw Self.malformed(.unknownValue(sort, of: "sort", allowed: offer.sorts), "sort")
    }
    language = fields["lang"].flatMap { Language(rawValue: $0) }
    if let lang = fields["lang"], language == nil {
      throw Self.malformed(
        .unknownValue(lang, of: "lang", allowed: Language.allCases.map(\.rawValue)), "lang")
    }
    site = offer.keeping.isEmpty ? nil : fields["site"]
    do { list = try ListQuestion(fields, offer) } catch { throw Self.malformed(error, nil) }
  }

  private static func malformed(_ fault: ListFault, _ target: String?) -> DataFault {
    .malformed(fault.message, target: target)
  }

  /// `{"table","title","columns","rows","faults","total","page","pages"}`.
  func json(_ source: DataSource, in language: Language) throws(DataFault) -> JSON {
    let set = source.set
    let rows = try source.all(site: site) { row in
      site.map { code in
        row.first?.value.filterName?.utf8.elementsEqual(code.utf8) ?? false
      } ?? true
    }
    let listing = Listing(set.name, Message(set.title), set.columns, rows: rows)
    let page = list.answer(from: listing, offer, in: language)
    guard case .object(let members) = page.listing.json(total: page.total, in: language) else {
      return .null
    }
    return .object(
      members + [
        JSON.Member("page", .integer(page.number)), JSON.Member("pages", .integer(page.count)),
      ])
  }
}
