import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
package import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

/// Texts under one key, and until when they are kept.
package struct KeptTexts: Hashable, Sendable {
  package let key: DataKeyID
  package let scope: ScopeID
  package let retentionClass: RetentionClass
  /// The meeting, household or contact whose texts they are.
  package let owner: RecordID
  /// The last day of their period.
  package let keptUntil: CivilDate
  /// Why they stay although their period is over (`holdBack`); empty where the reason cannot be opened.
  package let heldBecause: String?

  package var isHeld: Bool { heldBecause != nil }

  /// Stands for a list, so that just what somebody looked at is destroyed: 16 hexadecimal digits over the
  /// keys, in any order.
  package static func shown(_ texts: [KeptTexts]) -> String {
    let keys = texts.map(\.key).sorted().flatMap(\.bytes)
    return String(Digest(domain: "rounds retention list v1", keys).description.prefix(16))
  }
}

/// What was destroyed at one time, as the log says.
package struct Destruction: Hashable, Sendable {
  package let record: RecordKey
  package let keys: [DataKeyID]
  package let at: Instant
  package let retentionClass: RetentionClass?
  package let keptUntil: CivilDate?
  package let account: AccountID?
  package let owners: [RecordID]
  /// Keys that are here although they were to be destroyed: none, or this is no proof.
  package let left: Int
}

/// How long texts are kept, and how they are destroyed (A32; docs/decisions/0034): by destroying the one
/// key that opens them, on every machine. What carries no name stays: counts, signatures of bundles, and
/// which households were done in which round.
extension Office {
  /// Who may destroy what is over, and hold it back.
  package static let keepers: Set<Role> = [.administrator, .generalAffairs]

  /// Every key whose texts have a period, in the order of its end.
  package func keptTexts(on replica: Replica) throws -> [KeptTexts] {
    let policy = try replica.policy()
    let holds = try Dictionary(
      uniqueKeysWithValues: replica.records.scopes(holding: .retentionHold).map { scope in
        (scope, try heldBack(in: scope, on: replica))
      })
    var found: [KeptTexts] = []
    for entry in try environment.keyDatabase.read({ try KeyTable.entries($0) }) {
      guard let retentionClass = RetentionClass(rawValue: entry.retentionClass),
        let end = try keptUntil(entry, retentionClass, policy, on: replica)
      else { continue }
      found.append(
        KeptTexts(
          key: entry.id, scope: entry.scope, retentionClass: retentionClass, owner: entry.owner,
          keptUntil: end,
          heldBecause: try holds[entry.scope]?[entry.owner].map {
            try holdReason(of: entry.owner, in: entry.scope, $0) ?? ""
          }))
    }
    return found.sorted { ($0.keptUntil, $0.key) < ($1.keptUntil, $1.key) }
  }

  /// - Returns: nothing for what has no period: the roster, which is true as long as somebody lives there.
  private func keptUntil(
    _ entry: KeyTable.Entry, _ retentionClass: RetentionClass, _ policy: Policy,
    on replica: Replica
  ) throws -> CivilDate? {
    switch retentionClass {
    case .roster: return nil
    case .visit:
      let last = CivilMonth(year: entry.year, month: 12)?.lastDay
      return RetentionRules.visits(
        of: entry.year, policy.settings(on: last ?? CivilDate(daysSince1970: 0)))
    case .minutes:
      let key = RecordKey(scope: entry.scope, type: .meeting, id: entry.owner)
      // Of a meeting that never came, the year alone is known.
      let day =
        try SiteView(replica, entry.scope).meeting(key)?.day
        ?? CivilMonth(year: entry.year, month: 12)?.lastDay
      return day.map { RetentionRules.minutes(of: $0, policy.settings(on: $0)) }
    case .petition:
      let key = RecordKey(scope: entry.scope, type: .petition, id: entry.owner)
      // One that is open is kept as long as it is.
      guard let petition = try SiteView(replica, entry.scope).petition(key),
        let closed = petition.closedAt
      else { return nil }
      let day = LocalTime(closed, in: petition.zone).date
      return RetentionRules.petition(closedOn: day, policy.settings(on: day))
    }
  }

  /// What may be destroyed today, and is not held back.
  package func expiredTexts(on replica: Replica) throws -> [KeptTexts] {
    let today = LocalTime(now, in: environment.zone).date
    return try keptTexts(on: replica).filter {
      RetentionRules.isOver($0.keptUntil, on: today) && !$0.isHeld
    }
  }

