import Foundation
import TextFormats

/// The real `rounds` on a laptop of its own.
struct LaptopProgram {
  let name: String
  let workshop: Workshop

  private var environment: [String: String] {
    ["ROUNDS_HOME": workshop.file("laptop-" + name), "TZ": "Asia/Shanghai"]
  }

  func run(_ words: [String], input: [UInt8] = []) throws -> Ended {
    try workshop.run(workshop.rounds, words, environment, input: input)
  }

  /// - Throws: `BenchFault.programFailed` unless it ended with 0.
  @discardableResult
  func rounds(_ words: String...) throws -> Ended { try workshop.ended(run(words), name) }

  /// Makes it a person's laptop, without a passphrase: nothing is to ask for one while it is timed.
  func enroll(at url: String, code: String) throws -> Ended {
    try workshop.ended(run(["enroll", url], input: Array((code + "\n").utf8)), name)
  }

  /// Records a `visit.json`.
  func record(_ visit: [UInt8]) throws -> Ended {
    let file = workshop.file("visit.json")
    try Data(visit).write(to: URL(fileURLWithPath: file))
    return try rounds("record", "--from", file, "--json")
  }
}

extension Ended {
  /// A whole number of the program's JSON.
  func number(_ member: String) throws -> Int {
    guard case .integer(let value)? = try JSON.parse(output)[member] else {
      throw BenchFault.answer("no number \(member) in the answer of \(words)")
    }
    return Int(value)
  }

  /// A text of the program's JSON.
  func text(_ member: String) throws -> String {
    guard case .string(let text)? = try JSON.parse(output)[member] else {
      throw BenchFault.answer("no text \(member) in the answer of \(words)")
    }
    return text
  }
}
