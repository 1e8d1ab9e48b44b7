import Fingerprint
import Foundation
import Markup
import Mustache
package import Wording

/// The one layout of printed forms: a page of HTML that stands alone, with nothing to load and nothing
/// that runs, laid out for A4.
package struct FormTemplate: Sendable {
  private let template: MustacheTemplate
  /// The one source of styles that a content security policy has to let in: the form's own, by their digest.
  package let styleSource: String

  package init() throws {
    let digest = Data(Digest(sha256: Array(Self.style.utf8)).bytes).base64EncodedString()
    styleSource = "'sha256-\(digest)'"
    EscapedHTML.register()
    template = try MustacheTemplate(string: Self.source)
  }

  /// - Returns: UTF-8.
  package func html(_ form: PrintedForm, _ language: Language) -> [UInt8] {
    let root: [String: Any] = [
      "language": language.rawValue, "title": form.title, "issuer": form.issuer,
      "styleSource": styleSource, "hasCode": form.code != nil,
      "picture": form.code?.markup ?? "",
      "number": form.number, "isLandscape": form.paper == .landscape,
      "date": Phrase.labelDate.text(in: language),
      "blocks": form.blocks.map { block($0) },
    ]
    return Array(template.render(root).utf8)
  }

  /// Each names exactly one of the sections, and every name that is looked for inside it, because the
  /// library looks for a missing one further out.
  private func block(_ block: PrintedForm.Block) -> [String: Any] {
    switch block {
    case .fields(let rows): ["fields": ["rows": rows.map { self.fields($0) }]]
    case .ticks(let label, let ticks): ["ticks": self.ticks(label, ticks)]
    case .table(let caption, let columns, let rows, let blankRows):
      ["table": table(caption, columns, rows, blankRows)]
    case .text(let label, let text, let lines): ["words": words(label, text, lines)]
    case .signatures(let labels): ["signatures": ["places": labels.map { ["label": $0] }]]
    case .note(let text): ["note": ["text": text]]
    }
  }

  /// Three pairs a row: the last field takes the room that is left.
  private func fields(_ row: [PrintedForm.Field]) -> [String: Any] {
    let cells = row.enumerated().map { index, field -> [String: Any] in
      let isLast = index == row.count - 1
      return [
        "label": field.label, "value": field.value,
        "span": isLast ? "\(max(1, 7 - 2 * row.count))" : "1",
      ]
    }
    return ["cells": cells]
  }

  private func ticks(_ label: String, _ ticks: [PrintedForm.Tick]) -> [String: Any] {
    [
      "label": label,
      "boxes": ticks.map { ["mark": $0.isTicked ? "☑" : "☐", "label": $0.label] },
    ]
  }

  private func table(
    _ caption: String, _ columns: [PrintedForm.Column], _ rows: [[String]], _ blankRows: Int
  ) -> [String: Any] {
    let blank = Array(repeating: Array(repeating: "", count: columns.count), count: blankRows)
    return [
      "caption": caption,
      "headings": columns.map { ["text": $0.heading, "width": $0.width.rawValue] },
      "rows": (rows + blank).map { row in ["cells": row.map { ["text": $0] }] },
    ]
  }

  private func words(_ label: String, _ text: String, _ lines: Int) -> [String: Any] {
    [
      "label": label, "text": text,
      "lines": text.utf8.isEmpty ? Array(repeating: ["line": ""], count: lines) : [],
    ]
  }
}
