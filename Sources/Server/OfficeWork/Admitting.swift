package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
package import SyncProtocol
package import VisitModel
import WireFormat

/// The office's decision about an authentic bundle: never whether to keep it, only whether it takes
/// part now.
package enum AdmissionDecision: Hashable, Sendable {
  case admit(isLate: Bool)
  case hold(HoldReason)
}

/// What the decision depends on, gathered in the transaction that stores the bundle.
package struct AdmissionFacts: Hashable, Sendable {
  package var isOffice: Bool
  /// Nothing for a key the office never enrolled.
  package var device: Device?
  package var person: Person?
  package var company: ScopeID
  package var isKnownScope: Bool
  /// When the receipt that the writer last held was issued; nothing if it names none we issued.
  package var lastReceiptAt: Instant?
}

package enum AdmissionRules {
  /// Pure: the same facts, the same decision.
  package static func decide(_ bundle: Bundle, _ facts: AdmissionFacts) -> AdmissionDecision {
    if facts.isOffice { return .admit(isLate: false) }
    guard facts.isKnownScope else { return .hold(.wrongCompany) }
    guard let device = facts.device, let person = facts.person else { return .hold(.unknownKey) }
    if let revoked = device.revokedAt, !isOlder(facts.lastReceiptAt, than: revoked) {
      return .hold(.deviceRevoked)
    }
    guard bundle.header.account == device.account else { return .hold(.unknownKey) }
    guard bundle.isReadable else { return .hold(.programTooOld) }
    if bundle.changes.contains(where: { RecordType.writtenByOfficeOnly.contains($0.type) }) {
      return .hold(.roleMayNotWrite)
    }
    if bundle.header.scope == facts.company { return .hold(.roleMayNotWrite) }
    if person.sites.contains(bundle.header.scope) {
      return .admit(isLate: device.revokedAt != nil)
    }
    // Work done before the reassignment reached the laptop is credited, and marked late.
    if let withdrawn = person.formerSites[bundle.header.scope],
      isOlder(facts.lastReceiptAt, than: withdrawn)
    {
      return .admit(isLate: true)
    }
    return .hold(.siteNotAssigned)
  }

  /// Whether the writer's last word from the office is from before the moment. A writer who never
  /// held a receipt had not heard either.
  private static func isOlder(_ receipt: Instant?, than moment: Instant) -> Bool {
    guard let receipt else { return true }
    return receipt < moment
  }
}

extension Office {
  func admissionFacts(_ bundle: VerifiedBundle, on replica: Replica) throws -> AdmissionFacts {
    let header = bundle.bundle.header
    let device: Device? = try self.device(header.device, on: replica)
    let person: Person? = try device.flatMap { try self.person($0.account, on: replica) }
    let isNow = person?.sites.contains(header.scope) == true && device?.revokedAt == nil
    let isKnownScope =
      try header.scope == company || replica.records.state(of: siteKey(header.scope)) != nil
    return AdmissionFacts(
      isOffice: header.device == secrets.signing.verifyingKey, device: device, person: person,
      company: company,
      isKnownScope: isKnownScope,
      lastReceiptAt: isNow ? nil : try receiptTime(header, on: replica))
  }

  /// When the receipt a header names was issued. Only asked for laptops that have lost a right, so
  /// it looks through that device's bundles instead of keeping an index for all.
  private func receiptTime(_ header: BundleHeader, on replica: Replica) throws -> Instant? {
    guard let wanted = header.lastReceipt else { return nil }
    var found: Instant?
    try replica.connection.forEach(
      "SELECT receipt FROM bundle WHERE device = ? AND receipt IS NOT NULL",
      [.blob(header.device.bytes)]
    ) { row in
      let bytes = try row.blob(0)
      if ReceiptCodec.hash(bytes) == wanted {
        found = try ReceiptCodec.open(bytes, office: secrets.signing.verifyingKey).receivedAt
      }
    }
    return found
  }
}
