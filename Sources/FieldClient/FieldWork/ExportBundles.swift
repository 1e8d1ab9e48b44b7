import ConflictFreeRecords
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat

/// What went into a file.
package struct ExportSummary: Hashable, Sendable {
  package var bundles = 0
  /// Of these, how many the office has not answered yet.
  package var pending = 0
  /// Household keys on their way to the office, sealed to it.
  package var keys = 0
  package var bytes = 0
}

extension FieldEnvironment {
  /// Writes bundles as a file for a stick: all this laptop holds of the scopes it follows, or only
  /// those the office has not answered. Needs no secret: everything stays as sealed as it is.
  ///
  /// Memory does not grow with the number of bundles. Changes nothing here.
  /// - Parameters:
  ///   - write: takes the next bytes of the file.
  ///   - progress: called now and then with the number of bundles done and in all.
  /// - Throws: `FieldFault.failed` before enrolment; what `write` throws.
  package func exportBundles(
    pendingOnly: Bool, to write: ([UInt8]) throws -> Void,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> ExportSummary {
    try database.read { connection in
      let own = try OwnEnrolment(connection)
      let log = BundleLog(connection)
      let keys = OutgoingKeys(connection)
      var summary = ExportSummary()
      func put(_ bytes: [UInt8]) throws {
        if bytes.isEmpty { return }
        summary.bytes += bytes.count
        try write(bytes)
      }
      var file = ExportWriter(
        ExportFile.Head(
          office: own.office.signingKey, company: own.office.company,
          officeName: own.office.name, writtenAt: clock().now))
      try put(try file.add(enrolment: own.envelope))
      let ids = try log.toExport(pendingOnly: pendingOnly, company: own.office.company)
      for id in ids {
        guard let logged = try log.bundle(id) else {
          throw StoreFault.damaged("a bundle that was there is gone")
        }
        let bundle = PushedBundle(envelope: logged.envelope, keys: try keys.keys(with: id))
        try put(try file.add(bundle))
        summary.bundles += 1
        summary.keys += bundle.keys.count
        if logged.delivery == .pending { summary.pending += 1 }
        if summary.bundles % 500 == 0 { progress(summary.bundles, ids.count) }
      }
      try put(try file.finish())
      return summary
    }
  }
}
