import Synchronization

/// Signatures that keys of this process made or found valid, so that a simulation in which one process plays both
/// ends of every exchange need not do the curve's arithmetic again at the other end
/// (docs/decisions/0041-stories-that-share-work.md).
///
/// Whether a signature is valid depends on the key, the message and the signature, and on nothing else; all three
/// are compared byte for byte. What is invalid is never remembered.
///
/// Only a test can put one in place, for the time of one call; a program checks each signature each time.
package final class RememberedSignatures: Sendable {
  @TaskLocal package static var inPlace: RememberedSignatures?

  private struct Valid: Hashable {
    let signature: [UInt8]
    let message: [UInt8]
    let key: VerifyingKey

    /// By the signature, which hardly two messages share.
    func hash(into hasher: inout Hasher) {
      signature.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private let valid = Mutex<Set<Valid>>([])

  package init() {}

  func remember(_ signature: [UInt8], of message: [UInt8], by key: VerifyingKey) {
    let one = Valid(signature: signature, message: message, key: key)
    valid.withLock { _ = $0.insert(one) }
  }

  func knows(_ signature: [UInt8], of message: [UInt8], by key: VerifyingKey) -> Bool {
    let one = Valid(signature: signature, message: message, key: key)
    return valid.withLock { $0.contains(one) }
  }
}
