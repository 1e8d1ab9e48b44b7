package import Glibc

extension StoreLock {
  /// Who keeps a lock, to be named beside the failure.
  /// - Returns: nothing where the kernel lists nobody, or several.
  package static func holder(of path: String) -> pid_t? {
    var facts = stat()
    let file = open("/proc/locks", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard stat(path, &facts) == 0 else { return nil }
    // Without the list the failure is told all the same, only without the name.
    do {
      return holder(in: try readAll(file, "/proc/locks", limit: 1 << 22), of: UInt64(facts.st_ino))
    } catch { return nil }
  }

  /// Reads lines such as `1: FLOCK  ADVISORY  WRITE 4711 fe:00:1634 0 EOF`; those who wait have an
  /// arrow before `FLOCK`.
  package static func holder(in list: [UInt8], of inode: UInt64) -> pid_t? {
    var holders: Set<pid_t> = []
    for line in list.split(separator: 0x0A) {
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count > 5, words[1] == "FLOCK", let holder = pid_t(words[4]), holder > 0,
        let number = words[5].split(separator: ":").last, UInt64(number) == inode
      else { continue }
      holders.insert(holder)
    }
    return holders.count == 1 ? holders.first : nil
  }
}
