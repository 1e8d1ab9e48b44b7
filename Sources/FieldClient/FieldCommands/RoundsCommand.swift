package import ArgumentParser
import Console
import Wording

/// `rounds`: the visitor's laptop.
package struct RoundsCommand: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rounds", abstract: Phrase.helpRounds.text(in: Help.languageInUse),
      version: RoundsVersion.text,
      subcommands: [
        EnrollCommand.self, UnlockCommand.self, LockCommand.self, PassphraseCommand.self,
        StatusCommand.self, SyncCommand.self, PlanCommand.self,
        DrawCommands.self, HouseholdCommands.self, AppointmentCommands.self, RecordCommand.self,
        AttemptCommand.self, VisitsCommands.self, SignCommand.self, NoteCommands.self,
        ReturnVisitCommand.self, ReviewCommands.self, ContactCommands.self, MatterCommands.self,
        SummaryCommands.self, LetterCommands.self, NoticeCommands.self,
        MeetingCommands.self, PetitionCommands.self, IncidentCommands.self, SurveyCommands.self,
        DueCommand.self, PolicyCommands.self,
        ConflictsCommands.self,
        DuplicatesCommand.self,
        PrintCommand.self, StateCommand.self, ExportCommand.self, ImportCommand.self,
        BackupCommand.self,
        RestoreCommand.self, SalvageCommand.self, DoctorCommand.self,
      ])
  }

  package init() {}

  /// - Parameter words: without the program's name.
  /// - Throws: what `RoundsCommand.exit` takes.
  package static func read(_ words: [String]) throws -> any ParsableCommand {
    let flaw = CommandWord.flaw(
      words, of: self as any ParsableCommand.Type, named: { $0.configuration.commandName ?? "" },
      commands: {
        $0.configuration.defaultSubcommand == nil ? $0.configuration.subcommands : []
      })
    if let flaw { throw ValidationError(flaw.text(in: Help.languageInUse)) }
    return try parseAsRoot(words)
  }
}

package enum RoundsVersion {
  package static let text = "0.1.0"
  package static let program = "rounds/" + text
}
