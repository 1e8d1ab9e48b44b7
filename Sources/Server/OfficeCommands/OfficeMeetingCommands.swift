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

/// Meetings as head office handles them: the company's own (R2-05, R2-07), and those of departments, at
/// sites and of the company (R2-06, R2-08).
package struct OfficeMeetingCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "meeting", .helpMeeting, example: "rounds-server meeting list --company",
      subcommands: [
        OfficeMeetingRecordCommand.self, OfficeMeetingListCommand.self,
        OfficeMeetingShowCommand.self, OfficeMeetingAgendaCommand.self,
        OfficeMeetingConfirmCommand.self, OfficeMeetingDoneCommand.self,
        OfficeMeetingSkipCommand.self,
      ])
  }

  package init() {}
}

/// Whose something is: a site's, or the company's own.
struct OfficeOwner: ParsableArguments {
  @Option(help: OfficeHelp.text(.helpSite)) var site: String?
  @Flag(help: OfficeHelp.text(.helpCompanyOwn)) var company = false

  func scope(_ office: Office) throws -> ScopeID {
    let named = try site.map { try office.site(named: $0) }
    let said = [named, company ? office.company : nil].compactMap { $0 }
    guard let scope = said.first, said.count == 1 else {
      throw OfficeFault.wrongUsage(Message(.officeWhose))
    }
    return scope
  }
}

/// Whose meeting it is: a department's, at a site or of the company, or the company's own.
struct OfficeMeetingHome: ParsableArguments {
  @OptionGroup var owner: OfficeOwner
  @Option(help: OfficeHelp.text(.helpMeetingWhose)) var department: String?

  func read(
    _ office: Office
  ) throws -> (scope: ScopeID, kind: MeetingKind, department: Department?) {
    let scope = try owner.scope(office)
    let named = try department.map {
      try NoticeAnswers.code($0, as: Department.self, option: "--department")
    }
    if named == nil, scope == office.company { return (scope, .company, nil) }
    return (scope, .department, named ?? .customerService)
  }
}

struct OfficeMeetingRecordCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "record", .helpMeetingRecord,
      example: "rounds-server meeting record --company --start '2026-11-30 09:00' --chair 王总 "
        + "--decisions … --by 吴敏")
  }

  @Option(help: OfficeHelp.text(.helpMeetingStart)) var start: String
  @Option(help: OfficeHelp.text(.helpMeetingEnd)) var end: String?
  @Option(help: OfficeHelp.text(.helpMeetingPlace)) var place: String = ""
  @Option(help: OfficeHelp.text(.helpMeetingChair)) var chair: String?
  @Option(name: .customLong("minutes-by"), help: OfficeHelp.text(.helpMinutesBy))
  var taker: String?
  @Option(help: OfficeHelp.text(.helpMeetingPresent)) var present: String = ""
  @Option(help: OfficeHelp.text(.helpMeetingAbsent)) var absent: String = ""
  @Option(help: OfficeHelp.text(.helpMeetingReview)) var review: String = ""
  @Option(help: OfficeHelp.text(.helpMeetingPoints)) var points: String = ""
  @Option(help: OfficeHelp.text(.helpMeetingDecisions)) var decisions: String = ""
  @Option(name: .customLong("task"), help: OfficeHelp.text(.helpMeetingTask))
  var tasks: [String] = []
  @Option(help: OfficeHelp.text(.helpMeetingNext)) var next: String?
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var home: OfficeMeetingHome
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let (scope, kind, department) = try home.read(office)
    let who = try account(by, office)
    var input = MeetingInput(
      kind, department, start: try NoticeAnswers.moment(start, office))
    input.end = try end.map { try NoticeAnswers.moment($0, office) }
    input.place = place
    input.chair = try chair.map { try account($0, office) }
    input.minuteTaker = try taker.map { try account($0, office) } ?? who
    input.next = try next.map { try NoticeAnswers.moment($0, office) }
    input.texts = [
      MeetingField.present: present, MeetingField.absent: absent, MeetingField.review: review,
      MeetingField.points: points, MeetingField.decisions: decisions,
    ]
    input.tasks = try tasks.map { try Self.task($0, office) }
    try NoticeAnswers.require(line: place, "place")
    for text in input.texts.values.sorted() + input.tasks.map(\.text) {
      try NoticeAnswers.require(text: text, "minutes")
    }
    let card = try office.meetingCard(
      try office.recordMeeting(input, of: scope, by: who))
    let words = kind.phrase.text(in: context.language)
    return .result(
      CommandResult(
        Report(
          nil, [.note(Message(.meetingSaved, [words, card.meeting.week.description]))]),
        .object(["meeting": card.json])))
  }

  /// `WHO:DATE:WHAT`; the last may have colons of its own.
  private static func task(_ text: String, _ office: Office) throws -> MeetingInput.Task {
    let parts = WordParts.of(text, at: [":"], most: 3)
    guard parts.count == 3, !parts[0].isEmpty, !parts[2].isEmpty,
      let due = CivilDate(parts[1])
    else { throw OfficeFault.wrongUsage(Message(.meetingTaskForm, [text])) }
    return MeetingInput.Task(try account(parts[0], office), due, parts[2])
  }
}

/// None is opened: `show` opens one.
struct OfficeMeetingListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "list", .helpMeetingList, example: "rounds-server meeting list --company --json")
  }

  @Option(help: OfficeHelp.text(.helpSite)) var site: [String] = []
  @Flag(help: OfficeHelp.text(.helpCompanyOwn)) var company = false
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let named = try site.map { try office.site(named: $0) }
    let only = Set(named + (company ? [office.company] : []))
    return try office.read { replica in
      let names = try office.peopleNames(on: replica)
      let policy = try replica.policy()
      var report = Report(Message(.meetingsTitle))
      var objects: [JSON] = []
      for (scope, site) in try office.noticeScopes(on: replica)
      where only.isEmpty || only.contains(scope) {
        let meetings = try office.meetings(of: scope, on: replica)
        if meetings.isEmpty { continue }
        report.append(.fact(Message(.labelSite), .text(site?.name ?? office.name)))
        var table = TextTable(MeetingRow.headings)
        for meeting in meetings {
          table.append(OfficeMeetingReport.row(meeting, names).cells)
          objects.append(OfficeMeetingReport.listed(meeting, of: site, names, policy))
        }
        report.append(.table(table))
      }
      if objects.isEmpty { report.append(.table(TextTable(MeetingRow.headings))) }
      return .result(CommandResult(report, .object(["meetings": .array(objects)])))
    }
  }
}

struct OfficeMeetingShowCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "show", .helpMeetingShow, example: "rounds-server meeting show 3f2a91")
  }

  @Argument(help: OfficeHelp.text(.helpMeetingArgument)) var meeting: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let card = try office.meetingCard(try office.meetingKey(named: meeting))
    return .result(
      CommandResult(OfficeMeetingReport.report(card), .object(["meeting": card.json])))
  }
}
