/// What can be wrong with bytes that claim to be ours.
package enum WireFault: Error, Hashable, Sendable {
  /// Not the expected message, or a field with a length or range it may not have.
  case malformed(String)
  case tooLarge(limit: Int)
  /// The signature is not this key's over these bytes.
  case badSignature
}

extension WireFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .malformed(let what): "malformed: \(what)"
    case .tooLarge(let limit): "larger than \(limit) bytes"
    case .badSignature: "signature does not match"
    }
  }
}
