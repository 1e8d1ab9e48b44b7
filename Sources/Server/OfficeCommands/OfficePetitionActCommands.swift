import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

// What is done with a petition once it is filed.

/// Which petition, who acts, and what they were shown.
struct OfficePetitionChoice: ParsableArguments {
  @Argument(help: OfficeHelp.text(.helpPetitionArgument)) var petition: String
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @Option(help: OfficeHelp.text(.helpSaw)) var saw: String?

  func act(
    _ act: PetitionFacts.Act, texts: [UInt32: String] = [:], answer: PetitionAnswer? = nil,
    _ context: OfficeContext
  ) throws -> CommandOutput {
    let office = try context.office()
    let who = try account(by, office)
    try OfficePetitionReport.require(texts)
    let key = try office.petitionCard(named: petition, for: who).petition.key
    try office.actOnPetition(
      key, act, texts: texts, answer: answer, saw: try saw.map { try NoticeAnswers.shown($0) },
      by: who)
    let card = try office.petitionCard(key, for: who)
    return OfficePetitionReport.said(
      card,
      Message(
        .petitionDone, [card.shortID, card.petition.stage.phrase.text(in: context.language)]))
  }
}

struct OfficePetitionAcceptCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "accept", .helpPetitionAccept, example: "rounds-server petition accept 3f2a91 --by 王总")
  }

  @OptionGroup var choice: OfficePetitionChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    try choice.act(.accept, context)
  }
}

struct OfficePetitionReplyCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "reply", .helpPetitionReply,
      example: "rounds-server petition reply 3f2a91 --text 下月起轮休 --by 王总")
  }

  @Option(help: OfficeHelp.text(.helpPetitionText)) var text: String = ""
  @OptionGroup var choice: OfficePetitionChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    try choice.act(.reply, texts: [PetitionField.reply: text], context)
  }
}

struct OfficePetitionAnswerCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "answer", .helpPetitionAnswer,
      example: "rounds-server petition answer 3f2a91 --as agrees --by 陈文")
  }

  @Option(name: .customLong("as"), help: OfficeHelp.text(.helpPetitionAnswerOption))
  var answer: String
  @OptionGroup var choice: OfficePetitionChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let answer = try NoticeAnswers.code(
      self.answer, as: PetitionAnswer.self, option: "--as")
    return try choice.act(.answer, answer: answer, context)
  }
}

struct OfficePetitionEscalateCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "escalate", .helpPetitionEscalate,
      example: "rounds-server petition escalate 3f2a91 --text … --by 陈文")
  }

  @Option(help: OfficeHelp.text(.helpPetitionText)) var text: String = ""
  @OptionGroup var choice: OfficePetitionChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    try choice.act(.escalate, texts: [PetitionField.objection: text], context)
  }
}

struct OfficePetitionTakeCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "take", .helpPetitionTake, example: "rounds-server petition take 3f2a91 --by 吴敏")
  }

  @OptionGroup var choice: OfficePetitionChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    try choice.act(.take, context)
  }
}

struct OfficePetitionDecideCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "decide", .helpPetitionDecide,
      example: "rounds-server petition decide 3f2a91 --finding … --text 同意调岗 --by 吴敏")
  }

  @Option(help: OfficeHelp.text(.helpPetitionFinding)) var finding: String = ""
  @Option(help: OfficeHelp.text(.helpPetitionText)) var text: String = ""
  @OptionGroup var choice: OfficePetitionChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    try choice.act(
      .decide, texts: [PetitionField.finding: finding, PetitionField.decision: text], context)
  }
}

struct OfficePetitionWithdrawCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "withdraw", .helpPetitionWithdraw,
      example: "rounds-server petition withdraw 3f2a91 --by 陈文")
  }

  @OptionGroup var choice: OfficePetitionChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    try choice.act(.withdraw, context)
  }
}
