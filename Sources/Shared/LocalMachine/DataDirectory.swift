import Glibc

/// The directory in which a program keeps its data, readable by its owner alone, and its lock.
package struct DataDirectory: Sendable {
  package let path: String

  /// Makes the directory, and its parents, where they are missing. When it returns, each name it made
  /// is on disk, synced: what is saved in a directory whose own name is lost is lost with it.
  /// - Throws: `FileFault`.
  package init(path: String) throws {
    self.path = path
    umask(0o077)
    var prefix = path.utf8.first == 0x2F ? "" : "."
    for part in path.split(separator: "/") {
      prefix += "/" + part
      guard mkdir(prefix, 0o700) == 0 else {
        guard errno == EEXIST else { throw FileFault("create directory", prefix) }
        continue
      }
      try LocalDisk.sync(LocalDisk.parent(of: prefix))
    }
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw FileFault("stat", path) }
    guard facts.st_mode & S_IFMT == S_IFDIR else { throw FileFault("use", path, ENOTDIR) }
  }

  package func file(_ name: String) -> String { path + "/" + name }

  /// `ROUNDS_HOME`, or the XDG data directory of the user.
  package static func ofVisitor(_ environment: [String: String]) -> String {
    if let home = environment["ROUNDS_HOME"], !home.isEmpty { return home }
    if let data = environment["XDG_DATA_HOME"], data.utf8.first == 0x2F { return data + "/rounds" }
    return (environment["HOME"] ?? ".") + "/.local/share/rounds"
  }
}

/// Held while a process works on a store; the kernel lets go of it when the process ends, however it
/// ends.
package final class StoreLock: Sendable {
  private let file: Int32

  /// - Parameter waitMs: how long to wait for another process to finish.
  /// - Throws: `FileFault` with `EWOULDBLOCK` when another process keeps the store.
  package init(path: String, waitMs: Int) throws {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileFault("open", path) }
    var waited = 0
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, waited < waitMs else {
        let fault = FileFault("lock", path)
        close(file)
        throw fault
      }
      usleep(10_000)
      waited += 10
    }
    self.file = file
  }

  deinit { close(file) }
}

/// Keeps secrets out of core files.
package enum ProcessGuard {
  package static func apply() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(UInt32(RLIMIT_CORE.rawValue)), &none)
    // Where a program collects core files the limit does not hold (core(5)); then they are to have
    // none of the memory. A system without this file has no such program to hand them to.
    let filter = open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC)
    if filter >= 0 {
      var nothing = UInt8(0x30)
      _ = write(filter, &nothing, 1)
      close(filter)
    }
    // A closed pipe is an error of the write, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow further (ulimit -f) likewise.
    signal(SIGXFSZ, SIG_IGN)
  }
}
