package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import WireFormat
import Wording

/// A field that two people changed without knowing of each other, with every value.
package struct OpenConflict: Sendable {
  package struct Side: Sendable {
    package let head: RecordState.Head
    package let account: AccountID
    package let claimedAt: Instant
    package let storedAt: Instant
    /// The value as a person reads it, opened where the office holds the key.
    package let words: String
  }

  package let record: RecordKey
  package let field: UInt32
  package let siteName: String
  /// The winner first.
  package let sides: [Side]
  /// What somebody has been shown who saw all of this.
  package let saw: [ChangeID]
}

extension Office {
  /// Every open conflict of every scope, or of those that are asked for; in no other is a text opened.
  /// - Parameter reader: who looks: what they may not read is left out (A39). Where nobody is named, every
  ///   petition is.
  package func openConflicts(
    in isWanted: (ScopeID) -> Bool = { _ in true }, for reader: Person? = nil,
    on replica: Replica
  ) throws -> [OpenConflict] {
    try replica.records.conflictedScopes().filter(isWanted).flatMap { scope -> [OpenConflict] in
      let site = try SiteView(replica, scope).facts()
      let found = try replica.records.conflicted(in: scope).filter { one in
        try reader.map { try mayRead(one.key, $0, on: replica) } ?? (one.key.type != .petition)
      }
      return try found.flatMap { key, state -> [OpenConflict] in
        try state.questions(of: key.type).map { field in
          OpenConflict(
            record: key, field: field, siteName: site?.name ?? name,
            sides: try (state.heads[field] ?? []).map {
              try side($0, key, field, site?.zone ?? environment.zone, on: replica)
            }, saw: state.frontier)
        }
      }
    }
  }

  func side(
    _ head: RecordState.Head, _ key: RecordKey, _ field: UInt32, _ zone: ZoneOffset,
    on replica: Replica
  ) throws -> OpenConflict.Side {
    guard let logged = try replica.log.bundle(head.change.bundle) else {
      throw StoreFault.damaged("a head names a bundle that the log lacks")
    }
    return OpenConflict.Side(
      head: head, account: try Authorship.account(of: logged), claimedAt: head.claimedAt,
      storedAt: logged.storedAt,
      words: try words(head.value, in: key, field: field, zone))
  }

  /// Whether a person may settle a conflict of this record: the people of its site, and head office.
  /// What only the office writes, people's rights among it, is for an administrator alone: the office
  /// signs what they choose, so nobody could look at it again.
  package static func maySettle(_ record: RecordKey, _ person: Person) -> Bool {
    if RecordType.writtenByOfficeOnly.contains(record.type) {
      return person.role == .administrator
    }
    return person.sites.contains(record.scope) || person.role.isCompany
  }

  /// Settles a conflict by one of its values, and leaves a notice to those who wrote the others.
  ///
  /// - Parameters:
  ///   - head: whose value is taken.
  ///   - saw: the frontier of the record that was shown.
  /// - Throws: `OfficeFault.refused` with F-saw when there is something that was not shown, F-role for
  ///   somebody who may not (`maySettle`).
  package func settle(
    _ record: RecordKey, field: UInt32, choosing head: ChangeID, saw: [ChangeID],
    by account: AccountID
  ) throws {
    try write { replica in
      guard let person = try self.person(account, on: replica) else {
        throw Self.roleRefusal(record)
      }
      try requireDecider(person)
      guard Self.maySettle(record, person), try mayRead(record, person, on: replica) else {
        throw Self.roleRefusal(record)
      }
      guard let state = try replica.records.state(of: record), state.conflicts.contains(field),
        let chosen = state.heads[field]?.first(where: { $0.change == head })
      else { throw OfficeFault.failed(Message(.conflictIsSettled)) }
      let change = RecordEdit(record.type, record.id, [field: chosen.value]).change(saw: saw)
      guard try mayChoose(change, in: record, state, person, on: replica) else {
        throw Self.roleRefusal(record)
      }
      guard saw.sorted() == state.frontier else {
        throw OfficeFault.refused(
          rule: "F-saw", why: Message(.sawIsStale, ["\(state.frontier.count)"]),
          cure: Message(.sawIsStaleCure))
      }
      try publish(
        ConflictSettling.edits(
          record, state, field: field, chosen: chosen,
          notice: RecordID(prefixOf: environment.randomness.bytes(16)),
          by: accountKey(account), at: now),
        in: record.scope, saw: [record.id: saw], by: account, on: replica)
    }
  }

  /// Nobody settles what they could not have written: the office signs what they choose.
  func mayChoose(
    _ change: Change, in record: RecordKey, _ state: RecordState, _ person: Person,
    on replica: Replica
  ) throws -> Bool {
    // Of a petition each party settles its own word and not the other's.
    if record.type == .petition,
      let petition = try SiteView(replica, record.scope).petition(record),
      !FieldRights.isTheirs(
        change, person.id,
        PetitionParties(employee: petition.employee, superior: petition.superior))
    {
      return false
    }
    guard let needed = FieldRights.needed(for: change, by: person.id) else {
      // A name or a number that somebody else wrote: only an administrator takes it for them.
      return person.role == .administrator
    }
    guard needed.allSatisfy({ $0.contains(person.role) }) else { return false }
    guard record.type == .review || record.type == .recontact,
      let visit = state.reference(ReviewField.visit),
      let item = try review(of: visit, on: replica)
    else { return true }
    return !item.participants.contains(person.id)
  }

  static func roleRefusal(_ record: RecordKey) -> OfficeFault {
    let isRight = RecordType.writtenByOfficeOnly.contains(record.type)
    return .refused(
      rule: "F-role", why: Message(isRight ? .onlyAdministrators : .onlyItsPeople),
      cure: Message(isRight ? .onlyAdministratorsCure : .onlyItsPeopleCure))
  }

  /// A value as a person reads it.
  private func words(
    _ value: Value, in record: RecordKey, field: UInt32, _ zone: ZoneOffset
  ) throws -> String {
    switch value {
    case .text(let text): return text
    case .integer(let number): return "\(number)"
    case .instant(let instant): return instant.wallText(in: zone)
    case .date(let date): return date.description
    case .sealed(let sealed):
      return try opened(sealed, in: record, field: field) ?? "•••"
    default: return ValueText.json(value)
    }
  }
}
