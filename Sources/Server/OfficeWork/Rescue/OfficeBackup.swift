package import ConflictFreeRecords
import Fingerprint
import RecordStore
package import VisitModel
package import Wording

/// What a backup holds, as read back from it.
package struct OfficeBackup: Hashable, Sendable {
  package struct Scope: Hashable, Sendable {
    package let scope: ScopeID
    /// How many bundles its feed holds.
    package let position: UInt64
    package let digest: SetDigest
  }

  package let bundles: Int
  package let scopes: [Scope]
  package let keys: Int
  package let storeBytes: Int64
  package let keyBytes: Int64
}

extension Office {
  /// Writes a copy of the store to `path` and one of the key table to `path` + `.keys`, while
  /// others work on. Both are opened again and checked in full before they get these names: both or
  /// neither. The store gets its name last, so that whatever stops this, what is called `path` is whole
  /// and has its keys beside it.
  ///
  /// The log is copied first: the keys of a bundle are on disk before the bundle is, so a bundle in
  /// the one copy finds its keys in the other. Private keys are in neither.
  /// - Throws: `OfficeFault.failed` when a file of either name is there, or a copy is not sound.
  package func backup(
    to path: String, _ files: any OfficeFiles, progress: (Message) -> Void = { _ in }
  ) throws -> OfficeBackup {
    let keysPath = path + ".keys"
    let (store, keys) = (path + ".part", keysPath + ".part")
    // What an earlier try, stopped without warning, left behind: keys get their name before the store.
    if try files.size(of: path) == nil, try files.size(of: store) != nil {
      try files.remove(keysPath)
    }
    for one in [path, keysPath] where try files.size(of: one) != nil {
      throw OfficeFault.failed(Message(.officeBackupExists, [one]))
    }
    // The copy of the store last: while it is there, the next try knows whose the keys are. SQLite keeps a
    // journal beside a copy that it writes.
    for one in [keys + "-journal", keys, store + "-journal", store]
    where try files.size(of: one) != nil { try files.remove(one) }
    var made = [store, keys]
    do {
      progress(Message(.officeBackupCopying))
      try environment.database.copy(to: store)
      try environment.keyDatabase.copy(to: keys)
      progress(Message(.officeBackupChecking))
      let backup = try checked(store, keys, files)
      try files.move(keys, toFree: keysPath)
      made.append(keysPath)
      try files.move(store, toFree: path)
      return backup
    } catch {
      // It is whole, and only the disk could not say so.
      if made.contains(keysPath), try files.size(of: path) != nil { throw error }
      do { for one in made.reversed() { try files.remove(one) } } catch {
        // What stopped the backup is told first; the next one removes what is left.
      }
      throw error
    }
  }

  private func checked(
    _ store: String, _ keys: String, _ files: any OfficeFiles
  ) throws -> OfficeBackup {
    let copy = try files.openToRead(store)
    let keyCopy = try files.openToRead(keys)
    if let fault = try (copy.integrityCheck() + keyCopy.integrityCheck()).first {
      throw OfficeFault.failed(Message(.officeBackupFailed, [fault]))
    }
    let (soundness, heads) = try copy.read { connection in
      let replica = Replica(connection)
      return (try replica.feedSoundness(), try replica.feed.heads())
    }
    if let fault = soundness.faults.first {
      throw OfficeFault.failed(Message(.officeBackupFailed, ["\(fault)"]))
    }
    let (count, closed) = try keyCopy.read {
      try KeyTable($0, storeKey: secrets.storeKey).check()
    }
    if let key = closed.first {
      throw OfficeFault.failed(Message(.officeBackupFailed, ["\(key)"]))
    }
    let bundles = try copy.read { connection in
      try connection.first("SELECT COUNT(*) FROM bundle") { Int(try $0.integer(0)) } ?? 0
    }
    return OfficeBackup(
      bundles: bundles,
      scopes: heads.map {
        OfficeBackup.Scope(scope: $0.scope, position: $0.position, digest: $0.feed)
      }, keys: count, storeBytes: try files.size(of: store) ?? 0,
      keyBytes: try files.size(of: keys) ?? 0)
  }
}
