package import ArgumentParser
package import Console
import FieldWork
import PrintedForms
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A form for the printer, as a page of HTML.
package struct PrintCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("print", .helpPrint, example: "rounds print register --month 2026-09")
  }

  @Argument(help: Help.text(.helpPrintWhat)) var what: String
  @Argument(help: Help.text(.helpPrintRecord)) var record: String?
  @Flag(help: Help.text(.helpPrintBlank)) var blank = false
  @Option(help: Help.text(.helpPrintOutput)) var output: String?
  @Flag(help: Help.text(.helpForce)) var force = false
  @OptionGroup var month: SummaryMonth
  @OptionGroup var site: SiteOption
  @OptionGroup package var common: CommonOptions

  package init() {}

  /// A blank form tells nothing but the site's name.
  package var opensVault: Bool { !blank }

  package func run(in context: FieldContext) throws -> CommandOutput {
    let sheet = try wanted()
    let words = FormWords(language: context.language)
    let made = try blank ? empty(sheet, words, context) : filled(sheet, words, context)
    let bytes = try FormTemplate().html(made.form, context.language)
    let path = output ?? made.file
    // Everybody reads a notice, and the results of a survey.
    let isPersonal = !blank && sheet != .notice && sheet != .survey
    if path == "-" {
      if common.json { throw FieldFault.wrongUsage(Message(.printNoJSON)) }
      if isPersonal { context.say(Phrase.printedPersonal.text(in: context.language) + "\n") }
      return .bytes(bytes)
    }
    if !force, context.hasFile(path) { throw FieldFault.failed(Message(.printThere, [path])) }
    try context.writeFile(path, bytes)
    var report = Report(nil, [.note(Message(.printed, [path]))])
    if isPersonal { report.append(.warning(Message(.printedPersonal))) }
    return .result(
      CommandResult(
        report,
        .object([
          "file": .string(path), "bytes": .integer(bytes.count), "personal": .bool(isPersonal),
        ])))
  }

  private enum Sheet: String {
    case visit, register, summary, letter, notice, minutes, petition, survey

    /// A month of a site, and none of its records.
    var isOfMonth: Bool { self == .register || self == .summary }
  }

  /// A form, and the file it goes to unless another is named.
  private struct Made {
    let form: PrintedForm
    let file: String
  }

  /// What is to be printed, with nothing said that would come to nothing.
  private func wanted() throws -> Sheet {
    guard let sheet = Sheet(rawValue: what) else {
      // A visit goes by its own name.
      guard !blank else { throw FieldFault.wrongUsage(Message(.printNothingBlank, [what])) }
      guard record == nil, month.month == nil else {
        throw FieldFault.wrongUsage(Message(.printTooMuch, [what]))
      }
      return .visit
    }
    let takesRecord = !blank && !sheet.isOfMonth
    let takesMonth = !blank && sheet.isOfMonth
    if takesRecord, record == nil {
      throw FieldFault.wrongUsage(Message(.printWhich, [what]))
    }
    guard takesRecord || record == nil, takesMonth || month.month == nil else {
      throw FieldFault.wrongUsage(Message(.printTooMuch, [what]))
    }
    return sheet
  }

  private func empty(
    _ sheet: Sheet, _ words: FormWords, _ context: FieldContext
  ) throws -> Made {
    let laptop = try context.enrolledLaptop()
    let site = try laptop.read { try laptop.site(named: self.site.site, $0) }
    let form =
      switch sheet {
      case .visit: VisitSheet(words: words).blank(at: site)
      case .register: RegisterSheet(words: words, site: site).blank()
      case .summary: SummarySheet(words: words, site: site).blank()
      case .letter: LetterSheet(words: words).blank(at: site)
      case .notice: NoticeSheet(words: words).blank(at: site)
      case .minutes: MeetingSheet(words: words).blank(at: site)
      case .petition: PetitionSheet(words: words).blank(at: site)
      case .survey: SurveySheet(words: words).blank(at: site)
      }
    return Made(form: form, file: "\(sheet.rawValue).html")
  }

  private func filled(
    _ sheet: Sheet, _ words: FormWords, _ context: FieldContext
  ) throws -> Made {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      if sheet.isOfMonth { return try monthly(sheet, words, laptop, replica) }
      let name = record ?? what
      let made: (form: PrintedForm, id: String) =
        switch sheet {
        case .letter: try LetterSheet(words: words).form(named: name, laptop, replica)
        case .notice: try NoticeSheet(words: words).form(named: name, laptop, replica)
        case .minutes: try MeetingSheet(words: words).form(named: name, laptop, replica)
        case .petition: try PetitionSheet(words: words).form(named: name, laptop, replica)
        case .survey: try SurveySheet(words: words).form(named: name, laptop, replica)
        case .visit, .register, .summary:
          try VisitSheet(words: words).form(named: name, laptop, replica)
        }
      return Made(form: made.form, file: "\(sheet.rawValue)-\(made.id).html")
    }
  }

  private func monthly(
    _ sheet: Sheet, _ words: FormWords, _ laptop: Laptop, _ replica: Replica
  ) throws -> Made {
    let site = try laptop.site(named: self.site.site, replica)
    let month = try self.month.value(laptop, site.zone)
    let form =
      sheet == .register
      ? try RegisterSheet(words: words, site: site).form(of: month, laptop, replica)
      : try SummarySheet(words: words, site: site).form(of: month, laptop, replica)
    return Made(form: form, file: "\(sheet.rawValue)-\(month).html")
  }
}

/// What the forms say, in one language.
struct FormWords {
  let language: Language

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
