import Console
import FieldCommands
import FieldWork
import Foundation
import KernelKeyring
import LocalMachine
import RecordStore
import SQLiteDatabase
import Wording

// The world of commands that look after the store, and what every command does around its work so that
// a copied or put-back store is noticed.

extension Rounds {
  static func run(
    _ command: any RescueCommand, _ language: Language, _ environment: [String: String]
  ) throws -> CommandOutput {
    let directory = try DataDirectory(path: DataDirectory.ofVisitor(environment))
    let locks = try Self.locks(directory, against: .everyone)
    return try withExtendedLifetime(locks) {
      let rescue = rescue(directory.path, language)
      var opened: Installation?
      let context = RescueContext(
        rescue: rescue,
        openLaptop: {
          try requireNoRestore(rescue)
          let field = try world(
            directory.path, language, KernelKeyring(directory: directory.path))
          opened = try settled(field, rescue, language)
          return field
        }, draft: OwnerOnlyFile(path: directory.file("draft")),
        damagedDraft: OwnerOnlyFile(path: directory.file("draft.damaged")), language: language,
        showProgress: { progress in
          guard isatty(2) == 1 else { return }
          write(progress.overwriting(language, width: 80), to: 2)
        })
      let output = try command.run(in: context)
      if let opened { note(opened, language) }
      return output
    }
  }

  static func rescue(_ home: String, _ language: Language) -> Rescue {
    Rescue(
      disk: LaptopFiles(home: home),
      open: { path, use in
        switch use {
        case .work: try SQLiteFile(path: path, kind: .laptop)
        case .reading: try SQLiteFile(reading: path)
        case .memory: try SQLiteFile(path: "", kind: .memory)
        }
      }, world: { try world($0, language, KernelKeyring(directory: home)) },
      mark: { OwnerOnlyFile(path: $0 + "/installation") },
      secrets: OwnerOnlyFile(path: home + "/device.key"), now: { SystemClock.reading().now })
  }

  /// - Throws: `FieldFault.failed` while a restore waits to be finished.
  static func requireNoRestore(_ rescue: Rescue) throws {
    if try rescue.isRestoreUnfinished() { throw FieldFault.failed(Message(.restoreUnfinished)) }
  }

  /// Tells the person, in one sentence, if the store is not where and what it was left as.
  static func settled(
    _ field: FieldEnvironment, _ rescue: Rescue, _ language: Language
  ) throws -> Installation {
    let installation = try rescue.installation(of: field.database, in: rescue.disk.home)
    if let notice = try installation.settle(field.randomness).notice {
      write(notice.text(in: language) + "\n", to: 2)
    }
    return installation
  }

  /// Notes how far the store has come. The work is done by now; a note that fails is told, and the next
  /// one makes up for it.
  static func note(_ installation: Installation, _ language: Language) {
    do { try installation.note() } catch {
      let colour = Colour(choice: .never, isTerminal: false, environment: [:])
      write(
        Failure.result(of: error).report.text(language, width: nil, colour: colour), to: 2)
    }
  }
}
