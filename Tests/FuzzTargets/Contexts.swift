import Console
package import FieldCommands
package import FieldWork
import OfficeCommands
import OfficeWork
import RecordStore
import TestSupport
import Wording

/// A command of the office runs in this world: one file to read, nothing to ask, nowhere to write.
func officeContext(_ office: Office, file: [UInt8]) -> OfficeContext {
  OfficeContext(
    environment: office.environment, secrets: office.secrets, saveSecrets: { _ in },
    readFile: { _, _ in file }, readSecret: { _ in "correct horse battery" },
    // Below what is no directory: a copy of the database is a real one, and must come to nothing.
    writeFile: { _, _ in }, absolutePath: { "/dev/null/" + $0 }, language: .english,
    showProgress: { _ in }, folder: OfficeFolder("/nowhere"), files: NoFiles())
}

/// The same for a command of the laptop.
package func fieldContext(_ laptop: Laptop, file: [UInt8]) -> FieldContext {
  FieldContext(
    environment: laptop.environment, questions: nil, readSecretLine: { "AAAA-BBBB" },
    readFile: { _, _ in file }, writeFile: { _, _ in }, hasFile: { _ in false }, language: .english,
    laptopName: "laptop",
    showProgress: { _ in }, say: { _ in }, draft: MemorySecretFile(),
    damagedDraft: MemorySecretFile(), holdingStore: { try $0() })
}

/// No file system: what asks for it is told so in the office's own words.
private struct NoFiles: OfficeFiles {
  private func none() -> OfficeFault { .failed(Message(.fileTrouble, ["no files here"])) }

  func size(of path: String) throws -> Int64? { nil }
  func mode(of path: String) throws -> UInt32? { nil }
  func read(_ path: String, limit: Int) throws -> [UInt8] { throw none() }
  func write(_ bytes: [UInt8], to path: String) throws { throw none() }
  func copy(_ path: String, to target: String) throws { throw none() }
  func makeDirectory(_ path: String) throws { throw none() }
  func move(_ path: String, to target: String) throws { throw none() }
  func move(_ path: String, toFree target: String) throws { throw none() }
  func remove(_ path: String) throws { throw none() }
  func removeDirectory(_ path: String) throws { throw none() }
  func openAlone(_ path: String) throws -> any SQLDatabase { throw none() }
  func openToRead(_ path: String) throws -> any SQLDatabase { throw none() }
  func openScratch() throws -> any SQLDatabase { throw none() }
  func space(around path: String) throws -> (free: Int64, total: Int64) { throw none() }
}
