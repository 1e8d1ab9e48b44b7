package import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

extension Replica {
  /// The decisions as this replica knows them: what ships with the program, and what the firm decided
  /// since. A replica of many sites holds one company's scope.
  package func policy() throws -> Policy {
    if let policy = known?.policy { return policy }
    let policy = try readPolicy()
    known?.policy = policy
    return policy
  }

  private func readPolicy() throws -> Policy {
    let settings = try known?.company.map { company in
      try records.states(of: .policySetting, in: company).map {
        (key: RecordKey(scope: company, type: .policySetting, id: $0.id), state: $0.state)
      }
    }
    let entries = try (settings ?? records.everywhere(.policySetting)).compactMap { key, state in
      PolicyEntry(state).flatMap { entry in
        key.id
          == RecordIdentity.policySetting(
            company: key.scope, from: entry.from, decision: entry.decision) ? entry : nil
      }
    }
    return entries.isEmpty ? .standard : Policy.standard.taking(entries)
  }
}

extension Replica {
  /// The values in force when something was done.
  /// - Parameter zone: of the site, whose clock says which day it was.
  package func inForce(
    _ subject: PolicySubject, at moment: Instant, in zone: ZoneOffset
  ) throws -> PolicyInForce {
    PolicyInForce(try policy(), for: subject, on: LocalTime(moment, in: zone).date)
  }
}

extension PolicyEntry {
  /// - Returns: nothing for what is none, or is about a decision of a later program.
  fileprivate init?(_ state: RecordState) {
    guard let decision = state.text(PolicySettingField.decision),
      let from = state.date(PolicySettingField.from),
      let values = state.text(PolicySettingField.values)
    else { return nil }
    self.init(
      decision: decision, edition: state.text(PolicySettingField.edition) ?? "", from: from,
      source: state.text(PolicySettingField.source) ?? "",
      isAssumed: state.flag(PolicySettingField.isAssumed), valuesText: values)
  }
}

extension SiteView {
  package func policy() throws -> Policy { try replica.policy() }

  /// The settings in force on the local day of a moment.
  package func settings(at moment: Instant) throws -> PolicySettings {
    try policy().settings(on: LocalTime(moment, in: try facts()?.zone ?? .china).date)
  }

  /// Whether anything is recorded that a decision could judge: a visit, a contact, an attempt, a month.
  package func hasWork() throws -> Bool {
    try [RecordType.visit, .contact, .attempt, .monthFrame, .appointment].contains { type in
      try replica.connection.first(
        "SELECT 1 FROM record WHERE scope = ? AND type = ? LIMIT 1",
        [.blob(scope.bytes), .integer(Int64(type.number))]
      ) { _ in true } == true
    }
  }
}
