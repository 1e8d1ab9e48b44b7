import ArgumentParser
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

// What is done with a meeting once it is written down, and before the next.

struct OfficeMeetingAgendaCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "agenda", .helpMeetingAgenda, example: "rounds-server meeting agenda --company")
  }

  @OptionGroup var home: OfficeMeetingHome
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let (scope, kind, department) = try home.read(office)
    return try office.read { replica in
      let names = try office.peopleNames(on: replica)
      var table = OfficeMeetingReport.taskTable
      var objects: [JSON] = []
      for task in try office.agenda(kind, department, of: scope, on: replica) {
        let text = try office.meeting(task.meeting, on: replica)?.taskTexts[task.key.id]
        let person = names[task.account] ?? ""
        table.append(OfficeMeetingReport.row(task, text: text, person))
        objects.append(MeetingJSON.task(task, text: text, person))
      }
      return .result(
        CommandResult(
          Report(Message(.meetingAgenda), [.table(table)]),
          .object(["tasks": .array(objects)])))
    }
  }
}

struct OfficeMeetingConfirmCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "confirm", .helpMeetingConfirm, example: "rounds-server meeting confirm 3f2a91 --by 王总")
  }

  @Argument(help: OfficeHelp.text(.helpMeetingArgument)) var meeting: String
  @Option(help: OfficeHelp.text(.helpSaw)) var saw: String?
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let key = try office.meetingKey(named: meeting)
    try office.confirmMeeting(
      key, saw: try saw.map { try NoticeAnswers.shown($0) }, by: try account(by, office))
    let card = try office.meetingCard(key)
    return .result(
      CommandResult(
        Report(
          nil, [.note(Message(.meetingConfirmed, [card.opened.keptUntil.description]))]),
        .object(["meeting": card.json])))
  }
}

struct OfficeMeetingDoneCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "done", .helpMeetingDone, example: "rounds-server meeting done 3f2a91 --by 李敏")
  }

  @Argument(help: OfficeHelp.text(.helpMeetingTaskArgument)) var task: String
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let key = try office.taskKey(named: task)
    try office.finishTask(key, by: try account(by, office))
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.meetingTaskDone))]),
        .object(["task": .string(key.id.description)])))
  }
}

struct OfficeMeetingSkipCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "skip", .helpMeetingSkip,
      example: "rounds-server meeting skip --company --week 2026-02-16 --reason 春节 --by 吴敏")
  }

  @Option(help: OfficeHelp.text(.helpMeetingWeek)) var week: String
  @Option(help: OfficeHelp.text(.helpReason)) var reason: String
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var home: OfficeMeetingHome
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let (scope, kind, department) = try home.read(office)
    guard let day = CivilDate(week) else {
      throw OfficeFault.wrongUsage(Message(.notADate, ["--week", week]))
    }
    try NoticeAnswers.require(line: reason, "reason")
    let monday = try office.skipMeeting(
      kind, department, week: day, reason: reason, of: scope, by: try account(by, office))
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.meetingSkipped, [monday.description]))]),
        .object(["week": .string(monday.description)])))
  }
}
