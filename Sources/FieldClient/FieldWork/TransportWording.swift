import Wording

extension TransportFailure {
  /// What the failure means for the person, and what to do.
  var message: Message {
    switch self {
    case .unreachable(let host, let detail): Message(.officeUnreachable, [host, detail])
    case .timedOut(let seconds): Message(.officeTimedOut, ["\(seconds)"])
    case .tls(let detail): Message(.officeCertificate, [detail])
    case .notOurServer(let detail): Message(.officeNotOurs, [detail])
    case .tooSlow: Message(.officeTooSlow)
    case .serverFault(let status): Message(.officeFault, ["\(status)"])
    case .truncated: Message(.officeTruncated)
    case .refused(403, "revoked"): Message(.officeRevoked)
    case .refused(403, _): Message(.officeDoesNotKnow)
    case .refused(426, _): Message(.officeNewer)
    case .refused(let status, let reason):
      Message(.officeRefused, ["\(status)", reason ?? "-"])
    case .tooLarge(let limit): Message(.officeTooLarge, ["\(limit)"])
    case .badAddress(let text): Message(.badAddress, [text])
    }
  }
}
