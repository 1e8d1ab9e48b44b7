package import ArgumentParser
package import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct BackupCommand: RescueCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("backup", .helpBackup, example: "rounds backup /media/usb/rounds.backup")
  }

  @Argument(help: Help.text(.helpBackupFile)) var file: String
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: RescueContext) throws -> CommandOutput {
    let summary = try context.rescue.backUp(try context.openLaptop(), to: file)
    var report = Report(Message(.backedUp))
    for made in summary.files { report.append(.note(Message(.backedUpFile, [made.path]))) }
    report.append(.fact(.labelBundles, .number(summary.bundles)))
    report.append(.fact(.labelPending, .number(summary.pending)))
    report.append(
      .note(Message(summary.holdsSecret ? .backupHoldsSecret : .backupLacksSecret)))
    for trouble in summary.troubles {
      report.append(.warning(Message(.backupOfUnsound)))
      report.append(.note(trouble.what))
      if let cure = trouble.cure { report.append(.note(cure)) }
    }
    return .result(
      CommandResult(
        report,
        .object([
          "troubles": .array(
            summary.troubles.map { .string($0.what.text(in: .english)) }),
          "files": .array(
            summary.files.map {
              .object(["path": .string($0.path), "bytes": .integer($0.bytes)])
            }),
          "bundles": .integer(summary.bundles), "pending": .integer(summary.pending),
          "householdKeys": .integer(summary.householdKeys),
          "holdsSecret": .bool(summary.holdsSecret),
          "scopes": .array(
            summary.scopes.map {
              .object(["scope": .id($0.scope), "digest": .string($0.digest)])
            }),
        ]), status: summary.troubles.isEmpty ? .done : .failed))
  }
}

package struct RestoreCommand: RescueCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("restore", .helpRestore, example: "rounds restore /media/usb/rounds.backup")
  }

  @Argument(help: Help.text(.helpRestoreFile)) var file: String?
  @Option(help: Help.text(.helpRestoreKeys)) var keys: String?
  @Flag(help: Help.text(.helpAsOfBackup)) var asOfBackup = false
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: RescueContext) throws -> CommandOutput {
    let summary = try context.rescue.restore(file, keys: keys, asOfBackup: asOfBackup) {
      context.show(.salvaging, $0)
    }
    var report = Report(
      Message(summary.wasFinished ? .restoreFinished : .restored),
      [
        .fact(.labelBundles, .number(summary.bundles)), .fact(.labelAside, .text(summary.aside)),
      ])
    if let back = summary.takenBack {
      report.append(.note(Message(.takenBack, ["\(back.intake.new)"])))
    }
    if let why = summary.notTakenBack { report.append(.warning(why)) }
    report.append(.note(Message(.restoredNext)))
    return .result(
      CommandResult(
        report,
        .object([
          "bundles": .integer(summary.bundles), "aside": .string(summary.aside),
          "takenBack": .integer(summary.takenBack?.intake.new ?? 0),
          "unreadable": .integer(summary.takenBack?.unreadable ?? 0),
          "keysTakenBack": .integer(summary.keysTakenBack),
          "notTakenBack": .optional(summary.notTakenBack?.text(in: .english)),
          "finishedEarlier": .bool(summary.wasFinished),
        ])))
  }
}

package struct SalvageCommand: RescueCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("salvage", .helpSalvage, example: "rounds salvage damaged/rounds.sqlite")
  }

  @Argument(help: Help.text(.helpSalvagePath)) var path: String
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: RescueContext) throws -> CommandOutput {
    let rescue = context.rescue
    if try rescue.isRestoreUnfinished() {
      throw FieldFault.failed(Message(.restoreUnfinished))
    }
    let isOwn = try rescue.isOwn(path)
    var aside: String?
    let summary: SalvageSummary
    if try rescue.isBroken(thoroughly: isOwn) {
      // The laptop's own store comes first: without it there is nothing to bring others into.
      let own = try rescue.salvageInPlace { context.show(.salvaging, $0) }
      aside = own.aside
      summary =
        isOwn
        ? own.summary
        : try rescue.salvage(path, into: try context.openLaptop()) {
          context.show(.salvaging, $0)
        }
    } else {
      summary = try rescue.salvage(path, into: try context.openLaptop()) {
        context.show(.salvaging, $0)
      }
    }
    return .result(presented(summary, aside))
  }

  private func presented(_ summary: SalvageSummary, _ aside: String?) -> CommandResult {
    var report = Report(
      Message(.salvaged, ["\(summary.found)"]),
      [
        .fact(.labelNew, .number(summary.intake.new)),
        .fact(.labelKnown, .number(summary.intake.known)),
        .fact(.labelWaiting, .number(summary.intake.waiting)),
        .fact(.labelUnreadableHere, .number(summary.unreadable)),
      ])
    if !summary.corrected.isEmpty {
      let names = summary.corrected.joined(separator: ", ")
      report.append(.warning(Message(.salvagedCorrected, [names])))
    }
    if let aside { report.append(.note(Message(.salvagedAside, [aside]))) }
    report.append(.note(Message(.importedNext)))
    return CommandResult(
      report,
      .object([
        "found": .integer(summary.found), "new": .integer(summary.intake.new),
        "known": .integer(summary.intake.known), "waiting": .integer(summary.intake.waiting),
        "unreadable": .integer(summary.unreadable), "damaged": .bool(summary.wasDamaged),
        "corrected": .array(summary.corrected.map { .string($0) }),
        "aside": .optional(aside), "refused": IntakeReport.json(summary.intake.refused),
      ]))
  }
}
