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

  @discardableResult
  func giveNumbers(on replica: Replica) throws -> Int {
    guard try awaitingConfirmation(on: replica).isEmpty else { return 0 }
    var given = 0
    for site in try SiteView.all(in: replica) {
      let letters = try SiteView(replica, site.scope).letters().filter { $0.number == nil }
      given += try give(letters.map { ($0.key, $0.year) }, Self.letters, on: replica)
    }
    for scope in try SiteView.all(in: replica).map(\.scope) + [company] {
      let notices = try SiteView(replica, scope).notices()
        .filter { $0.number == nil && $0.issued != nil }
      given += try give(notices.map { ($0.key, $0.year) }, Self.notices, on: replica)
    }
    return given
  }

  /// Where a kind of record keeps its number and its year.
  private struct Numbering {
    let type: RecordType
    let number: UInt32
    let year: UInt32
  }

  private static let letters = Numbering(
    type: .letter, number: LetterField.number, year: LetterField.year)
  private static let notices = Numbering(
    type: .notice, number: NoticeField.number, year: NoticeField.year)

  /// - Parameter waiting: of one scope, in the order in which they were signed or issued.
  private func give(
    _ waiting: [(key: RecordKey, year: Int)], _ numbering: Numbering, on replica: Replica
  ) throws -> Int {
    guard let scope = waiting.first?.key.scope else { return 0 }
    var last: [Int: Int] = [:]
    // Also of records that lack something else.
    for (_, state) in try replica.records.states(of: numbering.type, in: scope) {
      guard let number = state.integer(numbering.number), Letter.numbers.contains(number),
        let year = state.integer(numbering.year)
      else { continue }
      last[year] = max(last[year] ?? 0, number)
    }
    for (key, year) in waiting {
      let number = (last[year] ?? 0) + 1
      last[year] = number
      try publish(
        [RecordEdit(numbering.type, key.id, [numbering.number: .integer(Int64(number))])],
        in: scope, on: replica)
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
