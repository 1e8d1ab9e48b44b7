import ConflictFreeRecords
package import Fingerprint
package import VisitModel
import WireFormat

/// What looking through the whole log found.
package struct LogCheck: Hashable, Sendable {
  package var bundles = 0
  /// Bundles whose bytes are not what was signed, by the names they are stored under.
  package var damaged: [String] = []
  /// Rows that repeat something else of their bundle than it says: they are not found, or for what they
  /// are not.
  package var misfiled = 0
  /// Bundles whose way to the office is told wrongly: answered without the office's signed word for it,
  /// or neither answered nor waiting to be sent.
  package var withoutReceipt = 0
  /// When the newest one was stored.
  package var newest: Instant?
}

extension Replica {
  /// Checks every hash, every signature and every receipt of the log, and what its rows say of them.
  /// Changes nothing.
  /// - Parameters:
  ///   - office: whose receipts they are; nothing before enrolment.
  ///   - own: this laptop's device; nothing before enrolment.
  package func checkLog(office: VerifyingKey?, own: VerifyingKey?) throws -> LogCheck {
    var found = LogCheck()
    let fed = try log.fed()
    try connection.forEach(
      "SELECT \(DeliveryFacts.columns), storedMs, envelope, \(BundleLog.filing) FROM bundle", []
    ) { row in
      found.bundles += 1
      let facts = try DeliveryFacts(row, fed: fed, own: own, office: office)
      if !facts.isConsistent { found.withoutReceipt += 1 }
      if let bundle = Self.authentic(try row.blob(7), named: facts.id) {
        if !Self.isFiled(bundle, row, from: 8) || facts.viewToMend != nil { found.misfiled += 1 }
      } else {
        found.damaged.append(Hexadecimal.text(facts.id))
      }
      let stored = Instant(millisecondsSince1970: try row.integer(6))
      found.newest = found.newest.map { max($0, stored) } ?? stored
    }
    return found
  }

  /// Files every bundle again by what its envelope says. Those that are damaged stay as they are.
  package func mendFiling() throws {
    var misfiled: [VerifiedBundle] = []
    try connection.forEach("SELECT id, envelope, \(BundleLog.filing) FROM bundle", []) { row in
      guard let bundle = Self.authentic(try row.blob(1), named: try row.blob(0)) else { return }
      if !Self.isFiled(bundle, row, from: 2) { misfiled.append(bundle) }
    }
    for bundle in misfiled {
      try connection.run(
        "UPDATE bundle SET (\(BundleLog.filing)) = (?,?,?,?,?,?) WHERE id = ?",
        BundleLog.filed(bundle) + [.blob(bundle.id.bytes)])
    }
  }

  /// Shows what must be shown and nothing that must not be; whoever changes it computes the tables anew.
  /// - Parameter own: this laptop's device; nothing before enrolment.
  /// - Returns: how many rows said something else.
  package func mendViews(own: VerifyingKey?) throws -> Int {
    let fed = try log.fed()
    var wrong: [(id: [UInt8], view: Int64)] = []
    try connection.forEach("SELECT \(DeliveryFacts.columns) FROM bundle", []) { row in
      let facts = try DeliveryFacts(row, fed: fed, own: own, office: nil)
      if let view = facts.viewToMend { wrong.append((facts.id, view)) }
    }
    for row in wrong {
      try connection.run(
        "UPDATE bundle SET inView = ? WHERE id = ?", [.integer(row.view), .blob(row.id)])
    }
    return wrong.count
  }

  private static func authentic(_ envelope: [UInt8], named name: [UInt8]) -> VerifiedBundle? {
    do {
      let bundle = try Verification.single(envelope)
      return bundle.id.bytes == name ? bundle : nil
    } catch { return nil }
  }

  private static func isFiled(
    _ bundle: VerifiedBundle, _ row: borrowing SQLRow, from first: Int
  ) -> Bool {
    for (place, value) in BundleLog.filed(bundle).enumerated()
    where row.value(first + place) != value { return false }
    return true
  }
}
