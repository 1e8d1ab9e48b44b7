package import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

extension Office {
  /// Every obligation of a site, by due day.
  package func obligations(of site: ScopeID, on replica: Replica) throws -> [SiteObligation] {
    try SiteView(replica, site)
      .obligations(try replica.workingCalendar(of: company), at: now)
  }

  /// Every obligation of the company itself, by due day: its meetings (R2-05 to R2-08) and notices.
  package func companyObligations(on replica: Replica) throws -> [SiteObligation] {
    try SiteView(replica, company).companyObligations(
      try replica.workingCalendar(of: company), in: environment.zone, at: now)
  }

  /// Every obligation of a site, or of the company itself for its scope.
  package func obligations(in scope: ScopeID, on replica: Replica) throws -> [SiteObligation] {
    scope == company
      ? try companyObligations(on: replica) : try obligations(of: scope, on: replica)
  }

  /// Answers that head office owes to a site's letters.
  package func letterObligations(
    of site: ScopeID, on replica: Replica
  ) throws -> [SiteObligation] {
    try SiteView(replica, site)
      .letterObligations(try replica.workingCalendar(of: company), at: now)
  }

  /// What a site's petitions ask of somebody (R2-14, R2-16).
  package func petitionObligations(
    of site: ScopeID, on replica: Replica
  ) throws -> [SiteObligation] {
    try SiteView(replica, site)
      .petitionObligations(try replica.workingCalendar(of: company), at: now)
  }

  /// Brings every overdue obligation before head office, each once: the record's id is computed from what
  /// it is about and the rule, so that neither a restart nor a second clock brings it again. After a restore
  /// nothing is brought before an administrator has confirmed the laptops, which may know better.
  /// - Returns: how many are new.
  @discardableResult
  package func escalate() throws -> Int {
    let sites = try read { replica in
      try awaitingConfirmation(on: replica).isEmpty
        ? SiteView.all(in: replica).map(\.scope) + [company] : []
    }
    var written = 0
    for scope in sites {
      // Looked at outside the write, because it takes time, and once more inside it.
      if try read({ try overdue(at: scope, on: $0) }).isEmpty { continue }
      written += try write { replica in
        let edits = try overdue(at: scope, on: replica).map(escalation)
        if !edits.isEmpty { try publish(edits, in: scope, on: replica) }
        return edits.count
      }
    }
    return written
  }

  private func overdue(at scope: ScopeID, on replica: Replica) throws -> [SiteObligation] {
    let calendar = try replica.workingCalendar(of: company)
    let view = SiteView(replica, scope)
    return scope == company
      ? try view.newlyOverdueOfCompany(calendar, in: environment.zone, at: now)
      : try view.newlyOverdue(calendar, at: now)
  }

  private func escalation(_ one: SiteObligation) -> RecordEdit {
    RecordEdit(
      .escalation,
      RecordIdentity.escalation(subject: one.subject.id, rule: one.obligation.rule.rawValue),
      [
        EscalationField.subject: .reference(one.subject),
        EscalationField.rule: .text(one.obligation.rule.rawValue),
        EscalationField.due: .date(one.obligation.due), EscalationField.at: .instant(now),
      ])
  }

  /// Lets an obligation go, with a reason (A08): head office alone does.
  /// - Parameter scope: of the site, or of the company for its own.
  /// - Throws: `OfficeFault.refused` (F-role, or the rule where a petition asks it), `.failed` where there is
  ///   no such obligation now, or none that this person may read of, `.wrongUsage` without a reason.
  package func waive(
    _ rule: RuleID, about subject: RecordID, of scope: ScopeID, reason: String,
    by account: AccountID
  ) throws {
    guard !reason.isBlank, reason.utf8.count <= Bounds.lineBytesMax else {
      throw OfficeFault.wrongUsage(Message(.settlementReasonMissing))
    }
    try write { replica in
      let person = try person(account, on: replica) ?? .unknown(account)
      try requireDecider(person)
      guard person.role == .companyReviewer || person.role == .administrator else {
        throw OfficeFault.refused(
          rule: "F-role", why: Message(.waiverRole), cure: Message(.onlyHeadOfficeCure))
      }
      let all = try obligations(in: scope, on: replica)
      let found = all.first { $0.subject.id == subject && $0.obligation.rule == rule }
      guard let found, found.obligation.state == .open || found.obligation.state == .overdue
      else { throw OfficeFault.failed(Message(.noSuchObligation)) }
      if found.subject.type == .petition {
        // Of one that is not theirs to see nobody hears by a refusal that there is one (A39).
        guard try mayRead(found.subject, person, on: replica) else {
          throw OfficeFault.failed(Message(.noSuchObligation))
        }
        throw OfficeFault.refused(
          rule: rule.rawValue, why: Message(.rulePetitionWaiver),
          cure: Message(.rulePetitionWaiverCure))
      }
      let edit = RecordEdit(
        .waiver, RecordIdentity.waiver(subject: subject, rule: rule.rawValue),
        [
          WaiverField.subject: .reference(found.subject), WaiverField.rule: .text(rule.rawValue),
          WaiverField.reason: .text(reason),
          WaiverField.account: .reference(accountKey(account)), WaiverField.at: .instant(now),
        ])
      try publishSeen([edit], in: scope, by: account, on: replica)
    }
  }
}

extension Office {
  /// The key in the address of a person's calendar: nobody guesses it, and it opens nothing else.
  package func calendarKey(of account: AccountID) -> String {
    Hexadecimal.text(
      KeyedHash.sha256(
        key: secrets.challengeKey, Array("rounds calendar v1".utf8) + [0] + account.bytes))
  }

  package func isCalendarKey(_ key: [UInt8], of account: AccountID) -> Bool {
    KeyedHash.isValid(
      key, key: secrets.challengeKey,
      message: Array("rounds calendar v1".utf8) + [0] + account.bytes)
  }
}
