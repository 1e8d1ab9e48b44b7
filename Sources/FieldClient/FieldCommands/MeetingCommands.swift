package import ArgumentParser
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct MeetingCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "meeting", .helpMeeting, example: "rounds meeting list",
      subcommands: [
        MeetingRecordCommand.self, MeetingListCommand.self, MeetingShowCommand.self,
        MeetingAgendaCommand.self, MeetingConfirmCommand.self, MeetingDoneCommand.self,
        MeetingSkipCommand.self,
      ])
  }

  package init() {}
}

/// Whose meeting it is.
struct MeetingDepartment: ParsableArguments {
  @Option(help: Help.text(.helpNoticeDepartment)) var department: String = "customerService"

  func value() throws -> Department {
    try Moments.code(department, as: Department.self, option: "--department")
  }
}

struct MeetingRecordCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "record", .helpMeetingRecord,
      example: "rounds meeting record --start '2026-11-27 16:00' --chair 王经理 --review … "
        + "--task 李工:2026-12-04:更换路灯")
  }

  @Option(help: Help.text(.helpMeetingStart)) var start: String
  @Option(help: Help.text(.helpMeetingEnd)) var end: String?
  @Option(help: Help.text(.helpMeetingPlace)) var place: String = ""
  @Option(help: Help.text(.helpMeetingChair)) var chair: String?
  @Option(name: .customLong("minutes-by"), help: Help.text(.helpMeetingTaker)) var taker: String?
  @Option(help: Help.text(.helpMeetingPresent)) var present: String = ""
  @Option(help: Help.text(.helpMeetingAbsent)) var absent: String = ""
  @Option(help: Help.text(.helpMeetingReview)) var review: String = ""
  @Option(help: Help.text(.helpMeetingPoints)) var points: String = ""
  @Option(help: Help.text(.helpMeetingDecisions)) var decisions: String = ""
  @Option(name: .customLong("task"), help: Help.text(.helpMeetingTask)) var tasks: [String] = []
  @Option(help: Help.text(.helpMeetingNext)) var next: String?
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup var department: MeetingDepartment
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let zone = context.environment.zone
    func moment(_ text: String) throws -> Instant {
      try Moments.instant(text, now: laptop.now, zone)
    }
    var input = FieldMeetingInput(try department.value(), start: try moment(start))
    input.end = try end.map(moment)
    input.place = place
    input.chair = chair
    input.minuteTaker = taker
    input.next = try next.map(moment)
    input.texts = [
      MeetingField.present: present, MeetingField.absent: absent, MeetingField.review: review,
      MeetingField.points: points, MeetingField.decisions: decisions,
    ]
    let today = LocalTime(laptop.now, in: zone).date
    input.tasks = try tasks.map { try Self.task($0, today) }
    let card = try laptop.recordMeeting(
      input, at: site.site, saw: try saw.map { try VisitReport.changes($0) })
    let kind = card.meeting.kind.phrase.text(in: context.language)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.meetingSaved, kind, card.meeting.week.description))]),
        .object(["meeting": MeetingReport.json(card)])))
  }

  /// `WHO:DATE:WHAT`; the last may have colons of its own.
  private static func task(
    _ text: String, _ today: CivilDate
  ) throws -> (who: String, due: CivilDate, text: String) {
    let parts = WordParts.of(text, at: [":"], most: 3)
    guard parts.count == 3, !parts[0].isEmpty, !parts[2].isEmpty,
      let due = Answers.date(parts[1], today: today)
    else { throw FieldFault.wrongUsage(Message(.meetingTaskForm, text)) }
    return (parts[0], due, parts[2])
  }
}

struct MeetingListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpMeetingList, example: "rounds meeting list --json")
  }

  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let cards = try laptop.read { replica in
      try laptop.meetings(of: try laptop.site(named: site.site, replica), replica)
    }
    var table = TextTable(MeetingRow.headings)
    for card in cards { table.append(MeetingReport.row(card).cells) }
    return .result(
      CommandResult(
        Report(Message(.meetingsTitle), [.table(table)]),
        .object(["meetings": .array(cards.map(MeetingReport.json))])))
  }
}

struct MeetingShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpMeetingShow, example: "rounds meeting show 3f2a91")
  }

  @Argument(help: Help.text(.helpMeetingArgument)) var meeting: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let card = try laptop.read { try laptop.meetingCard(named: meeting, $0) }
    return .result(
      CommandResult(
        MeetingReport.report(card), .object(["meeting": MeetingReport.json(card)])))
  }
}

struct MeetingAgendaCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("agenda", .helpMeetingAgenda, example: "rounds meeting agenda")
  }

  @OptionGroup var department: MeetingDepartment
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let department = try self.department.value()
    let tasks = try laptop.read { replica in
      try laptop.agenda(
        of: department, at: try laptop.site(named: site.site, replica), replica)
    }
    var table = TextTable([.labelId, .labelPerson, .labelDueDay, .labelTask, .labelDone])
    for (task, text, person) in tasks {
      table.append([
        .text(short(task.key.id)), .text(person), .text(task.due.description),
        .text(text ?? "•••"), .words(task.done == nil ? .labelNo : .labelYes),
      ])
    }
    return .result(
      CommandResult(
        Report(Message(.meetingAgenda), [.table(table)]),
        .object([
          "tasks": .array(tasks.map { MeetingJSON.task($0.task, text: $0.text, $0.person) })
        ])))
  }
}

struct MeetingConfirmCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("confirm", .helpMeetingConfirm, example: "rounds meeting confirm 3f2a91")
  }

  @Argument(help: Help.text(.helpMeetingArgument)) var meeting: String
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let card = try context.laptop().confirmMeeting(
      named: meeting, saw: try saw.map { try VisitReport.changes($0) })
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.meetingConfirmed, card.keptUntil.description))]),
        .object(["meeting": MeetingReport.json(card)])))
  }
}

struct MeetingDoneCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("done", .helpMeetingDone, example: "rounds meeting done 3f2a91")
  }

  @Argument(help: Help.text(.helpMeetingTaskArgument)) var task: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let task = try context.laptop().finishTask(named: self.task)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.meetingTaskDone))]), .object(["task": .id(task.key.id)])))
  }
}

struct MeetingSkipCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "skip", .helpMeetingSkip, example: "rounds meeting skip --week 2026-02-16 --reason 春节")
  }

  @Option(help: Help.text(.helpMeetingWeek)) var week: String
  @Option(help: Help.text(.helpReason)) var reason: String
  @OptionGroup var department: MeetingDepartment
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let today = LocalTime(laptop.now, in: context.environment.zone).date
    guard let day = Answers.date(week, today: today) else {
      throw FieldFault.wrongUsage(Message(.notADate, "--week", week))
    }
    let monday = try laptop.skipMeeting(
      of: try department.value(), week: day, reason: reason, at: site.site)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.meetingSkipped, monday.description))]),
        .object(["week": .string(monday.description)])))
  }
}
