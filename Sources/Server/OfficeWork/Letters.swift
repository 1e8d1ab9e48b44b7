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
      try giveNumbers(in: [site], on: replica)
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
}
