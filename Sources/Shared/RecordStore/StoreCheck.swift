import ConflictFreeRecords
package import Fingerprint
import SyncProtocol
package import VisitModel
import WireFormat

/// What looking through the whole log found.
package struct LogCheck: Hashable, Sendable {
  package var bundles = 0
  /// Bundles whose bytes are not what was signed, by the names they are stored under.
  package var damaged: [String] = []
  /// Bundles that the office is said to have answered, without its signed word for it.
  package var withoutReceipt = 0
  /// When the newest one was stored.
  package var newest: Instant?
}

extension Replica {
  /// Checks every hash, every signature and every receipt of the log. Changes nothing.
  /// - Parameter office: whose receipts they are; nothing before enrolment.
  package func checkLog(office: VerifyingKey?) throws -> LogCheck {
    var found = LogCheck()
    try connection.forEach(
      "SELECT id, envelope, receipt, delivery, storedMs FROM bundle", []
    ) { row in
      found.bundles += 1
      let name = try row.blob(0)
      if !Self.isAuthentic(try row.blob(1), name) { found.damaged.append(Hexadecimal.text(name)) }
      let receipt = row.isNull(2) ? nil : try row.blob(2)
      let delivery = Delivery(rawValue: Int(try row.integer(3))) ?? .none
      let isAnswered = delivery == .received || delivery == .held
      if isAnswered, receipt == nil { found.withoutReceipt += 1 }
      if let receipt, let office, !Self.isReceipt(receipt, of: name, by: office) {
        found.withoutReceipt += 1
      }
      let stored = Instant(millisecondsSince1970: try row.integer(4))
      found.newest = found.newest.map { max($0, stored) } ?? stored
    }
    return found
  }

  private static func isAuthentic(_ envelope: [UInt8], _ name: [UInt8]) -> Bool {
    do { return try Verification.single(envelope).id.bytes == name } catch { return false }
  }

  private static func isReceipt(
    _ receipt: [UInt8], of name: [UInt8], by office: VerifyingKey
  ) -> Bool {
    do { return try ReceiptCodec.open(receipt, office: office).bundle.bytes == name } catch {
      return false
    }
  }

  /// Sends again what was answered without a receipt that holds: the office gives the same one again.
  package func forgetBadReceipts(office: VerifyingKey) throws {
    let bad = try connection.rows(
      "SELECT id, receipt FROM bundle WHERE delivery IN (2, 3) OR receipt IS NOT NULL"
    ) { row -> [UInt8]? in
      let name = try row.blob(0)
      guard !row.isNull(1) else { return name }
      return Self.isReceipt(try row.blob(1), of: name, by: office) ? nil : name
    }
    for name in bad.compactMap({ $0 }) {
      try connection.run(
        "UPDATE bundle SET receipt = NULL, delivery = CASE WHEN delivery = 0 THEN 0 ELSE 1 END "
          + "WHERE id = ?", [.blob(name)])
    }
  }
}
