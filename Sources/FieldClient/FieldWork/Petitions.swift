package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// A petition as its parties see it.
package struct PetitionCard: Sendable {
  package let petition: Petition
  /// Opened in memory, by field number; what cannot be opened is not in it.
  package let texts: [UInt32: String]
  /// There is a text that cannot be opened here.
  package let isClosed: Bool
  package let settings: PolicySettings
  package let policy: PolicyInForce
  package let frontier: [ChangeID]
  fileprivate let names: [AccountID: String]

  package func name(of account: AccountID) -> String { names[account] ?? "" }
}

extension Laptop {
  /// The petitions of a site in which this person has a part, the oldest first (A39).
  package func petitions(of site: SiteFacts, _ replica: Replica) throws -> [PetitionCard] {
    let role = try visitor(replica).role
    return try SiteView(replica, site.scope).petitions()
      .filter { $0.mayRead(account, role) }.map { try card($0, replica) }
  }

  /// - Throws: `FieldFault.failed` for what is none, or is not this person's to see: the two look alike.
  package func petitionCard(named text: String, _ replica: Replica) throws -> PetitionCard {
    try card(try petition(named: text, replica), replica)
  }

  /// Files a suggestion or an appeal with the direct superior (R2-13). Its texts are sealed under a key of
  /// its own, which the office hands to nobody but the two parties.
  /// - Throws: `FieldFault.refused` with R2-13, F-assigned.
  package func filePetition(
    _ kind: PetitionKind, department: Department, to superior: String,
    texts: [UInt32: String], at siteCode: String?
  ) throws -> PetitionCard {
    try requireTyped(texts)
    let (site, boss) = try read { replica in
      (
        try self.site(named: siteCode, mustBeAssigned: true, replica),
        superior.isBlank ? nil : try colleague(named: superior, replica).account
      )
    }
    var facts = PetitionFacts(.file, by: try read { try visitor($0).role })
    facts.hasText =
      texts[PetitionField.matter]?.isBlank == false && texts[PetitionField.facts]?.isBlank == false
    facts.hasSuperior = boss != nil && boss != account
    _ = try remindersOnly(PetitionRules.findings(facts))
    let key = RecordKey(scope: site.scope, type: .petition, id: freshID())
    let (sealed, new) = try sealing(texts, of: key, submittedAt: now, in: site.zone)
    return try write { replica in
      try requireAssigned(site.scope, replica)
      guard let boss else { throw FieldFault.failed(Message(.noSuchPetition)) }
      let edit = PetitionEdits(by: person(account), at: now).file(
        kind, department, to: person(boss), as: key.id, in: site.zone, texts: sealed)
      try write([edit], in: site.scope, keys: new.map { [$0] } ?? [], on: replica)
      return try petitionCard(named: key.id.description, replica)
    }
  }

  /// Accepts it, replies, answers the reply, hands it on, decides, or takes it back (R2-14 to R2-16).
  /// - Parameters:
  ///   - texts: by field number.
  ///   - answer: of `.answer`.
  ///   - saw: the frontier that `petition show` printed; nothing means what is here now.
  /// - Throws: `FieldFault.refused` with the rule, F-saw, F-assigned.
  package func act(
    _ act: PetitionFacts.Act, onPetition text: String, texts: [UInt32: String] = [:],
    answer: PetitionAnswer? = nil, saw: [ChangeID]? = nil
  ) throws -> PetitionCard {
    try requireTyped(texts)
    let known = try read { try petition(named: text, $0) }
    let (sealed, new) = try sealing(
      texts, of: known.key, submittedAt: known.submittedAt, in: known.zone)
    return try write { replica in
      let petition = try petition(named: text, replica)
      try requireAssigned(petition.key.scope, replica)
      if let saw { try requireShown(petition.key, saw, replica) }
      let role = try visitor(replica).role
      _ = try remindersOnly(
        PetitionRules.findings(
          petition.facts(
            act, by: account, role, hasText: texts.contains { !$0.value.isBlank }, at: now,
            try settings(of: petition, replica))))
      let edit = PetitionEdits(by: person(account), at: now)
        .act(act, on: petition, answer: answer, texts: sealed)
      try requireNoConflict(in: [edit], of: petition.key.scope, replica)
      try write([edit], in: petition.key.scope, keys: new.map { [$0] } ?? [], on: replica)
      return try card(try self.petition(named: petition.key.id.description, replica), replica)
    }
  }

  // MARK: What they are made of

  private func petition(named text: String, _ replica: Replica) throws -> Petition {
    let (key, _) = try record(.petition, named: text, replica)
    guard let petition = try SiteView(replica, key.scope).petition(key),
      petition.mayRead(account, try visitor(replica).role)
    else { throw FieldFault.failed(Message(.noSuchPetition)) }
    return petition
  }

  /// - Returns: the texts sealed, and the key if it was made for them.
  private func sealing(
    _ texts: [UInt32: String], of petition: RecordKey, submittedAt: Instant, in zone: ZoneOffset
  ) throws -> (sealed: [UInt32: Value], new: NewHouseholdKey?) {
    let given = texts.filter { !$0.value.isBlank }
    if given.isEmpty { return ([:], nil) }
    let year = LocalTime(submittedAt, in: zone).date.year
    let (key, new) = try householdKey(petition, year: year, .petition)
    var sealed: [UInt32: Value] = [:]
    for (field, text) in given {
      sealed[field] = try seal(text, under: key, in: petition, field: field)
    }
    return (sealed, new)
  }

  private func requireTyped(_ texts: [UInt32: String]) throws {
    for (_, text) in texts.sorted(by: { $0.key < $1.key }) {
      if let flaw = TypedText.flaw(inText: text, place: "petition") {
        throw FieldFault.failed(flaw)
      }
    }
  }

  private func settings(of petition: Petition, _ replica: Replica) throws -> PolicySettings {
    try replica.policy()
      .settings(on: LocalTime(petition.submittedAt, in: petition.zone).date)
  }

  private func card(_ petition: Petition, _ replica: Replica) throws -> PetitionCard {
    let state = try replica.records.state(of: petition.key) ?? .empty
    let (opened, unopened) = try reader(replica).texts(petition.key, state, Petition.texts)
    var names: [AccountID: String] = [:]
    for account in [
      petition.employee, petition.superior, petition.taken?.account, petition.decided?.account,
    ].compactMap(\.self) {
      names[account] = try personName(account, replica)
    }
    return PetitionCard(
      petition: petition, texts: opened, isClosed: !unopened.isEmpty,
      settings: try settings(of: petition, replica),
      policy: try replica.inForce(.petition, at: petition.submittedAt, in: petition.zone),
      frontier: state.frontier, names: names)
  }
}

extension EnrolledLaptop {
  /// Whether this person may be shown what is said about a record: of a petition its readers alone.
  func mayRead(_ record: RecordKey, _ replica: Replica) throws -> Bool {
    guard record.type == .petition else { return true }
    let role = try visitor(replica).role
    return try SiteView(replica, record.scope).petition(record)?.mayRead(account, role) ?? false
  }
}
