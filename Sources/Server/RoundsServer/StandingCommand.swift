import AdminSocket
import ArgumentParser
import Console
import FoundationEssentials
import Glibc
import LocalMachine
import OfficeCommands
import Wording

/// A command that goes on until it is stopped, or plays a longer piece, and speaks as it goes.
protocol StandingCommand: ParsableCommand {
  var common: OfficeOptions { get }
  func stand() async throws
}

/// How the person wants to be answered.
struct OutputChoice {
  let json: Bool
  let language: Language
  let colour: Colour.Choice

  init(_ options: OfficeOptions) {
    json = options.json
    language = Language(
      preference: options.lang, environment: ProcessInfo.processInfo.environment)
    colour = Colour.Choice(rawValue: options.color) ?? .auto
  }

  /// How the streams of this process show it.
  var audience: Audience {
    Audience(
      language: language, output: stream(1), trouble: stream(2), followsProgress: isatty(2) == 1)
  }

  private func stream(_ number: Int32) -> Audience.Stream {
    let columns = StandardStream(number).columns
    let shown = Colour(
      choice: colour, isTerminal: columns != nil,
      environment: ProcessInfo.processInfo.environment)
    return Audience.Stream(width: columns, isColoured: shown.isOn)
  }

  /// For a command of any kind; one without options of its own is answered in the default way.
  init(of command: any ParsableCommand) {
    switch command {
    case let office as any OfficeCommand: self.init(office.common)
    case let standing as any StandingCommand: self.init(standing.common)
    case let restore as RestoreCommand: self.init(restore.common)
    default: self.init()
    }
  }

  private init() {
    json = false
    language = Language(preference: nil, environment: ProcessInfo.processInfo.environment)
    colour = .auto
  }
}
