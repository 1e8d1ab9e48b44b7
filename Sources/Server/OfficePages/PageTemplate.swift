import Listings
import Markup
import Mustache
import Wording

/// The one layout: a page's parts become HTML here and nowhere else.
///
/// There are no partials, because the library renders them with its own escaping again. One tag leaves text
/// as it is, for a picture that only `SVGDrawing` can have made.
struct PageTemplate: Sendable {
  private let template: MustacheTemplate

  init() throws {
    EscapedHTML.register()
    template = try MustacheTemplate(string: Self.source)
  }

  /// What stands around a page's own content.
  struct Frame: Sendable {
    var company: String
    var language: Language
    /// The page's own address with its query, for coming back after a choice of language.
    var address: String
    /// The address without its query.
    var path: String { String(decoding: Array(address.utf8.prefix { $0 != 0x3F }), as: UTF8.self) }
    /// What an address with another language keeps of this one's query; nothing, or with `&` behind.
    var kept = ""
    /// Nothing while nobody is logged in.
    var account: (name: String, role: String, token: String)?
    var navigation: [PageCell]
  }

  func html(_ page: Page, _ frame: Frame) -> String {
    let say = Words(frame.language)
    var form = FormContext(token: frame.account?.token)
    var blocks: [[String: Any]] = []
    for one in page.blocks { blocks.append(block(one, say, frame.path, &form)) }
    var root: [String: Any] = [
      "pageLanguage": Self.tag(frame.language), "pageTitle": page.title,
      "pageCompany": frame.company, "pageSkip": say(.pageSkip), "pageAddress": frame.address,
      "pageBlocks": blocks, "pageLanguages": languages(frame),
      "pageLanguageLabel": say(.pageLanguage), "pageKept": frame.kept,
      "pageToken": frame.account?.token ?? "", "isLoggedIn": frame.account != nil,
    ]
    if let account = frame.account {
      root["pageAccount"] = account.name
      root["pageRole"] = account.role
      root["pageLogout"] = say(.pageLogout)
      root["pageNavigationLabel"] = say(.pageNavigation)
      root["pageNavigation"] = frame.navigation.map { cell($0) }
    }
    return template.render(root)
  }

  private func languages(_ frame: Frame) -> [[String: Any]] {
    Language.allCases.map {
      [
        "code": $0.rawValue, "tag": Self.tag($0),
        "name": Phrase.pageLanguageName.text(in: $0), "isChosen": $0 == frame.language,
      ]
    }
  }

  /// As browsers and screen readers are told it: characters are drawn, and read aloud, as in Hong Kong, not as
  /// in Taiwan (BCP 47).
  private static func tag(_ language: Language) -> String {
    language == .hant ? "zh-Hant-HK" : language.rawValue
  }

  /// A part as the template reads it. Each names exactly one of the sections, and every name that is
  /// looked for inside it, because the library looks for a missing one further out.
  private func block(
    _ block: Page.Block, _ say: Words, _ path: String, _ form: inout FormContext
  ) -> [String: Any] {
    switch block {
    case .heading(let text): ["heading": ["text": text]]
    case .note(let text): ["note": ["text": text]]
    case .alert(let text): ["alert": ["text": text]]
    case .facts(let facts): ["facts": ["items": facts.map { fact($0.label, $0.value) }]]
    case .links(let links): ["links": ["items": links.map { cell($0) }]]
    case .table(let table): ["table": self.table(table)]
    case .form(let fields): ["form": form.values(of: fields)]
    case .search(let search): ["search": self.search(search, &form)]
    case .difference(let label, let parts):
      ["difference": ["label": label, "parts": parts.map { part($0, say) }]]
    case .listing(let listing): ["listing": list(listing, nil, say, path, &form)]
    case .picture(let picture, let listing): ["listing": list(listing, picture, say, path, &form)]
    }
  }

  private func fact(_ label: String, _ value: PageCell) -> [String: Any] {
    var fact = cell(value)
    fact["label"] = label
    return fact
  }

  private func table(_ table: PageTable) -> [String: Any] {
    [
      "caption": table.caption, "headings": table.headings.map { heading($0) },
      "rows": table.rows.map { row($0) },
    ]
  }

  private func heading(_ heading: PageHeading) -> [String: Any] {
    [
      "text": heading.text, "hasURL": heading.url != nil, "url": heading.url ?? "",
      "isNumber": heading.isNumber, "isSorted": heading.sorting != nil,
      "sorting": heading.sorting?.rawValue ?? "",
      "arrow": heading.sorting.map { $0 == .ascending ? "▲" : "▼" } ?? "",
    ]
  }

  private func row(_ cells: [PageCell]) -> [String: Any] {
    var row: [[String: Any]] = []
    for (index, one) in cells.enumerated() {
      var values = cell(one)
      values["isHead"] = index == 0
      row.append(values)
    }
    return ["cells": row]
  }

  private func cell(_ cell: PageCell) -> [String: Any] {
    [
      "text": cell.text, "hasURL": cell.url != nil, "url": cell.url ?? "",
      "isNumber": cell.isNumber, "hasRemark": !cell.remark.isEmpty, "remark": cell.remark,
    ]
  }

  private func part(_ part: TextPart, _ say: Words) -> [String: Any] {
    switch part {
    case .same(let text): ["isSame": true, "isAdded": false, "text": text, "words": ""]
    case .added(let text):
      ["isSame": false, "isAdded": true, "text": text, "words": say(.listAddedWords)]
    case .removed(let text):
      ["isSame": false, "isAdded": false, "text": text, "words": say(.listRemovedWords)]
    }
  }

  private func search(_ search: PageSearch, _ form: inout FormContext) -> [String: Any] {
    var values = form.values(of: search)
    values["hasAll"] = search.all != nil
    values["all"] = cell(search.all ?? PageCell(""))
    return values
  }

  /// - Parameter picture: of the numbers of the table.
  private func list(
    _ listing: PageListing, _ picture: SVGText?, _ say: Words, _ path: String,
    _ form: inout FormContext
  ) -> [String: Any] {
    guard let page = listing.answer else { return ["note": ["text": say(.pageNothing)]] }
    let view = ListView(page: page, say: say, path: path)
    let search = view.search
    return [
      "anchor": view.anchor, "title": view.title, "count": view.count,
      "hasSearch": search != nil,
      "search": search.map { self.search($0, &form) } ?? [:],
      "faults": view.faults.map { ["text": $0] },
      "hasPicture": picture != nil, "picture": picture?.markup ?? "",
      "isEmpty": view.emptiness != nil, "emptiness": view.emptiness ?? "",
      "hasRows": view.emptiness == nil, "table": table(view.table),
      "hasPager": !view.pager.isEmpty, "pagerLabel": view.pagerLabel,
      "pager": view.pager.map { link in
        var values = cell(link.cell)
        values["hasRel"] = !link.rel.isEmpty
        values["rel"] = link.rel
        values["isHere"] = link.isHere
        return values
      },
      "hasFiles": !view.files.isEmpty, "filesLabel": view.filesLabel,
      "files": view.files.map { cell($0) },
    ]
  }
}
