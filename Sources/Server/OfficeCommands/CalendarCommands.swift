package import ArgumentParser
import CommunicationPolicy
package import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct CalendarCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "calendar", .helpCalendar,
      example: "rounds-server calendar due 2026-09-30 --working-days 2",
      subcommands: [
        CalendarDueCommand.self, CalendarShowCommand.self, CalendarImportCommand.self,
        CalendarDayCommand.self,
      ])
  }

  package init() {}
}

/// Where there is an office, with what was loaded there; elsewhere with what ships with the program.
package struct CalendarDueCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "due", .helpCalendarDue,
      example: "rounds-server calendar due 2026-09-30 --working-days 2 --json")
  }

  @Argument(help: OfficeHelp.text(.helpDate)) var date: String
  @Option(parsing: .unconditional, help: OfficeHelp.text(.helpWorkingDays)) var workingDays: Int
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    .result(try result(try context.office().workingCalendar()))
  }

  package func result() throws -> CommandResult { try result(.standard) }

  private func result(_ calendar: WorkingCalendar) throws -> CommandResult {
    let start = try civilDate(date)
    guard (0...10_000).contains(workingDays) else {
      throw OfficeFault.wrongUsage(Message(.notANumber, ["--working-days", "\(workingDays)"]))
    }
    let due = calendar.due(after: start, workingDays: workingDays)
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

struct CalendarShowCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "show", .helpCalendarShow, example: "rounds-server calendar show 2026")
  }

  @Argument(help: OfficeHelp.text(.helpYear)) var year: Int
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    guard (1...9999).contains(year) else {
      throw OfficeFault.wrongUsage(Message(.notANumber, ["YEAR", "\(year)"]))
    }
    let office = try context.office()
    let calendar = try office.workingCalendar()
    let source =
      try office.read { try $0.calendarRecords(of: office.company) }.notices
      .first { $0.year == year }?.source
    var table = TextTable([
      .init(Message(.labelDate)), .init(Message(.labelDay)), .init(Message(.labelDayName)),
    ])
    let days = calendar.deviations(in: year)
    for day in days {
      let word: Phrase =
        switch (day.deviation.isOff, day.isFirms) {
        case (true, false): .dayOff
        case (false, false): .dayWorking
        case (true, true): .dayOffFirm
        case (false, true): .dayWorkingFirm
        }
      table.append([
        .text(day.date.description), .words(Message(word)), .text(day.deviation.name),
      ])
    }
    var report = Report(nil, [.table(table)])
    if !calendar.isKnown(year) { report.append(.warning(Message(.yearUnknown, ["\(year)"]))) }
    if let source, !source.isEmpty { report.append(.note(Message(.noticeSource, [source]))) }
    return .result(
      CommandResult(
        report,
        .object([
          "year": .integer(year), "known": .bool(calendar.isKnown(year)),
          "source": source.map { .string($0) } ?? .null,
          "days": .array(
            days.map {
              .object([
                "date": .string($0.date.description), "off": .bool($0.deviation.isOff),
                "name": .string($0.deviation.name), "firm": .bool($0.isFirms),
              ])
            }),
        ])))
  }
}

struct CalendarImportCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "import", .helpCalendarImport, example: "rounds-server calendar import 2027.json")
  }

  @Argument(help: OfficeHelp.text(.helpHolidayFile)) var file: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let notice = try HolidayFile.notice(
      try context.readFile(file, HolidayFile.bytesMax), file: file)
    return .result(ImportReport.result(try context.office().importNotice(notice), []))
  }
}

struct CalendarDayCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "day", .helpCalendarDay,
      example: "rounds-server calendar day 2026-12-24 --off --name 司庆")
  }

  @Argument(help: OfficeHelp.text(.helpDate)) var date: String
  @Flag(help: OfficeHelp.text(.helpDayOff)) var off = false
  @Flag(help: OfficeHelp.text(.helpDayWorking)) var working = false
  @Flag(help: OfficeHelp.text(.helpDayWithdraw)) var withdraw = false
  @Option(help: OfficeHelp.text(.helpDayName)) var name: String?
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let day = try civilDate(date)
    guard [off, working, withdraw].filter({ $0 }).count == 1 else {
      throw OfficeFault.wrongUsage(Message(.dayOneOf, []))
    }
    let given = name ?? ""
    guard withdraw || !given.isBlank, given.utf8.count <= Bounds.lineBytesMax else {
      throw OfficeFault.wrongUsage(Message(.optionMissing, ["--name"]))
    }
    let office = try context.office()
    let isChanged = try office.setFirmDay(
      day, withdraw ? nil : WorkingCalendar.Deviation(isOff: off, name: given))
    let isWorkingDay = try office.workingCalendar().isWorkingDay(day)
    return .result(
      CommandResult(
        Report(
          nil,
          [
            .fact(Message(.labelDate), .text(day.description)),
            .fact(Message(.labelDay), .words(Message(isWorkingDay ? .dayWorking : .dayOff))),
          ]),
        .object([
          "date": .string(day.description), "changed": .bool(isChanged),
          "working": .bool(isWorkingDay),
        ])))
  }
}

private func civilDate(_ text: String) throws -> CivilDate {
  guard let date = CivilDate(text) else {
    throw OfficeFault.wrongUsage(Message(.notADate, ["DATE", text]))
  }
  return date
}
