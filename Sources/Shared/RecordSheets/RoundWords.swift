package import Sampling
package import Wording

extension RoundView.Status {
  /// How a household stands in a round, for people.
  package var phrase: Phrase {
    switch self {
    case .open: .codeOpenStatus
    case .visited: .codeVisitedStatus
    case .refused: .codeRefused
    case .unreachable: .codeUnreachable
    case .departed: .codeDeparted
    case .restricted: .codeRestrictedStatus
    }
  }
}
