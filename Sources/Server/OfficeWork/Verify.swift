import ConflictFreeRecords
import Fingerprint
import RecordStore
import VisitModel
import WireFormat

/// What a check of everything found.
package struct Soundness: Sendable {
  package var bundles = 0
  package var scopes = 0
  package var faults: [String] = []
}

extension Office {
  /// Checks every hash and every signature of the log alone, and every running digest of the feeds.
  package func verify(progress: (Int, Int) -> Void = { _, _ in }) throws -> Soundness {
    try read { replica in
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
      for head in try replica.feed.heads() {
        found.scopes += 1
        var digest = SetDigest.empty
        var position: Int64 = 0
        try replica.connection.forEach(
          "SELECT position, bundle, digestCount, digestSum FROM feed WHERE scope = ? "
            + "ORDER BY position", [.blob(head.scope.bytes)]
        ) { row in
          position += 1
          if let id = BundleID(bytes: try row.blob(1)) { digest.insert(id) }
          let isEqual =
            try row.integer(0) == position && Int64(clamping: digest.count) == row.integer(2)
            && digest.sum.bytes == row.blob(3)
          if !isEqual, found.faults.count < 100 {
            found.faults.append("\(head.scope): feed differs at \(position)")
          }
        }
      }
      return found
    }
  }
}
