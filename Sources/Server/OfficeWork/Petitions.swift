package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// A petition as somebody who may read it sees it at the office: its texts opened in memory.
package struct OfficePetition: Hashable, Sendable {
  package let petition: Petition
  /// By field number; what cannot be opened is not in it.
  package let texts: [UInt32: String]
  /// There is a text that cannot be opened: its key was destroyed, or never came.
  package let isClosed: Bool
  package let settings: PolicySettings
  package let policy: PolicyInForce
  package let frontier: [ChangeID]
}

/// Suggestions and appeals at the office (R2-13 to R2-17). Whoever looks at one does so by name, and sees
/// those alone in which they have a part (A39); the office itself reads none.
extension Office {
  /// Whoever reads petitions, or acts on them.
  /// - Throws: `OfficeFault.refused` (F-role) for somebody whose access was ended.
  package func petitionReader(_ account: AccountID, on replica: Replica) throws -> Person {
    let person = try person(account, on: replica) ?? .unknown(account)
    try requireDecider(person)
    return person
  }

  /// Whether somebody may be shown what is said about a record: of a petition its readers alone.
  package func mayRead(
    _ record: RecordKey, _ person: Person, on replica: Replica
  ) throws -> Bool {
    guard record.type == .petition else { return true }
    return try SiteView(replica, record.scope).petition(record)?.isShown(to: person) ?? false
  }

  /// The petitions of a scope that somebody may read, the oldest first; unopened.
  package func petitions(
    of scope: ScopeID, for reader: Person, on replica: Replica
  ) throws -> [Petition] {
    try SiteView(replica, scope).petitions().filter { $0.isShown(to: reader) }
  }

  /// - Returns: nothing for what is none, or is not the reader's to see: the two look alike.
  package func petition(
    _ key: RecordKey, for reader: Person, on replica: Replica
  ) throws -> OfficePetition? {
    guard let petition = try SiteView(replica, key.scope).petition(key),
      petition.isShown(to: reader)
    else { return nil }
    let state = try replica.records.state(of: key) ?? .empty
    var texts: [UInt32: String] = [:]
    for field in Petition.texts {
      if let sealed = state.sealed(field) {
        texts[field] = try opened(sealed, in: key, field: field)
      }
    }
    return OfficePetition(
      petition: petition, texts: texts,
      isClosed: Petition.texts.contains { state.sealed($0) != nil && texts[$0] == nil },
      settings: try settings(of: petition, on: replica),
      policy: try replica.inForce(.petition, at: petition.submittedAt, in: petition.zone),
      frontier: state.frontier)
  }

  /// Files a suggestion or an appeal with the direct superior (R2-13), as `Laptop.filePetition` does.
  /// - Parameters:
  ///   - superior: nothing where nobody is named.
  ///   - texts: by field number.
  /// - Throws: `OfficeFault.refused` with R2-13.
  package func filePetition(
    _ kind: PetitionKind, _ department: Department, to superior: AccountID?,
    texts: [UInt32: String], in scope: ScopeID, by account: AccountID
  ) throws -> RecordKey {
    let key = RecordKey(
      scope: scope, type: .petition, id: RecordID(prefixOf: environment.randomness.bytes(16)))
    let at = now
    let (boss, zone) = try read { replica -> (AccountID?, ZoneOffset) in
      let person = try petitionReader(account, on: replica)
      let named = try superior.flatMap { try self.person($0, on: replica) }
      let boss = named.flatMap { $0.disabledAt == nil && $0.id != account ? $0.id : nil }
      var facts = PetitionFacts(.file, by: person.role)
      facts.hasText = texts.says(PetitionField.matter) && texts.says(PetitionField.facts)
      facts.hasSuperior = boss != nil
      try requireNothing(in: PetitionRules.findings(facts))
      return (boss, try SiteView(replica, scope).facts()?.zone ?? environment.zone)
    }
    guard let boss else { throw OfficeFault.failed(Message(.noSuchPetition)) }
    let sealed = try sealed(texts, of: key, submittedAt: at, in: zone)
    let edit = PetitionEdits(by: accountKey(account), at: at).file(
      kind, department, to: accountKey(boss), as: key.id, in: zone, texts: sealed)
    try write { replica in
      _ = try petitionReader(account, on: replica)
      try publishSeen([edit], in: scope, by: account, on: replica)
    }
    return key
  }

