import TextFormats
import ArgumentParser
import Console
import FoundationEssentials
import Glibc
import LocalMachine
import OfficeCommands
import OfficeWork
import SQLiteDatabase
import VisitModel
import Wording

/// Parses, wires the world, runs one command or serves, prints, exits.
@main
struct RoundsServer: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rounds-server", abstract: Phrase.helpServer.text(in: OfficeHelp.chosen),
      version: ServerVersion.text,
      subcommands: [
        InitCommand.self, ServeCommand.self, DemoCommand.self, SiteCommands.self,
        HouseholdCommands.self, AccountCommands.self, CustodianCommands.self, DeviceCommands.self,
        HeldCommands.self, DuplicatesCommand.self, QuotaCommand.self, FrameCommand.self,
        StateCommand.self, VerifyCommand.self, RebuildCommand.self, CalendarCommands.self,
      ])
  }

  static func main() async {
    ProcessGuard.apply()
    var command: any ParsableCommand
    do { command = try parseAsRoot() } catch { exit(withError: error) }
    do {
      switch command {
      case let office as any OfficeCommand:
        let output = try runOffice(office)
        finish(output, office.common)
      case let calendar as CalendarDueCommand:
        finish(.result(try calendar.result()), calendar.common)
      case var serving as any AsyncParsableCommand: try await serving.run()
      default: try command.run()
      }
    } catch let fault where command is any OfficeCommand || command is CalendarDueCommand {
      let common = (command as? any OfficeCommand)?.common ?? OfficeOptions()
      finish(.result(ServerFailure.result(of: fault)), common)
    } catch let stop as ExitCode {
      exit(withError: stop)
    } catch {
      if error is CleanExit { exit(withError: error) }
      finish(.result(ServerFailure.result(of: error)), OfficeOptions())
    }
  }

  private static func runOffice(_ command: any OfficeCommand) throws -> CommandOutput {
    let home = try OfficeHome(command.common.data)
    return try withExtendedLifetime(home) {
      try command.run(in: home.context(language: language(command.common)))
    }
  }

  private static func language(_ common: OfficeOptions) -> Language {
    Language(preference: common.lang, environment: ProcessInfo.processInfo.environment)
  }

  private static func finish(_ output: CommandOutput, _ common: OfficeOptions) -> Never {
    if isatty(2) == 1 { _ = StandardStream(2).write(Array(Progress.erasing.utf8)) }
    switch output {
    case .bytes(let bytes):
      Glibc.exit(StandardStream(1).write(bytes) ? 0 : ExitStatus.failed.rawValue)
    case .result(let result):
      let isTrouble = result.status != .done
      let stream: Int32 = isTrouble ? 2 : 1
      let text = result.report.text(
        language(common), width: isatty(stream) == 1 ? 120 : nil,
        colour: Colour(
          choice: Colour.Choice(rawValue: common.color) ?? .auto, isTerminal: isatty(stream) == 1,
          environment: ProcessInfo.processInfo.environment))
      var isWritten = true
      if common.json {
        isWritten = StandardStream(1).write(result.json.text(pretty: true) + [0x0A])
      }
      if !common.json || isTrouble {
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
