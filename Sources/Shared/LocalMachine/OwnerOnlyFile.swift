import Glibc

/// What the operating system said no to, and about which file.
package struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  package let action: String
  package let code: Int32

  init(_ action: String, _ path: String, _ code: Int32 = errno) {
    self.path = path
    self.action = action
    self.code = code
  }

  /// A fault that another process met, as it told it.
  package init(action: String, path: String, code: Int32) { self.init(action, path, code) }

  package var description: String { "\(action) \(path): \(String(cString: strerror(code)))" }

  /// The disk is full or a quota is used up.
  package var isOutOfSpace: Bool { code == ENOSPC || code == EDQUOT }
}

/// A small file that only its owner can read, replaced as a whole.
///
/// `save` writes a new file beside the old, syncs it, renames it over the old and syncs the
/// directory: after a crash there is the old file or the new, never a mixture.
package struct OwnerOnlyFile: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// - Returns: nothing when there is no file.
  /// - Throws: `FileFault`; also for a file that the group or others can read.
  package func load() throws -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if file < 0 {
      if errno == ENOENT { return nil }
      throw FileFault("open", path)
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw FileFault("stat", path) }
    guard facts.st_mode & 0o077 == 0 else { throw FileFault("trust permissions of", path, EACCES) }
    return try readAll(file, path)
  }

  package func save(_ bytes: [UInt8]) throws {
    let temporary = path + ".new"
    let file = try createOwnerOnly(temporary)
    do {
      try writeAll(bytes, file, temporary)
      guard fsync(file) == 0 else { throw FileFault("sync", temporary) }
    } catch {
      close(file)
      unlink(temporary)
      throw error
    }
    guard close(file) == 0 else { throw FileFault("close", temporary) }
    guard rename(temporary, path) == 0 else { throw FileFault("rename", temporary) }
    try LocalDisk.sync(LocalDisk.parent(of: path))
  }

  /// Removes the file, durably. Nothing happens when there is none.
  package func remove() throws { try LocalDisk.remove(path) }
}

/// Makes an empty file that only its owner can read, to be filled and renamed.
///
/// What an earlier try left under the name goes first: it may have a wider mode, or be open to somebody.
func createOwnerOnly(_ path: String) throws -> Int32 {
  guard unlink(path) == 0 || errno == ENOENT else { throw FileFault("remove", path) }
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
  guard file >= 0 else { throw FileFault("create", path) }
  return file
}

/// Reads a descriptor to its end.
func readAll(_ file: Int32, _ path: String, limit: Int = .max) throws -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(file, &chunk, chunk.count)
    if count < 0 {
      if errno == EINTR { continue }
      throw FileFault("read", path)
    }
    if count == 0 { return bytes }
    bytes.append(contentsOf: chunk.prefix(count))
    if bytes.count > limit { throw FileFault("read all of", path, EFBIG) }
  }
}

func writeAll(_ bytes: [UInt8], _ file: Int32, _ path: String) throws {
  var done = 0
  while done < bytes.count {
    let count = bytes[done...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count < 0 {
      if errno == EINTR { continue }
      throw FileFault("write", path)
    }
    done += count
  }
}

/// A file a person named, read whole.
package enum GivenFile {
  /// - Parameter limit: the most bytes a sensible file of this kind has.
  /// - Throws: `FileFault`, with `EFBIG` for a larger file.
  package static func read(_ path: String, limit: Int) throws -> [UInt8] {
    guard path == "-" else { return try LocalDisk.whole(path, limit: limit) }
    let file = dup(0)
    guard file >= 0 else { throw FileFault("open", path) }
    defer { close(file) }
    return try readAll(file, path, limit: limit)
  }

  /// Makes the file or replaces it as a whole; only its owner can read it.
  /// - Throws: `FileFault`, with `EEXIST` where something stands that is no file.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    var facts = stat()
    // Replacing a device by a file would break the machine.
    if stat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG {
      throw FileFault("replace", path, EEXIST)
    }
    try OwnerOnlyFile(path: path).save(bytes)
  }
}

/// Standard output or standard error.
package struct StandardStream: Sendable {
  private let descriptor: Int32

  package init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// How many columns the terminal behind it has: 80 where it does not say, nothing where there is
  /// no terminal.
  package var columns: Int? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// - Returns: whether every byte was taken.
  package func write(_ bytes: [UInt8]) -> Bool {
    do {
      try writeAll(bytes, descriptor, "\(descriptor)")
      return true
    } catch { return false }
  }
}
