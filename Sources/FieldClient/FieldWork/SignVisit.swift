import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// How the request for a signature ended (R1-52, A43).
package enum SignatureOutcome: Hashable, Sendable {
  case signed
  case refused(reason: String)
  case notAsked(reason: String)
  /// By telephone, or wherever there is nothing to sign.
  case notApplicable

  package var state: SignatureState {
    switch self {
    case .signed: .signed
    case .refused: .refused
    case .notAsked: .notAsked
    case .notApplicable: .notApplicable
    }
  }

  package var reason: String? {
    switch self {
    case .refused(let reason), .notAsked(let reason): reason
    case .signed, .notApplicable: nil
    }
  }
}

extension Laptop {
  /// Records whether the household signed; the signature covers the content as it stands now.
  ///
  /// - Parameter saw: what `conflicts show` printed of a signature that two people recorded without
  ///   knowing of each other; nothing where there is no such conflict.
  /// - Throws: `FieldFault.refused`: R1-52 where the visit's mode does not allow the state (nobody
  ///   signs over the telephone, A43), F-saw for a conflict that nobody was shown, F-assigned.
  package func signVisit(
    named text: String, _ outcome: SignatureOutcome, saw: [ChangeID]? = nil
  ) throws -> RecordKey {
    if let reason = outcome.reason {
      guard !reason.isBlank else { throw FieldFault.wrongUsage(Message(.reasonEmpty)) }
      if let flaw = TypedText.flaw(inText: reason, place: "reason") {
        throw FieldFault.failed(flaw)
      }
    }
    let target = try read { try editableVisit(named: text, $0) }
    let (key, new) = try householdKey(target.household, year: target.year, .visit)
    return try write { replica in
      let visit = try editableVisit(named: text, replica)
      try requireSignable(
        outcome, facts(of: visit, replica),
        VisitRules(
          try SiteView(replica, visit.key.scope).settings(at: visit.summary.start)))
      let edit = try signatureEdit(
        outcome, visit: visit.key, content: SignedContent.digest(of: visit.key, in: replica), key)
      if let saw {
        try requireShown(signatureKey(visit.key), saw, replica)
      } else {
        try requireNoConflict(in: [edit], of: visit.key.scope, replica)
      }
      try write(
        [edit], in: visit.key.scope, saw: saw.map { [edit.id: $0] } ?? [:],
        keys: new.map { [$0] } ?? [], on: replica)
      return visit.key
    }
  }

  private func requireSignable(
    _ outcome: SignatureOutcome, _ facts: VisitFacts, _ rules: VisitRules
  ) throws {
    var facts = facts
    facts.signature = outcome.state
    facts.hasSignatureReason = outcome.reason != nil
    let objection = rules.findings(facts).first {
      $0.rule == .r1_52 && $0.severity == .block
    }
    if let objection { throw FieldFault.refused(Refusal(objection)) }
  }

  func signatureEdit(
    _ outcome: SignatureOutcome, visit: RecordKey, content: Digest, _ key: HouseholdKey
  ) throws -> RecordEdit {
    let record = signatureKey(visit)
    return RecordEdit(
      .signature, record.id,
      [
        SignatureField.visit: .reference(visit), SignatureField.state: .code(outcome.state),
        SignatureField.content: .bytes(content.bytes), SignatureField.takenAt: .instant(now),
        SignatureField.reason: try outcome.reason.map {
          try seal($0, under: key, in: record, field: SignatureField.reason)
        },
      ])
  }
}
