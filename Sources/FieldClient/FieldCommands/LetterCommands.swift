package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct LetterCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "letter", .helpLetter, example: "rounds letter list",
      subcommands: [LetterListCommand.self, LetterShowCommand.self, LetterWriteCommand.self])
  }

  package init() {}
}

struct LetterListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpLetterList, example: "rounds letter list --json")
  }

  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let letters = try SiteView(replica, site.scope).letters()
      var table = TextTable([
        .labelId, .labelNumber, .labelSubject, .labelWhen, .labelReplyBy, .labelAccepted,
      ])
      for letter in letters {
        table.append([
          .text(short(letter.key.id)),
          letter.name(of: site).map { .text($0) } ?? .words(.letterUnnumbered),
          .text(letter.subject), .moment(letter.at, site.zone),
          .text(letter.replyBy.description), letter.reply.map { .flag($0.isAccepted) } ?? .text(""),
        ])
      }
      return .result(
        CommandResult(
          Report(Message(.lettersTitle), [.table(table)]),
          .object([
            "letters": .array(
              try letters.map {
                try SummaryJSON.letter($0, of: site) { try laptop.personName($0, replica) }
              })
          ])))
    }
  }
}

struct LetterShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpLetterShow, example: "rounds letter show 3f2a91")
  }

  @Argument(help: Help.text(.helpLetterArgument)) var letter: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let (key, _) = try laptop.record(.letter, named: letter, replica)
      let view = SiteView(replica, key.scope)
      guard let letter = try view.letter(key), let site = try view.facts() else {
        throw FieldFault.failed(Message(.noSuchLetter))
      }
      let matters = try view.matters(ofLetter: key)
      var report = Report(
        nil,
        [
          .fact(.labelNumber, letter.name(of: site).map { .text($0) } ?? .words(.letterUnnumbered)),
          .fact(.labelSite, .text(site.name)), .fact(.labelSubject, .text(letter.subject)),
          .fact(.labelPerson, .text(try laptop.personName(letter.account, replica))),
          .fact(.labelWhen, .moment(letter.at, site.zone)),
          .fact(.labelReplyBy, .text(letter.replyBy.description)),
        ])
      for (label, text) in [
        (Phrase.labelBackground, letter.background), (.labelProposal, letter.proposal),
      ] where !text.utf8.isEmpty {
        report.append(.heading(Message(label)))
        report.append(.quotation(text))
      }
      if let reply = letter.reply {
        report.append(.heading(Message(.labelReplyText)))
        report.append(.quotation(reply.text))
        report.append(.fact(.labelAccepted, .flag(reply.isAccepted)))
      }
      return .result(
        CommandResult(
          report,
          .object([
            "letter": try SummaryJSON.letter(
              letter, of: site, matters: matters,
              policy: try replica.inForce(.letter, at: letter.at, in: site.zone)
            ) {
              try laptop.personName($0, replica)
            }
          ])))
    }
  }
}

struct LetterWriteCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "write", .helpLetterWrite,
      example:
        "rounds letter write --matter 3f2a91 --subject 更换电梯 --proposal … --reply-by 2026-10-20")
  }

  @Option(help: Help.text(.helpLetterMatter)) var matter: [String] = []
  @Option(help: Help.text(.helpLetterSubject)) var subject: String = ""
  @Option(help: Help.text(.helpLetterBackground)) var background: String = ""
  @Option(help: Help.text(.helpLetterProposal)) var proposal: String = ""
  @Option(help: Help.text(.helpLetterReplyBy)) var replyBy: String
  @OptionGroup var month: SummaryMonth
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let zone = context.environment.zone
    let today = LocalTime(laptop.now, in: zone).date
    guard let day = Answers.date(replyBy, today: today) else {
      throw FieldFault.wrongUsage(Message(.notADate, ["--reply-by", replyBy]))
    }
    let letter = try laptop.writeLetter(
      LetterText(subject: subject, background: background, proposal: proposal, replyBy: day),
      about: matter, month: try month.value(laptop, zone), at: site.site)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.letterSaved, [short(letter.key.id)]))]),
        .object(["letter": .id(letter.key.id)])))
  }
}
