package import ConflictFreeRecords
package import Fingerprint
package import VisitModel

/// Where a bundle stands among those that one device wrote: by the moment that its clock showed, and by name among
/// bundles of the same millisecond.
package struct WrittenPlace: Hashable, Sendable {
  package let at: Instant
  package let bundle: BundleID

  package init(at: Instant, bundle: BundleID) {
    self.at = at
    self.bundle = bundle
  }
}

extension BundleLog {
  /// What one device wrote before a place, the newest first.
  /// - Parameters:
  ///   - place: nothing for all.
  ///   - limit: of bundles, at least 1.
  ///   - bytes: of their envelopes together. The first bundle comes whatever it has, so that whoever asks for what is
  ///     before the last gets to the end.
  /// - Returns: the bundles, and whether there are earlier ones.
  package func written(
    by device: VerifyingKey, before place: WrittenPlace?, limit: Int, bytes: Int
  ) throws -> (bundles: [LoggedBundle], areMore: Bool) {
    let earlier = "FROM bundle WHERE device = ? AND (claimedMs, id) < (?, ?)"
    let order = "ORDER BY claimedMs DESC, id DESC LIMIT ?"
    let values: [SQLValue] = [
      .blob(device.bytes), .integer(place?.at.millisecondsSince1970 ?? .max),
      .blob(place?.bundle.bytes ?? []),
    ]
    // SQLite knows a length without reading the envelope.
    let lengths = try connection.rows(
      "SELECT LENGTH(envelope) \(earlier) \(order)", values + [.integer(limit + 1)]
    ) { Int(try $0.integer(0)) }
    var count = 0
    var total = 0
    for length in lengths.prefix(limit) {
      total += length
      if total > bytes, count > 0 { break }
      count += 1
    }
    let bundles = try connection.rows(
      "SELECT \(Self.columns) \(earlier) \(order)", values + [.integer(count)], Self.row)
    return (bundles, count < lengths.count)
  }
}
