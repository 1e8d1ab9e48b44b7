package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import SyncProtocol
import VisitModel
import WireFormat

// What becomes of a laptop's own bundles once the office has spoken.
extension Replica {
  /// The office has the bundle and admits it. One that waited aside takes part again.
  /// - Parameter isShown: false for one that was only carried, of a scope this laptop does not follow.
  package func acknowledge(
    _ id: BundleID, receipt: [UInt8], isShown: Bool = true
  ) throws {
    guard let logged = try log.bundle(id), logged.delivery != .confirmed else { return }
    try log.setDelivery(id, .received, reason: .none, receipt: receipt)
    if !logged.inView, isShown { try admit(Stored.bundle(logged.envelope), isLate: false) }
  }

  /// The office keeps the bundle without letting it take part, or cannot read it. Its bytes stay in
  /// the log and it stays in the books, but this replica stops showing it, so that laptop and office
  /// show the same.
  package func setAside(
    _ id: BundleID, _ delivery: Delivery, _ reason: HoldReason, receipt: [UInt8]?
  ) throws {
    guard let logged = try log.bundle(id) else { return }
    try log.setDelivery(id, delivery, reason: reason, receipt: receipt)
    if logged.inView { try takeOutOfView(Stored.bundle(logged.envelope)) }
  }

  func takeOutOfView(_ bundle: VerifiedBundle) throws {
    try connection.run("UPDATE bundle SET inView = 0 WHERE id = ?", [.blob(bundle.id.bytes)])
    var head = try feed.lock(bundle.bundle.header.scope)
    head.view.remove(bundle.id)
    try feed.store(head)
    guard bundle.bundle.isReadable else { return }
    var before: [(key: RecordKey, state: RecordState)] = []
    var after: [(key: RecordKey, state: RecordState)] = []
    for change in bundle.bundle.changes {
      let key = RecordKey(scope: bundle.bundle.header.scope, type: change.type, id: change.record)
      guard let state = try records.state(of: key) else { continue }
      before.append((key, state))
      try Projections(self).remove(key)
      let left = try records.changes(of: state).filter { $0.id.bundle != bundle.id }
      if left.isEmpty {
        try records.remove(key)
      } else {
        let rest = RecordState(of: left)
        try records.store(rest, of: key)
        after.append((key, rest))
      }
    }
    try project(after)
    try Projections(self).settleDuplicates(before)
  }
}
