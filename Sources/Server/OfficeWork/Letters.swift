import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

extension Office {
  /// Writes a contact letter and numbers it (R1-59).
  /// - Throws: `OfficeFault.refused` with R1-59, `.failed` for a matter of another site.
  package func writeLetter(
    _ text: LetterText, about matters: [RecordID], of site: ScopeID, month: CivilMonth,
    by account: AccountID
  ) throws -> RecordKey {
    try write { replica in
      let view = SiteView(replica, site)
      let zone = try view.facts()?.zone ?? environment.zone
      let known = try matters.map {
        try matter(RecordKey(scope: site, type: .opinion, id: $0), on: replica)
      }
      let person = try person(account, on: replica) ?? .unknown(account)
      try requireDecider(person)
      try requireNothing(
        in: text.findings(
          about: known, by: person.role, today: LocalTime(now, in: zone).date, view))
      let letter = RecordKey(
        scope: site, type: .letter, id: RecordID(prefixOf: environment.randomness.bytes(16)))
      let edits = LetterEdits(by: accountKey(account), at: now).letter(
        letter, text, about: known, summary: view.summaryKey(of: month), in: zone)
      try publish(edits, in: site, by: account, on: replica)
      try numberLetters(on: replica)
      return letter
    }
  }

  /// Head office's answer to a letter.
  /// - Throws: `OfficeFault.refused` with R1-59, `.failed` for what is no letter.
  package func reply(
    to letter: RecordKey, isAccepted: Bool, _ text: String, by account: AccountID
  ) throws {
    try write { replica in
      guard let known = try SiteView(replica, letter.scope).letter(letter) else {
        throw OfficeFault.failed(Message(.noSuchLetter))
      }
      let person = try person(account, on: replica) ?? .unknown(account)
      try requireDecider(person)
      var facts = AuthorityFacts(.reply, by: person.role)
      facts.isReplied = known.reply != nil
      facts.hasText = !text.isBlank
      try requireNothing(in: AuthorityRules.findings(facts))
      let edit = LetterEdits(by: accountKey(account), at: now)
        .reply(to: known, isAccepted: isAccepted, text)
      try publishSeen([edit], in: letter.scope, by: account, on: replica)
    }
  }

  /// Gives every letter that has none its number, at all sites.
  @discardableResult
  package func numberLetters() throws -> Int { try write { try numberLetters(on: $0) } }

  /// Gives every letter that has none its number: the next of its site and year, in the order in which
  /// they were signed. A number once given is never given again: after a restore none is given before an
  /// administrator has confirmed the laptops, because they may bring letters that have theirs.
  /// - Returns: how many got one.
  @discardableResult
  func numberLetters(on replica: Replica) throws -> Int {
    guard try awaitingConfirmation(on: replica).isEmpty else { return 0 }
    var given = 0
    for site in try SiteView.all(in: replica) {
      var last: [Int: Int] = [:]
      // Also of letters that lack something else.
      for (_, state) in try replica.records.states(of: .letter, in: site.scope) {
        guard let number = state.integer(LetterField.number), Letter.numbers.contains(number),
          let year = state.integer(LetterField.year)
        else { continue }
        last[year] = max(last[year] ?? 0, number)
      }
      for letter in try SiteView(replica, site.scope).letters() where letter.number == nil {
        let number = (last[letter.year] ?? 0) + 1
        last[letter.year] = number
        try publish(
          [
            RecordEdit(
              .letter, letter.key.id, [LetterField.number: .integer(Int64(number))])
          ], in: site.scope, on: replica)
        given += 1
      }
    }
    return given
  }
}
