import Foundation
import Glibc
import Synchronization

/// What a program left when it ended.
struct Ended {
  let words: String
  /// The exit status, or minus the signal that ended it.
  let status: Int32
  let output: [UInt8]
  let trouble: String
  /// From before it was started until it had ended.
  let seconds: Double
}

/// The processes that this one started and that have not ended.
enum Children {
  private static let running = Mutex<Set<pid_t>>([])

  static func began(_ child: pid_t) { running.withLock { _ = $0.insert(child) } }
  static func ended(_ child: pid_t) { running.withLock { _ = $0.remove(child) } }

  /// Without warning; for the end of the bench.
  static func endAll() {
    let left = running.withLock { children in
      defer { children = [] }
      return children
    }
    for child in left { kill(child, SIGKILL) }
  }
}

/// A process of a program, with its standard output to read.
struct Child {
  let process: pid_t
  let output: Int32

  /// - Parameter trouble: the file that takes what it writes to standard error.
  init(
    _ program: String, _ words: [String], _ environment: [String: String], input: String,
    trouble: String
  ) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw BenchFault.notStarted("pipe", errno: errno) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    let files = [
      open(input, O_RDONLY), ends[1], open(trouble, O_WRONLY | O_CREAT | O_TRUNC, 0o600),
    ]
    guard files.allSatisfy({ $0 >= 0 }) else {
      throw BenchFault.notStarted("files of \(program)", errno: errno)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
      posix_spawn_file_actions_addclose(&actions, file)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // This process ignores what it handles by itself, and a child would inherit that.
    var ignored = sigset_t()
    sigemptyset(&ignored)
    for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&ignored, signal) }
    posix_spawnattr_setsigdefault(&attributes, &ignored)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments = ([program] + words).map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, program, &actions, &attributes, arguments, variables)
    for file in files { close(file) }
    guard code == 0 else {
      close(ends[0])
      throw BenchFault.notStarted(program, errno: code)
    }
    process = child
    output = ends[0]
    Children.began(child)
  }

  /// The rest of its standard output.
  func readAll() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(output, &chunk, chunk.count)
      if count > 0 { bytes += chunk.prefix(count) }
      if count == 0 || count < 0 && errno != EINTR { return bytes }
    }
  }

  /// The next line of its standard output, without the line feed.
  func firstLine() -> [UInt8] {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(output, &byte, 1) == 1, byte != 0x0A { line.append(byte) }
    return line
  }

  /// Waits for its end.
  func end() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    Children.ended(process)
    close(output)
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }
}

extension Workshop {
  /// Runs a program to its end.
  func run(
    _ program: String, _ words: [String], _ environment: [String: String] = [:],
    input: [UInt8] = []
  ) throws -> Ended {
    let inputFile = file("input")
    if !input.isEmpty { try Data(input).write(to: URL(fileURLWithPath: inputFile)) }
    let all = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder]
      .merging(environment) { $1 }
    let begin = seconds()
    let child = try Child(
      program, words, all, input: input.isEmpty ? "/dev/null" : inputFile,
      trouble: file("trouble"))
    let output = child.readAll()
    let status = child.end()
    let lasted = seconds() - begin
    let trouble = try String(contentsOfFile: file("trouble"), encoding: .utf8)
    return Ended(
      words: ([program] + words).joined(separator: " "), status: status, output: output,
      trouble: trouble, seconds: lasted)
  }

  /// - Throws: `BenchFault.programFailed` unless it ended with 0.
  @discardableResult
  func ended(_ ended: Ended, _ what: String) throws -> Ended {
    guard ended.status == 0 else {
      throw BenchFault.programFailed(
        words: "\(what): \(ended.words)", status: ended.status, trouble: ended.trouble)
    }
    return ended
  }
}
