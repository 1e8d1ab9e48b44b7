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
}

extension Rescue {
  /// Copies the store as it is at this moment: the log to `path`, household keys to `path.keys`. Private
  /// keys go to `path.secret` only if a passphrase wraps them.
  ///
  /// All files or none: each is opened again and checked before this returns.
  /// - Throws: `StoreFault.fileExists` when a name is taken; `FieldFault.failed` when the check fails.
  package func backUp(_ field: FieldEnvironment, to path: String) throws -> BackupSummary {
    var made: [String] = []
    do { return try backUp(field, to: path, &made) } catch {
      do { for file in made { try disk.remove(file) } } catch {
        // What stopped the backup is told first; on such a disk the next try names what is left.
      }
      throw error
    }
  }

  private func backUp(
    _ field: FieldEnvironment, to path: String, _ made: inout [String]
  ) throws -> BackupSummary {
    let keys = path + ".keys"
    let secret = path + ".secret"
    for name in [path, keys, secret] where try disk.facts(name) != nil {
      throw StoreFault.fileExists(name)
    }
    // The keys second: a bundle in the log finds its key.
    try field.database.copy(to: path)
    made.append(path)
    try field.keyDatabase.copy(to: keys)
    made.append(keys)
    var summary = BackupSummary()
    if let file = try field.secrets.load(), DeviceSecrets(file: file) == nil {
      try disk.write(secret, replacing: false) { append in try append(file) }
      made.append(secret)
      summary.holdsSecret = true
    }
    try check(path, keys, &summary)
    summary.files = try made.map {
      BackupSummary.File(path: $0, bytes: try disk.facts($0)?.size ?? 0)
    }
    return summary
  }

  /// Opens the copies and counts what is in them.
  private func check(_ path: String, _ keys: String, _ summary: inout BackupSummary) throws {
    let store = try open(path, .reading)
    let table = try open(keys, .reading)
    for (name, flaws) in [(path, try store.flaws()), (keys, try table.integrityCheck())] {
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
