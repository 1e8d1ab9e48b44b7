import ArgumentParser
import Console
import FoundationEssentials
import Glibc
import LocalMachine
import OfficeCommands
import OfficeWork
import SQLiteDatabase
import TextFormats
import VisitModel
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
        RoundCommands.self, SlotCommands.self, QuotaCommand.self, FrameCommand.self,
        StateCommand.self, VerifyCommand.self, RebuildCommand.self, CalendarCommands.self,
      ])
  }

  static func start() async {
    ProcessGuard.apply()
    let command: any ParsableCommand
    do { command = try parseAsRoot() } catch { exit(withError: error) }
    do {
      switch command {
      case let office as any OfficeCommand:
        finish(try runOffice(office), OutputChoice(office.common))
      case let calendar as CalendarDueCommand:
        finish(.result(try calendar.result()), OutputChoice(calendar.common))
      case let standing as any StandingCommand: try await standing.stand()
      default:
        // A group without a verb, or a request for help: ArgumentParser's own words.
        var group = command
        do { try group.run() } catch { exit(withError: error) }
      }
    } catch let fault {
      finish(.result(ServerFailure.result(of: fault)), OutputChoice(of: command))
    }
  }

  private static func runOffice(_ command: any OfficeCommand) throws -> CommandOutput {
    let home = try OfficeHome(command.common.data)
    return try withExtendedLifetime(home) {
      try command.run(in: home.context(language: OutputChoice(command.common).language))
    }
  }

  private static func finish(_ output: CommandOutput, _ choice: OutputChoice) -> Never {
    if isatty(2) == 1 { _ = StandardStream(2).write(Array(Progress.erasing.utf8)) }
    switch output {
    case .bytes(let bytes):
      Glibc.exit(StandardStream(1).write(bytes) ? 0 : ExitStatus.failed.rawValue)
    case .result(let result):
      let isTrouble = result.status != .done
      let stream: Int32 = isTrouble ? 2 : 1
      let text = result.report.text(
        choice.language, width: isatty(stream) == 1 ? 120 : nil,
        colour: Colour(
          choice: choice.colour, isTerminal: isatty(stream) == 1,
          environment: ProcessInfo.processInfo.environment))
      var isWritten = true
      if choice.json {
        isWritten = StandardStream(1).write(result.json.text(pretty: true) + [0x0A])
      }
      if !choice.json || isTrouble {
        isWritten = StandardStream(stream).write(Array(text.utf8)) && isWritten
      }
      Glibc.exit(isWritten ? result.status.rawValue : ExitStatus.failed.rawValue)
    }
  }
}

enum ServerVersion {
  static let text = "0.1.0"
  static let program = "rounds-server/" + text
}
