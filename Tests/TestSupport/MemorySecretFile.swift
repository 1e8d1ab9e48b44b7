import FieldWork
import Synchronization

/// The secret file's contract in memory; one process, so "on disk" means kept.
package final class MemorySecretFile: SecretFile {
  private let bytes = Mutex<[UInt8]?>(nil)

  package init() {}
  package func load() throws -> [UInt8]? { bytes.withLock { $0 } }
  package func save(_ bytes: [UInt8]) throws { self.bytes.withLock { $0 = bytes } }
}
