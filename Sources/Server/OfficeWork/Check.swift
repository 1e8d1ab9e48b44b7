package import Wording

/// One thing the doctor looked at.
package struct Check: Hashable, Sendable {
  /// Stable, for scripts.
  package enum Subject: String, Hashable, Sendable, CaseIterable {
    case log, keys, keyFile, view, database, permissions, space, clock, frames, forks, devices
    case revoked, held
  }

  package let subject: Subject
  /// What is wrong, each with what cures it; nothing when all is well.
  package let troubles: [Trouble]

  package struct Trouble: Hashable, Sendable {
    package let what: Message
    package let cure: Message
  }

  package var isWell: Bool { troubles.isEmpty }

  init(_ subject: Subject, _ troubles: [Trouble] = []) {
    self.subject = subject
    self.troubles = troubles
  }

  init(_ subject: Subject, _ isWell: Bool, _ what: Message, _ cure: Message) {
    self.init(subject, isWell ? [] : [Trouble(what: what, cure: cure)])
  }
}
