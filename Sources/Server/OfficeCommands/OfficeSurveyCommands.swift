package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Questionnaires and reports at the office (R1-26).
package struct OfficeSurveyCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "survey", .helpSurvey, example: "rounds-server survey list",
      subcommands: [
        OfficeSurveyCreateCommand.self, OfficeSurveyListCommand.self,
        OfficeSurveyShowCommand.self, OfficeSurveyDistributeCommand.self,
        OfficeSurveyAnswerCommand.self, OfficeSurveyAnalyseCommand.self,
        OfficeSurveyPublishCommand.self, OfficeSurveyWithdrawCommand.self,
      ])
  }

  package init() {}
}

struct OfficeSurveyCreateCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "create", .helpSurveyCreate,
      example: "rounds-server survey create satisfaction --site 绿岛 --title … --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpSurveyKind)) var kind: String
  @Option(help: OfficeHelp.text(.helpSurveyTitleOption)) var title: String = ""
  @Option(parsing: .unconditional, help: OfficeHelp.text(.helpSurveySteps)) var steps: Int = 5
  @Option(help: OfficeHelp.text(.helpSurveyDimension)) var dimension: [String] = []
  @Option(help: OfficeHelp.text(.helpSurveyQuestion)) var question: String = ""
  @Option(help: OfficeHelp.text(.helpSurveyCloses)) var closes: String?
  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    var input = SurveyInput(
      try NoticeAnswers.code(kind, as: SurveyKind.self, option: "kind"))
    input.title = title
    input.steps = steps
    if !dimension.isEmpty {
      input.dimensions = Set(
        try dimension.map {
          try NoticeAnswers.code($0, as: SurveyDimension.self, option: "--dimension")
        })
    }
    input.question = question
    input.closesOn = try closes.map { text in
      guard let day = CivilDate(text) else {
        throw OfficeFault.wrongUsage(Message(.notADate, ["--closes", text]))
      }
      return day
    }
    try NoticeAnswers.require(line: title, "survey")
    try NoticeAnswers.require(text: question, "survey")
    let key = try office.createSurvey(
      input, of: try office.site(named: site), by: try account(by, office))
    let card = try office.surveyCard(key)
    return OfficeSurveyReport.said(card, Message(.surveyCreated, [card.shortID]))
  }
}

struct OfficeSurveyListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "list", .helpSurveyList, example: "rounds-server survey list --json")
  }

  @Option(help: OfficeHelp.text(.helpSite)) var site: [String] = []
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let only = Set(try site.map { try office.site(named: $0) })
    let cards = try office.read { replica in
      try SiteView.all(in: replica).filter { only.isEmpty || only.contains($0.scope) }
        .flatMap { try office.surveyCards(of: $0, on: replica) }
    }
    var table = TextTable(
      [
        Phrase.labelSite, .labelId, .labelKind, .labelSurveyTitle, .labelDistributed,
        .labelReturned, .labelReturnRate, .labelPublishBy, .labelState,
      ].map { TextTable.Column(Message($0)) })
    for card in cards {
      let figures = card.shown.figures
      table.append([
        .text(card.site.name), .text(card.shortID), .words(Message(card.survey.kind.phrase)),
        .text(card.survey.title), .text("\(figures.distributed)"),
        .text("\(figures.returned)"),
        .text(figures.returnPerMille.map(SurveyLineRow.percent) ?? ""), .text(card.due),
        .words(Message(card.shown.stage.phrase)),
      ])
    }
    return .result(
      CommandResult(
        Report(Message(.surveysTitle), [.table(table)]),
        .object(["surveys": .array(cards.map(\.json))])))
  }
}

struct OfficeSurveyShowCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "show", .helpSurveyShow, example: "rounds-server survey show 3f2a91 --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpSurveyArgument)) var survey: String
  @Option(help: OfficeHelp.text(.helpSurveyBy)) var by: String?
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let card = try office.surveyCard(
      try office.surveyKey(named: survey), for: try by.map { try account($0, office) })
    return .result(
      CommandResult(OfficeSurveyReport.report(card), .object(["survey": card.json])))
  }
}
