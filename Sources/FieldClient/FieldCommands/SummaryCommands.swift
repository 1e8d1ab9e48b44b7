package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import Fingerprint
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct SummaryCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "summary", .helpSummary, example: "rounds summary show --month 2026-09",
      subcommands: [
        SummaryShowCommand.self, SummarySubmitCommand.self, SummaryApproveCommand.self,
        SummaryReturnCommand.self,
      ])
  }

  package init() {}
}

/// The month of a summary: the last one unless another is named, because that is whose summary is due.
struct SummaryMonth: ParsableArguments {
  @Option(help: Help.text(.helpMonth)) var month: String?

  func value(_ laptop: Laptop, _ zone: ZoneOffset) throws -> CivilMonth {
    try month.map { try Moments.month($0, now: laptop.now, zone) }
      ?? LocalTime(laptop.now, in: zone).date.civilMonth.previous
  }
}

struct SummaryShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpSummaryShow, example: "rounds summary show --json")
  }

  @OptionGroup var month: SummaryMonth
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let summary = try laptop.summary(
        of: site, month: try month.value(laptop, site.zone), replica)
      func name(_ account: AccountID) throws -> String { try laptop.personName(account, replica) }
      return .result(
        CommandResult(
          try SummaryReport.report(summary, at: laptop.now, context.language, name),
          .object(["summary": try SummaryJSON.object(summary, at: laptop.now, name)])))
    }
  }
}

struct SummarySubmitCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "submit", .helpSummarySubmit, example: "rounds summary submit --from text.txt")
  }

  @Option(help: Help.text(.helpSummaryText)) var from: String?
  @OptionGroup var month: SummaryMonth
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let text = try from.map { try GivenText.read($0, context) } ?? ""
    let month = try month.value(laptop, context.environment.zone)
    return try SummaryOutcome.result(
      try laptop.submitSummary(of: month, text, at: site.site), .summarySubmitted, laptop)
  }
}

struct SummaryApproveCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("approve", .helpSummaryApprove, example: "rounds summary approve")
  }

  @Option(help: Help.text(.helpSummaryShown)) var saw: String?
  @OptionGroup var month: SummaryMonth
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let month = try month.value(laptop, context.environment.zone)
    return try SummaryOutcome.result(
      try laptop.approveSummary(
        of: month, shown: try saw.map { try ReviewReport.shown($0) }, at: site.site),
      .summaryApproved, laptop)
  }
}

struct SummaryReturnCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "return", .helpSummaryReturn, example: "rounds summary return --comment 请补充投诉的处理情况")
  }

  @Option(help: Help.text(.helpReviewComment)) var comment: String = ""
  @OptionGroup var month: SummaryMonth
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let month = try month.value(laptop, context.environment.zone)
    return try SummaryOutcome.result(
      try laptop.returnSummary(of: month, comment, at: site.site), .summaryReturned, laptop)
  }
}

enum SummaryOutcome {
  static func result(
    _ done: (summary: MonthSummary, reminders: [Finding]), _ phrase: Phrase, _ laptop: Laptop
  ) throws -> CommandOutput {
    var report = Report(
      nil, [.note(Message(phrase, [done.summary.content.month.description]))])
    for reminder in done.reminders {
      report.append(.warning(reminder.why))
      report.append(.note(reminder.cure))
    }
    return try laptop.read { replica in
      .result(
        CommandResult(
          report,
          .object([
            "summary": try SummaryJSON.object(done.summary, at: laptop.now) {
              try laptop.personName($0, replica)
            }, "reminders": .array(done.reminders.map { .string($0.rule.rawValue) }),
          ])))
    }
  }
}

/// The manager's word about one matter.
struct MatterDecideCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "decide", .helpMatterDecide, example: "rounds matter decide 3f2a91 --measure 本月更换")
  }

  @Argument(help: Help.text(.helpMatterArgument)) var matter: String
  @Option(help: Help.text(.helpDecideMeasure)) var measure: String?
  @Option(help: Help.text(.helpDecideNone)) var none: String?
  @Flag(help: Help.text(.helpDecideBeyond)) var beyond = false
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let given: [(MatterDecisionKind, String)?] = [
      measure.map { (.measure, $0) }, none.map { (.noMeasure, $0) },
      beyond ? (.beyondAuthority, "") : nil,
    ]
    let decisions = given.compactMap { $0 }
    guard let decision = decisions.first, decisions.count == 1 else {
      throw FieldFault.wrongUsage(Message(.helpDecideOneOf))
    }
    let card = try context.laptop().decideMatter(
      named: matter, decision.0, decision.1,
      saw: try saw.map { try VisitReport.changes($0) })
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.decisionSaved, [short(card.matter.key.id)]))]),
        .object(["matter": MatterReport.json(card)])))
  }
}
