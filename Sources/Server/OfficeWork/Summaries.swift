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
  ///   - shown: the token of the figures and of the summary's record that the person saw.
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
      guard shown == summary.shown else {
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
  /// next number. What one says is so when it is written; a summary in step gets none. After a restore
  /// none is written before an administrator has confirmed the laptops, which may bring the others.
  /// - Returns: how many were written.
  /// - Throws: the first fault, once every other site has been seen to.
  @discardableResult
  package func amendSummaries() throws -> Int {
    let sites = try read { replica in
      try awaitingConfirmation(on: replica).isEmpty ? SiteView.all(in: replica) : []
    }
    var written = 0
    var fault: (any Error)?
    for site in sites {
      do {
        // Looked at outside the write, because it takes time; a site of which nothing is new, not at all.
        if try !read({ try hasNews(of: site.scope, on: $0) }) { continue }
        written += try write { try amend(site.scope, on: $0) }
      } catch { fault = fault ?? error }
    }
    if let fault { throw fault }
    return written
  }

  private func mark(of site: ScopeID) -> String { "summaries.\(site)" }

  private func digest(of site: ScopeID, on replica: Replica) throws -> [UInt8] {
    Array((try replica.feed.head(site)?.view.description ?? "").utf8)
  }

  private func hasNews(of site: ScopeID, on replica: Replica) throws -> Bool {
    let seen = try Meta.bytes(mark(of: site), replica.connection)
    return try seen != digest(of: site, on: replica)
      && !SiteView(replica, site).approvedMonths().isEmpty
  }

  private func amend(_ site: ScopeID, on replica: Replica) throws -> Int {
    let view = SiteView(replica, site)
    let overtaken = try view.approvedMonths().compactMap { try view.overtaken($0) }
    for edit in overtaken {
      try publish([edit.amendment(at: now)], in: site, on: replica)
    }
    try Meta.set(mark(of: site), try digest(of: site, on: replica), replica.connection)
    return overtaken.count
  }

  // MARK: The manager's decisions

  /// What the manager decides about one matter, as `Laptop.decideMatter` does.
  /// - Parameter saw: the frontier of what had become of it when it was shown.
  package func decideMatter(
    _ matter: RecordKey, _ kind: MatterDecisionKind, _ measure: String, saw: [ChangeID],
    by account: AccountID
  ) throws {
    let key =
      measure.isBlank ? nil : try textKey(of: try read { try self.matter(matter, on: $0).source })
    try write { replica in
      let known = try self.matter(matter, on: replica)
      let person = try person(account, on: replica) ?? .unknown(account)
      try requireDecider(person)
      var facts = AuthorityFacts(.decide(kind), by: person.role)
      facts.hasText = !measure.isBlank
      facts.needsNoDecision = !known.needsDecision
      try requireNothing(in: AuthorityRules.findings(facts))
      let record = SiteView(replica, matter.scope).handlingKey(of: matter.id)
      try requireShown(record, saw, on: replica)
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
