import ConflictFreeRecords
import Fingerprint
import RecordStore
package import VisitModel
import Wording

/// What a backup holds.
package struct BackupSummary: Sendable {
  package struct File: Hashable, Sendable {
    package let path: String
    package let bytes: Int64
  }
  package var files: [File] = []
  package var bundles = 0
  /// Of these, how many the office has not answered yet.
  package var pending = 0
  package var householdKeys = 0
  package var scopes: [(scope: ScopeID, digest: String)] = []
  /// Whether the private keys are in it; otherwise they stay on this machine.
  package var holdsSecret = false
  /// What a restore will refuse this backup for, as the doctor says it of the store; empty as a rule.
  package var troubles: [DoctorFinding] = []
}

extension Rescue {
  /// Copies the store as it is at this moment: the log to `path`, household keys to `path.keys`. Private
  /// keys go to `path.secret` only if a passphrase wraps them.
  ///
  /// All files or none: both copies are opened again and checked before anything gets one of these names,
  /// and `path` itself gets its name last. So whatever stops this, what is called `path` is whole and has
  /// its keys beside it.
  /// - Throws: `StoreFault.fileExists` when a name is taken; `FieldFault.failed` when the check fails.
  package func backUp(_ field: FieldEnvironment, to path: String) throws -> BackupSummary {
    let names = BackupNames(path)
    try clear(names)
    var made: [String] = []
    do { return try backUp(field, names, &made) } catch {
      // It is whole, and only the disk could not say so.
      if made.contains(names.keys), try disk.facts(names.store) != nil { throw error }
      do {
        // The copy of the log last: while it is there, the next try knows whose the others are.
        for file in made.reversed() { try disk.remove(file) }
      } catch {
        // What stopped the backup is told first; the next one removes what is left.
      }
      throw error
    }
  }

  /// The files of a backup.
  private struct BackupNames {
    let store: String
    let keys: String
    let secret: String

    init(_ path: String) {
      store = path
      keys = path + ".keys"
      secret = path + ".secret"
    }

    /// What a file is called until it is whole.
    static func part(of name: String) -> String { name + ".part" }
  }

  /// Removes what a backup of these names left that was stopped without warning, and nothing else.
  /// - Throws: `StoreFault.fileExists` when a name is taken.
  private func clear(_ names: BackupNames) throws {
    let copy = BackupNames.part(of: names.store)
    if try disk.facts(names.store) == nil, try disk.facts(copy) != nil {
      // It was stopped between two names.
      for name in [names.secret, names.keys] { try disk.remove(name) }
    }
    for name in [names.store, names.keys, names.secret] where try disk.facts(name) != nil {
      throw StoreFault.fileExists(name)
    }
    for part in [names.secret, names.keys, names.store].map(BackupNames.part) {
      // SQLite keeps a journal beside a copy that it writes.
      for file in [part + "-journal", part] where try disk.facts(file) != nil {
        try disk.remove(file)
      }
    }
  }

  private func backUp(
    _ field: FieldEnvironment, _ names: BackupNames, _ made: inout [String]
  ) throws -> BackupSummary {
    let (store, keys) = (BackupNames.part(of: names.store), BackupNames.part(of: names.keys))
    // The keys second: a bundle in the log finds its key.
    try field.database.copy(to: store)
    made.append(store)
    try field.keyDatabase.copy(to: keys)
    made.append(keys)
    var summary = BackupSummary()
    try check(names, &summary)
    for (name, copy) in [(names.store, store), (names.keys, keys)] {
      summary.files.append(BackupSummary.File(path: name, bytes: try disk.facts(copy)?.size ?? 0))
    }
    let secret = try field.secrets.load().flatMap { DeviceSecrets(file: $0) == nil ? $0 : nil }
    try disk.move(keys, toFree: names.keys)
    made.append(names.keys)
    if let secret {
      try disk.write(names.secret, replacing: false) { append in try append(secret) }
      made.append(names.secret)
      summary.files.append(BackupSummary.File(path: names.secret, bytes: Int64(secret.count)))
      summary.holdsSecret = true
    }
    try disk.move(store, toFree: names.store)
    let doctor = Doctor(self)
    summary.troubles = ([doctor.databaseFile(), doctor.enrolment()] + doctor.copyFindings())
      .filter { $0.state == .trouble }
    return summary
  }

  /// Opens the copies and counts what is in them.
  private func check(_ names: BackupNames, _ summary: inout BackupSummary) throws {
    let store = try open(BackupNames.part(of: names.store), .reading)
    let table = try open(BackupNames.part(of: names.keys), .reading)
    for (name, flaws) in [
      (names.store, try store.flaws()), (names.keys, try table.integrityCheck()),
    ] {
      guard let flaw = flaws.first else { continue }
      throw FieldFault.failed(Message(.backupUnsound, [name, flaw]))
    }
    let facts = try store.read { connection in
      (
        bundles: try connection.first("SELECT COUNT(*) FROM bundle") { Int(try $0.integer(0)) },
        pending: try BundleLog(connection).books().counts[.pending],
        heads: try Feed(connection).heads()
      )
    }
    summary.bundles = facts.bundles ?? 0
    summary.pending = facts.pending ?? 0
    summary.scopes = facts.heads.map { ($0.scope, $0.view.description) }
    summary.householdKeys =
      try table.read { connection in
        try connection.first("SELECT COUNT(*) FROM householdKey") { Int(try $0.integer(0)) }
      } ?? 0
  }
}
