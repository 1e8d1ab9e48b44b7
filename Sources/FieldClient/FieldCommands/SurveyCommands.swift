package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct SurveyCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "survey", .helpSurvey, example: "rounds survey list",
      subcommands: [
        SurveyCreateCommand.self, SurveyListCommand.self, SurveyShowCommand.self,
        SurveyDistributeCommand.self, SurveyAnswerCommand.self, SurveyAnalyseCommand.self,
        SurveyPublishCommand.self, SurveyWithdrawCommand.self,
      ])
  }

  package init() {}
}

struct SurveyCreateCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "create", .helpSurveyCreate,
      example: "rounds survey create satisfaction --title 2026年下半年满意度调查 --steps 5")
  }

  @Argument(help: Help.text(.helpSurveyKind)) var kind: String
  @Option(help: Help.text(.helpSurveyTitleOption)) var title: String = ""
  @Option(parsing: .unconditional, help: Help.text(.helpSurveySteps)) var steps: Int = 5
  @Option(help: Help.text(.helpSurveyDimension)) var dimension: [String] = []
  @Option(help: Help.text(.helpSurveyQuestion)) var question: String = ""
  @Option(help: Help.text(.helpSurveyCloses)) var closes: String?
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    var input = SurveyInput(try Moments.code(kind, as: SurveyKind.self, option: "kind"))
    input.title = title
    input.steps = steps
    if !dimension.isEmpty {
      input.dimensions = Set(
        try dimension.map {
          try Moments.code($0, as: SurveyDimension.self, option: "--dimension")
        })
    }
    input.question = question
    let today = LocalTime(laptop.now, in: context.environment.zone).date
    input.closesOn = try closes.map { text in
      guard let day = Answers.date(text, today: today) else {
        throw FieldFault.wrongUsage(Message(.notADate, "--closes", text))
      }
      return day
    }
    let card = try laptop.createSurvey(input, at: site.site)
    return SurveyReport.said(card, Message(.surveyCreated, short(card.survey.key.id)))
  }
}

struct SurveyListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpSurveyList, example: "rounds survey list --json")
  }

  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let cards = try laptop.read { replica in
      try laptop.surveys(of: try laptop.site(named: site.site, replica), replica)
    }
    var table = TextTable([
      .labelId, .labelKind, .labelSurveyTitle, .labelDistributed, .labelReturned,
      .labelReturnRate, .labelPublishBy, .labelState,
    ])
    for card in cards {
      table.append([
        .text(short(card.survey.key.id)), .words(card.survey.kind.phrase),
        .text(card.survey.title), .number(card.figures.distributed),
        .number(card.figures.returned),
        .text(card.figures.returnPerMille.map(SurveyLineRow.percent) ?? ""),
        .text(SurveyReport.due(card)), .words(card.stage.phrase),
      ])
    }
    return .result(
      CommandResult(
        Report(Message(.surveysTitle), [.table(table)]),
        .object(["surveys": .array(cards.map(SurveyReport.json))])))
  }
}

struct SurveyShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpSurveyShow, example: "rounds survey show 3f2a91")
  }

  @Argument(help: Help.text(.helpSurveyArgument)) var survey: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let card = try laptop.read { try laptop.surveyCard(named: survey, $0) }
    return .result(
      CommandResult(SurveyReport.report(card), .object(["survey": SurveyReport.json(card)])))
  }
}

struct SurveyDistributeCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "distribute", .helpSurveyDistribute, example: "rounds survey distribute 3f2a91 --count 200")
  }

  @Argument(help: Help.text(.helpSurveyArgument)) var survey: String
  @Option(help: Help.text(.helpSurveyCount)) var count: UInt16
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let card = try context.laptop().distributeSurvey(named: survey, Int(count))
    return SurveyReport.said(card, Message(.surveyDistributed, "\(count)"))
  }
}

struct SurveyAnswerCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "answer", .helpSurveyAnswer,
      example: "rounds survey answer 3f2a91 --way paper --slip 017 --grade cleaning=2")
  }

  @Argument(help: Help.text(.helpSurveyArgument)) var survey: String
  @Option(help: Help.text(.helpSurveyWay)) var way: String = "laptop"
  @Option(help: Help.text(.helpSurveySlip)) var slip: String?
  @Option(help: Help.text(.helpSurveyGrade)) var grade: [String] = []
  @Option(help: Help.text(.helpSurveyRoom)) var room: String = ""
  @Option(help: Help.text(.helpSurveyRemark)) var remark: String = ""
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    var input = SurveySlip(try Moments.code(way, as: SurveyWay.self, option: "--way"))
    for text in grade {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let step = Int(parts[1]) else {
        throw FieldFault.wrongUsage(Message(.surveyGradeForm, text))
      }
      input.grades[try Moments.code(parts[0], as: SurveyDimension.self, option: "--grade")] = step
    }
    input.slip = slip
    input.room = room
    input.remark = remark
    let (card, reminders) = try context.laptop().answerSurvey(named: survey, input)
    return SurveyReport.said(
      card, Message(.surveyAnswered, "\(card.figures.returned)"), reminders)
  }
}

struct SurveyAnalyseCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "analyse", .helpSurveyAnalyse, example: "rounds survey analyse 3f2a91 --text 加强保洁")
  }

  @Argument(help: Help.text(.helpSurveyArgument)) var survey: String
  @Option(help: Help.text(.helpSurveyText)) var text: String = ""
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let card = try context.laptop().analyseSurvey(named: survey, saying: text)
    return SurveyReport.said(card, Message(.surveyAnalysed, SurveyReport.due(card)))
  }
}

struct SurveyPublishCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "publish", .helpSurveyPublish, example: "rounds survey publish 3f2a91 --notice 8c01de")
  }

  @Argument(help: Help.text(.helpSurveyArgument)) var survey: String
  @Option(help: Help.text(.helpSurveyNotice)) var notice: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let (card, reminders) = try context.laptop().publishSurvey(named: survey, by: notice)
    return SurveyReport.said(card, Message(.surveyPublished, notice), reminders)
  }
}

struct SurveyWithdrawCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "withdraw", .helpSurveyWithdraw, example: "rounds survey withdraw 3f2a91 --reason 题目有误")
  }

  @Argument(help: Help.text(.helpSurveyArgument)) var survey: String
  @Option(help: Help.text(.helpReason)) var reason: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    SurveyReport.said(
      try context.laptop().withdrawSurvey(named: survey, reason: reason),
      Message(.surveyWithdrawn))
  }
}
