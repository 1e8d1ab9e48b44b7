import Glibc

extension LocalDisk {
  /// Removes whatever is of that name; of a directory first what lies in it, at any depth. A link goes itself, not
  /// what it leads to. Nothing happens when there is nothing. Stops at the first that does not go.
  package static func removeTree(_ path: String) throws {
    var facts = stat()
    guard lstat(path, &facts) == 0 else {
      if errno == ENOENT { return }
      throw FileFault("stat", path)
    }
    guard facts.st_mode & S_IFMT == S_IFDIR else {
      guard unlink(path) == 0 || errno == ENOENT else { throw FileFault("remove", path) }
      return
    }
    for name in try names(in: path) { try removeTree(path + "/" + name) }
    guard rmdir(path) == 0 || errno == ENOENT else { throw FileFault("remove", path) }
  }

  /// Adds to the end of a file, made for its owner alone where there is none; not synced.
  package static func append(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw FileFault("open", path) }
    do { try writeAll(bytes, file, path) } catch {
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw FileFault("close", path) }
  }
}
