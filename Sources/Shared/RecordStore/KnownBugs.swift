package import Fingerprint
package import SyncProtocol

// What programs with a known bug do, for the proof that the tests notice it (`KnownBug`). No program
// of ours calls any of it.

extension Feed {
  /// `positionsFromSequence`: the highest position of all scopes.
  func newest() throws -> UInt64 {
    try connection.first("SELECT COALESCE(MAX(position), 0) FROM feed") {
      UInt64(clamping: try $0.integer(0))
    } ?? 0
  }

  /// `cursorBeforePage`: the cursor says that a page is here which is not.
  package func skip(_ page: ScopePage) throws {
    var head = try lock(page.scope)
    head.epoch = page.epoch
    head.position = page.next
    head.feed = page.digest
    head.office = page.digest
    try store(head)
  }
}

extension BundleLog {
  /// `dedupeByNumber`: whether a device wrote something after this already.
  package func holdsOther(of device: VerifyingKey, after previous: Digest?) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM bundle WHERE device = ? AND previous = ?",
      [.blob(device.bytes), .blob(previous?.bytes ?? [])], { try $0.integer(0) }) != nil
  }

  /// `purgeBeforeReceipt`: deletes what is about to be sent.
  package func purge(_ sent: [PushedBundle]) throws {
    for bundle in sent {
      try connection.run("DELETE FROM bundle WHERE envelope = ?", [.blob(bundle.envelope)])
    }
  }
}
