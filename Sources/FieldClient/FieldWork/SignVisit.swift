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
  package func signVisit(named text: String, _ outcome: SignatureOutcome) throws -> RecordKey {
    if let reason = outcome.reason {
      guard !reason.isEmpty else { throw FieldFault.wrongUsage(Message(.reasonEmpty)) }
      if let flaw = TypedText.flaw(inText: reason, place: "reason") {
        throw FieldFault.failed(flaw)
      }
    }
    let (visit, state) = try read { try record(.visit, named: text, $0) }
    guard let household = state.reference(VisitField.household),
      let summary = VisitSummary(visit, state)
    else { throw FieldFault.failed(Message(.noSuchRecord, [text])) }
    if summary.isVoided { throw FieldFault.failed(Message(.visitIsVoided)) }
    let year = LocalTime(summary.start, in: summary.zone).date.year
    let (key, new) = try householdKey(household, year: year, .visit)
    return try write { replica in
      let edit = try signatureEdit(
        outcome, visit: visit, content: SignedContent.digest(of: visit, in: replica), key)
      try write([edit], in: visit.scope, keys: new.map { [$0] } ?? [], on: replica)
      return visit
    }
  }

  func signatureEdit(
    _ outcome: SignatureOutcome, visit: RecordKey, content: Digest, _ key: HouseholdKey
  ) throws -> RecordEdit {
    let record = RecordKey(
      scope: visit.scope, type: .signature, id: RecordIdentity.signature(visit: visit.id))
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
