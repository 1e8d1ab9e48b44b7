/// What a file or directory is, without what is in it.
package struct FileFacts: Hashable, Sendable {
  package let isDirectory: Bool
  /// Permission bits, such as 0o600.
  package let mode: UInt32
  package let isMine: Bool
  package let size: Int64
  /// Names the file within its file system.
  package let inode: UInt64
  package let device: UInt64

  package init(
    isDirectory: Bool, mode: UInt32, isMine: Bool, size: Int64, inode: UInt64, device: UInt64
  ) {
    self.isDirectory = isDirectory
    self.mode = mode
    self.isMine = isMine
    self.size = size
    self.inode = inode
    self.device = device
  }
}

/// The laptop's directory and the files people name, for what a store alone cannot do: carrying bundles,
/// backup, restore, rescue and the doctor's look around.
///
/// Contract: whatever makes, moves or removes a name returns when that is on disk, synced. Everything
/// made is readable by its owner alone, where the file system knows owners. What cannot be done is thrown
/// as the file system's own error; an error thrown by a caller's closure is thrown on unchanged.
package protocol LaptopDisk: Sendable {
  /// The data directory.
  var home: String { get }

  /// - Returns: nothing when there is nothing of that name.
  func facts(_ path: String) throws -> FileFacts?
  /// Names in a directory, in the order of their bytes.
  func names(in directory: String) throws -> [String]

  /// Hands on the file's bytes piece by piece.
  func read(_ path: String, _ take: ([UInt8]) throws -> Void) throws
  /// Up to `count` bytes from a place; fewer at the end.
  func bytes(of path: String, from offset: Int, count: Int) throws -> [UInt8]
  /// Writes a file beside its name and renames it when it is whole; nothing stays of one that failed.
  /// - Parameter replacing: whether a file of that name may go; otherwise it is an error.
  func write(
    _ path: String, replacing: Bool, _ make: (_ append: ([UInt8]) throws -> Void) throws -> Void
  ) throws
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

  /// Bytes that are free for this person on the file system of a path, and its size.
  func space(_ path: String) throws -> (free: Int64, total: Int64)
  /// Whether the file system of a path lies on an encrypted device; nothing where that cannot be told.
  func isEncrypted(_ path: String) -> Bool?
  /// Hash of the machine's own id; empty where it has none.
  var machine: String { get }
}

/// For what a database file is opened.
package enum StoreUse: Sendable {
  /// To work in: made if it is missing, with the durable settings.
  case work
  /// To look at; nothing changes.
  case reading
  /// In memory, empty; the path means nothing.
  case memory
}
