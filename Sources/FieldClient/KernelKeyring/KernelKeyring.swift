import CKeyring
package import FieldWork
package import Fingerprint
import Glibc

/// The vault's key in the Linux kernel's keyring of the user (keyrings(7)): never on a disk, never
/// swapped out, and forgotten by the kernel when its time is over.
///
/// The key is made in the process's own keyring, given its time there, and only then handed to the
/// user's: a program killed in between leaves no key without an end.
package struct KernelKeyring: UnlockedKeys {
  /// As `/proc/keys` shows it.
  package let name: String

  /// Minutes in two bytes, then the key.
  private static let payloadByteCount = 2 + DataKey.byteCount

  /// - Parameter directory: the data directory whose vault it is; each has a key of its own.
  package init(directory: String) {
    let path = Self.resolved(directory)
    let digest = Digest(domain: "rounds vault directory v1", Array(path.utf8))
    name = "rounds:vault:" + String(digest.description.prefix(32))
  }

  /// One directory has one name, however it is reached.
  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  package func keep(_ key: DataKey, minutes: Int) throws(UnlockedKeysFault) {
    try possess()
    let window = min(max(minutes, 1), 480)
    let payload = [UInt8(window >> 8), UInt8(window & 0xFF)] + key.bytes
    let made = try checked("add", rounds_make_key(name, payload, payload.count))
    try setTimeout(made, window)
    _ = try checked("link", rounds_hand_to_user(made))
  }

  package func use() throws(UnlockedKeysFault) -> DataKey? {
    guard let kept = try kept() else { return nil }
    try setTimeout(kept.number, kept.minutes)
    return kept.key
  }

  package func peek() throws(UnlockedKeysFault) -> DataKey? { try kept()?.key }

  package func forget() throws(UnlockedKeysFault) {
    try possess()
    guard let number = try find() else { return }
    _ = try checked("invalidate", rounds_invalidate_key(number))
  }

  private func kept() throws(UnlockedKeysFault) -> (number: Int, minutes: Int, key: DataKey)? {
    try possess()
    guard let number = try find() else { return nil }
    var buffer = [CChar](repeating: 0, count: Self.payloadByteCount)
    let count = rounds_read_key(number, &buffer, buffer.count)
    // Its time may have run out since it was found.
    if Self.isAbsence(count) { return nil }
    guard try checked("read", count) == Self.payloadByteCount else { return nil }
    let bytes = buffer.map { UInt8(bitPattern: $0) }
    guard let key = DataKey(bytes: Array(bytes.dropFirst(2))) else { return nil }
    return (number, Int(bytes[0]) << 8 | Int(bytes[1]), key)
  }

  private func possess() throws(UnlockedKeysFault) {
    _ = try checked("link", rounds_possess_user_keyring())
  }

  private func find() throws(UnlockedKeysFault) -> Int? {
    let number = rounds_find_key(name)
    if Self.isAbsence(number) { return nil }
    return try checked("search", number)
  }

  private func setTimeout(_ number: Int, _ minutes: Int) throws(UnlockedKeysFault) {
    let seconds = UInt32(clamping: min(max(minutes, 1), 480) * 60)
    _ = try checked("timeout", rounds_set_timeout(number, seconds))
  }

  /// Never there, over, or withdrawn.
  private static func isAbsence(_ answer: Int) -> Bool {
    [ENOKEY, EKEYEXPIRED, EKEYREVOKED].contains(Int32(truncatingIfNeeded: -answer))
  }

  private func checked(_ action: String, _ answer: Int) throws(UnlockedKeysFault) -> Int {
    if answer >= 0 { return answer }
    let code = Int32(truncatingIfNeeded: -answer)
    let what = "keyctl \(action): \(String(cString: strerror(code)))"
    // Not built into this kernel, or kept from this process by a sandbox.
    throw [ENOSYS, EPERM, EACCES, EOPNOTSUPP].contains(code) ? .notOffered(what) : .failed(what)
  }
}
