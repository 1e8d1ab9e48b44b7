import ConflictFreeRecords
import Fingerprint
package import RecordStore
package import VisitModel
import Wording

/// The world of the commands that look after a laptop's store: it works where the store itself does not
/// open.
package struct Rescue: Sendable {
  package let disk: any LaptopDisk
  /// Opens a database file.
  /// - Throws: `StoreFault`.
  package let open: @Sendable (_ path: String, _ use: StoreUse) throws -> any SQLDatabase
  /// The laptop's own world in a directory, tables made where they are missing.
  package let world: @Sendable (_ directory: String) throws -> FieldEnvironment
  /// The mark beside a database in a directory.
  package let mark: @Sendable (_ directory: String) -> any InstallationFile
  /// The file with the private keys.
  package let secrets: any SecretFile
  package let now: @Sendable () -> Instant

  package init(
    disk: any LaptopDisk,
    open: @escaping @Sendable (_ path: String, _ use: StoreUse) throws -> any SQLDatabase,
    world: @escaping @Sendable (_ directory: String) throws -> FieldEnvironment,
    mark: @escaping @Sendable (_ directory: String) -> any InstallationFile,
    secrets: any SecretFile, now: @escaping @Sendable () -> Instant
  ) {
    self.disk = disk
    self.open = open
    self.world = world
    self.mark = mark
    self.secrets = secrets
    self.now = now
  }

  func file(_ name: String) -> String { disk.home + "/" + name }

  /// Names of the files in a data directory.
  enum Name {
    static let store = "rounds.sqlite"
    static let keys = "keys.sqlite"
    static let secret = "device.key"
    static let mark = "installation"
    static let draft = "draft"
    /// Where a restore prepares the new store, and says how far it has come.
    static let restoring = "restoring"
    static let ready = "restoring/ready"
    /// Where a copy of what is being salvaged lies meanwhile.
    static let salvaging = "salvaging"
  }

  /// A directory of that name and the present time, which there is not yet.
  func dated(_ stem: String) throws -> String {
    let digits = now().utcText.utf8.filter { $0 != 0x2D && $0 != 0x3A }.prefix(15)
    let name = stem + "-" + String(decoding: Array(digits), as: UTF8.self) + "Z"
    var free = name
    var number = 2
    while try disk.facts(file(free)) != nil {
      free = "\(name)-\(number)"
      number += 1
    }
    return free
  }

  /// A small file of our own, read whole.
  func load(_ path: String, limit: Int = 65_536) throws -> [UInt8]? {
    guard let facts = try disk.facts(path), !facts.isDirectory else { return nil }
    return try disk.bytes(of: path, from: 0, count: min(limit, Int(clamping: facts.size)))
  }

  /// Where this directory lies, for the mark.
  package func place(_ directory: String) throws -> InstallationPlace {
    let facts = try disk.facts(directory)
    return InstallationPlace(
      machine: disk.machine, device: facts?.device ?? 0, inode: facts?.inode ?? 0)
  }

  package func installation(
    of database: any SQLDatabase, in directory: String
  ) throws -> Installation {
    Installation(database, mark(directory), at: try place(directory))
  }

  /// Whether a restore stopped in the middle: nothing else may touch the store before it is finished.
  package func isRestoreUnfinished() throws -> Bool {
    try disk.facts(file(Name.ready)) != nil
  }
}

extension StoreFault {
  /// Whether it says that the file itself cannot be worked with. A full disk, another program at
  /// work and a store of a later program are no reason to move a good file aside. A read-only one
  /// counts, because SQLite calls a file so whose header rotted; on a read-only disk nothing is moved.
  var tellsOfTheFile: Bool {
    switch self {
    case .busy, .outOfSpace, .newerSchema, .fileExists, .cannotMake, .computedRow: false
    case .damaged, .notAStore, .unsafeSettings, .readOnly, .cannotOpen, .database: true
    }
  }
}

extension SQLDatabase {
  /// What is wrong with a store's structure and with its sums; nothing when all is well.
  /// - Throws: `StoreFault` when it cannot even be looked at.
  func flaws() throws -> [String] {
    let broken = try integrityCheck()
    guard broken.isEmpty else { return broken }
    return try read { connection in
      try Replica(connection).unsoundScopes().map { "digest of \($0)" }
    }
  }
}