  /// Accepts it, replies, answers the reply, hands it on, takes it up, decides, or takes it back (R2-14 to
  /// R2-16), as `Laptop.act` does.
  /// - Parameters:
  ///   - texts: by field number.
  ///   - answer: of `.answer`.
  ///   - saw: the frontier that was shown; nothing means what is here now.
  /// - Throws: `OfficeFault.refused` with the rule or F-saw, `.failed` for what is none, or is not this
  ///   person's to see.
  package func actOnPetition(
    _ key: RecordKey, _ act: PetitionFacts.Act, texts: [UInt32: String] = [:],
    answer: PetitionAnswer? = nil, saw: [ChangeID]? = nil, by account: AccountID
  ) throws {
    func allowed(on replica: Replica) throws -> Petition {
      let person = try petitionReader(account, on: replica)
      guard let petition = try SiteView(replica, key.scope).petition(key),
        petition.isShown(to: person)
      else { throw OfficeFault.failed(Message(.noSuchPetition)) }
      if let saw { try requireShown(key, saw, on: replica) }
      let facts = petition.facts(
        act, by: account, person.role, hasText: texts.suffice(for: act), at: now,
        try settings(of: petition, on: replica))
      try requireNothing(in: PetitionRules.findings(facts))
      return petition
    }
    // Asked before anything is sealed, so that no key is made for what is refused, and once more inside.
    let known = try read { try allowed(on: $0) }
    let sealed = try sealed(texts, of: key, submittedAt: known.submittedAt, in: known.zone)
    try write { replica in
      let petition = try allowed(on: replica)
      let edit = PetitionEdits(by: accountKey(account), at: now)
        .act(act, on: petition, answer: answer, texts: sealed)
      try publishSeen([edit], in: key.scope, by: account, on: replica)
    }
  }

  // MARK: What they are made of

  private func settings(of petition: Petition, on replica: Replica) throws -> PolicySettings {
    try replica.policy()
      .settings(on: LocalTime(petition.submittedAt, in: petition.zone).date)
  }

  /// The texts sealed under the petition's own key, which is made where there is none.
  private func sealed(
    _ texts: [UInt32: String], of petition: RecordKey, submittedAt: Instant, in zone: ZoneOffset
  ) throws -> [UInt32: Value] {
    let given = texts.filter { !$0.value.isBlank }
    if given.isEmpty { return [:] }
    let year = LocalTime(submittedAt, in: zone).date.year
    let keys = try householdKeys(of: [petition.id], in: petition.scope, year: year, .petition)
    var sealed: [UInt32: Value] = [:]
    for (field, text) in given {
      sealed[field] = try sealedText(text, keys[petition.id], in: petition, field)
    }
    return sealed
  }
}

extension Petition {
  /// The office itself is nobody, and whoever's access was ended reads nothing any more.
  fileprivate func isShown(to person: Person) -> Bool {
    person.id != Office.account && person.disabledAt == nil && mayRead(person.id, person.role)
  }
}

extension [UInt32: String] {
  fileprivate func says(_ field: UInt32) -> Bool { self[field].map { !$0.isBlank } ?? false }

  /// Whether the text is there that an act is made of; a finding alone is no decision.
  fileprivate func suffice(for act: PetitionFacts.Act) -> Bool {
    switch act {
    case .reply: says(PetitionField.reply)
    case .escalate: says(PetitionField.objection)
    case .decide: says(PetitionField.decision)
    case .file, .accept, .answer, .take, .withdraw: true
    }
  }
}
