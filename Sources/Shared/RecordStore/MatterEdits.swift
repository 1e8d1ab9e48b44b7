package import CommunicationPolicy
package import ConflictFreeRecords
package import RecordCatalogue
package import VisitModel

/// What somebody does with a matter.
package enum MatterDecision: Hashable, Sendable {
  /// To the department that is to see to it; to that of its topic unless one is named.
  case route(to: Department?, handler: AccountID?)
  case handOver
  case report(ProcedureStatus)
  /// - Parameter as: one of the final states.
  case end(as: MatterState, outcome: String)

  package var act: MatterFacts.Act {
    switch self {
    case .route: .route
    case .handOver: .handOver
    case .report: .report
    case .end: .end
    }
  }

  package var outcome: String? {
    if case .end(_, let outcome) = self { outcome } else { nil }
  }

  package func findings(about matter: Matter) -> [Finding] {
    var facts = MatterFacts(act, of: matter.kind, in: matter.handling?.state)
    facts.hasOutcome = outcome?.isBlank == false
    return MatterRules.findings(facts)
  }
}

/// The changes by which a matter goes on; the same on a laptop and at the office.
package struct MatterEdits {
  /// Who acts.
  package let account: RecordKey
  package let at: Instant

  package init(by account: RecordKey, at now: Instant) {
    self.account = account
    at = now
  }

  /// - Parameters:
  ///   - reference: its number in the other procedure, if it is known.
  ///   - outcome: sealed; only at the end.
  ///   - handler: of `.route`, as a reference.
  package func edit(
    _ decision: MatterDecision, of matter: Matter, reference: String?, outcome: Value?,
    handler: RecordKey?
  ) -> RecordEdit {
    var edit = RecordEdit(
      .handling, RecordIdentity.handling(matter: matter.key.id),
      [
        HandlingField.matter: .reference(matter.key),
        HandlingField.account: .reference(account), HandlingField.at: .instant(at),
        HandlingField.reference: reference.map { .text($0) },
        HandlingField.handler: handler.map { .reference($0) },
      ])
    switch decision {
    case .route(let department, _):
      edit[HandlingField.state] = .code(MatterState.routed)
      edit[HandlingField.department] = .code(department ?? Department(for: matter.topic))
    case .handOver: edit[HandlingField.state] = .code(MatterState.handedOver)
    case .report(let status):
      edit[HandlingField.status] = .code(status)
      edit[HandlingField.statusAt] = .instant(at)
    case .end(let state, _):
      edit[HandlingField.state] = .code(state)
      edit[HandlingField.outcome] = outcome
    }
    return edit
  }

  /// R1-54, R1-55: where each thing goes that was said and of which nothing has become yet. Complaints
  /// go to their procedure, praise nowhere, all else to the department of its topic.
  package func routing(of matters: [Matter]) -> [RecordEdit] {
    matters.filter { $0.handling == nil && $0.kind != .praise }.map { matter in
      edit(
        matter.kind == .complaint ? .handOver : .route(to: nil, handler: nil), of: matter,
        reference: nil, outcome: nil, handler: nil)
    }
  }
}
