import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
package import SyncProtocol
import VisitModel
import WireFormat
package import Wording

extension Office {
  /// Takes bundles as they arrive: each is checked, stored before it is interpreted, and answered.
  ///
  /// One transaction for the request, so that one sync to disk covers it. Keys that came along are
  /// on disk before it. Idempotent: whatever is known is answered with its first receipt.
  /// - Returns: one result for each bundle, in order.
  package func receive(
    _ pushed: [PushedBundle], language: Language
  ) throws -> [BundleResult] {
    if pushed.isEmpty { return [] }
    let verified = Verification.batch(pushed.map(\.envelope))
    try keepKeys(of: pushed)
    return try write { replica in
      try zip(pushed, verified).map { pushed, verified in
        switch verified {
        case .failure(let fault):
          return unreadable(Verification.identity(pushed.envelope), fault, language)
        case .success(let bundle):
          return try receive(bundle, language, on: replica)
        }
      }
    }
  }

  private func receive(
    _ bundle: VerifiedBundle, _ language: Language, on replica: Replica
  ) throws -> BundleResult {
    if let known = try replica.log.bundle(bundle.id) {
      return BundleResult(
        bundle: bundle.id, outcome: .alreadyKnown, reason: known.inView ? .none : known.reason,
        sentence: known.inView ? "" : Phrase.held(known.reason.rawValue).text(in: language),
        receipt: known.receipt ?? [])
    }
    let decision = AdmissionRules.decide(
      bundle.bundle, try admissionFacts(bundle, on: replica))
    let scope = bundle.bundle.header.scope
    let outcome: BundleOutcome
    let reason: HoldReason
    switch decision {
    case .admit: (outcome, reason) = (.stored, .none)
    case .hold(let why): (outcome, reason) = (.held, why)
    }
    let receipt = try ReceiptCodec.sign(
      Receipt(
        bundle: bundle.id, scope: scope, epoch: epoch, receivedAt: now, outcome: outcome,
        reason: reason), with: secrets.signing)
    var admission = Admission(inView: false, reason: reason)
    if case .admit(let isLate) = decision {
      admission = Admission(inView: true, isLate: isLate)
    }
    try replica.store(bundle, admission, at: now, receipt: receipt)
    if admission.inView { try replica.publish(bundle.id, in: scope) }
    return BundleResult(
      bundle: bundle.id, outcome: outcome, reason: reason,
      sentence: reason == .none ? "" : Phrase.held(reason.rawValue).text(in: language),
      receipt: receipt)
  }

  private func unreadable(
    _ id: BundleID, _ fault: WireFault, _ language: Language
  ) -> BundleResult {
    let reason: HoldReason =
      switch fault {
      case .badSignature: .badSignature
      case .tooLarge: .tooLarge
      case .malformed: .malformed
      }
    return BundleResult(
      bundle: id, outcome: .unreadable, reason: reason,
      sentence: Phrase.held(reason.rawValue).text(in: language), receipt: [])
  }

  /// Opens the household keys that came with bundles and keeps them; unusable ones are left out,
  /// because a bundle is worth keeping without its key.
  private func keepKeys(of pushed: [PushedBundle]) throws {
    let wrapped = pushed.flatMap(\.keys)
    if wrapped.isEmpty { return }
    var keys: [(HouseholdKey, ScopeID)] = []
    for wrap in wrapped {
      guard
        let bytes = try? secrets.sealing.open(
          wrap.sealed, info: KeyWrap.toOffice, context: wrap.id.bytes),
        let key = DataKey(bytes: bytes)
      else { continue }
      keys.append(
        (
          HouseholdKey(
            id: wrap.id, household: wrap.household.id, year: wrap.year,
            retentionClass: wrap.retentionClass, key: key), wrap.household.scope
        ))
    }
    try environment.keyDatabase.write { connection in
      let table = KeyTable(connection, storeKey: secrets.storeKey)
      for (key, scope) in keys {
        try table.add(
          key, of: scope, isMadeHere: false,
          nonce: environment.randomness.bytes(DataKey.nonceByteCount))
      }
    }
  }
}
