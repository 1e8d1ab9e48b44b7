import Foundation
import Glibc

/// What the rows share: the options, a folder that goes at the end, data made once.
final class Workshop {
  let options: Options
  let folder: String
  /// Where the programs under test lie: beside this one.
  let programs: String
  private let interruptions: [any DispatchSourceSignal]
  private var ingestField: IngestField?
  private var yearOffice: YearOffice?

  init(_ options: Options) throws {
    self.options = options
    var own = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &own, own.count - 1)
    let path = String(
      decoding: own.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    programs = URL(fileURLWithPath: path).deletingLastPathComponent().path
    for program in ["rounds", "rounds-server"] where access(programs + "/" + program, X_OK) != 0 {
      throw BenchFault.setting("\(programs)/\(program) is not built")
    }
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("rounds-bench-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Ctrl-C removes the folder too: it holds hundreds of megabytes.
    let left = folder
    interruptions = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue.global())
      source.setEventHandler {
        Children.endAll()
        Workshop.remove(left)
        exit(130)
      }
      source.resume()
      return source
    }
  }

  var rounds: String { programs + "/rounds" }
  var server: String { programs + "/rounds-server" }

  func file(_ name: String) -> String { folder + "/" + name }

  /// A copy of a folder below the workshop's, on disk before it is measured.
  func copy(_ name: String, to copy: String) throws -> String {
    let from = file(name)
    let to = file(copy)
    try discard(copy)
    try ended(try run("/bin/cp", ["-a", from, to]), "cp")
    sync()
    return to
  }

  func discard(_ name: String) throws {
    if access(file(name), F_OK) == 0 { try FileManager.default.removeItem(atPath: file(name)) }
  }

  /// The office and the signed visits of rows a, b and i.
  func ingest() throws -> IngestField {
    if let ingestField { return ingestField }
    let made = try IngestField(self)
    ingestField = made
    return made
  }

  /// The office with two sites and a year of visits of rows c to f, h and i.
  func year() throws -> YearOffice {
    if let yearOffice { return yearOffice }
    let made = try YearOffice(self)
    yearOffice = made
    return made
  }

  func remove() {
    Children.endAll()
    Self.remove(folder)
  }

  private static func remove(_ folder: String) {
    do { try FileManager.default.removeItem(atPath: folder) } catch {
      say("not removed: \(folder): \(error)")
    }
  }

  /// To standard error: the table alone goes to standard output.
  static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// At once: whoever started this program waits for it.
  static func show(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
