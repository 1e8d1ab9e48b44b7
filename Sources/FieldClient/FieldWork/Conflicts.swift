package import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
package import VisitModel

/// A field of a record that two people changed without knowing of each other.
package struct Conflict: Sendable {
  package struct Side: Sendable {
    package let head: RecordState.Head
    package let account: AccountID
    package let person: String
    /// The value in words, opened if it is sealed and the key is here.
    package let text: String
    /// When this laptop stored it.
    package let storedAt: Instant
  }

  package let record: RecordKey
  package let field: UInt32
  /// Of the site: its times are read on the wall clock there.
  package let zone: ZoneOffset
  /// The winner first.
  package let sides: [Side]
  /// What an editor has been shown who sees all of this.
  package let saw: [ChangeID]
}

extension Laptop {
  /// Every open conflict in the followed scopes; those of a petition only for whoever may read it (A39).
  package func conflicts(_ replica: Replica) throws -> [Conflict] {
    try replica.feed.heads().flatMap { head in
      try replica.records.conflicted(in: head.scope)
        .filter { try mayRead($0.key, replica) }
        .flatMap { try conflicts(in: $0.key, $0.state, replica) }
    }
  }

  /// The open conflicts of one visit: its own, those of what was said at it, and of its signature.
  package func conflicts(about visit: RecordKey, _ replica: Replica) throws -> [Conflict] {
    let parts =
      [visit] + (try opinions(of: visit, replica).map(\.key)) + [signatureKey(visit)]
    return try parts.flatMap { key in
      try replica.records.state(of: key).map { try conflicts(in: key, $0, replica) } ?? []
    }
  }

  private func conflicts(
    in key: RecordKey, _ state: RecordState, _ replica: Replica
  ) throws -> [Conflict] {
    try state.questions(of: key.type).map { try conflict(key, state, $0, replica) }
  }

  private func conflict(
    _ key: RecordKey, _ state: RecordState, _ field: UInt32, _ replica: Replica
  ) throws -> Conflict {
    let zone = try SiteView(replica, key.scope).facts()?.zone ?? environment.zone
    let sides = try (state.heads[field] ?? []).map { head in
      guard let logged = try replica.log.bundle(head.change.bundle) else {
        throw StoreFault.damaged("a head names a bundle that the log lacks")
      }
      let account = try Authorship.account(of: logged)
      return Conflict.Side(
        head: head, account: account, person: try personName(account, replica),
        text: try words(head.value, in: key, field: field, zone), storedAt: logged.storedAt)
    }
    return Conflict(
      record: key, field: field, zone: zone, sides: sides, saw: state.frontier)
  }

  /// A value as a person reads it.
  func words(
    _ value: Value, in record: RecordKey, field: UInt32, _ zone: ZoneOffset
  ) throws -> String {
    switch value {
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .instant(let instant): instant.wallText(in: zone)
    case .date(let date): date.description
    case .code(_, let number): "\(number)"
    case .sealed(let sealed): try open(sealed, in: record, field: field) ?? "•••"
    default: ValueText.json(value)
    }
  }
}
