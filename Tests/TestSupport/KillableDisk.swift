package import FieldWork
import Synchronization

/// How many steps a process lives for. Once it is killed it takes no other, not even those with which it
/// would tidy up after an error.
package final class Lifetime: Sendable {
  private let left: Mutex<Int>

  package init(steps: Int) { left = Mutex(steps) }

  /// - Throws: `Killed` when they are used up.
  package func step() throws {
    let isOver = left.withLock { left in
      if left == 0 { return true }
      left -= 1
      return false
    }
    if isOver { throw Killed() }
  }
}

/// The laptop's disk as a process uses it that is killed before one of the steps that change something;
/// real files otherwise.
package final class KillableDisk: LaptopDisk {
  private let inner: any LaptopDisk
  private let life: Lifetime

  package init(_ inner: any LaptopDisk, _ life: Lifetime) {
    self.inner = inner
    self.life = life
  }

  package var home: String { inner.home }
  package var machine: String { inner.machine }

  package func facts(_ path: String) throws -> FileFacts? { try inner.facts(path) }
  package func names(in directory: String) throws -> [String] { try inner.names(in: directory) }

  package func read(_ path: String, _ take: ([UInt8]) throws -> Void) throws {
    try inner.read(path, take)
  }

  package func bytes(of path: String, from offset: Int, count: Int) throws -> [UInt8] {
    try inner.bytes(of: path, from: offset, count: count)
  }

  package func write(
    _ path: String, replacing: Bool, _ make: (_ append: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    try life.step()
    try inner.write(path, replacing: replacing, make)
  }

  package func copy(_ path: String, to target: String) throws {
    try life.step()
    try inner.copy(path, to: target)
  }

  package func makeDirectory(_ path: String) throws {
    try life.step()
    try inner.makeDirectory(path)
  }

  package func move(_ path: String, to target: String) throws {
    try life.step()
    try inner.move(path, to: target)
  }

  package func move(_ path: String, toFree target: String) throws {
    try life.step()
    try inner.move(path, toFree: target)
  }

  package func remove(_ path: String) throws {
    try life.step()
    try inner.remove(path)
  }

  package func removeDirectory(_ path: String) throws {
    try life.step()
    try inner.removeDirectory(path)
  }

  package func space(_ path: String) throws -> (free: Int64, total: Int64) {
    try inner.space(path)
  }

  package func isEncrypted(_ path: String) -> Bool? { inner.isEncrypted(path) }
}
