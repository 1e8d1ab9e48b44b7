import ConflictFreeRecords
import Fingerprint
package import RecordStore
package import SyncProtocol
import VisitModel
package import Wording

/// What is to be put back, and from where.
package struct RestoreRequest: Hashable, Sendable {
  package var store: String
  package var keys: String
  /// A copy of `office.key`; nothing to use the one in the data directory.
  package var secrets: String?
  /// Leave alone what the present store holds and the backup lacks.
  package var isAsOfBackup: Bool

  package init(store: String, keys: String, secrets: String?, isAsOfBackup: Bool) {
    self.store = store
    self.keys = keys
    self.secrets = secrets
    self.isAsOfBackup = isAsOfBackup
  }
}

package struct OfficeRestoreSummary: Hashable, Sendable {
  package var bundles: Int
  package var scopes: Int
  package var keys: Int
  package var takenBack: TakenBack
  package var epoch: Epoch
  /// Laptops that wait for confirmation.
  package var waiting: Int
  /// When, as a part of a file's name: `2026-11-24T11-00-00Z`.
  package var stamp: String
  /// Where the store lies that was there before; nothing when there was none.
  package var setAside: String?
}

/// Puts an office back to a backup. The caller owns the data directory, and nobody serves from it.
///
/// 1. Everything is prepared in `restoring`, a directory of its own: copies of the backup, all checks,
///    the new epoch, what is taken back from the present store, the mark. A kill until here, or a
///    refusal, leaves the present store as it was.
/// 2. `restoring` becomes `restored`, in one step: now it is decided.
/// 3. `RestorePlacing` puts the files in place. A kill in between is brought to its end by whoever
///    opens the directory next, this command or any other.
package struct OfficeRestore {
  private let folder: OfficeFolder
  private let files: any OfficeFiles
  private let environment: (_ store: any SQLDatabase, _ keys: any SQLDatabase) -> OfficeEnvironment

  /// - Parameter environment: the world of an office on two databases.
  package init(
    _ folder: OfficeFolder, _ files: any OfficeFiles,
    environment:
      @escaping (_ store: any SQLDatabase, _ keys: any SQLDatabase) -> OfficeEnvironment
  ) {
    self.folder = folder
    self.files = files
    self.environment = environment
  }

  /// - Throws: `OfficeFault.failed` for a backup that is absent, damaged, somebody else's or does
  ///   not belong to the private keys; nothing was touched then.
  package func run(
    _ request: RestoreRequest, progress: (Message, _ done: Int) -> Void = { _, _ in }
  ) throws -> OfficeRestoreSummary {
    let work = OfficeFolder(folder.file(OfficeFolder.preparing))
    try files.removeDirectory(work.path)
    try checkRoom(for: request)
    try files.makeDirectory(work.path)
    var summary: OfficeRestoreSummary
    do {
      summary = try prepare(request, in: work, progress)
      try RestorePlacing.decide(in: folder, files, stamp: summary.stamp)
    } catch {
      try files.removeDirectory(work.path)
      throw error
    }
    summary.setAside = try RestorePlacing.finish(in: folder, files)
    return summary
  }

  /// The backup is copied twice over at most: as it is, and while what is taken back is written.
  private func checkRoom(for request: RestoreRequest) throws {
    var needed: Int64 = 0
    for path in [request.store, request.keys] {
      guard let size = try files.size(of: path) else {
        throw OfficeFault.failed(Message(.officeBackupAbsent, [path]))
      }
      needed += min(size, Int64.max / 8)
    }
    let free = try files.space(around: folder.path).free
    guard free / 2 > needed else {
      throw OfficeFault.failed(
        Message(.officeRestoreNoRoom, ["\(needed / 524_288 + 1)", "\(free / 1_048_576)"]))
    }
  }

  private func prepare(
    _ request: RestoreRequest, in work: OfficeFolder,
    _ progress: (Message, _ done: Int) -> Void
  ) throws -> OfficeRestoreSummary {
    progress(Message(.officeRestoreChecking), 0)
    var office = try opened(request, in: work)
    let isNewSecret = request.secrets != nil
    office = try office.beginNewEpoch(because: .restored)
    var taken = TakenBack()
    try takeErased(into: office, &taken)
    if !request.isAsOfBackup {
      try takeBack(into: office, &taken) { progress(Message(.officeRestoreTakingBack), $0) }
    }
    let soundness = try office.read { try $0.feedSoundness() }
    if let fault = soundness.faults.first {
      throw OfficeFault.failed(Message(.officeBackupUnsound, [request.store, "\(fault)"]))
    }
    try files.write(office.mark().file, to: work.file(OfficeFolder.mark))
    if isNewSecret {
      try files.write(office.secrets.file, to: work.file(OfficeFolder.secrets))
    }
    // Empty rollback journals; the databases are complete without them.
    for name in [OfficeFolder.store, OfficeFolder.keys] {
      try files.remove(work.file(name) + "-journal")
    }
    let table = try office.environment.keyDatabase.read {
      try KeyTable($0, storeKey: office.secrets.storeKey).check()
    }
    return try office.read { replica in
      OfficeRestoreSummary(
        bundles: try replica.connection.first("SELECT COUNT(*) FROM bundle") {
          Int(try $0.integer(0))
        } ?? 0,
        scopes: try replica.feed.heads().count, keys: table.count, takenBack: taken,
        epoch: office.epoch, waiting: try office.awaitingConfirmation(on: replica).count,
        stamp: Self.stamp(office.now), setAside: nil)
    }
  }

  private static func stamp(_ now: Instant) -> String {
    let seconds: [UInt8] = now.utcText.utf8.prefix(19).map { $0 == 0x3A ? 0x2D : $0 }
    return String(decoding: seconds, as: UTF8.self) + "Z"
  }

  /// Copies the backup into the working directory and opens it there, once every check has passed.
  private func opened(_ request: RestoreRequest, in work: OfficeFolder) throws -> Office {
    let store = work.file(OfficeFolder.store)
    let keys = work.file(OfficeFolder.keys)
    try bring(request.store, to: store)
    try bring(request.keys, to: keys)
    let database = try checked(request.store) { try files.openAlone(store) }
    let keyDatabase = try checked(request.keys) { try files.openAlone(keys) }
    for (path, one) in [(request.store, database), (request.keys, keyDatabase)] {
      if let fault = try checked(path, { try one.integrityCheck() }).first {
        throw OfficeFault.failed(Message(.officeBackupUnsound, [path, fault]))
      }
    }
    // Before any table is made: what lacks ours is no store of ours.
    try checked(request.store) {
      _ = try database.read { try Meta.bytes("company", $0) }
      try database.write { try Schema.prepare($0, database.dialect) }
    }
    try checked(request.keys) {
      _ = try keyDatabase.read { try $0.first("SELECT COUNT(*) FROM householdKey") { _ in true } }
      try keyDatabase.write { try KeyTable.prepare($0, keyDatabase.dialect) }
    }
    let office = try Office(environment(database, keyDatabase), try secrets(for: request))
    try office.requireSoundKeyFile()
    let soundness = try checked(request.store) { try office.read { try $0.feedSoundness() } }
    if let fault = soundness.faults.first {
      throw OfficeFault.failed(Message(.officeBackupUnsound, [request.store, "\(fault)"]))
    }
    let table = try checked(request.keys) {
      try keyDatabase.read { try KeyTable($0, storeKey: office.secrets.storeKey).check() }
    }
    guard table.closed.isEmpty else {
      throw OfficeFault.failed(
        Message(.officeKeysDoNotOpen, [request.keys, "\(table.closed.count)", "\(table.count)"]))
    }
    return office
  }

  /// A store that was set aside by hand may have its write-ahead log beside it.
  private func bring(_ path: String, to target: String) throws {
    try files.copy(path, to: target)
    if try files.size(of: path + "-wal") != nil {
      try files.copy(path + "-wal", to: target + "-wal")
    }
  }

  private func secrets(for request: RestoreRequest) throws -> OfficeSecrets {
    let path = request.secrets ?? folder.file(OfficeFolder.secrets)
    guard try files.size(of: path) != nil else {
      throw OfficeFault.failed(Message(.officeKeyFileAbsent, [path]))
    }
    guard let secrets = OfficeSecrets(file: try files.read(path, limit: 4096)) else {
      throw OfficeFault.failed(Message(.officeKeyFileBad, [path]))
    }
    return secrets
  }

  /// Whatever is wrong with a file that somebody gave us is a fault of that file, said by its name.
  private func checked<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
    do { return try work() } catch let fault as StoreFault {
      switch fault {
      case .newerSchema, .outOfSpace, .busy: throw fault
      case .notAStore: throw OfficeFault.failed(Message(.officeBackupForeign, [path]))
      case .damaged, .computedRow, .unsafeSettings, .readOnly, .cannotOpen, .fileExists,
        .cannotMake, .database:
        throw OfficeFault.failed(Message(.officeBackupUnsound, [path, "\(fault)"]))
      }
    } catch let fault as OfficeFault { throw fault } catch {
      throw OfficeFault.failed(Message(.officeBackupUnsound, [path, "\(error)"]))
    }
  }

  /// What was destroyed since the backup stays so, whatever else is left aside. Where the present list
  /// cannot be read, the orders do it that come back with the laptops.
  private func takeErased(into office: Office, _ taken: inout TakenBack) throws {
    let keys = folder.file(OfficeFolder.keys)
    guard try files.size(of: keys) != nil else { return }
    do {
      try files.openToRead(keys).read { source in
        try office.environment.keyDatabase.write { try KeyTable.takeErased(from: source, into: $0) }
      }
    } catch let fault as StoreFault where fault != .outOfSpace {
      taken.trouble = "\(fault)"
    }
  }

  /// What the present store still gives. Its damage is told, and stops nothing: it is kept whole.
  private func takeBack(
    into office: Office, _ taken: inout TakenBack, _ progress: (_ done: Int) -> Void
  ) throws {
    let store = folder.file(OfficeFolder.store)
    let keys = folder.file(OfficeFolder.keys)
    guard try files.size(of: store) != nil else { return }
    do {
      let keyDatabase: (any SQLDatabase)? =
        try files.size(of: keys) == nil ? nil : files.openToRead(keys)
      try office.takeBack(
        from: files.openToRead(store), keys: keyDatabase, into: &taken, progress: progress)
    } catch let fault as StoreFault where fault != .outOfSpace {
      taken.trouble = "\(fault)"
    }
  }
}
