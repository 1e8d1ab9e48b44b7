import ConflictFreeRecords
import Fingerprint
import RecordStore
import VisitModel
import WireFormat

/// What a check of everything found.
package struct Soundness: Sendable {
  package var bundles = 0
  package var scopes = 0
  package var keys = 0
  package var faults: [String] = []
}

extension Office {
  /// Checks every hash and every signature of the log alone, every running digest of the feeds, that each
  /// admitted bundle is in its feed exactly once, and that every household key opens.
  package func verify(progress: (Int, Int) -> Void = { _, _ in }) throws -> Soundness {
    var found: Soundness = try read { replica in
      var found = Soundness()
      let total = Int(
        try replica.connection.first("SELECT COUNT(*) FROM bundle") { try $0.integer(0) } ?? 0)
      try replica.connection.forEach("SELECT id, envelope FROM bundle", []) { row in
        let id = try row.blob(0)
        do {
          let bundle = try Verification.single(try row.blob(1))
          if bundle.id.bytes != id {
            found.faults.append("\(Hexadecimal.text(id)): stored under another name")
          }
        } catch let fault as WireFault {
          found.faults.append("\(Hexadecimal.text(id)): \(fault)")
        }
        found.bundles += 1
        if found.bundles % 1000 == 0 { progress(found.bundles, total) }
      }
      found.scopes = try replica.feed.heads().count
      found.faults += try replica.feedSoundness().faults.map(\.description)
      return found
    }
    let table = try environment.keyDatabase.read {
      try KeyTable($0, storeKey: secrets.storeKey).check()
    }
    found.keys = table.count
    found.faults += table.closed.map { "\($0): this household key does not open" }
    return found
  }
}
