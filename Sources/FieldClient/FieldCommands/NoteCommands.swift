package import ArgumentParser
import ConflictFreeRecords
import Console
import FieldWork
import TextFormats
import VisitModel
import Wording

package struct NoteCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "note", abstract: Phrase.helpNote.text(in: Help.languageInUse),
      discussion: Phrase.helpExample.text(in: Help.languageInUse, ["rounds note 3f2a91"]),
      subcommands: [NoteWriteCommand.self, NoteShowCommand.self],
      defaultSubcommand: NoteWriteCommand.self)
  }

  package init() {}
}

struct NoteWriteCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("write", .helpNoteWrite, example: "rounds note 3f2a91 --from note.txt")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @Option(help: Help.text(.helpNoteFile)) var from: String?
  @OptionGroup var common: CommonOptions

  func hold(isInteractive: Bool) -> StoreHold {
    isInteractive && from == nil ? .perStep : .whole
  }

  func run(in context: FieldContext) throws -> CommandOutput {
    let text: String
    if let from {
      text = try GivenText.read(from, context)
    } else if let questions = context.questions {
      let prompt = Phrase.askNote.text(in: context.language) + "\n"
      text = try questions.askLongText(LineQuestion(prompt)).line(stoppedBy: Message(.stopped))
    } else {
      throw FieldFault.wrongUsage(Message(.optionMissing, ["--from"]))
    }
    let laptop = try context.laptop()
    let key = try context.holding { try laptop.writeNote(text, about: visit) }
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.noteSaved))]), .object(["note": .id(key.id)])))
  }
}

struct NoteShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpNoteShow, example: "rounds note show 3f2a91")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let notes = try context.laptop().notes(about: visit)
    var report = Report()
    for note in notes {
      report.append(.fact(.labelWhen, .moment(note.writtenAt, context.environment.zone)))
      report.append(note.text.map { .quotation($0) } ?? .note(Message(.noteSealed)))
    }
    return .result(
      CommandResult(
        report,
        .object([
          "notes": .array(
            notes.map {
              .object([
                "id": .id($0.key.id), "writtenAt": .instant($0.writtenAt),
                "text": .optional($0.text), "sealed": .bool($0.text == nil),
              ])
            })
        ])))
  }
}
