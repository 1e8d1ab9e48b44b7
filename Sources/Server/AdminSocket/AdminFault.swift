import Glibc

/// Why a conversation on the admin socket ended before its time.
package enum AdminFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The other end closed it, or ended.
  case gone
  /// Nothing came, or nothing was taken, for too long.
  case silent
  /// What came is no part of this conversation.
  case garbled(String)
  /// Somebody else's process; the socket is for the owner of the data and for root.
  case stranger
  /// What the operating system said no to.
  case system(action: String, code: Int32)

  package var description: String {
    switch self {
    case .gone: "the other end is gone"
    case .silent: "the other end is silent"
    case .garbled(let what): what
    case .stranger: "not the owner of the data"
    case .system(let action, let code): "\(action): \(String(cString: strerror(code)))"
    }
  }
}
