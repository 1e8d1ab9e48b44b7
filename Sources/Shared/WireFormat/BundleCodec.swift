package import ConflictFreeRecords
import Fingerprint
import SwiftProtobuf
import VisitModel

/// Bundles as bytes. Encoding happens once, when a bundle is written; from then on its bytes are
/// what is stored, hashed, sent and relayed.
package enum BundleCodec {
  /// The bytes of a bundle, at most `Bounds.bundleBytesMax`.
  /// - Throws: `WireFault.tooLarge`, `.malformed` when the values themselves break a bound.
  package static func encode(_ bundle: Bundle) throws(WireFault) -> [UInt8] {
    if let flaw = BundleBounds.flaw(in: bundle) { throw .malformed(flaw) }
    var message = Rounds_V1_Bundle()
    message.header = Rounds_V1_Header(bundle.header)
    for change in bundle.changes { message.changes.append(try Rounds_V1_Change(change)) }
    let bytes: [UInt8]
    do { bytes = try message.serializedBytes() } catch { throw .malformed("\(error)") }
    guard bytes.count <= Bounds.bundleBytesMax else {
      throw .tooLarge(limit: Bounds.bundleBytesMax)
    }
    return bytes
  }

  /// Reads a bundle. A bundle for a later reader keeps its header and is given no changes: it is
  /// carried, counted and relayed, not interpreted.
  package static func decode(_ bytes: [UInt8]) throws(WireFault) -> Bundle {
    guard bytes.count <= Bounds.bundleBytesMax else {
      throw .tooLarge(limit: Bounds.bundleBytesMax)
    }
    let message: Rounds_V1_Bundle
    do { message = try Rounds_V1_Bundle(serializedBytes: bytes) } catch {
      throw .malformed("not a bundle")
    }
    let header = try message.header.value()
    if let flaw = BundleBounds.flaw(in: header) { throw .malformed(flaw) }
    if header.lowestReader > BundleHeader.currentFormat {
      return Bundle(header: header, changes: [])
    }
    var changes: [Change] = []
    changes.reserveCapacity(message.changes.count)
    for change in message.changes { changes.append(try change.value()) }
    let bundle = Bundle(header: header, changes: changes)
    if let flaw = BundleBounds.flaw(in: bundle) { throw .malformed(flaw) }
    return bundle
  }

  /// Bytes and signature as they travel.
  package static func envelope(bundle: [UInt8], signature: [UInt8]) throws(WireFault) -> [UInt8] {
    var message = Rounds_V1_Envelope()
    message.bundle = bytesField(bundle)
    message.signature = bytesField(signature)
    do { return try message.serializedBytes() } catch { throw .malformed("\(error)") }
  }
}

/// What makes a bundle well-formed beyond its encoding; a function of its bytes alone, so that every
/// replica decides alike.
enum BundleBounds {
  /// The header is frozen, so these hold for the bundles of every program to come.
  static func flaw(in header: BundleHeader) -> String? {
    guard header.program.utf8.count <= 64 else { return "program name too long" }
    guard header.formatVersion >= 1 else { return "format version 0" }
    return nil
  }

  static func flaw(in bundle: Bundle) -> String? {
    if let flaw = flaw(in: bundle.header) { return flaw }
    guard !bundle.changes.isEmpty else { return "no change" }
    guard bundle.changes.count <= Bounds.bundleChangesMax else { return "too many changes" }
    var touched: Set<RecordKey> = []
    for change in bundle.changes {
      let key = RecordKey(scope: bundle.header.scope, type: change.type, id: change.record)
      guard touched.insert(key).inserted else { return "two changes to one record" }
      guard !change.fields.isEmpty else { return "a change without fields" }
      guard change.fields.count <= Bounds.changeFieldsMax, change.saw.count <= Bounds.sawMax else {
        return "too many fields or ancestors"
      }
      for (a, b) in zip(change.fields, change.fields.dropFirst()) where a.number >= b.number {
        return "field \(b.number) twice"
      }
      for field in change.fields {
        if case .decimal(_, let scale) = field.value, !(0...18).contains(scale) {
          return "a decimal's scale"
        }
      }
      for (a, b) in zip(change.saw, change.saw.dropFirst()) where a >= b {
        return "an ancestor twice"
      }
    }
    return nil
  }
}
