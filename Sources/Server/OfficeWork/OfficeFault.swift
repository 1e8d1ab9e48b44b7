package import Wording

/// Why a use case of the office did not do what was asked. Nothing was changed.
package enum OfficeFault: Error, Hashable, Sendable {
  /// A rule forbids it; the program exits with 2.
  case refused(rule: String, why: Message, cure: Message)
  /// It cannot be done; exit 1.
  case failed(Message)
  case wrongUsage(Message)
}
