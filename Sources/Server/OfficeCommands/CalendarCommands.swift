package import ArgumentParser
import CommunicationPolicy
package import Console
import OfficeWork
import TextFormats
import VisitModel
import Wording

package struct CalendarCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "calendar", .helpCalendar,
      example: "rounds-server calendar due 2026-09-30 --working-days 2",
      subcommands: [CalendarDueCommand.self])
  }

  package init() {}
}

/// Needs no office: the calendar ships with the program.
package struct CalendarDueCommand: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "due", .helpCalendarDue,
      example: "rounds-server calendar due 2026-09-30 --working-days 2 --json")
  }

  @Argument(help: OfficeHelp.text(.helpDate)) var date: String
  @Option(help: OfficeHelp.text(.helpWorkingDays)) var workingDays: Int
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func result() throws -> CommandResult {
    guard let start = CivilDate(date) else {
      throw OfficeFault.wrongUsage(Message(.notADate, ["DATE", date]))
    }
    guard (0...10_000).contains(workingDays) else {
      throw OfficeFault.wrongUsage(Message(.notANumber, ["--working-days", "\(workingDays)"]))
    }
    let due = WorkingCalendar.standard.due(after: start, workingDays: workingDays)
    var report = Report(nil, [.fact(Message(.labelDate), .text(due.date.description))])
    if due.isProvisional { report.append(.warning(Message(.dueProvisional))) }
    return CommandResult(
      report,
      .object([
        "start": .string(start.description), "workingDays": .integer(workingDays),
        "due": .string(due.date.description), "provisional": .bool(due.isProvisional),
      ]))
  }
}
