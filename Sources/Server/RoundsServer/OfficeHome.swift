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
final class OfficeHome {
  let directory: DataDirectory
  let environment: OfficeEnvironment
  private let lock: StoreLock
  private let keyFile: OwnerOnlyFile

  /// - Throws: `OfficeFault.failed` when another process owns the directory.
  init(_ path: String?) throws {
    let given = path ?? ProcessInfo.processInfo.environment["ROUNDS_SERVER_HOME"]
    directory = try DataDirectory(path: given ?? "var/office")
    do { lock = try StoreLock(path: directory.file("lock"), waitMs: 2000) } catch let fault
      as FileFault where fault.code == EWOULDBLOCK
    {
      throw OfficeFault.failed(Message(.officeServing, []))
    }
    keyFile = OwnerOnlyFile(path: directory.file("office.key"))
    environment = OfficeEnvironment(
      database: try SQLiteFile(path: directory.file("rounds.sqlite"), kind: .server),
      keyDatabase: try SQLiteFile(path: directory.file("keys.sqlite"), kind: .server),
      randomness: .system, clock: { SystemClock.reading() }, boot: SystemClock.boot(),
      zone: SystemClock.zone(at: SystemClock.reading().now), program: ServerVersion.program)
  }

  func secrets() throws -> OfficeSecrets? {
    guard let file = try keyFile.load() else { return nil }
    guard let secrets = OfficeSecrets(file: file) else {
      throw OfficeFault.failed(Message(.officeSecretsOfAnother, []))
    }
    return secrets
  }

  func context(language: Language) throws -> OfficeContext {
    let keyFile = keyFile
    return OfficeContext(
      environment: environment, secrets: try secrets(),
      saveSecrets: { try keyFile.save($0.file) },
      readFile: { try GivenFile.read($0, limit: $1) }, language: language,
      showProgress: { progress in
        guard isatty(2) == 1 else { return }
        _ = StandardStream(2).write(Array(progress.overwriting(language, width: 80).utf8))
      })
  }

  func office() throws -> Office {
    guard let secrets = try secrets() else {
      throw OfficeFault.failed(Message(.officeNotInitialised, []))
    }
    return try Office(environment, secrets)
  }
}
