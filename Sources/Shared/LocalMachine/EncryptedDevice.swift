import Glibc

/// Whether files lie on an encrypted device: a hint for people, from what the kernel tells.
package enum EncryptedDevice {
  /// - Returns: nothing where the kernel does not tell.
  package static func holds(_ path: String) -> Bool? {
    guard let number = deviceNumber(of: path) else { return nil }
    return isEncrypted("/sys/dev/block/" + number, depth: 8)
  }

  /// `major:minor` of the device under the mount that a path lies in.
  private static func deviceNumber(of path: String) -> String? {
    var resolved = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard realpath(path, &resolved) != nil, let table = text("/proc/self/mountinfo") else {
      return nil
    }
    let real = Array(resolved.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
    var best: (length: Int, number: String)?
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 4 else { continue }
      let mount = Array(words[4].utf8)
      let isAbove =
        real.starts(with: mount)
        && (mount == [0x2F] || real.count == mount.count
          || real[mount.count] == 0x2F)
      // Later lines are mounted over earlier ones.
      if isAbove, mount.count >= (best?.length ?? 0) { best = (mount.count, String(words[2])) }
    }
    return best?.number
  }

  /// Looks at the device, and at the devices it is made of.
  private static func isEncrypted(_ device: String, depth: Int) -> Bool? {
    guard depth > 0, access(device, F_OK) == 0 else { return nil }
    if let uuid = text(device + "/dm/uuid"), uuid.utf8.starts(with: "CRYPT-".utf8) { return true }
    var isKnown = true
    do {
      for below in try LocalDisk.names(in: device + "/slaves") {
        switch isEncrypted(device + "/slaves/" + below, depth: depth - 1) {
        case true?: return true
        case false?: continue
        case nil: isKnown = false
        }
      }
    } catch {
      // A partition has no list of its own; it is what its disk is, and disks are plain.
      return false
    }
    return isKnown ? false : nil
  }

  private static func text(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    do { return String(decoding: try readAll(file, path), as: UTF8.self) } catch { return nil }
  }
}
