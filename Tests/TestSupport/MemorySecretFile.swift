package import FieldWork
package import Fingerprint
import Synchronization

/// The secret file's contract in memory; one process, so "on disk" means kept.
package final class MemorySecretFile: SecretFile {
  private let bytes = Mutex<[UInt8]?>(nil)

  package init() {}
  package func load() throws -> [UInt8]? { bytes.withLock { $0 } }
  package func save(_ bytes: [UInt8]) throws { self.bytes.withLock { $0 = bytes } }
}

/// Secret files by name.
package final class MemoryFolder: Sendable {
  private let files = Mutex<[String: MemorySecretFile]>([:])

  package init() {}

  package func file(_ name: String) -> MemorySecretFile {
    files.withLock { files in
      let file = files[name] ?? MemorySecretFile()
      files[name] = file
      return file
    }
  }

  /// Names of the files that hold something, ascending.
  package func names() throws -> [String] {
    let all = files.withLock { $0 }
    return try all.filter { try $0.value.load()?.isEmpty == false }.keys.sorted()
  }
}

/// The keyring's contract but for the time, which a test ends with `forget`.
package final class MemoryKeys: UnlockedKeys {
  private let key = Mutex<DataKey?>(nil)

  package init() {}

  package func keep(_ key: DataKey, minutes: Int) throws(UnlockedKeysFault) {
    self.key.withLock { $0 = key }
  }

  package func use() throws(UnlockedKeysFault) -> DataKey? { key.withLock { $0 } }
  package func peek() throws(UnlockedKeysFault) -> DataKey? { key.withLock { $0 } }
  package func forget() throws(UnlockedKeysFault) { key.withLock { $0 = nil } }
}
