import ArgumentParser
import CommunicationPolicy
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

// What is done with a petition once it is filed.

/// Which petition, and what its editor was shown.
struct PetitionChoice: ParsableArguments {
  @Argument(help: Help.text(.helpPetitionArgument)) var petition: String
  @Option(help: Help.text(.helpSaw)) var saw: String?

  func act(
    _ act: PetitionFacts.Act, texts: [UInt32: String] = [:], answer: PetitionAnswer? = nil,
    _ context: FieldContext
  ) throws -> CommandOutput {
    let card = try context.laptop().act(
      act, onPetition: petition, texts: texts, answer: answer,
      saw: try saw.map { try VisitReport.changes($0) })
    return PetitionReport.done(card, context)
  }
}

struct PetitionAcceptCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "accept", .helpPetitionAccept, example: "rounds petition accept 3f2a91")
  }

  @OptionGroup var choice: PetitionChoice
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput { try choice.act(.accept, context) }
}

struct PetitionReplyCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "reply", .helpPetitionReply, example: "rounds petition reply 3f2a91 --text 下月起轮休")
  }

  @Option(help: Help.text(.helpPetitionText)) var text: String = ""
  @OptionGroup var choice: PetitionChoice
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    try choice.act(.reply, texts: [PetitionField.reply: text], context)
  }
}

struct PetitionAnswerCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "answer", .helpPetitionAnswer, example: "rounds petition answer 3f2a91 --as agrees")
  }

  @Option(name: .customLong("as"), help: Help.text(.helpPetitionAnswerOption)) var answer: String
  @OptionGroup var choice: PetitionChoice
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    try choice.act(
      .answer, answer: try Moments.code(answer, as: PetitionAnswer.self, option: "--as"), context)
  }
}

struct PetitionEscalateCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "escalate", .helpPetitionEscalate, example: "rounds petition escalate 3f2a91 --text …")
  }

  @Option(help: Help.text(.helpPetitionText)) var text: String = ""
  @OptionGroup var choice: PetitionChoice
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    try choice.act(.escalate, texts: [PetitionField.objection: text], context)
  }
}

struct PetitionTakeCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("take", .helpPetitionTake, example: "rounds petition take 3f2a91")
  }

  @OptionGroup var choice: PetitionChoice
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput { try choice.act(.take, context) }
}

struct PetitionDecideCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "decide", .helpPetitionDecide,
      example: "rounds petition decide 3f2a91 --finding … --text 同意调岗")
  }

  @Option(help: Help.text(.helpPetitionFinding)) var finding: String = ""
  @Option(help: Help.text(.helpPetitionText)) var text: String = ""
  @OptionGroup var choice: PetitionChoice
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    var texts = [PetitionField.decision: text]
    // A finding alone is no decision.
    if !text.isBlank { texts[PetitionField.finding] = finding }
    return try choice.act(.decide, texts: texts, context)
  }
}

struct PetitionWithdrawCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "withdraw", .helpPetitionWithdraw, example: "rounds petition withdraw 3f2a91")
  }

  @OptionGroup var choice: PetitionChoice
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput { try choice.act(.withdraw, context) }
}
