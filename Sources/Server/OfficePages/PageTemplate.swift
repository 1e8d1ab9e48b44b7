import Markup
import Mustache
import Wording

/// The one layout: a page's parts become HTML here and nowhere else.
///
/// There are no partials, because the library renders them with its own escaping again; and no tag
/// that leaves text as it is.
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
    for one in page.blocks { blocks.append(block(one, &form)) }
    var root: [String: Any] = [
      "pageLanguage": frame.language.rawValue, "pageTitle": page.title,
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
        "code": $0.rawValue, "name": Phrase.pageLanguageName.text(in: $0),
        "isChosen": $0 == frame.language,
      ]
    }
  }

  /// A part as the template reads it. Each names exactly one of the sections, and every name that is
  /// looked for inside it, because the library looks for a missing one further out.
  private func block(_ block: Page.Block, _ form: inout FormContext) -> [String: Any] {
    switch block {
    case .heading(let text): ["heading": ["text": text]]
    case .note(let text): ["note": ["text": text]]
    case .alert(let text): ["alert": ["text": text]]
    case .facts(let facts): ["facts": ["items": facts.map { fact($0.label, $0.value) }]]
    case .links(let links): ["links": ["items": links.map { cell($0) }]]
    case .table(let table): ["table": self.table(table)]
    case .form(let fields): ["form": form.values(of: fields)]
    }
  }

  private func fact(_ label: String, _ value: PageCell) -> [String: Any] {
    var fact = cell(value)
    fact["label"] = label
    return fact
  }

  private func table(_ table: PageTable) -> [String: Any] {
    [
      "caption": table.caption, "headings": table.headings,
      "rows": table.rows.map { row($0) },
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
      "isNumber": cell.isNumber,
    ]
  }
}

/// Numbers the inputs of a page, so that each label names its own.
private struct FormContext {
  let token: String?
  private var count = 0

  init(token: String?) { self.token = token }

  mutating func values(of form: PageForm) -> [String: Any] {
    var hidden = form.hidden.map { ["name": $0.name, "value": $0.value] }
    if let token { hidden.append(["name": FormToken.field, "value": token]) }
    var inputs: [[String: Any]] = []
    for one in form.inputs { inputs.append(input(one)) }
    return [
      "action": form.action, "legend": form.legend, "hidden": hidden, "inputs": inputs,
      "button": form.button,
    ]
  }

  private mutating func input(_ input: PageForm.Input) -> [String: Any] {
    switch input {
    case .line(let name, let label, let bytesMax, let isRequired):
      let line: [String: Any] = [
        "id": next(), "name": name, "label": label, "kind": "text", "completion": "off",
        "maximum": "\(bytesMax)", "isRequired": isRequired,
      ]
      return ["line": line]
    case .text(let name, let label, let bytesMax, let isRequired):
      let area: [String: Any] = [
        "id": next(), "name": name, "label": label, "maximum": "\(bytesMax)",
        "isRequired": isRequired,
      ]
      return ["area": area]
    case .password(let name, let label):
      let line: [String: Any] = [
        "id": next(), "name": name, "label": label, "kind": "password",
        "completion": "current-password", "maximum": "1024", "isRequired": true,
      ]
      return ["line": line]
    case .account(let name, let label):
      let line: [String: Any] = [
        "id": next(), "name": name, "label": label, "kind": "text", "completion": "username",
        "maximum": "1024", "isRequired": true,
      ]
      return ["line": line]
    case .sure(let name, let label):
      return ["sure": ["id": next(), "name": name, "label": label]]
    case .choice(let name, let label, let options, let isFirstChosen):
      var choices: [[String: Any]] = []
      for (index, option) in options.enumerated() {
        choices.append([
          "id": next(), "name": name, "value": option.value, "label": option.label,
          "isChosen": isFirstChosen && index == 0,
        ])
      }
      let choice: [String: Any] = ["label": label, "options": choices]
      return ["choice": choice]
    }
  }

  private mutating func next() -> String {
    count += 1
    return "input-\(count)"
  }
}
