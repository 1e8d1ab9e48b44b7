package import FieldWork
import Foundation
import Glibc
import LocalMachine

/// A laptop's disk in a folder that goes with it.
package final class FolderDisk: LaptopDisk {
  package let home: String
  package let machine = ""

  package init() throws {
    home =
      FileManager.default.temporaryDirectory.appendingPathComponent(
        "rounds-disk-\(UUID().uuidString)"
      ).path
    try LocalDisk.makeDirectory(home)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: home) } catch {
      FileHandle.standardError.write(Data("not removed: \(home): \(error)\n".utf8))
    }
  }

  package func facts(_ path: String) throws -> FileFacts? {
    guard let facts = try LocalDisk.facts(path) else { return nil }
    return FileFacts(
      isDirectory: facts.st_mode & S_IFMT == S_IFDIR, mode: UInt32(facts.st_mode & 0o7777),
      isMine: true, size: Int64(facts.st_size), inode: UInt64(facts.st_ino),
      device: UInt64(facts.st_dev))
  }

  package func names(in directory: String) throws -> [String] {
    try LocalDisk.names(in: directory)
  }

  package func read(_ path: String, _ take: ([UInt8]) throws -> Void) throws {
    try LocalDisk.read(path, take)
  }

  package func bytes(of path: String, from offset: Int, count: Int) throws -> [UInt8] {
    try LocalDisk.bytes(of: path, from: offset, count: count)
  }

  /// All of a file.
  package func contents(of path: String) throws -> [UInt8] {
    try bytes(of: path, from: 0, count: Int(clamping: facts(path)?.size ?? 0))
  }

  package func write(
    _ path: String, replacing: Bool, _ make: (_ append: ([UInt8]) throws -> Void) throws -> Void
  ) throws { try LocalDisk.write(path, replacing: replacing, make) }

  package func copy(_ path: String, to target: String) throws {
    try LocalDisk.copy(path, to: target)
  }

  package func makeDirectory(_ path: String) throws { try LocalDisk.makeDirectory(path) }

  package func move(_ path: String, to target: String) throws {
    try LocalDisk.move(path, to: target)
  }

  package func move(_ path: String, toFree target: String) throws {
    try LocalDisk.move(path, toFree: target)
  }

  package func remove(_ path: String) throws { try LocalDisk.remove(path) }
  package func removeDirectory(_ path: String) throws { try LocalDisk.removeDirectory(path) }

  package func space(_ path: String) throws -> (free: Int64, total: Int64) {
    try LocalDisk.space(path)
  }

  package func isEncrypted(_ path: String) -> Bool? { nil }
}
