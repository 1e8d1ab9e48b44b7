import Glibc

/// A socket in a directory, as the kernel gives it.
enum UnixSocket {
  /// How many callers the kernel lets wait to be accepted.
  private static let backlog: Int32 = 64

  /// Makes the socket anew and listens. Whatever lay under its name is removed: the caller owns the
  /// directory, so it is a socket on which nobody listens any more.
  static func listen(in directory: String, name: String) throws(AdminFault) -> Int32 {
    let path = directory + "/" + name
    guard unlink(path) == 0 || errno == ENOENT else {
      throw .system(action: "remove \(path)", code: errno)
    }
    let file = try made()
    let code = withAddress(directory, name) { address, size in
      // Linux takes the mode of the new file from here, so it is never anybody else's.
      let isListening =
        fchmod(file, 0o600) == 0 && bind(file, address, size) == 0
        && Glibc.listen(file, backlog) == 0
      return isListening ? 0 : errno
    }
    guard code == 0 else {
      close(file)
      throw .system(action: "listen on \(path)", code: code)
    }
    return file
  }

  /// - Returns: nothing when nobody listens there.
  static func connect(in directory: String, name: String) throws(AdminFault) -> Int32? {
    let file = try made()
    let code = withAddress(directory, name) { address, size in
      Glibc.connect(file, address, size) == 0 ? 0 : errno
    }
    if code == 0 { return file }
    close(file)
    switch code {
    case ENOENT, ECONNREFUSED, EINTR, EAGAIN: return nil
    default: throw .system(action: "connect to \(directory)/\(name)", code: code)
    }
  }

  /// - Returns: nothing when nobody waits any more, or no file can be opened.
  static func accepted(on listener: Int32) -> Int32? {
    let file = accept(listener, nil, nil)
    guard file >= 0 else { return nil }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }

  /// The user whose process is at the other end, as the kernel noted it when they connected.
  static func user(atOtherEndOf file: Int32) -> uid_t? {
    // `struct ucred`, which the C library shows to GNU sources only: process, user, group.
    var facts: [UInt32] = [0, .max, .max]
    var size = socklen_t(MemoryLayout<UInt32>.size * 3)
    guard getsockopt(file, SOL_SOCKET, SO_PEERCRED, &facts, &size) == 0 else { return nil }
    return facts[1]
  }

  private static func made() throws(AdminFault) -> Int32 {
    let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard file >= 0 else { throw .system(action: "make a socket", code: errno) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }

  /// An address has room for 107 bytes and a data directory may lie deeper, so the directory is
  /// opened and named by its number.
  /// - Returns: what `use` returns, 0 or the kernel's reason; also why the directory cannot be opened.
  private static func withAddress(
    _ directory: String, _ name: String, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    let folder = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return errno }
    defer { close(folder) }
    let path = Array("/proc/self/fd/\(folder)/\(name)".utf8)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { room in
      room.copyBytes(from: path.prefix(room.count - 1))
    }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { use($0, size) }
    }
  }
}
