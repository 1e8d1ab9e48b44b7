package import RecordStore

/// What the office's rescue needs of the file system. Paths are absolute, or relative to the
/// server's working directory.
///
/// Contract: whatever makes, moves or removes a name returns when that is on disk, synced.
/// Everything made is readable by its owner alone.
package protocol OfficeFiles: Sendable {
  /// - Returns: bytes; nothing when there is no such file or directory.
  func size(of path: String) throws -> Int64?
  /// Permission bits, such as 0o600; nothing when there is no such file or directory.
  func mode(of path: String) throws -> UInt32?

  /// - Throws: also for a file with more than `limit` bytes.
  func read(_ path: String, limit: Int) throws -> [UInt8]
  /// Makes a file or replaces it as a whole: after a crash there is the old one or the new.
  func write(_ bytes: [UInt8], to path: String) throws
  /// - Throws: also when there is a file of the new name, which is left as it was.
  func copy(_ path: String, to target: String) throws

  /// - Throws: also when it is there, or what it lies in is not.
  func makeDirectory(_ path: String) throws
  /// Renames a file or a directory, in one step; a file of the new name is replaced.
  func move(_ path: String, to target: String) throws
  /// Gives a file a name that nothing has yet, in one step where the file system can. A power cut may
  /// bring the old name back beside the new.
  /// - Throws: also when there is something of the new name, which is left as it was. The file has its
  ///   old name then, and only that.
  func move(_ path: String, toFree target: String) throws
  /// Removes a file. Nothing happens when there is none.
  func remove(_ path: String) throws
  /// Removes a directory with the files in it. Nothing happens when there is none.
  /// - Throws: also when a directory lies in it, which stays with all that is in it.
  func removeDirectory(_ path: String) throws

  /// Opens a database to change it, alone, with a rollback journal, so that what lies in the file
  /// between transactions is all of it.
  /// - Throws: `StoreFault.notAStore` for a file that is something else, which is left as it was.
  func openAlone(_ path: String) throws -> any SQLDatabase
  /// Opens a database to look at it; the file does not change, and every attempt to change it throws.
  /// - Throws: `StoreFault` also when there is none, which makes none.
  func openToRead(_ path: String) throws -> any SQLDatabase

  /// An empty database in memory, to compute in.
  func openScratch() throws -> any SQLDatabase

  /// Bytes that are free for this server on the file system of a path, and its size.
  func space(around path: String) throws -> (free: Int64, total: Int64)
}
