package import ConflictFreeRecords
import SwiftProtobuf

/// The header of a bundle that this replica stored, and the first of its changes: for whoever tells what was done and not
/// all of it. A roster is written with thousands of changes in a bundle, of which the first says what they are.
package struct BundleOpening: Hashable, Sendable {
  package let header: BundleHeader
  /// In their order; none of a bundle for a later reader.
  package let changes: [Change]

  /// Reads an envelope that was verified before it was stored: no bound is checked again and no hash is computed.
  /// - Parameter limit: of changes; those after it are not decoded.
  /// - Throws: `WireFault.malformed`.
  package init(stored envelope: [UInt8], changes limit: Int) throws(WireFault) {
    let message: Rounds_V1_BundleOpening
    do {
      let outer = try Rounds_V1_Envelope(serializedBytes: envelope)
      message = try Rounds_V1_BundleOpening(serializedBytes: outer.bundle)
    } catch { throw .malformed("not a bundle") }
    header = try message.header.value()
    guard header.lowestReader <= BundleHeader.currentFormat else {
      changes = []
      return
    }
    var changes: [Change] = []
    for bytes in message.changes.prefix(limit) {
      let change: Rounds_V1_Change
      do { change = try Rounds_V1_Change(serializedBytes: bytes) } catch {
        throw .malformed("not a change")
      }
      changes.append(try change.value())
    }
    self.changes = changes
  }
}
