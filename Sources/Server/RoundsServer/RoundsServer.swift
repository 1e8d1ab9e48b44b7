import AdminSocket
import ArgumentParser
import Console
import Glibc
import LocalMachine
import OfficeCommands
import Wording

@main
enum Program {
  static func main() async { await RoundsServer.start() }
}

/// Parses, wires the world, runs one command or serves, prints, exits.
struct RoundsServer: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rounds-server", abstract: Phrase.helpServer.text(in: OfficeHelp.chosen),
      version: ServerVersion.text,
      subcommands: [
        InitCommand.self, ServeCommand.self, DemoCommand.self, SiteCommands.self,
        HouseholdCommands.self, AccountCommands.self, CustodianCommands.self, DeviceCommands.self,
        HeldCommands.self, DuplicateCommands.self, OfficeConflictCommands.self,
        OfficeReviewCommands.self, OfficeMatterCommands.self, OfficeReportCommand.self,
        OfficeNoticeCommands.self, OfficeMeetingCommands.self, OfficePetitionCommands.self,
        OfficeIncidentCommands.self, OfficeSurveyCommands.self, OfficeDueCommands.self,
        RetentionCommands.self, OfficePolicyCommands.self, RoundCommands.self,
        SlotCommands.self, QuotaCommand.self, FrameCommand.self,
        StateCommand.self, VerifyCommand.self, RebuildCommand.self, CalendarCommands.self,
        BackupCommand.self, RestoreCommand.self, OfficeDoctorCommand.self,
      ])
  }

  static func start() async {
    ProcessGuard.apply()
    let command: any ParsableCommand
    do { command = try read(Array(CommandLine.arguments.dropFirst())) } catch {
      exit(withError: error)
    }
    do {
      try OpenFiles.claim()
      switch command {
      case let calendar as CalendarDueCommand where try !OfficeHome.exists(calendar.common.data):
        let choice = OutputChoice(calendar.common)
        finish(Printed(.result(try calendar.result()), json: choice.json, for: choice.audience))
      case let office as any OfficeCommand: finish(try OwnedOffice.run(office))
      case let restore as RestoreCommand:
        let choice = OutputChoice(restore.common)
        finish(Printed(.result(try restore.result()), json: choice.json, for: choice.audience))
      case let standing as any StandingCommand: try await standing.stand()
      default:
        // A group without a verb, or a request for help: ArgumentParser's own words.
        var group = command
        do { try group.run() } catch { exit(withError: error) }
      }
    } catch let fault {
      let choice = OutputChoice(of: command)
      finish(
        Printed(.result(ServerFailure.result(of: fault)), json: choice.json, for: choice.audience))
    }
  }

  private static func read(_ words: [String]) throws -> any ParsableCommand {
    let flaw = CommandWord.flaw(
      words, of: self as any ParsableCommand.Type, named: { $0.configuration.commandName ?? "" },
      commands: {
        $0.configuration.defaultSubcommand == nil ? $0.configuration.subcommands : []
      })
    if let flaw { throw ValidationError(flaw.text(in: OfficeHelp.chosen)) }
    return try parseAsRoot(words)
  }

  private static func finish(_ printed: Printed) -> Never {
    if isatty(2) == 1 { _ = StandardStream(2).write(Array(Progress.erasing.utf8)) }
    let isWritten = StandardStream(1).write(printed.output)
    let isSaid = StandardStream(2).write(printed.trouble)
    Glibc.exit(isWritten && isSaid ? printed.status : ExitStatus.failed.rawValue)
  }
}

enum ServerVersion {
  static let text = "0.1.0"
  static let program = "rounds-server/" + text
}
