import ArgumentParser
import Console
import FieldCommands
import FieldWork
import OfficeCommands
import OfficeWork
import RecordStore
import TestSupport
import TextFormats
import VisitModel
import WireFormat
import Wording

/// Words for `rounds` or `rounds-server`, one a line. They are refused in words, or the command runs in
/// a small world and ends in what its program can put into words.
struct ArgumentHarness: Harness {
  private var world: World

  init() throws { world = try World(seed: 4, households: 4, roles: [.siteManager]) }

  mutating func take(_ input: [UInt8]) throws {
    guard let (choice, rest) = chosen(input, of: 2) else { return }
    // What a shell can hand over: no zero bytes, and words of Unicode as the library decodes them.
    let words = rest.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(24)
      .map { String(decoding: $0.filter { $0 != 0 }, as: UTF8.self) }
    if choice == 0 { try runAtLaptop(words) } else { try runAtOffice(words) }
  }

  /// Whatever the commands wrote holds together.
  mutating func settle() throws {
    let soundness = try world.office.verify()
    try require(soundness.faults.isEmpty, "the office's log: \(soundness.faults)")
    try require(try officeDifferences(world).isEmpty, "the office's tables are not its log's")
    self = try ArgumentHarness()
  }

  private func runAtLaptop(_ words: [String]) throws {
    let command: any ParsableCommand
    do { command = try RoundsCommand.parseAsRoot(words) } catch {
      return try require(!RoundsCommand.fullMessage(for: error).isEmpty, "refused without words")
    }
    guard let field = command as? any FieldCommand else { return }
    do {
      try look(try field.run(in: fieldContext(world.laptops[0], file: Self.visit)))
    } catch let fault as FieldFault {
      try look(.result(presented(fault)))
    } catch is WireFault {}
  }

  private func runAtOffice(_ words: [String]) throws {
    let command: any ParsableCommand
    do { command = try OfficeRoot.parseAsRoot(words) } catch {
      return try require(!OfficeRoot.fullMessage(for: error).isEmpty, "refused without words")
    }
    guard let office = command as? any OfficeCommand else { return }
    do {
      try look(try office.run(in: officeContext(world.office, file: Self.roster)))
    } catch let fault as OfficeFault {
      try look(.result(presented(fault)))
    } catch StoreFault.cannotMake {
    } catch is WireFault {}
  }

  /// Whether what a command says can be said in a narrow window and to a script.
  private func look(_ output: CommandOutput) throws {
    guard case .result(let result) = output else { return }
    let text = result.report.text(.hans, width: 40, colour: .off)
    try require(!text.isEmpty, "nothing said")
    _ = try JSON.parse(result.json.text())
  }

  private static let visit = Array(
    """
    {"household":"1-101","mode":"office","start":"2026-09-01 07:00","end":"2026-09-01 07:20",
     "noOpinion":true,"signature":{"state":"signed"}}
    """.utf8)
  private static let roster = Array("unit,name\n1-201,张\n".utf8)
}

/// The commands of `rounds-server` that act on the office; the program's own root also serves.
private struct OfficeRoot: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rounds-server",
      subcommands: [
        InitCommand.self, SiteCommands.self, OfficeCommands.HouseholdCommands.self,
        AccountCommands.self,
        CustodianCommands.self, DeviceCommands.self, HeldCommands.self, DuplicateCommands.self,
        OfficeConflictCommands.self, OfficeReviewCommands.self, OfficeMatterCommands.self,
        OfficeReportCommand.self, OfficeNoticeCommands.self, OfficeMeetingCommands.self,
        OfficePetitionCommands.self, OfficeIncidentCommands.self, OfficeSurveyCommands.self,
        OfficeDueCommands.self, RetentionCommands.self,
        OfficePolicyCommands.self,
        RoundCommands.self,
        SlotCommands.self, QuotaCommand.self,
        FrameCommand.self, OfficeCommands.StateCommand.self, VerifyCommand.self,
        RebuildCommand.self,
        CalendarCommands.self, OfficeCommands.BackupCommand.self, OfficeDoctorCommand.self,
      ])
  }
}
