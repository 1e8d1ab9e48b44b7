package import Fingerprint
package import VisitModel

extension BundleLog {
  /// What one device wrote before a moment of its clock, the newest first.
  /// - Parameters:
  ///   - moment: nothing for all.
  ///   - limit: of bundles; no more envelopes than these are read.
  package func written(
    by device: VerifyingKey, before moment: Instant?, limit: Int
  ) throws -> [LoggedBundle] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM bundle WHERE id IN (
        SELECT id FROM bundle WHERE device = ? AND claimedMs < ?
        ORDER BY claimedMs DESC, id DESC LIMIT ?
      ) ORDER BY claimedMs DESC, id DESC
      """,
      [
        .blob(device.bytes), .integer(moment?.millisecondsSince1970 ?? .max), .integer(limit),
      ], Self.row)
  }
}
