package import ArgumentParser
import ConflictFreeRecords
package import Console
import FieldWork
import PrintedForms
import RecordSheets
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
    let words = FormWords(context.language)
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

  /// A form, and the file it goes to unless another is named.
  private struct Made {
    let form: PrintedForm
    let file: String
  }

  /// What is to be printed, with nothing said that would come to nothing.
  private func wanted() throws -> SheetKind {
    guard let sheet = SheetKind(rawValue: what) else {
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
    _ sheet: SheetKind, _ words: FormWords, _ context: FieldContext
  ) throws -> Made {
    let laptop = try context.enrolledLaptop()
    let site = try laptop.read { try laptop.site(named: self.site.site, $0) }
    return Made(
      form: sheet.blank(words, issuer: site.name), file: "\(sheet.rawValue).html")
  }

  private func filled(
    _ sheet: SheetKind, _ words: FormWords, _ context: FieldContext
  ) throws -> Made {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let forms = FilledForms(laptop: laptop, replica: replica, words: words)
      if sheet.isOfMonth {
        let site = try laptop.site(named: self.site.site, replica)
        let month = try self.month.value(laptop, site.zone)
        return Made(
          form: try forms.form(sheet, of: month, at: site), file: "\(sheet.rawValue)-\(month).html")
      }
      let (form, id) = try forms.form(sheet, named: record ?? what)
      return Made(form: form, file: "\(sheet.rawValue)-\(short(id)).html")
    }
  }
}
