import ConflictFreeRecords
package import Fingerprint
package import VisitModel
import WireFormat

extension Replica {
  /// The laptop's act after it has taken a feed to its end: others' bundles that the feed does not
  /// hold leave the view, because what the office does not admit, nobody shows.
  ///
  /// Only an office that was restored, and now holds what it once admitted, brings that about; it
  /// was offered the bundles and keeps them for an administrator. Their bytes stay here, and the
  /// feed brings them back into view when they are admitted. Idempotent, and quick when there is
  /// nothing to do.
  ///
  /// What this laptop wrote, or was given to carry, never leaves without the office's word, whatever
  /// became of the number that says how far it has come.
  /// - Parameter own: this laptop's device.
  /// - Returns: how many left.
  @discardableResult
  package func leaveOutUnadmitted(of scope: ScopeID, but own: VerifyingKey) throws -> Int {
    guard let head = try feed.head(scope), try isEqual(scope) else { return 0 }
    var onTheirWay: UInt64 = 0
    for delivery in [Delivery.pending, .received] {
      onTheirWay +=
        try connection.first(
          "SELECT COUNT(*) FROM bundle WHERE delivery = \(delivery.rawValue) AND scope = ? "
            + "AND inView = 1", [.blob(scope.bytes)]
        ) { UInt64(clamping: try $0.integer(0)) } ?? 0
    }
    let (expected, overflow) = head.feed.count.addingReportingOverflow(onTheirWay)
    guard !overflow, head.view.count > expected else { return 0 }
    let fed = Set(
      try connection.rows("SELECT bundle FROM feed WHERE scope = ?", [.blob(scope.bytes)]) {
        try $0.blob(0)
      })
    let shown = try connection.rows(
      "SELECT id FROM bundle WHERE scope = ? AND inView = 1 AND delivery = 0 AND ordinal = 0 "
        + "AND device <> ?", [.blob(scope.bytes), .blob(own.bytes)]
    ) { try $0.blob(0) }
    var left = 0
    for id in shown where !fed.contains(id) {
      let envelope = try connection.first(
        "SELECT envelope FROM bundle WHERE id = ?", [.blob(id)], { try $0.blob(0) })
      guard let envelope else { throw StoreFault.damaged("a bundle that was there is gone") }
      try takeOutOfView(Stored.bundle(envelope))
      left += 1
    }
    return left
  }
}
