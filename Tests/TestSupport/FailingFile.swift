package import FieldWork
import Synchronization

/// A secret file whose saves are lost with the power while it is told to fail; what was there stays.
package final class FailingFile: SecretFile {
  package struct Stopped: Error {}

  private let file: any SecretFile
  private let isFailing = Mutex(false)

  package init(_ file: any SecretFile) { self.file = file }

  package func fail(_ isNow: Bool) { isFailing.withLock { $0 = isNow } }
  package func load() throws -> [UInt8]? { try file.load() }

  package func save(_ bytes: [UInt8]) throws {
    if isFailing.withLock({ $0 }) { throw Stopped() }
    try file.save(bytes)
  }
}
