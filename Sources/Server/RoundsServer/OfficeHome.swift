import AdminSocket
import Console
import Fingerprint
import FoundationEssentials
import Glibc
import LocalMachine
import OfficeCommands
import OfficeWork
import RecordStore
import SQLiteDatabase
import VisitModel
import Wording

/// The office's data directory, owned by this process for as long as it runs: two databases, the key
/// file, the lock.
final class OfficeHome: Sendable {
  let directory: DataDirectory
  let folder: OfficeFolder
  let environment: OfficeEnvironment
  /// What happened when the directory was opened, for whoever opened it.
  let notices: [Message]
  let marks: MarkKeeper
  private let lock: StoreLock
  private let keyFile: OwnerOnlyFile

  /// How long a process waits for the one that owns the directory.
  static let patienceMs = 2000

  /// - Throws: `OfficeFault.failed` when another process owns the directory.
  convenience init(_ path: String?) throws {
    let directory = try OfficeHome.directory(path)
    guard let lock = try OfficeHome.lock(directory, waitMs: OfficeHome.patienceMs) else {
      throw try OfficeHome.taken(directory)
    }
    try self.init(directory, lock)
  }

  /// Brings a decided restore to its end, and begins a new epoch where somebody put an older store
  /// back.
  init(_ directory: DataDirectory, _ lock: StoreLock) throws {
    self.directory = directory
    self.lock = lock
    folder = OfficeFolder(directory.path)
    var notices: [Message] = []
    let files = LocalOfficeFiles()
    if try RestorePlacing.isDecided(in: folder, files) {
      try RestorePlacing.finish(in: folder, files)
      notices.append(Message(.officeRestoreFinished))
    }
    keyFile = OwnerOnlyFile(path: directory.file(OfficeFolder.secrets))
    marks = MarkKeeper(file: OwnerOnlyFile(path: directory.file(OfficeFolder.mark)))
    environment = OfficeHome.environment(
      try SQLiteFile(path: directory.file(OfficeFolder.store), kind: .server),
      try SQLiteFile(path: directory.file(OfficeFolder.keys), kind: .server, forgets: true))
    if let notice = try OfficeHome.renewed(environment, keyFile, marks) { notices.append(notice) }
    self.notices = notices
  }

  static func directory(_ path: String?) throws -> DataDirectory {
    try DataDirectory(path: place(path))
  }

  /// Whether there is a store, without making the directory.
  static func exists(_ path: String?) throws -> Bool {
    try LocalDisk.facts(OfficeFolder(place(path)).file(OfficeFolder.store)) != nil
  }

  private static func place(_ path: String?) -> String {
    path ?? ProcessInfo.processInfo.environment["ROUNDS_SERVER_HOME"] ?? "var/office"
  }

  /// - Returns: nothing when another process keeps the lock.
  static func lock(_ directory: DataDirectory, waitMs: Int) throws -> StoreLock? {
    do { return try StoreLock(path: directory.file("lock"), waitMs: waitMs) } catch let fault
      as FileFault where fault.code == EWOULDBLOCK
    { return nil }
  }

  /// Who owns the directory, in words.
  static func taken(_ directory: DataDirectory) throws -> OfficeFault {
    if try AdminClient(calling: directory) != nil { return .failed(Message(.officeServing)) }
    guard let holder = StoreLock.holder(of: directory.file("lock")) else {
      return .failed(Message(.officeHeldByAnother))
    }
    return .failed(Message(.officeHeldBy, ["\(holder)"]))
  }

  static func environment(
    _ database: any SQLDatabase, _ keyDatabase: any SQLDatabase
  ) -> OfficeEnvironment {
    OfficeEnvironment(
      database: database, keyDatabase: keyDatabase, randomness: .system,
      clock: { SystemClock.reading() }, boot: SystemClock.boot(),
      zone: SystemClock.zone(at: SystemClock.reading().now), program: ServerVersion.program)
  }

  /// Begins a new epoch where the store is behind its mark.
  /// - Returns: what to say about it; nothing when all is as it was left.
  private static func renewed(
    _ environment: OfficeEnvironment, _ keyFile: OwnerOnlyFile, _ marks: MarkKeeper
  ) throws -> Message? {
    let known: OfficeMark?
    do { known = try marks.known() } catch let fault as FileFault {
      return Message(.officeMarkUnwritten, ["\(fault)"])
    }
    guard let known, let secrets = try Self.secrets(in: keyFile) else { return nil }
    let office = try Office(environment, secrets)
    guard try office.isBehind(known) else { return nil }
    try marks.keep(office.beginNewEpoch(because: .copiedBack))
    return Message(.officeCopiedBack)
  }

  /// Says what happened when the directory was opened.
  func tell(_ language: Language) {
    for notice in notices { Self.say(notice, language) }
  }

  /// Notes how far the store has come; what cannot be noted is said, and fails nothing.
  func keepMark(_ language: Language) {
    do { try marks.keep(office()) } catch {
      Self.say(Message(.officeMarkUnwritten, ["\(error)"]), language)
    }
  }

  static func say(_ message: Message, _ language: Language) {
    _ = StandardStream(2).write(Array((message.text(in: language) + "\n").utf8))
  }

  static func show(_ progress: Progress, _ language: Language) {
    guard isatty(2) == 1 else { return }
    _ = StandardStream(2).write(Array(progress.overwriting(language, width: 80).utf8))
  }

  func secrets() throws -> OfficeSecrets? { try Self.secrets(in: keyFile) }

  private static func secrets(in keyFile: OwnerOnlyFile) throws -> OfficeSecrets? {
    guard let file = try keyFile.load() else { return nil }
    guard let secrets = OfficeSecrets(file: file) else {
      throw OfficeFault.failed(Message(.officeSecretsOfAnother, []))
    }
    return secrets
  }

  /// The world of a command that somebody runs, here or from another process.
  func context(_ doors: Doors, _ language: Language, _ zone: ZoneOffset) throws -> OfficeContext {
    let keyFile = keyFile
    var environment = environment
    environment.zone = zone
    return OfficeContext(
      environment: environment, secrets: try secrets(),
      saveSecrets: { try keyFile.save($0.file) }, readFile: doors.readFile,
      readSecret: doors.readSecret, writeFile: doors.writeFile, absolutePath: doors.absolutePath,
      language: language,
      showProgress: { doors.show($0.overwriting(language, width: 80)) }, folder: folder,
      files: LocalOfficeFiles())
  }

  func office() throws -> Office {
    guard let secrets = try secrets() else {
      throw OfficeFault.failed(Message(.officeNotInitialised, []))
    }
    return try Office(environment, secrets)
  }
}
