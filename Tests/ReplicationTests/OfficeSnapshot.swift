import Foundation
import OfficeWork
import RecordStore
import SQLiteDatabase

/// The two databases of an office as they were at one moment, in a folder of their own that goes
/// with it; made by the copies that backups are made of.
final class OfficeSnapshot {
  private let folder: URL
  private let office: Office

  init(of office: Office) throws {
    self.office = office
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "rounds-snapshot-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try office.environment.database.copy(to: path("store"))
    try office.environment.keyDatabase.copy(to: path("keys"))
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch {
      FileHandle.standardError.write(Data("not removed: \(folder.path): \(error)\n".utf8))
    }
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// The office on the copies themselves, as if somebody had put the files back; once only.
  func opened() throws -> Office {
    var environment = office.environment
    environment.database = try SQLiteFile(path: path("store"), kind: .laptop)
    environment.keyDatabase = try SQLiteFile(path: path("keys"), kind: .laptop)
    return try Office(environment, office.secrets)
  }

  /// The office after a restore of these copies, with nothing taken back yet.
  func restored() throws -> Office { try opened().beginNewEpoch(because: .restored) }
}
