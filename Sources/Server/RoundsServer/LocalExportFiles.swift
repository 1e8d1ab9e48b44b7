import Glibc
import LocalMachine
import OfficePages

/// The `ExportFiles` port on this machine's file system.
package struct LocalExportFiles: ExportFiles {
  private let folder: String

  package init(folder: String) { self.folder = folder }

  package func clear() throws {
    try LocalDisk.removeTree(folder)
    try LocalDisk.makeDirectory(folder)
  }

  package func path(of name: String) -> String { folder + "/" + name }

  package func append(_ bytes: [UInt8], to name: String) throws {
    do { try LocalDisk.append(bytes, to: path(of: name)) } catch let fault as FileFault {
      if fault.isOutOfSpace { throw ExportDiskFull() }
      throw fault
    }
  }

  package func size(of name: String) throws -> Int? {
    try LocalDisk.facts(path(of: name)).map { Int($0.st_size) }
  }

  package func read(_ name: String, from offset: Int, count: Int) throws -> [UInt8] {
    try LocalDisk.bytes(of: path(of: name), from: offset, count: count)
  }

  package func remove(_ name: String) throws { try LocalDisk.remove(path(of: name)) }
}
