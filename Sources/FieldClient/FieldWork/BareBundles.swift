import RecordStore
import Wording

// Bundles that were saved out of a damaged store, and whose wrapped keys may have been on the part that
// could not be read.
extension FieldEnvironment {
  private static let mark = "bareBundles"

  /// Says that waiting bundles may lack their wrapped keys. Idempotent.
  package func markBareBundles() throws {
    try database.write { try Meta.set(Self.mark, [1], $0) }
  }

  fileprivate func mayHaveBareBundles() throws -> Bool {
    try database.read { try Meta.bytes(Self.mark, $0)?.isEmpty == false }
  }

  fileprivate func unmarkBareBundles() throws {
    try database.write { try Meta.set(Self.mark, [], $0) }
  }
}

extension EnrolledLaptop {
  /// Wraps the keys of waiting bundles to the office again, once after a salvage: sent without its
  /// key, a bundle would be taken, and the office would never ask for the key.
  /// - Throws: `FieldFault.failed` while the vault is locked and a key is only here; nothing of them was
  ///   sent then.
  func dressBareBundles() throws {
    guard try environment.mayHaveBareBundles() else { return }
    let bare = try environment.database.read { connection in
      try BundleLog(connection).pending(of: device, limit: .max)
        .filter { try OutgoingKeys(connection).keys(with: $0.id).isEmpty }
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
