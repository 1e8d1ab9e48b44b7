package import ArgumentParser
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
}

package enum RoundsVersion {
  package static let text = "0.1.0"
  package static let program = "rounds/" + text
}
