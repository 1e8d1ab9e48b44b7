package import CommunicationPolicy
package import ConflictFreeRecords
package import RecordCatalogue
package import VisitModel

/// A contact letter (工作聯系函) from a site to head office.
package struct Letter: Hashable, Sendable {
  package let key: RecordKey
  /// Of the site and the year of its signature; nothing until the office has it.
  package let number: Int?
  package let year: Int
  package let summary: RecordKey?
  package let subject: String
  package let background: String
  package let proposal: String
  package let replyBy: CivilDate
  package let account: AccountID
  package let at: Instant
  package let reply: Reply?

  /// What a number can be; another is none.
  package static let numbers = 1...999_999

  package struct Reply: Hashable, Sendable {
    package let isAccepted: Bool
    package let text: String
    package let account: AccountID
    package let at: Instant
  }

  init?(_ key: RecordKey, _ record: RecordState) {
    guard let year = record.integer(LetterField.year),
      let replyBy = record.date(LetterField.replyBy),
      let account = record.reference(LetterField.account),
      let at = record.instant(LetterField.at)
    else { return nil }
    self.key = key
    number = record.integer(LetterField.number).flatMap { Self.numbers.contains($0) ? $0 : nil }
    self.year = year
    summary = record.reference(LetterField.summary)
    subject = record.text(LetterField.subject) ?? ""
    background = record.text(LetterField.background) ?? ""
    proposal = record.text(LetterField.proposal) ?? ""
    self.replyBy = replyBy
    self.account = account.id.named()
    self.at = at
    if let by = record.reference(LetterField.repliedBy),
      let repliedAt = record.instant(LetterField.repliedAt)
    {
      reply = Reply(
        isAccepted: record.flag(LetterField.isAccepted),
        text: record.text(LetterField.reply) ?? "", account: by.id.named(), at: repliedAt)
    } else {
      reply = nil
    }
  }

  /// `A-01-2026-003`; without a number as long as the office has not given it one.
  package func name(of site: SiteFacts) -> String? {
    number.map { number in
      let digits = "\(number)"
      return "\(site.code)-\(year)-"
        + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    }
  }
}

/// What somebody writes into a letter.
package struct LetterText: Hashable, Sendable {
  package var subject: String
  package var background: String
  package var proposal: String
  package var replyBy: CivilDate

  package init(subject: String, background: String, proposal: String, replyBy: CivilDate) {
    self.subject = subject
    self.background = background
    self.proposal = proposal
    self.replyBy = replyBy
  }

  /// What the rules say to somebody who is about to sign it.
  package func findings(
    about matters: [Matter], by role: Role, today: CivilDate, _ view: SiteView
  ) throws -> [Finding] {
    var facts = AuthorityFacts(.write, by: role)
    facts.matters = matters.count
    facts.within = matters.count { $0.handling?.decision != .beyondAuthority }
    facts.isWrittenAlready =
      try !matters.isEmpty
      && matters.allSatisfy {
        try !view.replica.records.members(.letterOfMatter, of: $0.key).isEmpty
      }
    facts.hasText = !subject.isBlank && !proposal.isBlank
    facts.isReplyDayPast = replyBy < today
    return AuthorityRules.findings(facts)
  }
}

extension Replica {
  /// Every letter of every site, the oldest first.
  package func letters() throws -> [Letter] {
    try records.everywhere(.letter).compactMap { Letter($0.key, $0.state) }
      .sorted { ($0.at, $0.key) < ($1.at, $1.key) }
  }
}

extension SiteView {
  /// Every letter of the site, the oldest first.
  package func letters() throws -> [Letter] {
    try replica.records.states(of: .letter, in: scope)
      .compactMap { Letter(key(.letter, $0.id), $0.state) }
      .sorted { ($0.at, $0.key) < ($1.at, $1.key) }
  }

  package func letter(_ key: RecordKey) throws -> Letter? {
    try replica.records.state(of: key).flatMap { Letter(key, $0) }
  }

  /// The matters that a letter is about, the oldest first.
  package func matters(ofLetter letter: RecordKey) throws -> [Matter] {
    try replica.records.members(.matterOfLetter, of: letter)
      .compactMap { $0.state.reference(LetterMatterField.matter) }
      .compactMap { try matter($0) }
      .sorted { ($0.source.at, $0.key) < ($1.source.at, $1.key) }
  }
}

/// The changes by which letters are written and answered; the same on a laptop and at the office.
package struct LetterEdits {
  /// Who acts.
  package let account: RecordKey
  package let at: Instant

  package init(by account: RecordKey, at now: Instant) {
    self.account = account
    at = now
  }

  /// The letter, and one record for each matter that it is about.
  /// - Parameter summary: of the month from which it follows.
  package func letter(
    _ letter: RecordKey, _ text: LetterText, about matters: [Matter], summary: RecordKey,
    in zone: ZoneOffset
  ) -> [RecordEdit] {
    let edit = RecordEdit(
      .letter, letter.id,
      [
        LetterField.year: .integer(Int64(LocalTime(at, in: zone).date.year)),
        LetterField.summary: .reference(summary), LetterField.subject: .text(text.subject),
        LetterField.background: .text(text.background),
        LetterField.proposal: .text(text.proposal), LetterField.replyBy: .date(text.replyBy),
        LetterField.account: .reference(account), LetterField.at: .instant(at),
      ])
    return [edit]
      + matters.map { matter in
        RecordEdit(
          .letterMatter,
          RecordIdentity.letterMatter(letter: letter.id, matter: matter.key.id),
          [
            LetterMatterField.letter: .reference(letter),
            LetterMatterField.matter: .reference(matter.key),
          ])
      }
  }

  package func reply(to letter: Letter, isAccepted: Bool, _ text: String) -> RecordEdit {
    RecordEdit(
      .letter, letter.key.id,
      [
        LetterField.isAccepted: .flag(isAccepted), LetterField.reply: .text(text),
        LetterField.repliedBy: .reference(account), LetterField.repliedAt: .instant(at),
      ])
  }

  /// What the manager decides about one matter (R1-58). What nothing has become of yet goes to its
  /// department with it; what is beyond them is escalated.
  /// - Parameter measure: sealed; nothing without words.
  package func decision(
    _ kind: MatterDecisionKind, about matter: Matter, measure: Value?
  ) -> RecordEdit {
    var edit = RecordEdit(
      .handling, RecordIdentity.handling(matter: matter.key.id),
      [
        HandlingField.matter: .reference(matter.key), HandlingField.decision: .code(kind),
        HandlingField.measure: measure, HandlingField.decidedBy: .reference(account),
        HandlingField.decidedAt: .instant(at),
      ])
    if kind == .beyondAuthority {
      edit[HandlingField.state] = .code(MatterState.escalated)
    } else if matter.handling == nil {
      edit[HandlingField.state] = .code(MatterState.routed)
      edit[HandlingField.department] = .code(Department(for: matter.topic))
    }
    if edit[HandlingField.state] != nil {
      edit[HandlingField.account] = .reference(account)
      edit[HandlingField.at] = .instant(at)
    }
    return edit
  }
}
