import ConflictFreeRecords
import Synchronization

/// The laptops of the company as they were last read. They follow from the bundles of its scope and from nothing else,
/// so they hold as long as the scope's digest is the one they were read at.
final class DeviceShelf: Sendable {
  private let kept = Mutex<(digest: SetDigest, devices: [Device])?>(nil)

  /// - Parameter read: asked where the digest is another; what it throws is thrown, and nothing is kept.
  func devices(at digest: SetDigest, _ read: () throws -> [Device]) rethrows -> [Device] {
    if let kept = kept.withLock({ $0 }), kept.digest == digest { return kept.devices }
    let devices = try read()
    kept.withLock { $0 = (digest, devices) }
    return devices
  }
}
