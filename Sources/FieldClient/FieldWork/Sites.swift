package import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// Who sits at this laptop, as the office's log says.
package struct Visitor: Hashable, Sendable {
  package let account: AccountID
  package let name: String
  package let role: Role
  /// Sites assigned now, as far as this laptop has heard.
  package let sites: [ScopeID]
}

extension EnrolledLaptop {
  /// - Throws: `FieldFault.failed` before the first sync has brought the person's record.
  package func visitor(_ replica: Replica) throws -> Visitor {
    let key = RecordKey(scope: office.company, type: .account, id: account.named())
    guard let state = try replica.records.state(of: key) else {
      throw FieldFault.failed(Message(.syncFirst))
    }
    let sites = try replica.records.members(.assignmentOfAccount, of: key).compactMap {
      _, assignment -> ScopeID? in
      assignment.isStanding ? assignment.reference(AssignmentField.site)?.scope : nil
    }
    return Visitor(
      account: account, name: state.text(AccountField.name) ?? "",
      role: state.code(AccountField.role) ?? .serviceOfficer, sites: sites.sorted())
  }

  /// The name of any person of the company.
  package func personName(_ account: AccountID, _ replica: Replica) throws -> String {
    let key = RecordKey(scope: office.company, type: .account, id: account.named())
    return try replica.records.state(of: key)?.text(AccountField.name) ?? ""
  }

  /// The site a command means: the one named, or the only one assigned.
  ///
  /// - Parameter mustBeAssigned: for writing; reading goes on after an assignment ended.
  package func site(
    named code: String?, mustBeAssigned: Bool = false, _ replica: Replica
  ) throws -> SiteFacts {
    let visitor = try self.visitor(replica)
    let known = try SiteView.all(in: replica)
    let assigned = known.filter { visitor.sites.contains($0.scope) }
    guard let code else {
      if assigned.count == 1 { return assigned[0] }
      if assigned.isEmpty { throw FieldFault.failed(Message(.noSiteAssigned)) }
      throw FieldFault.wrongUsage(
        Message(.whichSite, [assigned.map(\.code).joined(separator: ", ")]))
    }
    let wanted = UnitCode(code)?.text ?? code
    guard
      let site = known.first(where: {
        $0.code.utf8.elementsEqual(wanted.utf8) || $0.name.utf8.elementsEqual(code.utf8)
      })
    else {
      throw FieldFault.failed(
        Message(.noSuchSite, [code, assigned.map(\.code).joined(separator: ", ")]))
    }
    if mustBeAssigned { try requireAssigned(site.scope, replica) }
    return site
  }

  /// - Throws: `FieldFault.refused` (F-assigned) when the person does not work at the site now: the
  ///   office would only hold what they write there.
  func requireAssigned(_ scope: ScopeID, _ replica: Replica) throws {
    if try visitor(replica).sites.contains(scope) { return }
    let name = try SiteView(replica, scope).facts()?.name ?? scope.description
    throw FieldFault.refused(
      Refusal(
        rule: "F-assigned", why: Message(.siteNotAssigned, [name]),
        cure: Message(.siteNotAssignedCure)))
  }

  /// Whether anybody of a role works at a site now, as far as this laptop has heard.
  func hasPerson(with role: Role, at site: ScopeID, _ replica: Replica) throws -> Bool {
    try replica.records.states(of: .assignment, in: office.company).contains { _, assignment in
      guard assignment.reference(AssignmentField.site)?.scope == site, assignment.isStanding,
        let account = assignment.reference(AssignmentField.account),
        let state = try replica.records.state(of: account)
      else { return false }
      let disabledAt = state.instant(AccountField.disabledAt)?.millisecondsSince1970 ?? 0
      return state.code(AccountField.role) == role && disabledAt == 0
    }
  }

  /// Finds one record of a type by its whole id or an unmistakable beginning of at least six digits.
  package func record(
    _ type: RecordType, named text: String, _ replica: Replica
  ) throws -> (key: RecordKey, state: RecordState) {
    let wanted = Array(text.lowercased().utf8)
    guard wanted.count >= 6 else { throw FieldFault.wrongUsage(Message(.idTooShort, [text])) }
    var found: [(RecordKey, RecordState)] = []
    for head in try replica.feed.heads() {
      for (id, state) in try replica.records.states(of: type, in: head.scope)
      where id.description.utf8.starts(with: wanted) {
        found.append((RecordKey(scope: head.scope, type: type, id: id), state))
      }
    }
    guard let first = found.first else { throw FieldFault.failed(Message(.noSuchRecord, [text])) }
    guard found.count == 1 else { throw FieldFault.wrongUsage(Message(.idNotUnique, [text])) }
    return first
  }
}

extension RecordState {
  /// An assignment that was not withdrawn; 0 stands for "not withdrawn", because a field once written
  /// cannot be unwritten.
  var isStanding: Bool {
    (instant(AssignmentField.withdrawnAt)?.millisecondsSince1970 ?? 0) == 0
  }
}