  /// Destroys what may be destroyed today. The order is written first, so that it reaches every laptop and
  /// comes back after a restore; then the keys go here. A crash in between leaves keys that
  /// `applyErasures` destroys.
  /// - Parameter shown: of the list that the person looked at (`KeptTexts.shown`).
  /// - Returns: what was destroyed; nothing where nothing is over.
  /// - Throws: `OfficeFault.refused` (F-role; F-saw where the list is another one by now).
  package func destroyExpired(_ shown: String, by account: AccountID) throws -> [KeptTexts] {
    try requireKeeper(account)
    let expired = try write { replica in
      let expired = try expiredTexts(on: replica)
      guard expired.isEmpty || KeptTexts.shown(expired) == shown else {
        throw OfficeFault.refused(
          rule: "F-saw", why: Message(.retentionStale, ["\(expired.count)"]),
          cure: Message(.retentionStaleCure))
      }
      let groups = Dictionary(grouping: expired) { Group(scope: $0.scope, kind: $0.retentionClass) }
      for (group, texts) in groups.sorted(by: { $0.key < $1.key }) {
        for start in stride(from: 0, to: texts.count, by: Self.keysInOrder) {
          let part = Array(texts[start..<min(start + Self.keysInOrder, texts.count)])
          try publish(
            [order(part, group.kind, by: account)], in: group.scope, by: account, on: replica)
        }
      }
      return expired
    }
    try applyErasures()
    return expired
  }

  /// In one bundle, with room to spare: 16 bytes a key and 16 an owner.
  private static let keysInOrder = 2000

  private struct Group: Hashable, Comparable {
    let scope: ScopeID
    let kind: RetentionClass

    static func < (a: Self, b: Self) -> Bool {
      (a.scope, a.kind.rawValue) < (b.scope, b.kind.rawValue)
    }
  }

  private func order(
    _ texts: [KeptTexts], _ kind: RetentionClass, by account: AccountID
  ) -> RecordEdit {
    RecordEdit(
      .erasure, RecordID(prefixOf: environment.randomness.bytes(16)),
      [
        ErasureField.keys: .bytes(texts.map(\.key).sorted().flatMap(\.bytes)),
        ErasureField.decidedAt: .instant(now),
        ErasureField.retentionClass: .integer(Int64(kind.rawValue)),
        ErasureField.keptUntil: texts.map(\.keptUntil).max().map { .date($0) },
        ErasureField.account: .reference(accountKey(account)),
        ErasureField.records: .bytes(PackedRecords.pack(Array(Set(texts.map(\.owner))))),
      ])
  }

  /// Destroys every key that an order in the log names and that is still here, or came back. Idempotent.
  /// - Returns: how many went.
  @discardableResult
  package func applyErasures() throws -> Int {
    let ordered = Set(try read { replica in try orders(on: replica).flatMap(\.keys) })
    if ordered.isEmpty { return 0 }
    // Mostly there is nothing to do, and nobody has to wait for it.
    let (here, gone) = try environment.keyDatabase.read { connection in
      (
        try ordered.filter { try KeyTable.holds($0, connection) },
        Set(try KeyTable.erasedIDs(connection))
      )
    }
    let new = Array(ordered.subtracting(gone).union(here)).sorted()
    for start in stride(from: 0, to: new.count, by: Self.keysInOrder) {
      try environment.keyDatabase.write { connection in
        try KeyTable.erase(new[start..<min(start + Self.keysInOrder, new.count)], connection)
      }
    }
    if !here.isEmpty { try environment.keyDatabase.forget() }
    return here.count
  }

  private func orders(on replica: Replica) throws -> [ErasureOrder] {
    try replica.records.scopes(holding: .erasure).flatMap { try replica.erasureOrders(in: $0) }
  }

  /// What was destroyed so far, the oldest first, with whether it is really gone.
  package func destructions(on replica: Replica) throws -> [Destruction] {
    try orders(on: replica).map { order in
      let left = try environment.keyDatabase.read { connection in
        try order.keys.count { try KeyTable.holds($0, connection) }
      }
      return Destruction(
        record: order.record, keys: order.keys, at: order.at,
        retentionClass: order.retentionClass, keptUntil: order.keptUntil,
        account: order.account, owners: order.owners, left: left)
    }.sorted { ($0.at, $0.record) < ($1.at, $1.record) }
  }

  func requireKeeper(_ account: AccountID) throws {
    try read { replica in
      let person = try person(account, on: replica) ?? .unknown(account)
      try requireDecider(person)
      guard Self.keepers.contains(person.role) else {
        throw OfficeFault.refused(
          rule: "F-role", why: Message(.retentionRole), cure: Message(.retentionRoleCure))
      }
    }
  }
}
