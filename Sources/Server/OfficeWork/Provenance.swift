package import ConflictFreeRecords
import Fingerprint
package import RecordStore
package import VisitModel
import WireFormat

/// Who wrote a bundle, on which machine and when, and what that machine had heard of the office by then.
package struct Provenance: Hashable, Sendable {
  /// The newest word of the office that the writer's machine named.
  package enum Heard: Hashable, Sendable {
    /// Written at the office itself, which knows all that it has stored.
    case atOffice
    /// Its first word to the office.
    case never
    case at(Instant)
    /// It names a receipt that is not among those given to it.
    case unknown
  }

  package let account: AccountID
  /// Nothing for what was written at the office, and for a laptop that the office does not know.
  package let laptop: String?
  /// By the writer's clock.
  package let claimedAt: Instant
  /// By the office's.
  package let storedAt: Instant
  package let heard: Heard
}

extension Office {
  /// - Returns: nothing for a bundle that is not here.
  package func provenance(of id: BundleID, on replica: Replica) throws -> Provenance? {
    guard let logged = try replica.log.bundle(id) else { return nil }
    let header = try Stored.bundle(logged.envelope).bundle.header
    let isOwn = header.device == secrets.signing.verifyingKey
    return Provenance(
      account: header.account,
      laptop: try isOwn ? nil : device(header.device, on: replica)?.name,
      claimedAt: header.claimedAt, storedAt: logged.storedAt,
      heard: isOwn ? .atOffice : try heardBefore(header, on: replica))
  }

  /// What a machine heard without sending anything leaves no trace, so it may have heard later than this.
  private func heardBefore(
    _ header: BundleHeader, on replica: Replica
  ) throws -> Provenance.Heard {
    guard header.lastReceipt != nil else { return .never }
    return try receiptTime(header, on: replica).map(Provenance.Heard.at) ?? .unknown
  }
}
