package import Glibc

/// Files and directories by path, each change synced before it is reported done.
package enum LocalDisk {
  /// - Returns: nothing when there is nothing of that name.
  package static func facts(_ path: String) throws -> stat? {
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileFault("stat", path)
    }
    return facts
  }

  /// Names in a directory, in order, without `.` and `..`.
  package static func names(in directory: String) throws -> [String] {
    guard let stream = opendir(directory) else { throw FileFault("open", directory) }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw FileFault("list", directory) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Hands on a file's bytes piece by piece.
  package static func read(_ path: String, _ take: ([UInt8]) throws -> Void) throws {
    let file = try opened(path, O_RDONLY)
    defer { close(file) }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault("read", path)
      }
      if count == 0 { return }
      try take(Array(chunk.prefix(count)))
    }
  }

  /// Up to `count` bytes from a place; fewer at the end.
  package static func bytes(of path: String, from offset: Int, count: Int) throws -> [UInt8] {
    let file = try opened(path, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: max(0, count))
    var done = 0
    while done < bytes.count {
      let got = bytes.withUnsafeMutableBytes {
        pread(file, $0.baseAddress.map { $0 + done }, $0.count - done, offset + done)
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw FileFault("read", path)
      }
      if got == 0 { break }
      done += got
    }
    return Array(bytes.prefix(done))
  }

  /// Writes a file beside its name and renames it when it is whole.
  package static func write(
    _ path: String, replacing: Bool, _ make: (_ append: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    if !replacing, try facts(path) != nil { throw FileFault("create", path, EEXIST) }
    let temporary = path + ".part"
    let file = try createOwnerOnly(temporary)
    do {
      try make { try writeAll($0, file, temporary) }
      guard fsync(file) == 0 else { throw FileFault("sync", temporary) }
    } catch {
      close(file)
      unlink(temporary)
      throw error
    }
    guard close(file) == 0 else {
      let fault = FileFault("close", temporary)
      unlink(temporary)
      throw fault
    }
    do {
      if replacing { try move(temporary, to: path) } else { try move(temporary, toFree: path) }
    } catch {
      // Gone already where only the sync of the directory failed.
      unlink(temporary)
      throw error
    }
  }

  package static func copy(_ path: String, to target: String) throws {
    try write(target, replacing: false) { append in try read(path, append) }
  }

  package static func makeDirectory(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 else { throw FileFault("create directory", path) }
    try sync(parent(of: path))
  }

  package static func move(_ path: String, to target: String) throws {
    guard rename(path, target) == 0 else { throw FileFault("rename", path) }
    try sync(parent(of: target))
    if parent(of: path) != parent(of: target) { try sync(parent(of: path)) }
  }

  /// Gives a file a name that nothing has yet. Only the new name is synced: whoever finds both after a
  /// power cut finds one file. Nothing has happened when this throws.
  package static func move(_ path: String, toFree target: String) throws {
    guard link(path, target) == 0 else {
      let code = errno
      // A share may have done it and lost the answer, and then says that the name is taken: link(2).
      if code == EEXIST, try isSame(path, target) { return try leave(path, for: target) }
      // FAT, with which sticks come, and some shares know one name a file.
      guard [EPERM, EOPNOTSUPP, ENOSYS, EXDEV, EMLINK, EINVAL].contains(code) else {
        throw FileFault("create", target, code)
      }
      return try renameUnlessTaken(path, target)
    }
    try leave(path, for: target)
  }

  private static func isSame(_ path: String, _ other: String) throws -> Bool {
    guard let one = try facts(path), let two = try facts(other) else { return false }
    // A file that has one name has nothing to leave.
    return one.st_ino == two.st_ino && one.st_dev == two.st_dev && one.st_nlink > 1
  }

  /// The second step: only the new name stays.
  private static func leave(_ path: String, for target: String) throws {
    do {
      try sync(parent(of: target))
      guard unlink(path) == 0 else { throw FileFault("remove", path) }
    } catch {
      unlink(target)
      throw error
    }
  }

  /// Not in one step: a file that gets the name after the look is replaced.
  private static func renameUnlessTaken(_ path: String, _ target: String) throws {
    if try facts(target) != nil { throw FileFault("create", target, EEXIST) }
    guard rename(path, target) == 0 else { throw FileFault("rename", path) }
    do { try sync(parent(of: target)) } catch {
      rename(target, path)
      throw error
    }
  }

  /// Removes a file. Nothing happens when there is none, or nothing in which it could lie.
  package static func remove(_ path: String) throws {
    let directory = parent(of: path)
    if unlink(path) != 0 {
      guard errno == ENOENT || errno == ENOTDIR else { throw FileFault("remove", path) }
      guard let found = try Self.facts(directory), found.st_mode & S_IFMT == S_IFDIR else {
        return
      }
    }
    // Also where it was gone already: whoever removed it may have been stopped before the sync.
    try sync(directory)
  }

  /// Removes a directory with the files in it. Nothing happens when there is none.
  package static func removeDirectory(_ path: String) throws {
    if try facts(path) == nil { return }
    for name in try names(in: path) { try remove(path + "/" + name) }
    guard rmdir(path) == 0 else { throw FileFault("remove", path) }
    try sync(parent(of: path))
  }

  /// Bytes that are free for this person on the file system of a path, and its size.
  package static func space(_ path: String) throws -> (free: Int64, total: Int64) {
    var facts = statvfs()
    guard statvfs(path, &facts) == 0 else { throw FileFault("measure", path) }
    let block = UInt64(facts.f_frsize)
    return (
      Int64(clamping: UInt64(facts.f_bavail).multipliedReportingOverflow(by: block).partialValue),
      Int64(clamping: UInt64(facts.f_blocks).multipliedReportingOverflow(by: block).partialValue)
    )
  }

  /// A file read whole.
  /// - Throws: `FileFault`, with `EFBIG` for a file with more than `limit` bytes.
  package static func whole(_ path: String, limit: Int) throws -> [UInt8] {
    let file = try opened(path, O_RDONLY)
    defer { close(file) }
    return try readAll(file, path, limit: limit)
  }

  private static func opened(_ path: String, _ flags: Int32) throws -> Int32 {
    let file = open(path, flags | O_CLOEXEC)
    guard file >= 0 else { throw FileFault("open", path) }
    return file
  }

  /// Returns when the names in a directory are on disk.
  static func sync(_ directory: String) throws {
    let file = try opened(directory, O_RDONLY | O_DIRECTORY)
    defer { close(file) }
    guard fsync(file) == 0 else { throw FileFault("sync", directory) }
  }

  static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension OwnerOnlyFile {
  /// - Parameter isSynced: false where losing the newest contents at a power cut does no harm; the
  ///   file is replaced as a whole all the same.
  package func save(_ bytes: [UInt8], isSynced: Bool) throws {
    if isSynced { return try save(bytes) }
    let temporary = path + ".new"
    let file = try createOwnerOnly(temporary)
    do { try writeAll(bytes, file, temporary) } catch {
      close(file)
      unlink(temporary)
      throw error
    }
    guard close(file) == 0 else { throw FileFault("close", temporary) }
    guard rename(temporary, path) == 0 else { throw FileFault("rename", temporary) }
  }
}
