/// What exports need of the file system: one folder of their own inside the office's, for the owner's eyes
/// alone, as is every file in it. Nothing in it outlives the server.
///
/// Contract: names are plain names of files, without separators. Calls may come from several threads, for one
/// name from one at a time but for `read`, `size` and `remove`.
package protocol ExportFiles: Sendable {
  /// Throws away whatever lies in the folder, and makes the folder where there is none.
  func clear() throws
  /// Where a file of that name lies, for a library that writes it itself.
  func path(of name: String) -> String
  /// Adds to the end of a file, and makes it where there is none. Not synced: what a crash leaves is thrown away.
  /// - Throws: `ExportDiskFull` where there is no room.
  func append(_ bytes: [UInt8], to name: String) throws
  /// - Returns: bytes; nothing where there is no such file.
  func size(of name: String) throws -> Int?
  /// Up to `count` bytes from a place; fewer at the end.
  func read(_ name: String, from offset: Int, count: Int) throws -> [UInt8]
  /// Nothing happens when there is none.
  func remove(_ name: String) throws
}

/// There is no room for a file of an export.
package struct ExportDiskFull: Error, Hashable, CustomStringConvertible {
  package let description = "no space left for exports"

  package init() {}
}
