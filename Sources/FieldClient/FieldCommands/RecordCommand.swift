package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
package import Console
import FieldWork
import TextFormats
import VisitModel
import Wording

/// A visit: asked for line by line, described by flags, or read from a file.
package struct RecordCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "record", .helpRecord,
      example: "rounds record --from visit.json")
  }

  @OptionGroup var visit: VisitOptions
  @OptionGroup var site: SiteOption
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func hold(isInteractive: Bool) -> StoreHold {
    isInteractive && visit.from == nil && !visit.isGiven ? .perStep : .whole
  }

  package func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let zone = context.environment.zone
    if let file = visit.from {
      if visit.isGiven { throw FieldFault.wrongUsage(Message(.optionsWithFrom)) }
      let bytes = try context.readFile(file, Bounds.visitFileBytesMax)
      let input = try VisitFile.input(bytes, file: file, now: laptop.now, zone)
      return .result(RecordCommand.saved(try laptop.recordVisit(input, at: site.site)))
    }
    if visit.isGiven {
      return .result(
        RecordCommand.saved(try laptop.recordVisit(try visit.input(context), at: site.site)))
    }
    guard let questions = context.questions else {
      throw FieldFault.wrongUsage(Message(.optionMissing, ["--household"]))
    }
    var form = VisitForm(laptop, questions, context, site: site.site)
    return .result(RecordCommand.saved(try form.fillAndSave()))
  }

  /// "Saved" is said after the transaction was synced to disk, never before.
  static func saved(_ recorded: RecordedVisit) -> CommandResult {
    var report = Report(
      nil,
      [
        .note(Message(.visitSaved, [short(recorded.key.id)])),
        .fact(.labelMonth, .text(recorded.month.description)),
        .fact(.labelRound, .number(recorded.round)),
      ])
    for reminder in recorded.reminders {
      report.append(.warning(reminder.why))
      report.append(.note(reminder.cure))
    }
    return CommandResult(
      report,
      .object([
        "visit": .id(recorded.key.id), "bundle": .id(recorded.bundle),
        "month": .id(recorded.month), "round": .integer(recorded.round),
        "reasons": .object(
          recorded.reasons.keys.sorted { $0.rawValue < $1.rawValue }.map {
            JSON.Member($0.rawValue, .string(recorded.reasons[$0] ?? ""))
          }),
        "reminders": .array(recorded.reminders.map { .string($0.rule.rawValue) }),
      ]))
  }
}

/// Feedback given, linked to the visit or opinion it answers (R1-41).
package struct ReturnVisitCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "return-visit", .helpReturnVisit,
      example: "rounds return-visit 3f2a91 --mode office --start 10:00 --end 10:15 "
        + "--household 3-1201 --signature signed --remark 已修好")
  }

  @Argument(help: Help.text(.helpMatter)) var matter: String
  @OptionGroup var visit: VisitOptions
  @OptionGroup var site: SiteOption
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    var input: VisitInput
    if let file = visit.from {
      if visit.isGiven { throw FieldFault.wrongUsage(Message(.optionsWithFrom)) }
      input = try VisitFile.input(
        try context.readFile(file, Bounds.visitFileBytesMax), file: file, now: laptop.now,
        context.environment.zone)
    } else {
      input = try visit.input(context)
    }
    input.kind = .returnVisit
    input.earlier = matter
    return .result(RecordCommand.saved(try laptop.recordVisit(input, at: site.site)))
  }
}
