import ConflictFreeRecords
package import Fingerprint
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
  ///
  /// Every bundle's own signature is checked here, although a later one of its run vouches for it:
  /// laptops trust the pages of the feed for it (docs/decisions/0013-signatures-at-the-office.md).
  /// - Parameter pusher: the device that sends; not always the writer.
  /// - Returns: one result for each bundle, in order.
  package func receive(
    _ pushed: [PushedBundle], by pusher: VerifyingKey, language: Language
  ) throws -> [BundleResult] {
    if pushed.isEmpty { return [] }
    var verified = pushed.map { one in
      Result { () throws(WireFault) in try Verification.single(one.envelope) }
    }
    if KnownBug.active == .runVouches { vouch(for: pushed, &verified) }
    try keepKeys(of: pushed, verified, by: pusher)
    return try write { replica in
      var results: [BundleResult?] = Array(repeating: nil, count: pushed.count)
      // The office's own first: after a restore they tell who the others are.
      let order =
        verified.indices.filter { isOffices(verified[$0]) }
        + verified.indices.filter { !isOffices(verified[$0]) }
      var hasLearnt = false
      var heads = OpenHeads(replica)
      var writers = KnownWriters()
      for index in order {
        switch verified[index] {
        case .failure(let fault):
          results[index] = unreadable(
            Verification.identity(pushed[index].envelope), fault, language)
        case .success(let bundle):
          let result = try receive(bundle, language, on: replica, &heads, &writers)
          results[index] = result
          if isOffices(verified[index]), result.outcome == .stored {
            hasLearnt = true
            writers = KnownWriters()
          }
        }
      }
      try heads.close()
      if hasLearnt { try decideAgain(on: replica) }
      let scopes = wantingNumbers(verified)
      if !scopes.isEmpty { try giveNumbers(in: scopes, on: replica) }
      return results.compactMap { $0 }
    }
  }

  /// Where something came that wants a number.
  private func wantingNumbers(
    _ verified: [Result<VerifiedBundle, WireFault>]
  ) -> Set<ScopeID> {
    Set(
      verified.compactMap { result in
        guard case .success(let bundle) = result, bundle.bundle.isReadable,
          Self.wantsNumber(bundle.bundle.changes)
        else { return nil }
        return bundle.bundle.header.scope
      })
  }

  private func isOffices(_ result: Result<VerifiedBundle, WireFault>) -> Bool {
    guard case .success(let bundle) = result else { return false }
    return bundle.bundle.header.device == secrets.signing.verifyingKey
  }

  /// Looks again at what was held because the office did not know the writer or the site: a restored
  /// office learns of them from the laptops.
  func decideAgain(on replica: Replica) throws {
    for held in try replica.log.held()
    where [.unknownKey, .siteNotAssigned, .wrongCompany].contains(held.reason) {
      let bundle = try Stored.bundle(held.envelope)
      var writers = KnownWriters()
      let facts = try admissionFacts(bundle, on: replica, &writers)
      guard case .admit(let isLate) = AdmissionRules.decide(bundle.bundle, facts) else { continue }
      try replica.admit(bundle, isLate: isLate)
      try replica.publish(bundle.id, in: bundle.bundle.header.scope)
      try notePetitions(of: bundle, on: replica)
    }
  }

  private func receive(
    _ bundle: VerifiedBundle, _ language: Language, on replica: Replica,
    _ heads: inout OpenHeads, _ writers: inout KnownWriters
  ) throws -> BundleResult {
    if let known = try replica.log.bundle(bundle.id) {
      return BundleResult(
        bundle: bundle.id, outcome: .alreadyKnown, reason: known.inView ? .none : known.reason,
        sentence: known.inView ? "" : Phrase.held(known.reason.rawValue).text(in: language),
        receipt: known.receipt ?? [])
    }
    if let answer = try knownBug(bundle, language, on: replica) { return answer }
    let decision = AdmissionRules.decide(
      bundle.bundle, try admissionFacts(bundle, on: replica, &writers))
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
    try replica.store(bundle, admission, at: now, receipt: receipt, &heads)
    if admission.inView {
      try replica.publish(bundle.id, in: scope, &heads)
      try notePetitions(of: bundle, on: replica)
    }
    return BundleResult(
      bundle: bundle.id, outcome: outcome, reason: reason,
      sentence: reason == .none ? "" : Phrase.held(reason.rawValue).text(in: language),
      receipt: receipt)
  }

  /// What a program with one of the known bugs would answer; nothing in any other.
  private func knownBug(
    _ bundle: VerifiedBundle, _ language: Language, on replica: Replica
  ) throws -> BundleResult? {
    let header = bundle.bundle.header
    switch KnownBug.active {
    case .dedupeByNumber:
      guard try replica.log.holdsOther(of: header.device, after: header.previous) else {
        return nil
      }
      return BundleResult(
        bundle: bundle.id, outcome: .alreadyKnown, reason: .none, sentence: "", receipt: [])
    case .driftRejection:
      let drift = header.claimedAt.millisecondsSince1970 - now.millisecondsSince1970
      return abs(drift) > 86_400_000 ? unreadable(bundle.id, .malformed("clock"), language) : nil
    default: return nil
    }
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

  /// Opens the household keys that came with bundles and keeps those that are what they claim to be:
  /// each must open every text of its bundle that is sealed under it. Others are left out, because a
  /// bundle is worth keeping without its key, and a planted key is worse than none.
  private func keepKeys(
    of pushed: [PushedBundle], _ verified: [Result<VerifiedBundle, WireFault>],
    by pusher: VerifyingKey
  ) throws {
    var keys: [(HouseholdKey, ScopeID)] = []
    for (one, result) in zip(pushed, verified) {
      guard case .success(let bundle) = result else { continue }
      for wrap in one.keys {
        guard let key = try opened(wrap), isGenuine(key, wrap, bundle, pusher) else { continue }
        keys.append((key, wrap.household.scope))
      }
    }
    if keys.isEmpty { return }
    try environment.keyDatabase.write { connection in
      try KeyTable(connection, storeKey: secrets.storeKey).add(
        keys.map { ($0, $1, environment.randomness.bytes(DataKey.nonceByteCount)) },
        isMadeHere: false)
    }
  }

  /// - Returns: nothing for a wrap that was not made for this office, or not for this key's name.
  private func opened(_ wrap: WrappedKey) throws -> HouseholdKey? {
    let bytes: [UInt8]
    do {
      bytes = try secrets.sealing.open(
        wrap.sealed, info: KeyWrap.toOffice, context: wrap.id.bytes)
    } catch SealingFailure.cannotOpen { return nil }
    return DataKey(bytes: bytes).map {
      HouseholdKey(
        id: wrap.id, household: wrap.household.id, year: wrap.year,
        retentionClass: wrap.retentionClass, key: $0)
    }
  }

  private func isGenuine(
    _ key: HouseholdKey, _ wrap: WrappedKey, _ bundle: VerifiedBundle, _ pusher: VerifyingKey
  ) -> Bool {
    let header = bundle.bundle.header
    guard wrap.household.scope == header.scope else { return false }
    // A bundle for a later reader shows no texts here; its own writer is believed.
    if !bundle.bundle.isReadable { return header.device == pusher }
    var opens = 0
    for change in bundle.bundle.changes {
      let record = RecordKey(scope: header.scope, type: change.type, id: change.record)
      for field in change.fields {
        guard case .sealed(let text) = field.value, text.keyID == key.id else { continue }
        do {
          _ = try SealedText.open(text, with: key.key, record: record, field: field.number)
        } catch { return false }
        opens += 1
      }
    }
    return opens > 0
  }
}
