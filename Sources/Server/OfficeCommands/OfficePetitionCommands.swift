package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Suggestions and appeals at the office (R2-13 to R2-17). Whoever looks says who they are, because only
/// those read one who have a part in it (A39).
package struct OfficePetitionCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "petition", .helpPetition, example: "rounds-server petition list --by 吴敏",
      subcommands: [
        OfficePetitionFileCommand.self, OfficePetitionListCommand.self,
        OfficePetitionShowCommand.self, OfficePetitionAcceptCommand.self,
        OfficePetitionReplyCommand.self, OfficePetitionAnswerCommand.self,
        OfficePetitionEscalateCommand.self, OfficePetitionTakeCommand.self,
        OfficePetitionDecideCommand.self, OfficePetitionWithdrawCommand.self,
      ])
  }

  package init() {}
}

struct OfficePetitionFileCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "file", .helpPetitionFile,
      example: "rounds-server petition file suggestion --company --to 王总 --matter 排班 --facts … "
        + "--by 吴敏")
  }

  @Argument(help: OfficeHelp.text(.helpPetitionKind)) var kind: String
  @Option(help: OfficeHelp.text(.helpPetitionTo)) var to: String = ""
  @Option(help: OfficeHelp.text(.helpPetitionMatter)) var matter: String = ""
  @Option(help: OfficeHelp.text(.helpPetitionFacts)) var facts: String = ""
  @Option(help: OfficeHelp.text(.helpPetitionEvidence)) var evidence: String = ""
  @Option(help: OfficeHelp.text(.helpPetitionWish)) var wish: String = ""
  @Option(help: OfficeHelp.text(.helpNoticeDepartment)) var department: String?
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var owner: OfficeOwner
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let scope = try owner.scope(office)
    let who = try account(by, office)
    let texts = [
      PetitionField.matter: matter, PetitionField.facts: facts,
      PetitionField.evidence: evidence, PetitionField.wish: wish,
    ]
    try OfficePetitionReport.require(texts)
    // Head office's people are of head office, unless they say otherwise.
    let usual: Department = scope == office.company ? .headOffice : .customerService
    let department =
      try self.department.map {
        try NoticeAnswers.code($0, as: Department.self, option: "--department")
      } ?? usual
    let key = try office.filePetition(
      try NoticeAnswers.code(kind, as: PetitionKind.self, option: "kind"), department,
      to: try to.isBlank ? nil : account(to, office), texts: texts, in: scope, by: who)
    let card = try office.petitionCard(key, for: who)
    let petition = card.petition
    return OfficePetitionReport.said(
      card,
      Message(
        .petitionFiled,
        [
          card.shortID, card.name(petition.superior),
          petition.replyDue(card.opened.settings).description,
        ]))
  }
}

struct OfficePetitionListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "list", .helpPetitionList, example: "rounds-server petition list --by 吴敏 --json")
  }

  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let cards = try office.petitionCards(for: try account(by, office))
    var table = TextTable(
      ([.labelSite] + PetitionRow.headings).map { TextTable.Column(Message($0)) })
    for card in cards {
      table.append([.text(card.site?.name ?? office.name)] + OfficePetitionReport.cells(card))
    }
    return .result(
      CommandResult(
        Report(Message(.petitionsTitle), [.table(table)]),
        .object(["petitions": .array(cards.map(\.json))])))
  }
}

struct OfficePetitionShowCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "show", .helpPetitionShow, example: "rounds-server petition show 3f2a91 --by 吴敏")
  }

  @Argument(help: OfficeHelp.text(.helpPetitionArgument)) var petition: String
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let card = try office.petitionCard(named: petition, for: try account(by, office))
    return .result(
      CommandResult(
        OfficePetitionReport.report(card), .object(["petition": card.json])))
  }
}
