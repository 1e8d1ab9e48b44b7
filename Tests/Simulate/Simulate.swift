import Foundation
import Simulation
import VisitModel

/// `make simulate SEED=n [COUNT=n]`: plays seeds and prints what happened; a broken promise with the
/// whole story that led to it.
@main
enum Simulate {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.first == "store" { return store(Array(words.dropFirst())) }
    let first = words.first.flatMap { UInt64($0) } ?? 1
    let count = words.dropFirst().first.flatMap { UInt64($0) } ?? 1
    let begin = Date()
    var counts: [String: Int] = [:]
    var failed = 0
    for seed in first..<(first + max(1, count)) {
      do {
        let simulation = try Simulation(seed: seed)
        defer { counts.merge(simulation.counts, uniquingKeysWith: +) }
        try simulation.run()
        if count == 1 { for line in simulation.trace { print(line) } }
      } catch {
        failed += 1
        print("\(error)")
      }
    }
    let seconds = Date().timeIntervalSince(begin)
    print(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    print("\(count) seeds, \(failed) failed, \(Int(Double(count) / seconds)) a second")
    exit(failed == 0 ? 0 : 1)
  }

  private static func store(_ words: [String]) {
    guard let path = words.first, words.count == 1 || KnownBug(rawValue: words[1]) != nil else {
      print("usage: rounds-simulate store FILE [\(KnownBug.allCases.map(\.rawValue))]")
      exit(64)
    }
    do {
      try AcknowledgedRows.write(
        to: path, with: words.count > 1 ? KnownBug(rawValue: words[1]) : nil)
    } catch {
      print("\(error)")
      exit(1)
    }
  }
}
