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
  @OptionGroup var month: SummaryMonth
  @OptionGroup var site: SiteOption
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let made = try laptop.read { try self.form(laptop, context.language, $0) }
    let bytes = try FormTemplate().html(made.form, context.language)
    guard let path = output ?? made.file, path != "-" else { return .bytes(bytes) }
    try context.writeFile(path, bytes)
    var report = Report(nil, [.note(Message(.printed, [path]))])
    if made.isPersonal { report.append(.warning(Message(.printedPersonal))) }
    return .result(
      CommandResult(
        report, .object(["file": .string(path), "bytes": .integer(bytes.count)])))
  }

  /// A form, and the file it goes to unless another is named.
  private struct Made {
    let form: PrintedForm
    let file: String?
    var isPersonal = false
  }

  private func form(
    _ laptop: Laptop, _ language: Language, _ replica: Replica
  ) throws -> Made {
    let words = FormWords(language: language)
    switch what {
    case "register": return try register(laptop, words, replica)
    case "summary": return try summary(laptop, words, replica)
    case "letter": return try letter(laptop, words, replica)
    case "visit" where blank:
      let site = try laptop.site(named: self.site.site, replica)
      return Made(form: VisitSheet(words: words).blank(at: site), file: "visit.html")
    default:
      guard !blank else { throw FieldFault.wrongUsage(Message(.printNothingBlank, [what])) }
      let named = what == "visit" ? try recordNamed() : what
      let sheet = try VisitSheet(words: words).form(named: named, laptop, replica)
      return Made(form: sheet.form, file: "visit-\(sheet.id).html", isPersonal: true)
    }
  }

  private func recordNamed() throws -> String {
    guard let record else { throw FieldFault.wrongUsage(Message(.printWhich, [what])) }
    return record
  }

  private func register(
    _ laptop: Laptop, _ words: FormWords, _ replica: Replica
  ) throws -> Made {
    let site = try laptop.site(named: self.site.site, replica)
    let sheet = RegisterSheet(words: words, site: site)
    if blank { return Made(form: sheet.blank(), file: "register.html") }
    let month = try self.month.value(laptop, site.zone)
    return Made(
      form: try sheet.form(of: month, laptop, replica), file: "register-\(month).html",
      isPersonal: true)
  }

  private func summary(
    _ laptop: Laptop, _ words: FormWords, _ replica: Replica
  ) throws -> Made {
    let site = try laptop.site(named: self.site.site, replica)
    let sheet = SummarySheet(words: words, site: site)
    if blank { return Made(form: sheet.blank(), file: "summary.html") }
    let month = try self.month.value(laptop, site.zone)
    return Made(
      form: try sheet.form(of: month, laptop, replica), file: "summary-\(month).html",
      isPersonal: true)
  }

  private func letter(
    _ laptop: Laptop, _ words: FormWords, _ replica: Replica
  ) throws -> Made {
    if blank {
      let site = try laptop.site(named: self.site.site, replica)
      return Made(form: LetterSheet(words: words).blank(at: site), file: "letter.html")
    }
    let sheet = try LetterSheet(words: words).form(named: recordNamed(), laptop, replica)
    return Made(form: sheet.form, file: "letter-\(sheet.id).html", isPersonal: true)
  }
}

/// What the forms say, in one language.
struct FormWords {
  let language: Language

  func callAsFunction(_ phrase: Phrase, _ arguments: String...) -> String {
    phrase.text(in: language, arguments)
  }

  func columns(_ headings: [Phrase], wide: Set<Phrase>) -> [PrintedForm.Column] {
    headings.map { PrintedForm.Column(self($0), isShort: !wide.contains($0)) }
  }

  /// Every member of a code set as a box, the chosen one ticked.
  func ticks<Code: CodeSet>(
    _ chosen: Code?, _ phrase: (Code) -> Phrase
  ) -> [PrintedForm.Tick] {
    Code.allCases.map { PrintedForm.Tick(self(phrase($0)), $0 == chosen) }
  }
}
