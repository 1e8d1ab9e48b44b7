import ArgumentParser
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Settles a conflict by one of its values. A script brings the token of what it was shown; a person
/// at a terminal is shown every value, and then asked.
struct ConflictsSettleCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "settle", .helpConflictsSettle,
      example: "rounds conflicts settle 3f2a91 --choose 2 --saw …")
  }

  @Argument(help: Help.text(.helpConflictArgument)) var record: String
  @Option(help: Help.text(.helpConflictField)) var field: UInt32?
  @Option(parsing: .unconditional, help: Help.text(.helpConflictChoice)) var choose: Int?
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup var common: CommonOptions

  func hold(isInteractive: Bool) -> StoreHold { isInteractive && saw == nil ? .perStep : .whole }

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let conflict = try context.holding { try laptop.read { try theConflict(laptop, $0) } }
    let choice: Int
    let seen: [ChangeID]
    if let saw {
      guard let choose else { throw FieldFault.wrongUsage(Message(.optionMissing, ["--choose"])) }
      (choice, seen) = (choose, try VisitReport.changes(saw))
    } else {
      guard let questions = context.questions else {
        throw FieldFault.wrongUsage(Message(.sawMissing))
      }
      context.say(
        ConflictReport.report(conflict).text(
          context.language, width: 80, colour: .off
        ).trimmingLastLineFeed)
      (choice, seen) = (try choose ?? ask(questions, context), conflict.saw)
    }
    guard conflict.sides.indices.contains(choice - 1) else {
      throw FieldFault.wrongUsage(
        Message(.choiceOutOfRange, ["\(choice)", "\(conflict.sides.count)"]))
    }
    let chosen = conflict.sides[choice - 1]
    try context.holding {
      try laptop.settle(
        conflict.record, field: conflict.field, choosing: chosen.head.change, saw: seen)
    }
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.conflictSettled, [conflict.text(of: chosen)]))]),
        .object([
          "record": .id(conflict.record.id), "type": .string(conflict.record.type.name),
          "field": .integer(Int(conflict.field)), "chosen": .id(chosen.head.change),
        ])))
  }

  /// The one open conflict that the words mean.
  private func theConflict(_ laptop: Laptop, _ replica: Replica) throws -> Conflict {
    let wanted = Array(record.lowercased().utf8)
    let found = try laptop.conflicts(replica).filter {
      wanted.count >= 6 && $0.record.id.description.utf8.starts(with: wanted)
        && (field == nil || $0.field == field)
    }
    if found.count > 1 {
      throw FieldFault.wrongUsage(
        Message(.severalConflicts, [found.map { "\($0.field)" }.joined(separator: ", ")]))
    }
    guard let conflict = found.first else {
      throw FieldFault.failed(Message(.noSuchConflict, [record]))
    }
    return conflict
  }

  private func ask(_ questions: any QuestionLine, _ context: FieldContext) throws -> Int {
    let prompt = Phrase.askConflictChoice.text(in: context.language) + " "
    let typed = try questions.ask(LineQuestion(prompt)).line(stoppedBy: Message(.stopped))
    guard let choice = Int(typed) else {
      throw FieldFault.wrongUsage(Message(.choiceNotANumber, [typed]))
    }
    return choice
  }
}

extension String {
  /// `say` ends the line itself.
  fileprivate var trimmingLastLineFeed: String {
    utf8.last == 0x0A ? String(decoding: utf8.dropLast(), as: UTF8.self) : self
  }
}
