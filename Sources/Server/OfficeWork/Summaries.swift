package import CommunicationPolicy
package import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

extension Office {
  /// A month's summary as the office's records give it.
  package func summary(
    of site: ScopeID, month: CivilMonth, on replica: Replica
  ) throws -> MonthSummary {
    try SiteView(replica, site)
      .summary(of: month, try replica.workingCalendar(of: company))
  }

  /// Submits, approves or sends back a month's summary, as `Laptop` does.
  ///
  /// - Parameters:
  ///   - text: the author's words of a submission, the comment of what is sent back.
  ///   - shown: the digest of the figures that the person saw.
  /// - Throws: `OfficeFault.refused` with R1-56 to R1-59 or F-saw.
  package func actOnSummary(
    _ act: SummaryFacts.Act, of site: ScopeID, month: CivilMonth, text: String, shown: Digest,
    by account: AccountID
  ) throws {
    try write { replica in
      let view = SiteView(replica, site)
      let summary = try self.summary(of: site, month: month, on: replica)
      let person = try person(account, on: replica) ?? .unknown(account)
      try requireDecider(person)
      try requireNothing(
        in: view.findings(
          act, on: summary, by: account, person.role, comment: text, at: now))
      guard shown == summary.content.digest else {
        throw OfficeFault.refused(
          rule: "F-saw", why: Message(.summaryStale), cure: Message(.reviewStaleCure))
      }
      let edits = SummaryEdits(
        summary, view.summaryKey(of: month), by: accountKey(account), at: now)
      let edit =
        switch act {
        case .submit: edits.submission(text)
        case .approve: edits.approval()
        case .sendBack: edits.sendingBack(text)
        }
      try publishSeen([edit], in: site, by: account, on: replica)
    }
  }

  /// Writes the amendment of every approved summary that later records have overtaken, each with the
  /// next number. What one says is so when it is written; a summary in step gets none.
  /// - Returns: how many were written.
  @discardableResult
  package func amendSummaries() throws -> Int {
    try write { replica in
      var written = 0
      for site in try SiteView.all(in: replica) {
        // A site of which nothing new is here was looked at before.
        let digest = try replica.feed.head(site.scope)?.view.description ?? ""
        let mark = "summaries.\(site.scope)"
        if try Meta.bytes(mark, replica.connection) == Array(digest.utf8) { continue }
        let view = SiteView(replica, site.scope)
        for month in try view.approvedMonths() {
          let summary = try self.summary(of: site.scope, month: month, on: replica)
          guard summary.isOvertaken else { continue }
          let edits = SummaryEdits(
            summary, view.summaryKey(of: month), by: accountKey(Office.account), at: now)
          try publish([edits.amendment()], in: site.scope, on: replica)
          written += 1
        }
        let after = try replica.feed.head(site.scope)?.view.description ?? ""
        try Meta.set(mark, Array(after.utf8), replica.connection)
      }
      return written
    }
  }

  // MARK: The manager's decisions

  /// What the manager decides about one matter, as `Laptop.decideMatter` does.
  package func decideMatter(
    _ matter: RecordKey, _ kind: MatterDecisionKind, _ measure: String, by account: AccountID
  ) throws {
    let key =
      measure.isBlank ? nil : try textKey(of: try read { try self.matter(matter, on: $0).source })
    try write { replica in
      let known = try self.matter(matter, on: replica)
      let person = try person(account, on: replica) ?? .unknown(account)
      try requireDecider(person)
      var facts = AuthorityFacts(.decide(kind), by: person.role)
      facts.hasText = !measure.isBlank
      try requireNothing(in: AuthorityRules.findings(facts))
      let record = SiteView(replica, matter.scope).handlingKey(of: matter.id)
      let edit = LetterEdits(by: accountKey(account), at: now).decision(
        kind, about: known,
        measure: measure.isBlank
          ? nil : try sealedText(measure, key, in: record, HandlingField.measure))
      try publishSeen([edit], in: matter.scope, by: account, on: replica)
    }
  }

  func requireNothing(in findings: [Finding]) throws {
    guard let first = findings.first(where: { $0.severity == .block }) else { return }
    throw OfficeFault.refused(rule: first.rule.rawValue, why: first.why, cure: first.cure)
  }
}
