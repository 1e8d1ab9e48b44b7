import Listings
import Markup
import Wording

/// What a page shows, before it is HTML: pages are made of these parts and of nothing else, so that
/// escaping, headings, labels and scopes are decided in one place, `PageTemplate`.
struct Page: Sendable {
  let title: String
  var blocks: [Block]
  /// The status it is answered with.
  var status = 200
  /// What its address may say besides what its lists are asked, such as `month`; links of the lists keep it.
  var keeping: [String] = []

  init(_ title: String, _ blocks: [Block] = [], status: Int = 200) {
    self.title = title
    self.blocks = blocks
    self.status = status
  }

  enum Block: Sendable {
    case heading(String)
    case facts([(label: String, value: PageCell)])
    case table(PageTable)
    case note(String)
    /// Something to act on, or what went wrong.
    case alert(String)
    case links([PageCell])
    case form(PageForm)
    /// A typed table that can be put in order, searched, paged and taken along as a file.
    case listing(PageListing)
    case search(PageSearch)
    /// What changed from one text to another, under a heading.
    case difference(label: String, [TextPart])
    /// A picture, and the same numbers as a table: nobody has to see it, or to trust it.
    case picture(SVGText, PageListing)
  }
}

/// A text, where it leads, and what is said beside it.
struct PageCell: Sendable {
  let text: String
  var url: String?
  var isNumber = false
  /// Why it is not known, or of when it is.
  var remark = ""

  init(_ text: String, url: String? = nil) {
    self.text = text
    self.url = url
  }

  static func number(_ text: String, url: String? = nil) -> PageCell {
    var cell = PageCell(text, url: url)
    cell.isNumber = true
    return cell
  }
}

/// The heading of a column.
struct PageHeading: Sendable {
  /// The order in which the rows are.
  enum Sorting: String, Sendable { case ascending, descending }

  let text: String
  /// Puts the rows in order by it; nothing where that is not offered.
  var url: String?
  var isNumber = false
  /// Nothing where the rows are in another order.
  var sorting: Sorting?
}

/// Rows under headings; the first cell of a row is its heading.
///
/// Made of texts by pages whose tables are not typed yet; of a `ListPage` for all others (`PageListing`).
struct PageTable: Sendable {
  let caption: String
  let headings: [PageHeading]
  var rows: [[PageCell]] = []

  init(_ caption: String, _ headings: [String]) {
    self.init(caption, headings.map { PageHeading(text: $0) })
  }

  init(_ caption: String, _ headings: [PageHeading]) {
    self.caption = caption
    self.headings = headings
  }

  mutating func append(_ cells: [PageCell]) { rows.append(cells) }
}

/// A form that is sent with POST. The session's token is added when it is rendered.
struct PageForm: Sendable {
  enum Input: Sendable {
    case line(name: String, label: String, bytesMax: Int, isRequired: Bool = true)
    /// A text that may have several lines.
    case text(name: String, label: String, bytesMax: Int, isRequired: Bool = true)
    case password(name: String, label: String)
    /// A name to log in with.
    case account(name: String, label: String)
    /// - Parameter isFirstChosen: the first option is what most people want.
    case choice(
      name: String, label: String, options: [(value: String, label: String)],
      isFirstChosen: Bool = false)
    /// A box that must be ticked, for what cannot be undone.
    case sure(name: String, label: String)
    /// One of many, in a list that opens.
    case select(
      name: String, label: String, options: [(value: String, label: String)],
      chosen: String? = nil)
    /// A file of the reader's machine; the form is sent as `multipart/form-data` then.
    /// - Parameter accept: what the browser offers to choose, such as `.csv,.xlsx`.
    case file(name: String, label: String, accept: String)
  }

  let action: String
  let legend: String
  let hidden: [(name: String, value: String)]
  let inputs: [Input]
  let button: String
  /// What stands in the inputs already, by name. Passwords, files and ticks are never filled in.
  var typed: [String: String] = [:]

  var hasFile: Bool {
    inputs.contains {
      if case .file = $0 { true } else { false }
    }
  }

  init(
    _ action: String, legend: String, hidden: [(name: String, value: String)] = [],
    _ inputs: [Input], button: String
  ) {
    self.action = action
    self.legend = legend
    self.hidden = hidden
    self.inputs = inputs
    self.button = button
  }
}

/// A form that only looks for something: it is sent with GET, and carries no token, because addresses are
/// kept in histories.
struct PageSearch: Sendable {
  /// Path without a query; what is asked replaces it.
  let action: String
  /// Names it among the regions of the page.
  let label: String
  var hidden: [(name: String, value: String)] = []
  let inputs: [PageForm.Input]
  let button: String
  var typed: [String: String] = [:]
  /// Where there is more to see again than was found.
  var all: PageCell?
}

/// Phrases in the reader's language.
struct Words: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  func callAsFunction(_ phrase: Phrase, _ arguments: String...) -> String {
    phrase.text(in: language, arguments)
  }

  func message(_ message: Message) -> String { message.text(in: language) }

  func all(_ phrases: [Phrase]) -> [String] { phrases.map { $0.text(in: language) } }
}
