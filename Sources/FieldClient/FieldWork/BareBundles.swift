import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat
import Wording

// Bundles whose wrapped keys are gone: they were saved out of a damaged store, and the keys were on the
// part that could not be read, or the rows with the keys are damaged.

/// Pending bundles that would reach the office without a household key that was made here.
enum BareBundles {
  /// Opens nothing, so that it works while the vault is locked.
  /// - Parameters:
  ///   - database: with the log.
  ///   - table: with the household keys.
  /// - Throws: `StoreFault.damaged` for a bundle that cannot be read.
  static func find(
    of device: VerifyingKey, in database: any SQLDatabase, _ table: any SQLDatabase
  ) throws -> [LoggedBundle] {
    try database.read { log in
      try table.read { keys in
        try BundleLog(log).pending(of: device, limit: .max)
          .filter { try lacksKey($0, log, keys) }
      }
    }
  }

  private static func lacksKey(
    _ logged: LoggedBundle, _ log: any SQLConnection, _ keys: any SQLConnection
  ) throws -> Bool {
    let wraps = OutgoingKeys(log)
    return try Stored.bundle(logged.envelope).bundle.keysNamed.contains { id in
      try KeyTable.isMadeHere(id, keys) && !wraps.isOnItsWay(id)
    }
  }
}

extension FieldEnvironment {
  private static let mark = "bareBundles"

  /// Says that waiting bundles may lack their wrapped keys. Idempotent.
  package func markBareBundles() throws {
    try database.write { try Meta.set(Self.mark, [1], $0) }
  }

  /// Pending bundles of `device` that lack a key made here.
  func bareBundles(of device: VerifyingKey) throws -> [LoggedBundle] {
    try BareBundles.find(of: device, in: database, keyDatabase)
  }

  fileprivate func mayHaveBareBundles() throws -> Bool {
    try database.read { try Meta.bytes(Self.mark, $0)?.isEmpty == false }
  }

  fileprivate func unmarkBareBundles() throws {
    try database.write { try Meta.set(Self.mark, [], $0) }
  }
}

extension EnrolledLaptop {
  /// Wraps the keys of waiting bundles to the office again, once after a salvage or a mend: sent without its
  /// key, a bundle would be taken, and the office would never ask for the key.
  /// - Throws: `FieldFault.failed` while the vault is locked and a key is only here; nothing of them was
  ///   sent then.
  func dressBareBundles() throws {
    guard try environment.mayHaveBareBundles() else { return }
    let lacking = Set(try environment.bareBundles(of: device).map(\.id))
    let bare = try environment.database.read { connection in
      try BundleLog(connection).pending(of: device, limit: .max).filter {
        try lacking.contains($0.id) || OutgoingKeys(connection).keys(with: $0.id).isEmpty
      }
    }
    for bundle in bare {
      let keys = try keys(opening: bundle.envelope)
      if keys.isEmpty { continue }
      try environment.database.write { connection in
        for key in keys { try OutgoingKeys(connection).carry(key, with: bundle.id) }
      }
    }
    try environment.unmarkBareBundles()
  }
}
