package import Wording

/// Why a use case did not do what was asked. Nothing was changed unless the message says so.
package enum FieldFault: Error, Hashable, Sendable {
  /// A rule forbids it; the program exits with 2.
  case refused(Refusal)
  /// Warnings that need a reason from the person; the program exits with 2.
  case reasonsNeeded([Refusal])
  /// It cannot be done; exit 1.
  case failed(Message)
  /// The office was not reached; nothing is lost; exit 3.
  case notReached(Message)
  /// The words of the command make no sense together; exit 64.
  case wrongUsage(Message)
  /// The person stopped it; exit 130.
  case interrupted(Message)
}

/// A rule's no: which rule, why, and what to do.
package struct Refusal: Hashable, Sendable {
  /// `R1-46`, or the name of a law of the record format.
  package let rule: String
  package let why: Message
  package let cure: Message

  package init(rule: String, why: Message, cure: Message) {
    self.rule = rule
    self.why = why
    self.cure = cure
  }
}
