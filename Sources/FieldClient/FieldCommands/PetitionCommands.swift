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

package struct PetitionCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "petition", .helpPetition, example: "rounds petition list",
      subcommands: [
        PetitionFileCommand.self, PetitionListCommand.self, PetitionShowCommand.self,
        PetitionAcceptCommand.self, PetitionReplyCommand.self, PetitionAnswerCommand.self,
        PetitionEscalateCommand.self, PetitionTakeCommand.self, PetitionDecideCommand.self,
        PetitionWithdrawCommand.self,
      ])
  }

  package init() {}
}

struct PetitionFileCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "file", .helpPetitionFile,
      example: "rounds petition file suggestion --to 王经理 --matter 排班 --facts …")
  }

  @Argument(help: Help.text(.helpPetitionKind)) var kind: String
  @Option(help: Help.text(.helpPetitionTo)) var to: String = ""
  @Option(help: Help.text(.helpPetitionMatter)) var matter: String = ""
  @Option(help: Help.text(.helpPetitionFacts)) var facts: String = ""
  @Option(help: Help.text(.helpPetitionEvidence)) var evidence: String = ""
  @Option(help: Help.text(.helpPetitionWish)) var wish: String = ""
  @OptionGroup var department: MeetingDepartment
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let card = try context.laptop().filePetition(
      try Moments.code(kind, as: PetitionKind.self, option: "kind"),
      department: try department.value(), to: to,
      texts: [
        PetitionField.matter: matter, PetitionField.facts: facts,
        PetitionField.evidence: evidence, PetitionField.wish: wish,
      ], at: site.site)
    let petition = card.petition
    return PetitionReport.said(
      card,
      Message(
        .petitionFiled, short(petition.key.id), card.name(of: petition.superior),
        petition.replyDue(card.settings).description))
  }
}

struct PetitionListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpPetitionList, example: "rounds petition list --json")
  }

  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let cards = try laptop.read { replica in
      try laptop.petitions(of: try laptop.site(named: site.site, replica), replica)
    }
    var table = TextTable(PetitionRow.headings.map { TextTable.Column(Message($0)) })
    for card in cards {
      table.append([.text(short(card.petition.key.id))] + PetitionReport.row(card).cells)
    }
    return .result(
      CommandResult(
        Report(Message(.petitionsTitle), [.table(table)]),
        .object(["petitions": .array(cards.map(PetitionReport.json))])))
  }
}

struct PetitionShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpPetitionShow, example: "rounds petition show 3f2a91")
  }

  @Argument(help: Help.text(.helpPetitionArgument)) var petition: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let card = try laptop.read { try laptop.petitionCard(named: petition, $0) }
    return .result(
      CommandResult(
        PetitionReport.report(card), .object(["petition": PetitionReport.json(card)])))
  }
}
