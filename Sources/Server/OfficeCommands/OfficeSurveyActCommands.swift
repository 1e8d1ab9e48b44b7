import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

// What is done with a survey once it is begun.

/// Which survey, and who acts.
struct OfficeSurveyChoice: ParsableArguments {
  @Argument(help: OfficeHelp.text(.helpSurveyArgument)) var survey: String
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String

  func read(_ office: Office) throws -> (key: RecordKey, account: AccountID) {
    (try office.surveyKey(named: survey), try account(by, office))
  }
}

struct OfficeSurveyDistributeCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "distribute", .helpSurveyDistribute,
      example: "rounds-server survey distribute 3f2a91 --count 200 --by 王芳")
  }

  @Option(help: OfficeHelp.text(.helpSurveyCount)) var count: UInt16
  @OptionGroup var choice: OfficeSurveyChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let (key, who) = try choice.read(office)
    try office.distributeSurvey(key, Int(count), by: who)
    return OfficeSurveyReport.said(
      try office.surveyCard(key), Message(.surveyDistributed, ["\(count)"]))
  }
}

struct OfficeSurveyAnswerCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "answer", .helpSurveyAnswer,
      example: "rounds-server survey answer 3f2a91 --way paper --slip 017 --grade cleaning=2 "
        + "--by 王芳")
  }

  @Option(help: OfficeHelp.text(.helpSurveyWay)) var way: String = "laptop"
  @Option(help: OfficeHelp.text(.helpSurveySlip)) var slip: String?
  @Option(help: OfficeHelp.text(.helpSurveyGrade)) var grade: [String] = []
  @Option(help: OfficeHelp.text(.helpSurveyRoom)) var room: String = ""
  @Option(help: OfficeHelp.text(.helpSurveyRemark)) var remark: String = ""
  @OptionGroup var choice: OfficeSurveyChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    var input = SurveySlip(
      try NoticeAnswers.code(way, as: SurveyWay.self, option: "--way"))
    for text in grade {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let step = Int(parts[1]) else {
        throw OfficeFault.wrongUsage(Message(.surveyGradeForm, [text]))
      }
      let dimension = try NoticeAnswers.code(
        parts[0], as: SurveyDimension.self, option: "--grade")
      input.grades[dimension] = step
    }
    input.slip = slip
    input.room = room
    input.remark = remark
    try NoticeAnswers.require(line: room, "survey")
    try NoticeAnswers.require(line: slip ?? "", "survey")
    try NoticeAnswers.require(text: remark, "survey")
    let (key, who) = try choice.read(office)
    let reminders = try office.answerSurvey(key, input, by: who)
    let card = try office.surveyCard(key)
    return OfficeSurveyReport.said(
      card, Message(.surveyAnswered, ["\(card.shown.figures.returned)"]), reminders)
  }
}

struct OfficeSurveyAnalyseCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "analyse", .helpSurveyAnalyse,
      example: "rounds-server survey analyse 3f2a91 --text 加强保洁 --by 王芳")
  }

  @Option(help: OfficeHelp.text(.helpSurveyText)) var text: String = ""
  @OptionGroup var choice: OfficeSurveyChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    try NoticeAnswers.require(text: text, "survey")
    let (key, who) = try choice.read(office)
    try office.analyseSurvey(key, text: text, by: who)
    let card = try office.surveyCard(key)
    return OfficeSurveyReport.said(card, Message(.surveyAnalysed, [card.due]))
  }
}

struct OfficeSurveyPublishCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "publish", .helpSurveyPublish,
      example: "rounds-server survey publish 3f2a91 --notice 8c01de --by 王芳")
  }

  @Option(help: OfficeHelp.text(.helpSurveyNotice)) var notice: String
  @OptionGroup var choice: OfficeSurveyChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let (key, who) = try choice.read(office)
    let reminders = try office.publishSurvey(
      key, by: try office.noticeCard(named: notice).notice.key, by: who)
    return OfficeSurveyReport.said(
      try office.surveyCard(key), Message(.surveyPublished, [notice]), reminders)
  }
}

struct OfficeSurveyWithdrawCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "withdraw", .helpSurveyWithdraw,
      example: "rounds-server survey withdraw 3f2a91 --reason 题目有误 --by 王芳")
  }

  @Option(help: OfficeHelp.text(.helpReason)) var reason: String
  @OptionGroup var choice: OfficeSurveyChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    try NoticeAnswers.require(line: reason, "survey")
    let (key, who) = try choice.read(office)
    try office.withdrawSurvey(key, reason: reason, by: who)
    return OfficeSurveyReport.said(try office.surveyCard(key), Message(.surveyWithdrawn))
  }
}
