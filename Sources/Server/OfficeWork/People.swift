package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

/// A person as the office's log knows them.
package struct Person: Hashable, Sendable {
  package let id: AccountID
  package let name: String
  package let role: Role
  package let disabledAt: Instant?
  /// Sites assigned now.
  package let sites: [ScopeID]
  /// Sites once assigned and withdrawn since, with the moment.
  package let formerSites: [ScopeID: Instant]

  /// Somebody of whom nothing is known but the name of the record: no sites, no rights.
  static func unknown(_ account: AccountID) -> Person {
    Person(
      id: account, name: "", role: .serviceOfficer, disabledAt: nil, sites: [], formerSites: [:])
  }
}

extension Office {
  /// Adds a person with a role and the sites they work at.
  /// - Throws: `OfficeFault.failed` for a site that is not known.
  package func addAccount(
    name: String, role: Role, sites: [ScopeID]
  ) throws -> AccountID {
    let id = AccountID(prefixOf: environment.randomness.bytes(16))
    try write { replica in
      for site in sites where try replica.records.state(of: siteKey(site)) == nil {
        throw OfficeFault.failed(Message(.siteUnknown, [site.description]))
      }
      var edits = [
        RecordEdit(
          .account, id.named(), [AccountField.name: .text(name), AccountField.role: .code(role)])
      ]
      for site in sites { edits.append(assignment(of: id, to: site, withdrawnAt: nil)) }
      try publish(edits, in: company, on: replica)
    }
    return id
  }

  /// Ends a person's work at a site. What they did before this reaches their laptop is credited and
  /// marked late.
  package func withdraw(_ account: AccountID, from site: ScopeID) throws {
    try write { replica in
      try publish([assignment(of: account, to: site, withdrawnAt: now)], in: company, on: replica)
    }
  }

  /// Adds a site to a person's work.
  package func assign(_ account: AccountID, to site: ScopeID) throws {
    try write { replica in
      try publish([assignment(of: account, to: site, withdrawnAt: nil)], in: company, on: replica)
    }
  }

  private func assignment(
    of account: AccountID, to site: ScopeID, withdrawnAt: Instant?
  ) -> RecordEdit {
    RecordEdit(
      .assignment, RecordIdentity.assignment(account: account, site: site),
      [
        AssignmentField.account: .reference(accountKey(account)),
        AssignmentField.site: .reference(siteKey(site)),
        // 0 stands for "not withdrawn": a field once written cannot be unwritten.
        AssignmentField.withdrawnAt: .instant(
          withdrawnAt ?? Instant(millisecondsSince1970: 0)),
      ])
  }

  package func accountKey(_ account: AccountID) -> RecordKey {
    RecordKey(scope: company, type: .account, id: account.named())
  }

  /// A site's own record lives in the site's scope.
  package func siteKey(_ site: ScopeID) -> RecordKey {
    RecordKey(scope: site, type: .site, id: site.named())
  }

  package func person(_ account: AccountID, on replica: Replica) throws -> Person? {
    guard let state = try replica.records.state(of: accountKey(account)) else { return nil }
    return try person(account, state, on: replica)
  }

  package func people(on replica: Replica) throws -> [Person] {
    let digest = try replica.feed.head(company)?.view ?? .empty
    return try staff.value(at: digest) {
      try replica.records.states(of: .account, in: company).map { id, state in
        try person(id.named(), state, on: replica)
      }
    }
  }

  /// Everybody's name, and nothing else of them: for looking somebody up among thousands.
  package func names(on replica: Replica) throws -> [(account: AccountID, name: String)] {
    try replica.records.states(of: .account, in: company).map { id, state in
      (id.named(), state.text(AccountField.name) ?? "")
    }
  }

  private func person(
    _ account: AccountID, _ state: RecordState, on replica: Replica
  ) throws -> Person {
    var sites: [ScopeID] = []
    var former: [ScopeID: Instant] = [:]
    let assignments = try replica.records.members(.assignmentOfAccount, of: accountKey(account))
    for (_, assignment) in assignments {
      guard let site = assignment.reference(AssignmentField.site)?.scope else { continue }
      let withdrawn = assignment.instant(AssignmentField.withdrawnAt)
      if let withdrawn, withdrawn.millisecondsSince1970 != 0 {
        former[site] = withdrawn
      } else {
        sites.append(site)
      }
    }
    return Person(
      id: account, name: state.text(AccountField.name) ?? "",
      role: state.code(AccountField.role) ?? .serviceOfficer,
      disabledAt: state.instant(AccountField.disabledAt), sites: sites.sorted(),
      formerSites: former)
  }
}
