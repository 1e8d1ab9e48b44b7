import AdminSocket
import Console
import Glibc
import LocalMachine
import OfficeCommands
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// Runs a command where the office's data may be touched: here, if nobody else owns it, or in the
/// server that does.
enum OwnedOffice {
  /// Between two looks at lock and socket: a server that is stopping leaves both.
  private static let lookMs = 100

  /// - Throws: why the command could not be run, or failed here. A command that failed in the server
  ///   comes back as what is to be printed.
  static func run(_ command: any OfficeCommand) throws -> Printed {
    let choice = OutputChoice(command.common)
    let directory = try OfficeHome.directory(command.common.data)
    for look in 0...(OfficeHome.patienceMs / lookMs) {
      if let lock = try OfficeHome.lock(directory, waitMs: look == 0 ? 0 : lookMs) {
        return try here(command, try OfficeHome(directory, lock), choice)
      }
      guard type(of: command).worksWhileServing,
        let server = try AdminClient(calling: directory)
      else { continue }
      if let printed = try there(server, choice) { return printed }
    }
    throw try OfficeHome.taken(directory)
  }

  private static func here(
    _ command: any OfficeCommand, _ home: OfficeHome, _ choice: OutputChoice
  ) throws -> Printed {
    try withExtendedLifetime(home) {
      home.tell(choice.language)
      let context = try home.context(.own(), choice.language, home.environment.zone)
      let printed = Printed(
        try command.run(in: context), json: choice.json, for: choice.audience)
      home.keepMark(choice.language)
      return printed
    }
  }

  /// - Returns: nothing when the server ended before it began.
  private static func there(_ server: AdminClient, _ choice: OutputChoice) throws -> Printed? {
    let request = AdminRequest(
      program: ServerVersion.program, words: Array(CommandLine.arguments.dropFirst()),
      directory: try WorkingDirectory.path(),
      zone: SystemClock.zone(at: SystemClock.reading().now), audience: choice.audience)
    return try server.run(request, doors: .own()) {
      guard choice.audience.followsProgress else { return }
      let text = "\r" + Phrase.serverBusy.text(in: choice.language) + "\u{1B}[K"
      _ = StandardStream(2).write(Array(text.utf8))
    }
  }
}
