import Glibc
import LocalMachine
import OfficeWork
import RecordStore
import SQLiteDatabase

/// The `OfficeFiles` port on this machine's file system.
struct LocalOfficeFiles: OfficeFiles {
  func size(of path: String) throws -> Int64? {
    try LocalDisk.facts(path).map { Int64($0.st_size) }
  }

  func mode(of path: String) throws -> UInt32? {
    try LocalDisk.facts(path).map { UInt32($0.st_mode) & 0o7777 }
  }

  func read(_ path: String, limit: Int) throws -> [UInt8] {
    try GivenFile.read(path, limit: limit)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    try OwnerOnlyFile(path: path).save(bytes)
  }

  func copy(_ path: String, to target: String) throws { try LocalDisk.copy(path, to: target) }
  func makeDirectory(_ path: String) throws { try LocalDisk.makeDirectory(path) }
  func move(_ path: String, to target: String) throws { try LocalDisk.move(path, to: target) }
  func remove(_ path: String) throws { try LocalDisk.remove(path) }
  func removeDirectory(_ path: String) throws { try LocalDisk.removeDirectory(path) }

  func openAlone(_ path: String) throws -> any SQLDatabase {
    try SQLiteFile(path: path, kind: .laptop)
  }

  func openToRead(_ path: String) throws -> any SQLDatabase { try SQLiteFile(reading: path) }

  func space(around path: String) throws -> (free: Int64, total: Int64) {
    try LocalDisk.space(path)
  }
}
