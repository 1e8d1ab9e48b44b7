package import TextFormats
package import VisitModel

/// What kind of record something was decided about.
package enum PolicySubject: Sendable {
  case visit, matter, month, draw, attempt, appointment, letter
  case notice, meeting, petition, incident, survey

  /// The decisions that bear on it.
  package var decisions: [String] {
    switch self {
    case .visit: ["A02", "A12", "A13", "A14", "A15", "A16", "A43", "A44", "P01"]
    case .matter: ["A20", "A21"]
    case .draw: ["A09", "A10", "A11", "A45", "A48"]
    case .attempt: ["A10"]
    case .appointment: ["A14", "A15"]
    case .letter: ["A19"]
    case .notice:
      ["A01", "A23", "A24", "A25", "A26", "A28", "A32", "A33", "A40", "A42", "A47"]
    case .meeting: ["A32", "A35", "A36", "A37"]
    case .petition: ["A38", "A39"]
    case .incident: ["A29", "A30", "A31"]
    case .survey: ["A27"]
    case .month: ["A03", "A04", "A05", "A06", "A07", "A08", "A17", "A18", "A49", "A51"]
    }
  }
}

/// The values that were in force when a record was made.
package struct PolicyInForce: Hashable, Sendable {
  package let entries: [PolicyEntry]

  package init(_ policy: Policy, for subject: PolicySubject, on day: CivilDate) {
    self.init(policy, for: subject) { _ in day }
  }

  /// - Parameter day: by which a decision is measured; one may be by another day than the others.
  package init(
    _ policy: Policy, for subject: PolicySubject, on day: (_ decision: String) -> CivilDate
  ) {
    entries = subject.decisions.compactMap { policy.entry(of: $0, on: day($0)) }
  }

  /// What can be set, for people: `A14 lateFrom=22:00 earlyUntil=–; P01 recontactPercent=10`. Readings
  /// that the program has no other of are left to the JSON.
  package var text: String {
    entries.compactMap { entry in
      let values = entry.settable.map { "\($0.name)=\($0.value.text)" }
      return values.isEmpty ? nil : ([entry.decision] + values).joined(separator: " ")
    }.joined(separator: "; ")
  }

  package var json: JSON { .array(entries.map(\.json)) }
}

extension PolicyEntry {
  var settable: [(name: String, value: PolicyValue)] {
    (Decision.named(decision)?.settings ?? []).filter { !$0.isFixed }.compactMap { setting in
      values[setting.name].map { (setting.name, $0) }
    }
  }

  package var json: JSON {
    .object([
      "decision": .string(decision), "edition": .string(edition),
      "from": .string(from.description), "source": .string(source),
      "rules": .array(rules.map { .string($0) }), "assumed": .bool(isAssumed),
      "values": valuesJSON,
    ])
  }
}
