import ConflictFreeRecords
import Fingerprint
import VisitModel
import WireFormat

/// What a damaged store says of whose laptop it is, as far as it can be believed.
///
/// Only the enrolment proves what it is, by the office's signature: whose office, company, laptop and
/// account these are is taken from there, whatever the store says besides.
struct SalvagedFacts {
  /// An enrolment whose signature holds.
  private struct Enrolment {
    let envelope: [UInt8]
    let office: VerifyingKey
    let company: ScopeID
    let device: VerifyingKey
    let account: AccountID

    init?(_ envelope: [UInt8]) {
      // A damaged one proves nothing.
      guard let bundle = try? Verification.single(envelope),
        let person = EnrolledDevice.all(in: bundle).first
      else { return nil }
      self.envelope = envelope
      office = bundle.bundle.header.device
      company = bundle.bundle.header.scope
      device = person.device
      account = person.account
    }
  }

  private var values: [String: [UInt8]] = [:]
  private var enrolments: [Enrolment] = []

  /// Of what is told twice, the later counts.
  mutating func learn(_ name: String, _ value: [UInt8]) {
    values[name] = value
    if name == "enrolment", let found = Enrolment(value) { enrolments.append(found) }
  }

  /// The signing key of the office that the store belongs to; nothing when it does not say.
  var office: [UInt8]? { enrolments.last?.office.bytes ?? values["office.signingKey"] }

  /// What a new store can be made of.
  /// - Parameter device: whose private keys are there; nothing where that cannot be told.
  /// - Returns: the facts, and the names of those that did not fit the enrolment; nothing when no
  ///   enrolment holds, or something is lost that it does not tell.
  func believable(
    for device: VerifyingKey?
  ) -> (facts: [String: [UInt8]], corrected: [String])? {
    let fitting = enrolments.last { $0.device == device }
    guard let enrolment = fitting ?? enrolments.last,
      let sealing = values["office.sealingKey"], SealingPublicKey(bytes: sealing) != nil,
      values["url"]?.isEmpty == false
    else { return nil }
    var facts = values
    facts["office.name"] = values["office.name"] ?? []
    // What the office last said is told by the receipts themselves.
    facts["lastReceipt"] = nil
    facts["lastReceiptMs"] = nil
    let proven = [
      "enrolment": enrolment.envelope, "office.signingKey": enrolment.office.bytes,
      "office.company": enrolment.company.bytes, "device": enrolment.device.bytes,
      "account": enrolment.account.bytes,
    ]
    facts.merge(proven) { _, proven in proven }
    let corrected = proven.filter { name, value in
      values[name].map { $0 != value } ?? false
    }
    return (facts, corrected.keys.sorted())
  }
}
