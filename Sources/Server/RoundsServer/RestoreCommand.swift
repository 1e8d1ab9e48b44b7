import ArgumentParser
import Console
import LocalMachine
import OfficeCommands
import OfficeWork
import SyncProtocol
import TextFormats
import VisitModel
import Wording

/// Puts the office back to a backup. It opens the data directory itself, because what lies there
/// may be damaged, and it needs the directory to itself: nobody may serve from it.
struct RestoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "restore", .helpOfficeRestore,
      example: "rounds-server restore /media/disk/office-2026-11-24")
  }

  @Argument(help: OfficeHelp.text(.helpOfficeRestoreFile)) var file: String
  @Option(help: OfficeHelp.text(.helpOfficeRestoreKeys)) var keys: String?
  @Option(help: OfficeHelp.text(.helpOfficeRestoreSecret)) var officeKey: String?
  @Flag(help: OfficeHelp.text(.helpOfficeAsOfBackup)) var asOfBackup = false
  @OptionGroup var common: OfficeOptions

  func result() throws -> CommandResult {
    let directory = try OfficeHome.directory(common.data)
    guard let lock = try OfficeHome.lock(directory, waitMs: OfficeHome.patienceMs) else {
      throw try OfficeHome.taken(directory)
    }
    return try withExtendedLifetime(lock) {
      try restored(OfficeFolder(directory.path), LocalOfficeFiles())
    }
  }

  private func restored(
    _ folder: OfficeFolder, _ files: LocalOfficeFiles
  ) throws -> CommandResult {
    if try RestorePlacing.isDecided(in: folder, files) {
      let setAside = try RestorePlacing.finish(in: folder, files)
      var report = Report(nil, [.note(Message(.officeRestoreFinished))])
      if let setAside { report.append(.note(Message(.officeSetAside, [setAside]))) }
      return CommandResult(
        report,
        .object(["finishedEarlier": .bool(true), "setAside": setAside.map { .string($0) }]))
    }
    let restore = OfficeRestore(folder, files) { OfficeHome.environment($0, $1) }
    let request = RestoreRequest(
      store: file, keys: keys ?? file + ".keys", secrets: officeKey, isAsOfBackup: asOfBackup)
    let language = OutputChoice(common).language
    let summary = try restore.run(request) { label, done in
      OfficeHome.show(Progress(label, done: done, total: nil), language)
    }
    return CommandResult(report(summary), json(summary))
  }

  private func report(_ summary: OfficeRestoreSummary) -> Report {
    var report = Report(
      nil, [.note(Message(.officeRestored, ["\(summary.bundles)", "\(summary.keys)"]))])
    let taken = summary.takenBack
    if taken.admitted + taken.held + taken.keys > 0 {
      report.append(
        .note(
          Message(.officeTakenBack, ["\(taken.admitted)", "\(taken.held)", "\(taken.keys)"])))
    }
    if taken.unreadable > 0 {
      report.append(.warning(Message(.officeTakenBackDamaged, ["\(taken.unreadable)"])))
    }
    if let trouble = taken.trouble {
      report.append(.warning(Message(.officeTakenBackTrouble, [trouble])))
    }
    if taken.isOfAnother { report.append(.warning(Message(.officeTakenBackOther))) }
    if let setAside = summary.setAside {
      report.append(.note(Message(.officeSetAside, [setAside])))
    }
    if summary.waiting > 0 {
      report.append(.note(Message(.devicesWait, ["\(summary.waiting)"])))
    }
    report.append(.note(Message(.officeRestoreNext)))
    return report
  }

  private func json(_ summary: OfficeRestoreSummary) -> JSON {
    let taken = summary.takenBack
    return .object([
      "finishedEarlier": .bool(false), "bundles": .integer(summary.bundles),
      "scopes": .integer(summary.scopes), "householdKeys": .integer(summary.keys),
      "epoch": .string(summary.epoch.description), "waiting": .integer(summary.waiting),
      "setAside": summary.setAside.map { .string($0) },
      "takenBack": .object([
        "admitted": .integer(taken.admitted), "held": .integer(taken.held),
        "unreadable": .integer(taken.unreadable), "householdKeys": .integer(taken.keys),
        "ofAnotherCompany": .bool(taken.isOfAnother),
        "trouble": taken.trouble.map { .string($0) },
      ]),
    ])
  }
}
