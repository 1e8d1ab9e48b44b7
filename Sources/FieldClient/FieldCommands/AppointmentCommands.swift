package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct AppointmentCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "appointment", .helpAppointment,
      example: "rounds appointment make 3-1201 --from '2026-09-28 19:00' --to '2026-09-28 20:00'",
      subcommands: [
        AppointmentMakeCommand.self, AppointmentListCommand.self, AppointmentCancelCommand.self,
      ])
  }

  package init() {}
}

struct AppointmentMakeCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "make", .helpAppointmentMake,
      example: "rounds appointment make 3-1201 --from 19:00 --to 20:00 --with 陈女士")
  }

  @Argument(help: Help.text(.helpHouseholdArgument)) var household: String
  @Option(help: Help.text(.helpFrom)) var from: String
  @Option(help: Help.text(.helpTo)) var to: String
  @Option(help: Help.text(.helpChannel)) var channel: String = "telephone"
  @Option(name: .customLong("with"), help: Help.text(.helpAgreedWith)) var agreedWith: String = ""
  @Option(help: Help.text(.helpAt)) var agreedAt: String?
  @Option(name: .customLong("reason"), help: Help.text(.helpReasons)) var reasons: [String] = []
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let zone = context.environment.zone
    let (site, facts) = try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, mustBeAssigned: true, replica)
      return (site, try laptop.household(household, of: site, replica))
    }
    let made = try laptop.makeAppointment(
      household: facts, start: try Moments.instant(from, now: laptop.now, zone),
      end: try Moments.instant(to, now: laptop.now, zone),
      channel: try Moments.code(channel, as: AppointmentChannel.self, option: "--channel"),
      agreedWith: agreedWith,
      agreedAt: try agreedAt.map { try Moments.instant($0, now: laptop.now, zone) }
        ?? laptop.now, reasons: try GivenReasons.byRule(reasons))
    return .result(
      CommandResult(
        Report(
          Message(.appointmentMade, [facts.unitCode]),
          [
            .fact(.labelId, .text(short(made.key.id))),
            .fact(.labelStart, .moment(made.start, site.zone)),
            .fact(.labelEnd, .moment(made.end, site.zone)),
          ]), AppointmentTable.json(made, facts.unitCode)))
  }
}

struct AppointmentListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "list", .helpAppointmentList, example: "rounds appointment list --ics visits.ics")
  }

  @Option(help: Help.text(.helpICS)) var ics: String?
  @Flag(help: Help.text(.helpAllAppointments)) var all = false
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let units = Dictionary(
        try SiteView(replica, site.scope).households().map { ($0.key.id, $0.unitCode) }
      ) { a, _ in a }
      // A week back as well: a visit is often written down after its appointment is over.
      let week: Int64 = 7 * 86_400_000
      let list = try laptop.appointments(
        of: site, endingAfter: all ? nil : laptop.now.advanced(byMilliseconds: -week), replica)
      if let ics {
        try context.writeFile(ics, AppointmentTable.calendar(list, units, site, laptop.now))
      }
      let policy = try replica.policy()
      var table = TextTable([
        .labelId, .labelUnit, .labelStart, .labelEnd, .labelChannel, .labelState,
      ])
      for one in list {
        table.append([
          .text(short(one.key.id)), .text(units[one.household] ?? ""),
          .moment(one.start, site.zone), .moment(one.end, site.zone),
          .words(one.channel.phrase), .words(one.state.phrase),
        ])
      }
      return .result(
        CommandResult(
          Report(nil, [.table(table)]),
          .object([
            "appointments": .array(
              list.map { one in
                AppointmentTable.json(
                  one, units[one.household] ?? "",
                  PolicyInForce(
                    policy, for: .appointment, on: LocalTime(one.start, in: site.zone).date))
              })
          ])))
    }
  }
}

enum AppointmentTable {
  static func json(_ one: Appointment, _ unit: String, _ policy: PolicyInForce? = nil) -> JSON {
    .object([
      "id": .id(one.key.id), "unit": .string(unit), "start": .instant(one.start),
      "end": .instant(one.end), "channel": .string(one.channel.name),
      "state": .string(one.state.name), "agreedAt": .instant(one.agreedAt),
      "policy": policy?.json,
    ])
  }

  /// The door number only: a calendar is read over shoulders.
  static func calendar(
    _ list: [Appointment], _ units: [RecordID: String], _ site: SiteFacts, _ now: Instant
  ) -> [UInt8] {
    ICalendar.text(
      list.map { one in
        ICalendar.Event(
          uid: "\(one.key.id)@rounds", start: stamp(one.start, .china),
          end: stamp(one.end, .china), stamp: stamp(now, .utc) + "Z",
          summary: units[one.household] ?? "", location: site.name,
          isCancelled: one.state == .cancelled)
      })
  }

  private static func stamp(_ instant: Instant, _ zone: ZoneOffset) -> String {
    let text = instant.wallText(in: zone)
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }
    return String(decoding: digits.prefix(8), as: UTF8.self) + "T"
      + String(decoding: digits.suffix(4), as: UTF8.self) + "00"
  }
}

struct AppointmentCancelCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "cancel", .helpAppointmentCancel, example: "rounds appointment cancel 3f2a91")
  }

  @Argument(help: Help.text(.helpAppointmentId)) var appointment: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let cancelled = try context.laptop().cancelAppointment(named: appointment)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.appointmentCancelled))]),
        AppointmentTable.json(cancelled, "")))
  }
}
