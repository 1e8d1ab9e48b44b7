/// Why the bench has no figure: it prints this and stops, rather than a number that means something
/// else.
enum BenchFault: Error, CustomStringConvertible {
  case notStarted(String, errno: Int32)
  case programFailed(words: String, status: Int32, trouble: String)
  case connection(String, errno: Int32)
  case answer(String)
  case setting(String)

  var description: String {
    switch self {
    case .notStarted(let what, let errno): "not started: \(what), errno \(errno)"
    case .programFailed(let words, let status, let trouble):
      "\(words) ended with \(status): \(trouble)"
    case .connection(let what, let errno): "connection: \(what), errno \(errno)"
    case .answer(let what): "unexpected answer: \(what)"
    case .setting(let what): what
    }
  }
}
