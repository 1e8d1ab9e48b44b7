import ConflictFreeRecords
import Fingerprint
package import WireFormat

/// Reads back bytes that this replica wrote or verified itself. If they cannot be read, the store is
/// damaged, whatever the person was about to do; nothing is wrong with what the person gave.
package enum Stored {
  /// The bundle in an envelope of the log.
  /// - Throws: `StoreFault.damaged`, naming the bundle.
  package static func bundle(_ envelope: [UInt8]) throws(StoreFault) -> VerifiedBundle {
    do { return try Verification.stored(envelope) } catch {
      throw .damaged("bundle \(Verification.identity(envelope)), \(error)")
    }
  }

  /// The header of a bundle of the log, and the first of its changes.
  /// - Parameter limit: of changes.
  /// - Throws: `StoreFault.damaged`, naming the bundle.
  package static func opening(
    _ envelope: [UInt8], changes limit: Int
  ) throws(StoreFault) -> BundleOpening {
    do { return try BundleOpening(stored: envelope, changes: limit) } catch {
      throw .damaged("bundle \(Verification.identity(envelope)), \(error)")
    }
  }

  /// The state in a record's row.
  /// - Throws: `StoreFault.computedRow`.
  static func state(_ row: [UInt8]) throws(StoreFault) -> RecordState {
    do { return try RecordRowCodec.decode(row) } catch { throw .computedRow("record, \(error)") }
  }
}
