import FieldWork
import Synchronization

/// The mark beside a database, in memory.
package final class MemoryMark: InstallationFile {
  private let bytes: Mutex<[UInt8]?>

  package init(_ bytes: [UInt8]? = nil) { self.bytes = Mutex(bytes) }

  package func load() throws -> [UInt8]? { bytes.withLock { $0 } }

  package func save(_ bytes: [UInt8], isSynced: Bool) throws {
    self.bytes.withLock { $0 = bytes }
  }
}

/// Where nobody looks for a mark: none is there, and what is saved is gone, which the port allows of
/// nothing else.
package struct NoMark: InstallationFile {
  package init() {}
  package func load() throws -> [UInt8]? { nil }
  package func save(_ bytes: [UInt8], isSynced: Bool) throws {}
}
