package import ArgumentParser
package import Console
import FieldWork
import Glibc
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct SyncCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("sync", .helpSync, example: "rounds sync")
  }

  @Flag(help: Help.text(.helpWatch)) var watch = false
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func hold(isInteractive: Bool) -> StoreHold { watch ? .perStep : .whole }
  package var keepsOut: KeptOut { .otherSyncs }
  package var opensVault: Bool { false }

  package func run(in context: FieldContext) throws -> CommandOutput {
    while watch {
      try round(context)
      sleep(300)
    }
    return .result(presented(try once(try context.enrolledLaptop(), context)))
  }

  /// One round of a watch, said on one line. Weather does not end a watch, nor does another program
  /// that keeps the store; anything else does.
  private func round(_ context: FieldContext) throws {
    let environment = context.environment
    let time = environment.clock().now.wallText(in: environment.zone)
    do {
      try context.holdingStore {
        // Opened anew each time: a vault that was locked meanwhile is locked for a watch too.
        let summary = try once(try context.enrolledLaptop(), context)
        let sent = summary.stored + summary.alreadyKnown
        context.say(
          Phrase.watchRound.text(in: context.language, [time, "\(sent)", "\(summary.received)"]))
      }
    } catch FieldFault.notReached(let why) {
      sayWaiting(time, why, context)
    } catch StoreFault.busy { sayWaiting(time, Message(.storeBusy), context) }
  }

  private func sayWaiting(_ time: String, _ why: Message, _ context: FieldContext) {
    context.say(
      TerminalText.lines(
        Phrase.watchWaits.text(in: context.language, [time, why.text(in: context.language)])))
  }

  private func once(_ laptop: any EnrolledLaptop, _ context: FieldContext) throws -> SyncSummary {
    try laptop.synchronise { summary in
      context.showProgress(
        Progress(
          Message(.syncing), done: summary.stored + summary.alreadyKnown + summary.received,
          total: nil))
    }
  }

  /// "In sync" is said only when both ends were found equal; otherwise what is still open is said.
  private func presented(_ summary: SyncSummary) -> CommandResult {
    var report = Report()
    report.append(
      .note(
        Message(
          .syncDone,
          ["\(summary.stored)", "\(summary.alreadyKnown)", "\(summary.received)"])))
    for (_, _, sentence) in summary.held { report.append(.warning(Message(.theySay, [sentence]))) }
    for (_, _, sentence) in summary.unreadable {
      report.append(.warning(Message(.theySay, [sentence])))
    }
    if !summary.lost.isEmpty {
      report.append(.warning(Message(.scopesLost, ["\(summary.lost.count)"])))
    }
    if abs(summary.clockDifferenceMs) > 120_000 {
      report.append(.warning(Message(.clockOff, ["\(summary.clockDifferenceMs / 60_000)"])))
    }
    // Something may have been recorded while the last answer was on its way.
    let isInSync = summary.isInSync && summary.pending == 0
    report.append(
      isInSync
        ? .note(Message(.inSync)) : .warning(Message(.notInSync, ["\(summary.pending)"])))
    return CommandResult(
      report,
      .object([
        "inSync": .bool(isInSync), "stored": .integer(summary.stored),
        "alreadyKnown": .integer(summary.alreadyKnown), "held": .integer(summary.held.count),
        "unreadable": .integer(summary.unreadable.count),
        "received": .integer(summary.received), "pending": .integer(summary.pending),
        "exchanges": .integer(summary.exchanges), "sentBytes": .integer(summary.sentBytes),
        "receivedBytes": .integer(summary.receivedBytes),
        "clockDifferenceMs": .integer(summary.clockDifferenceMs),
      ]), status: isInSync ? .done : .failed)
  }
}
