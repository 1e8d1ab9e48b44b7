import PrintedForms
import RecordStore
import VisitModel
package import Wording

/// What the forms say, in one language.
package struct FormWords {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  func callAsFunction(_ phrase: Phrase, _ arguments: String...) -> String {
    phrase.text(in: language, arguments)
  }

  /// Names in a row, as the language writes them.
  func list(_ names: [String]) -> String {
    names.joined(separator: language == .english ? ", " : "、")
  }

  /// What a sealed field says; a mark where it is there and cannot be opened here, so that it is not taken
  /// for a line to write on.
  func opened(_ field: UInt32, of card: VisitCard) -> String {
    card.texts[field] ?? (card.unopened.contains(field) ? Self.sealed : "")
  }

  /// What stands for a text that is there and cannot be opened here.
  static let sealed = "•••"

  /// Columns of short words, but for those that are named.
  func columns(
    _ headings: [Phrase], tiny: Set<Phrase> = [], medium: Set<Phrase> = [], wide: Set<Phrase>
  ) -> [PrintedForm.Column] {
    headings.map { heading in
      let width: PrintedForm.Column.Width =
        wide.contains(heading)
        ? .wide : medium.contains(heading) ? .medium : tiny.contains(heading) ? .tiny : .short
      return PrintedForm.Column(self(heading), width)
    }
  }

  /// Every member of a code set as a box, the chosen one ticked.
  func ticks<Code: CodeSet>(
    _ chosen: Code?, _ phrase: (Code) -> Phrase
  ) -> [PrintedForm.Tick] {
    Code.allCases.map { PrintedForm.Tick(self(phrase($0)), $0 == chosen) }
  }
}

/// As much of an identifier as people say.
func short(_ id: RecordID) -> String { String(id.description.prefix(8)) }

/// Why there is no sheet of a record.
package struct NoSheet: Error, Hashable {
  package let why: Message

  init(_ phrase: Phrase, _ arguments: String...) { why = Message(phrase, arguments) }
}
