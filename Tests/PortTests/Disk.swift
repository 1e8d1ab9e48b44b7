import FieldWork
import OfficeWork
import TestSupport
import Testing
import rounds
import rounds_server

/// What `LaptopDisk` and `OfficeFiles` promise alike, as a claim uses it.
struct Disk {
  /// Permission bits and bytes; nothing when there is nothing of that name.
  let facts: (String) throws -> (mode: UInt32, size: Int64)?
  let read: (String) throws -> [UInt8]
  /// Makes the file or replaces it.
  let write: ([UInt8], String) throws -> Void
  let copy: (String, String) throws -> Void
  let makeDirectory: (String) throws -> Void
  let move: (String, String) throws -> Void
  let moveToFree: (String, String) throws -> Void
  let remove: (String) throws -> Void
  let removeDirectory: (String) throws -> Void
  let space: (String) throws -> (free: Int64, total: Int64)
}

extension Disk {
  init(_ disk: any LaptopDisk) {
    facts = { try disk.facts($0).map { (mode: $0.mode, size: $0.size) } }
    read = { try disk.whole($0) }
    write = { bytes, path in try disk.write(path, replacing: true) { try $0(bytes) } }
    copy = { try disk.copy($0, to: $1) }
    makeDirectory = { try disk.makeDirectory($0) }
    move = { try disk.move($0, to: $1) }
    moveToFree = { try disk.move($0, toFree: $1) }
    remove = { try disk.remove($0) }
    removeDirectory = { try disk.removeDirectory($0) }
    space = { try disk.space($0) }
  }

  init(_ files: any OfficeFiles) {
    facts = { path in
      guard let mode = try files.mode(of: path), let size = try files.size(of: path) else {
        return nil
      }
      return (mode: mode, size: size)
    }
    read = { try files.read($0, limit: 1 << 20) }
    write = { try files.write($0, to: $1) }
    copy = { try files.copy($0, to: $1) }
    makeDirectory = { try files.makeDirectory($0) }
    move = { try files.move($0, to: $1) }
    moveToFree = { try files.move($0, toFree: $1) }
    remove = { try files.remove($0) }
    removeDirectory = { try files.removeDirectory($0) }
    space = { try files.space(around: $0) }
  }
}

extension LaptopDisk {
  /// The file's pieces, put together.
  func whole(_ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path) { bytes += $0 }
    return bytes
  }
}

/// The disks of the programs, and those that other tests use, while nothing is killed.
enum DiskKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case laptop, folder, killable, office

  var testDescription: String { rawValue }

  static let ofLaptops: [DiskKind] = [.laptop, .folder, .killable]

  /// Runs `body` in an empty folder.
  func withDisk(_ body: (Disk, _ home: String) throws -> Void) throws {
    switch self {
    case .laptop, .folder, .killable: try withLaptopDisk { try body(Disk($0), $0.home) }
    case .office: try withFolder { try body(Disk(LocalOfficeFiles()), $0) }
    }
  }

  /// Runs `body` with a laptop's disk whose data directory is empty.
  func withLaptopDisk(_ body: (any LaptopDisk) throws -> Void) throws {
    switch self {
    case .folder: try body(try FolderDisk())
    case .killable: try body(KillableDisk(try FolderDisk(), Lifetime(steps: .max)))
    case .laptop, .office: try withFolder { try body(LaptopFiles(home: $0)) }
    }
  }
}

/// The office's files, in an empty folder.
func withOfficeFiles(_ body: (any OfficeFiles, _ home: String) throws -> Void) throws {
  try withFolder { try body(LocalOfficeFiles(), $0) }
}
