package import Wording

/// What one look found. Names and states are part of `--json` and stay.
package struct DoctorFinding: Hashable, Sendable {
  package enum State: String, Sendable {
    case ok
    /// Worth knowing; nothing is broken.
    case hint
    case trouble
    /// Could not be looked at, because of another trouble.
    case unknown
  }

  /// What was looked at, in the order of looking.
  package enum Name: String, CaseIterable, Sendable {
    case restore, permissions, deviceKey, database, enrolment, keys, bundles, receipts, clock, feed
    case view, chain, installation, authorities, unsent, held, draft, space, encryption
  }

  package let name: Name
  package let state: State
  package let what: Message
  package let cure: Message?

  package init(_ name: Name, _ state: State, _ what: Message, cure: Message? = nil) {
    self.name = name
    self.state = state
    self.what = what
    self.cure = cure
  }

  static func ok(_ name: Name) -> DoctorFinding {
    DoctorFinding(name, .ok, Message(.doctorOK))
  }

  static func unknown(_ name: Name) -> DoctorFinding {
    DoctorFinding(name, .unknown, Message(.doctorUnknown))
  }

  static func trouble(
    _ name: Name, _ what: Phrase, _ arguments: [String] = [], cure: Phrase,
    _ cureArguments: [String] = []
  ) -> DoctorFinding {
    DoctorFinding(
      name, .trouble, Message(what, arguments), cure: Message(cure, cureArguments))
  }
}
