import ConflictFreeRecords
import RecordCatalogue
import RecordStore
import VisitModel

/// The numbers by which people file letters and notices: one after the other for a scope and a year. A
/// number once given is never given again: after a restore none is given before an administrator has
/// confirmed the laptops, because they may bring records that have theirs.
extension Office {
  /// Gives every letter and every notice that has none its number.
  /// - Returns: how many got one.
  @discardableResult
  package func giveNumbers() throws -> Int { try write { try giveNumbers(on: $0) } }

  /// - Parameter scopes: those in which something came; nothing for all.
  @discardableResult
  func giveNumbers(in scopes: Set<ScopeID>? = nil, on replica: Replica) throws -> Int {
    guard try awaitingConfirmation(on: replica).isEmpty else { return 0 }
    let all = try scopes ?? Set(SiteView.all(in: replica).map(\.scope) + [company])
    return try all.sorted().reduce(0) { given, scope in
      let view = SiteView(replica, scope)
      let zone = try view.facts()?.zone ?? environment.zone
      return try given + give(Self.letters, in: scope, zone, on: replica)
        + give(Self.notices, in: scope, zone, on: replica)
    }
  }

  /// Where a kind of record keeps its number and its year.
  private struct Numbering {
    let type: RecordType
    let number: UInt32
    let year: UInt32
    /// When it was signed, or issued: nothing before that has a number.
    let at: UInt32
  }

  private static let letters = Numbering(
    type: .letter, number: LetterField.number, year: LetterField.year, at: LetterField.at)
  private static let notices = Numbering(
    type: .notice, number: NoticeField.number, year: NoticeField.year, at: NoticeField.issuedAt)

  /// In the order in which they were signed or issued. Looks at rows alone: what hangs on a notice is not
  /// asked for, because this runs whenever something comes.
  private func give(
    _ numbering: Numbering, in scope: ScopeID, _ zone: ZoneOffset, on replica: Replica
  ) throws -> Int {
    var last: [Int: Int] = [:]
    var waiting: [(id: RecordID, at: Instant, year: Int)] = []
    for (id, state) in try replica.records.states(of: numbering.type, in: scope) {
      let year = state.integer(numbering.year)
      if let number = state.integer(numbering.number), Letter.numbers.contains(number) {
        // Also of records that lack something else.
        if let year { last[year] = max(last[year] ?? 0, number) }
      } else if let at = state.instant(numbering.at) {
        waiting.append((id, at, year ?? LocalTime(at, in: zone).date.year))
      }
    }
    for one in waiting.sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) }) {
      let number = (last[one.year] ?? 0) + 1
      last[one.year] = number
      try publish(
        [
          RecordEdit(
            numbering.type, one.id,
            [
              numbering.number: .integer(Int64(number)),
              // Of a notice the office says the year too, so that nobody's clock moves a number.
              numbering.year: numbering.type == .notice ? .integer(Int64(one.year)) : nil,
            ])
        ], in: scope, on: replica)
    }
    return waiting.count
  }

  /// Whether something came that wants a number.
  static func wantsNumber(_ changes: [Change]) -> Bool {
    changes.contains { change in
      change.type == .letter
        || change.type == .notice && change[NoticeField.issuedAt] != nil
    }
  }
}
