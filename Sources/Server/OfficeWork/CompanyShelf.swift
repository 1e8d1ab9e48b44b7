import ConflictFreeRecords
import Synchronization

/// Something of the company as it was last read: its laptops, its people. It follows from the bundles of the company's
/// scope and from nothing else, so it holds as long as the scope's digest is the one it was read at.
final class CompanyShelf<Value: Sendable>: Sendable {
  private let kept = Mutex<(digest: SetDigest, value: Value)?>(nil)

  /// - Parameter read: asked where the digest is another; what it throws is thrown, and nothing is kept.
  func value(at digest: SetDigest, _ read: () throws -> Value) rethrows -> Value {
    if let kept = kept.withLock({ $0 }), kept.digest == digest { return kept.value }
    let value = try read()
    kept.withLock { $0 = (digest, value) }
    return value
  }
}
