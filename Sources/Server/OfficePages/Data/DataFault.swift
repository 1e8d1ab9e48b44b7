import Wording

/// Why data was not answered, with the status, a code for programs, and the words for people.
enum DataFault: Error, Sendable {
  case notFound
  /// Only GET is.
  case wrongMethod
  /// No token and no session, or a wrong one.
  case unauthorised
  case wait(seconds: Int)
  case forbidden(String)
  /// - Parameter target: of the address; nothing where all of it is meant.
  case malformed(Message, target: String?)
  /// Sensible, but not done here.
  case unsupported(Message, target: String?)
  /// What is asked needs every row at once, of more sites than that.
  case tooWide(sitesMax: Int)
  case tooMany(rowsMax: Int)
  /// Of a set, something in a scope could not be read: no row is answered, because fewer would look whole.
  /// - Parameter cause: for whoever runs the server.
  case damaged(set: String, scope: String, cause: String)

  var status: Int {
    switch self {
    case .notFound: 404
    case .wrongMethod: 405
    case .unauthorised: 401
    case .wait: 429
    case .forbidden: 403
    case .malformed, .tooWide, .tooMany: 400
    case .unsupported: 501
    case .damaged: 500
    }
  }

  /// Never changed once published.
  var code: String {
    switch self {
    case .notFound: "notFound"
    case .wrongMethod: "wrongMethod"
    case .unauthorised: "unauthorised"
    case .wait: "wait"
    case .forbidden: "forbidden"
    case .malformed: "malformed"
    case .unsupported: "unsupported"
    case .tooWide: "tooWide"
    case .tooMany: "tooMany"
    case .damaged: "damaged"
    }
  }

  /// What went wrong, where, and what to do.
  var message: Message {
    switch self {
    case .notFound: Message(.dataNotFound)
    case .wrongMethod: Message(.dataWrongMethod)
    case .unauthorised: Message(.dataUnauthorised)
    case .wait(let seconds): Message(.dataWait, ["\(seconds)"])
    case .forbidden(let set): Message(.dataForbidden, [set])
    case .malformed(let message, _), .unsupported(let message, _): message
    case .tooWide(let most): Message(.dataTooWide, ["\(most)"])
    case .tooMany(let most): Message(.dataTooMany, ["\(most)"])
    case .damaged(let set, let scope, _): Message(.dataDamaged, [set, scope])
    }
  }

  var target: String? {
    switch self {
    case .malformed(_, let target), .unsupported(_, let target): target
    case .damaged(let set, let scope, _): set + "/" + scope
    default: nil
    }
  }
}
