import Wording

/// What a page shows, before it is HTML: pages are made of these parts and of nothing else, so that
/// escaping, headings, labels and scopes are decided in one place, `PageTemplate`.
struct Page: Sendable {
  let title: String
  var blocks: [Block]
  /// The status it is answered with.
  var status = 200

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
  }
}

/// A text, and where it leads.
struct PageCell: Sendable {
  let text: String
  var url: String?
  var isNumber = false

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

/// Rows under headings; the first cell of a row is its heading.
struct PageTable: Sendable {
  let caption: String
  let headings: [String]
  var rows: [[PageCell]] = []

  init(_ caption: String, _ headings: [String]) {
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
  }

  let action: String
  let legend: String
  let hidden: [(name: String, value: String)]
  let inputs: [Input]
  let button: String

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
