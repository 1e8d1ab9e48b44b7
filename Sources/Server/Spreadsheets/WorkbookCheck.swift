import CZip
import Foundation
package import Wording

/// Why a workbook was not written. Nothing is left of it then.
package enum WorkbookWriteFault: Error, Hashable, Sendable {
  case file(path: String, errno: Int32)
  /// In the words of the library, English.
  case library(String)
  /// - Parameter limit: rows of a sheet without its heading.
  case tooManyRows(limit: Int)
  /// What lies on the disk is less than what was written: the disk is full, as a rule.
  case incomplete(sheet: Int)

  package var message: Message {
    switch self {
    case .file(let path, let number):
      Message(.bookFile, [path, String(cString: strerror(number))])
    case .library(let words): Message(.bookLibrary, [words])
    case .tooManyRows(let limit): Message(.bookTooManyRows, ["\(limit)"])
    case .incomplete(let sheet): Message(.bookIncomplete, ["\(sheet)"])
    }
  }
}

/// A folder for parts in the making, beside the target and for the owner alone; never in `/tmp`, where
/// libxlsxwriter would put them.
struct ScratchFolder {
  let path: String

  init(beside target: String) throws(WorkbookWriteFault) {
    var template = Array((target + ".XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw .file(path: target, errno: errno) }
    path = made
  }

  /// libxlsxwriter removes its files as it opens them, so that the folder is empty.
  func remove() { rmdir(path) }
}

/// Reads a workbook that was just written: libxlsxwriter looks at none of its writes to temporary files,
/// so that a full disk leaves a shorter table in an archive without a fault.
package enum WorkbookCheck {
  /// Syncs the file and looks at it.
  ///
  /// - Parameter rows: of each sheet, how many have a cell.
  /// - Throws: `WorkbookWriteFault.incomplete`, or `.file` when it cannot be read or synced.
  package static func whole(_ path: String, rows: [Int]) throws(WorkbookWriteFault) {
    try sync(path)
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code) else {
      throw .incomplete(sheet: 1)
    }
    defer { zip_discard(archive) }
    for (index, count) in rows.enumerated() {
      let found = contents(of: "xl/worksheets/sheet\(index + 1).xml", in: archive)
      guard let found, found.isEnded, found.rows == count else {
        throw .incomplete(sheet: index + 1)
      }
    }
  }

  private static func sync(_ path: String) throws(WorkbookWriteFault) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .file(path: path, errno: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw .file(path: path, errno: errno) }
  }

  /// How many rows begin in a sheet, and whether it ends as it should. Texts cannot look like either:
  /// in them `<` is escaped.
  private static func contents(
    of part: String, in archive: OpaquePointer
  ) -> (rows: Int, isEnded: Bool)? {
    guard let file = zip_fopen(archive, part, 0) else { return nil }
    defer { zip_fclose(file) }
    let mark = Array("<row ".utf8)
    var rows = 0
    // What was not searched for a mark yet: the last bytes of a chunk may be the beginning of one.
    var open: [UInt8] = []
    var tail: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { buffer -> Int64 in
        buffer.baseAddress.map { zip_fread(file, $0, UInt64(buffer.count)) } ?? -1
      }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      open += chunk[..<Int(count)]
      var rest = open[...]
      while let place = UTF8Scan.place(of: mark, in: rest) {
        rows += 1
        rest = open[(place + mark.count)...]
      }
      tail = Array((tail + open).suffix(64))
      open = Array(rest.suffix(mark.count - 1))
    }
    return (rows, UTF8Scan.place(of: Array("</worksheet>".utf8), in: tail[...]) != nil)
  }
}
