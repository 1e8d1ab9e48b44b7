import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// A confidential note as its reader sees it.
package struct OpenedNote: Sendable {
  package let key: RecordKey
  package let account: AccountID
  package let writtenAt: Instant?
  /// Nothing for whoever is neither author nor custodian.
  package let text: String?
}

extension Laptop {
  /// Seals a note about a visit to this laptop and the site's custodians (R1-49, A44).
  ///
  /// - Throws: `FieldFault.refused` (R1-49) while the site has no custodian: a note that only its
  ///   author's laptop can open would be lost with the laptop; (F-assigned) when the person no longer
  ///   works at the site.
  package func writeNote(_ text: String, about visit: String) throws -> RecordKey {
    if text.isBlank { throw FieldFault.wrongUsage(Message(.noteEmpty)) }
    if let flaw = TypedText.flaw(inText: text, place: "note") { throw FieldFault.failed(flaw) }
    return try write { replica in
      let (visit, _) = try record(.visit, named: visit, replica)
      try requireAssigned(visit.scope, replica)
      let edit = try noteEdit(text, about: visit, replica)
      try write([edit], in: visit.scope, on: replica)
      return RecordKey(scope: visit.scope, type: .confidentialNote, id: edit.id)
    }
  }

  /// The note as a record's edit, to be written with its visit or alone.
  func noteEdit(_ text: String, about visit: RecordKey, _ replica: Replica) throws -> RecordEdit {
    let custodians = try replica.records.states(of: .custodianKey, in: visit.scope)
      .filter { $0.state.instant(CustodianKeyField.withdrawnAt) == nil }
      .compactMap { $0.state.bytes(CustodianKeyField.sealingKey) }
      .compactMap { SealingPublicKey(bytes: $0) }
    guard !custodians.isEmpty else {
      throw FieldFault.refused(
        Refusal(
          rule: "R1-49", why: Message(.noCustodian), cure: Message(.noCustodianCure)))
    }
    let own = secrets.sealing.publicKey
    let recipients = [own] + custodians.filter { $0 != own }
    let key = RecordKey(
      scope: visit.scope, type: .confidentialNote,
      id: RecordID(prefixOf: environment.randomness.bytes(16)))
    guard let noteKey = DataKey(bytes: environment.randomness.bytes(DataKey.byteCount)) else {
      throw SealingFailure.malformedKey
    }
    return RecordEdit(
      .confidentialNote, key.id,
      [
        ConfidentialNoteField.visit: .reference(visit),
        ConfidentialNoteField.body: try SealedNote.seal(
          text, key: noteKey, nonce: environment.randomness.bytes(DataKey.nonceByteCount),
          to: recipients, record: key, field: ConfidentialNoteField.body),
        ConfidentialNoteField.account: .reference(person(account)),
        ConfidentialNoteField.writtenAt: .instant(now),
      ])
  }

  /// The notes about a visit, opened where this laptop is author or custodian.
  package func notes(about visit: String) throws -> [OpenedNote] {
    try read { replica in
      let (visit, _) = try record(.visit, named: visit, replica)
      return try replica.records.members(.noteOfVisit, of: visit).map { key, state in
        var text: String?
        if case .confidential(let body)? = state.winner(ConfidentialNoteField.body) {
          do {
            text = try SealedNote.open(
              body, with: secrets.sealing, record: key, field: ConfidentialNoteField.body)
          } catch is SealingFailure { text = nil }
        }
        return OpenedNote(
          key: key,
          account: state.reference(ConfidentialNoteField.account)?.id.named() ?? account,
          writtenAt: state.instant(ConfidentialNoteField.writtenAt), text: text)
      }
    }
  }
}
