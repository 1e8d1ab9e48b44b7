import Foundation
import Glibc

/// `rounds-server serve`, or another program of this bench that answers on a port of its own.
final class ServerProcess {
  let port: Int
  private let child: Child
  private var isRunning = true

  /// Starts it and returns when it answers.
  /// - Parameter port: 0 for any that is free.
  static func serve(_ home: String, port: Int = 0, _ workshop: Workshop) throws -> ServerProcess {
    try ServerProcess(
      workshop.server, ["serve", "--port", "\(port)", "--lang", "en"],
      ["ROUNDS_SERVER_HOME": home, "TZ": "Asia/Shanghai", "LOG_LEVEL": "warning"], workshop)
  }

  /// - Parameter words: of a program whose first line ends with its address, with or without a
  ///   slash.
  init(
    _ program: String, _ words: [String], _ environment: [String: String], _ workshop: Workshop
  ) throws {
    let all = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": workshop.folder]
      .merging(environment) { $1 }
    child = try Child(
      program, words, all, input: "/dev/null", trouble: workshop.file("server-trouble"))
    let line = String(decoding: child.firstLine(), as: UTF8.self)
    let last = line.split(separator: ":").last.map { $0.prefix { $0.isNumber } }
    guard let port = last.flatMap({ Int($0) }) else {
      kill(child.process, SIGKILL)
      _ = child.end()
      throw BenchFault.answer("the server's first line: \(line)")
    }
    self.port = port
  }

  var url: String { "http://127.0.0.1:\(port)" }
  var process: pid_t { child.process }

  /// Asks it to end, and waits.
  func stop() {
    guard isRunning else { return }
    isRunning = false
    kill(child.process, SIGTERM)
    _ = child.end()
  }

  deinit { stop() }

  /// Processor time of all its threads since it began, user and system, in seconds; the kernel
  /// counts it in hundredths.
  func processorSeconds() throws -> Double {
    let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    // The name in brackets may hold spaces; what follows it does not.
    guard let bracket = text.lastIndex(of: ")") else { throw BenchFault.answer("/proc: \(text)") }
    let fields = text[text.index(after: bracket)...].split(separator: " ")
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      throw BenchFault.answer("/proc: \(text)")
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The most memory it ever held, in MiB.
  func peakMemory() throws -> Double {
    let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    guard let line, let kibibytes = Double(line.filter(\.isNumber)) else {
      throw BenchFault.answer("/proc: no VmHWM")
    }
    return kibibytes / 1024
  }
}
