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
    let (household, year) = try read { replica in
      let (visit, state) = try record(.visit, named: visit, replica)
      guard let household = state.reference(VisitField.household),
        let summary = VisitSummary(visit, state)
      else { throw FieldFault.failed(Message(.noSuchRecord, [visit.id.description])) }
      return (household, LocalTime(summary.start, in: summary.zone).date.year)
    }
    let (key, new) = try householdKey(household, year: year, .visit)
    return try write { replica in
      let (visit, _) = try record(.visit, named: visit, replica)
      try requireAssigned(visit.scope, replica)
      let edit = try noteEdit(text, about: visit, key, replica)
      try write([edit], in: visit.scope, keys: new.map { [$0] } ?? [], on: replica)
      return RecordKey(scope: visit.scope, type: .confidentialNote, id: edit.id)
    }
  }

  /// The note as a record's edit, to be written with its visit or alone.
  /// - Parameter household: its key of the visit's year, with which the note ends.
  func noteEdit(
    _ text: String, about visit: RecordKey, _ household: HouseholdKey, _ replica: Replica
  ) throws -> RecordEdit {
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
    let share = environment.randomness.bytes(SealedNote.shareByteCount)
    return RecordEdit(
      .confidentialNote, key.id,
      [
        ConfidentialNoteField.visit: .reference(visit),
        ConfidentialNoteField.body: try SealedNote.seal(
          text, key: noteKey, share: share,
          nonce: environment.randomness.bytes(DataKey.nonceByteCount), to: recipients,
          record: key, field: ConfidentialNoteField.body),
        ConfidentialNoteField.share: try seal(
          Hexadecimal.text(share), under: household, in: key, field: ConfidentialNoteField.share),
        ConfidentialNoteField.account: .reference(person(account)),
        ConfidentialNoteField.writtenAt: .instant(now),
      ])
  }

  /// The notes about a visit, opened where this laptop is author or custodian.
  package func notes(about visit: String) throws -> [OpenedNote] {
    try read { replica in
      let (visit, _) = try record(.visit, named: visit, replica)
      return try replica.records.members(.noteOfVisit, of: visit).map { key, state in
        let text = try noteText(key, state)
        return OpenedNote(
          key: key,
          account: state.reference(ConfidentialNoteField.account)?.id.named() ?? account,
          writtenAt: state.instant(ConfidentialNoteField.writtenAt), text: text)
      }
    }
  }

  /// - Returns: nothing where this laptop is no reader, and after the note's time (A32).
  private func noteText(_ key: RecordKey, _ state: RecordState) throws -> String? {
    guard case .confidential(let body)? = state.winner(ConfidentialNoteField.body) else {
      return nil
    }
    var share: [UInt8]?
    if let sealed = state.sealed(ConfidentialNoteField.share) {
      guard let digits = try open(sealed, in: key, field: ConfidentialNoteField.share),
        let bytes = Hexadecimal.bytes(digits)
      else { return nil }
      share = bytes
    }
    do {
      return try SealedNote.open(
        body, with: secrets.sealing, share: share, record: key, field: ConfidentialNoteField.body)
    } catch is SealingFailure { return nil }
  }
}
