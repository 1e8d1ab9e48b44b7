import Foundation
import Glibc
import Synchronization

/// What a program of ours left when it ended.
struct Ended {
  /// The exit status, or minus the signal that ended it.
  let status: Int32
  let output: [UInt8]
  /// Standard error, as text.
  let talk: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// Standard output as JSON, read by Foundation so that our own reader is not its own judge.
  var json: [String: Any] {
    get throws {
      let object = try JSONSerialization.jsonObject(with: Data(output))
      return object as? [String: Any] ?? [:]
    }
  }
}

/// The programs under test, as they were built beside these tests.
enum Programs {
  enum Fault: Error { case notStarted(String, errno: Int32), failed(String, Int32, String) }

  static let folder: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let test = String(
      decoding: path.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let beside = URL(fileURLWithPath: test).deletingLastPathComponent().path
    if FileManager.default.isExecutableFile(atPath: beside + "/rounds-server") { return beside }
    // Where the runner is the toolchain's own helper, the build folder is found from the source.
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".build/debug").path
  }()

  static var rounds: String { folder + "/rounds" }
  static var server: String { folder + "/rounds-server" }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - killedAfter: seconds after which it is killed without warning; otherwise a program that
  ///     does not end within two minutes is killed and fails the test that runs it.
  static func run(
    _ program: String, _ words: [String], _ environment: [String: String], in folder: Folder,
    input: [UInt8] = [], killedAfter: Double? = nil
  ) throws -> Ended {
    let files = ["in", "out", "err"].map { folder.unique($0) }
    try folder.write(input, to: files[0])
    let seconds = killedAfter.map { String(format: "%.4f", $0) } ?? "120"
    let child = try start(
      "/usr/bin/timeout", ["--signal=KILL", seconds, program] + words, environment,
      input: open(files[0], O_RDONLY), output: open(files[1], O_WRONLY | O_CREAT, 0o600),
      trouble: open(files[2], O_WRONLY | O_CREAT, 0o600))
    let status = end(of: child)
    defer { for file in files { unlink(file) } }
    return Ended(
      status: status == 137 ? -SIGKILL : status, output: try folder.read(files[1]),
      talk: String(decoding: try folder.read(files[2]), as: UTF8.self))
  }

  /// Starts a program with its own signal mask; the three files are closed here.
  static func start(
    _ program: String, _ words: [String], _ environment: [String: String], input: Int32,
    output: Int32, trouble: Int32
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (file, number) in [(input, 0), (output, 1), (trouble, 2)] {
      posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
      posix_spawn_file_actions_addclose(&actions, file)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A test's thread may have signals blocked, and a child would inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let arguments = ([program] + words).map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, program, &actions, &attributes, arguments, variables)
    for file in [input, output, trouble] { close(file) }
    guard code == 0 else { throw Fault.notStarted(program, errno: code) }
    return child
  }

  /// Waits for a child.
  static func end(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }
}

/// A folder of one test's own; it goes with its owner.
final class Folder: Sendable {
  let path: String
  private let count = Mutex(0)

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("rounds-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { remove() }

  func remove() {
    do { try FileManager.default.removeItem(atPath: path) } catch {
      FileHandle.standardError.write(Data("not removed: \(path): \(error)\n".utf8))
    }
  }

  func file(_ name: String) -> String { path + "/" + name }

  func unique(_ name: String) -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return file("\(number)-\(name)")
  }

  func write(_ bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  func read(_ file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
  }

  /// Every file below a folder, by path.
  func files(below name: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: file(name)).map { file(name) + "/" + $0 }
      .filter {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
  }
}
