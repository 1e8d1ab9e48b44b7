import FieldWork
import LocalMachine
import TestSupport
import Testing

/// A port that keeps one small file, as a claim uses it: `SecretFile` and `InstallationFile` promise
/// the same but for the sync.
struct SmallFile: Sendable {
  let load: @Sendable () throws -> [UInt8]?
  let save: @Sendable ([UInt8]) throws -> Void
}

extension SmallFile {
  /// `rounds` gives this type to both ports as it is.
  init(_ file: OwnerOnlyFile, isSynced: Bool? = nil) {
    load = { try file.load() }
    if let isSynced {
      save = { try file.save($0, isSynced: isSynced) }
    } else {
      save = { try file.save($0) }
    }
  }

  init(secret file: any SecretFile) {
    load = { try file.load() }
    save = { try file.save($0) }
  }

  init(mark file: any InstallationFile, isSynced: Bool) {
    load = { try file.load() }
    save = { try file.save($0, isSynced: isSynced) }
  }
}

/// The conformances, and how each is asked to save.
enum SmallFileKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case ownerOnlySecret, ownerOnlyMark, ownerOnlyUnsyncedMark
  case memorySecret, failingSecret, memoryMark, memoryUnsyncedMark

  var testDescription: String { rawValue }

  static let onDisk: [SmallFileKind] = [.ownerOnlySecret, .ownerOnlyMark, .ownerOnlyUnsyncedMark]
  /// Those that a test can keep from saving.
  static let stoppable: [SmallFileKind] = onDisk + [.failingSecret]

  /// The name on disk, for those that have one.
  static let name = "kept"

  /// Runs `body` with nothing saved yet.
  /// - Parameter body: also gets the folder, which stays empty where nothing is on disk.
  func withFile(_ body: (SmallFile, _ folder: String) throws -> Void) throws {
    try withFolder { folder in try body(file(in: folder), folder) }
  }

  func file(in folder: String) -> SmallFile {
    let onDisk = OwnerOnlyFile(path: folder + "/" + Self.name)
    return switch self {
    case .ownerOnlySecret: SmallFile(onDisk)
    case .ownerOnlyMark: SmallFile(onDisk, isSynced: true)
    case .ownerOnlyUnsyncedMark: SmallFile(onDisk, isSynced: false)
    case .memorySecret: SmallFile(secret: MemorySecretFile())
    case .failingSecret: SmallFile(secret: FailingFile(MemorySecretFile()))
    case .memoryMark: SmallFile(mark: MemoryMark(), isSynced: true)
    case .memoryUnsyncedMark: SmallFile(mark: MemoryMark(), isSynced: false)
    }
  }
}
