import Glibc
import LocalMachine
import OfficeWork
package import RecordStore
import SQLiteDatabase

/// The `OfficeFiles` port on this machine's file system.
package struct LocalOfficeFiles: OfficeFiles {
  package init() {}

  package func size(of path: String) throws -> Int64? {
    try LocalDisk.facts(path).map { Int64($0.st_size) }
  }

  package func mode(of path: String) throws -> UInt32? {
    try LocalDisk.facts(path).map { UInt32($0.st_mode) & 0o7777 }
  }

  package func read(_ path: String, limit: Int) throws -> [UInt8] {
    try LocalDisk.whole(path, limit: limit)
  }

  package func write(_ bytes: [UInt8], to path: String) throws {
    try OwnerOnlyFile(path: path).save(bytes)
  }

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

  package func openAlone(_ path: String) throws -> any SQLDatabase {
    try SQLiteFile(path: path, kind: .laptop)
  }

  package func openToRead(_ path: String) throws -> any SQLDatabase {
    try SQLiteFile(reading: path)
  }

  package func openScratch() throws -> any SQLDatabase {
    try SQLiteFile(path: "", kind: .memory)
  }

  package func space(around path: String) throws -> (free: Int64, total: Int64) {
    try LocalDisk.space(path)
  }
}
