import Foundation
import LocalMachine
import OfficeWork
import TextFormats
import Wording

/// Runs the real programs, as people would.
struct DemoPrograms {
  let rounds: String
  let server: String
  let home: DataDirectory
  /// libfaketime's launcher: the story plays in September, whatever the day is.
  let fakeTime: String

  /// What a finished program left.
  struct Outcome {
    let status: Int32
    let output: [UInt8]
    let trouble: String

    var json: JSON? {
      do { return try JSON.parse(output) } catch { return nil }
    }
  }

  /// `rounds` on one laptop, on a given day of the story.
  /// - Parameters:
  ///   - at: `2026-09-01 09:00:00`; the clock goes on from there.
  ///   - mayRefuse: a rule may say no (exit status 2).
  func rounds(
    _ laptop: String, at moment: String, _ arguments: [String], input: String? = nil,
    mayRefuse: Bool = false
  ) throws -> Outcome {
    var environment = base
    environment["ROUNDS_HOME"] = home.file("laptops/\(laptop)")
    environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1"
    let outcome = try run(
      fakeTime, ["-f", "@" + moment, rounds] + arguments, environment, input: input)
    if mayRefuse, outcome.status == 2 { return outcome }
    return try checked(outcome, ["rounds"] + arguments)
  }

  func office(_ arguments: [String], input: String? = nil) throws -> Outcome {
    var environment = base
    environment["ROUNDS_SERVER_HOME"] = home.file("office")
    return try checked(
      try run(server, arguments, environment, input: input), ["rounds-server"] + arguments)
  }

  /// Starts `rounds sync` and kills it without warning after a while.
  /// - Returns: whether it was still at work then.
  func killedSync(_ laptop: String, afterMs: Int) throws -> Bool {
    var environment = base
    environment["ROUNDS_HOME"] = home.file("laptops/\(laptop)")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: rounds)
    process.arguments = ["sync"]
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: Double(afterMs) / 1000)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// Starts `rounds-server serve` on any free port and waits for the line that says where.
  func serve() throws -> (process: Process, url: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: server)
    process.arguments = ["serve", "--port", "0", "--lang", "en"]
    var environment = base
    environment["ROUNDS_SERVER_HOME"] = home.file("office")
    environment["LOG_LEVEL"] = "warning"
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line: [UInt8] = []
    while let byte = try pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A {
      line.append(byte)
    }
    let text = String(decoding: line, as: UTF8.self)
    guard let start = text.range(of: "http") else {
      throw OfficeFault.failed(Message(.demoServerSilent, [text]))
    }
    return (process, String(text[start.lowerBound...]))
  }

  private var base: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["TZ"] = "Asia/Shanghai"
    environment["LANG"] = "C.UTF-8"
    environment["LC_ALL"] = nil
    return environment
  }

  private func checked(_ outcome: Outcome, _ words: [String]) throws -> Outcome {
    if outcome.status != 0 {
      throw OfficeFault.failed(
        Message(
          .demoStepFailed,
          [words.joined(separator: " "), "\(outcome.status)", outcome.trouble]))
    }
    return outcome
  }

  private func run(
    _ program: String, _ arguments: [String], _ environment: [String: String], input: String?
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    let output = Pipe()
    let trouble = home.file("trouble")
    try OwnerOnlyFile(path: trouble).save([])
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: trouble)
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      try process.run()
      try pipe.fileHandleForWriting.write(contentsOf: Data((input + "\n").utf8))
      try pipe.fileHandleForWriting.close()
    } else {
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let said = try String(contentsOfFile: trouble, encoding: .utf8)
    return Outcome(status: process.terminationStatus, output: [UInt8](data), trouble: said)
  }
}
