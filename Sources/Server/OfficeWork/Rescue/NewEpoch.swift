import Fingerprint
package import RecordStore
import SyncProtocol
package import VisitModel

/// Why an office began a new epoch.
package enum EpochCause: Int, CodeSet {
  /// By the command `restore`.
  case restored = 1
  /// An older file was found in place of the store.
  case copiedBack
}

/// The epochs a store has lived through, oldest first.
enum OfficeEpochs {
  static func past(_ connection: any SQLConnection) throws -> [Epoch] {
    let bytes = try Meta.bytes("epoch.past", connection) ?? []
    return stride(from: 0, to: bytes.count - bytes.count % 16, by: 16).compactMap {
      Epoch(bytes: bytes[$0..<$0 + 16])
    }
  }

  static func add(_ epoch: Epoch, _ connection: any SQLConnection) throws {
    let known = try Meta.bytes("epoch.past", connection) ?? []
    try Meta.set("epoch.past", known + epoch.bytes, connection)
  }
}

extension Office {
  /// Begins a new epoch on a store that was put back to an earlier moment: laptops notice it and
  /// offer all they hold. The chain of the office's own bundles goes on from the tip that the store
  /// knows, under a new writer id, so that a fork in it shows as restored. Laptops that the store
  /// knows wait for an administrator to confirm them, open one-time codes are void, and everybody is
  /// logged out of the pages: who logged out or was disabled since may be logged in there. Tokens of programs end likewise.
  /// - Returns: the office in its new epoch.
  package func beginNewEpoch(because cause: EpochCause) throws -> Office {
    try write { replica in
      let connection = replica.connection
      try OfficeEpochs.add(epoch, connection)
      try Meta.set("epoch", environment.randomness.bytes(16), connection)
      try replica.mintWriter(environment.randomness.word())
      try Meta.set(
        "restoredMs", integer: Int(clamping: now.millisecondsSince1970), connection)
      try Meta.set("restored.cause", integer: cause.rawValue, connection)
      try DeviceStandings(connection).begin(with: devices(on: replica).map(\.key))
      try DeviceContacts(connection).forget()
      try connection.run("DELETE FROM enrolmentCode WHERE device IS NULL")
      try endAllSessions(on: replica)
      try endAllTokens(on: replica)
    }
    return try Office(environment, secrets)
  }

  /// When the present epoch began, if a restore began it.
  package func restoredAt(on replica: Replica) throws -> Instant? {
    try Meta.integer("restoredMs", replica.connection).map {
      Instant(millisecondsSince1970: Int64($0))
    }
  }
}
