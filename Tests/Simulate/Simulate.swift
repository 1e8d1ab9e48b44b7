import Foundation
import Simulation

/// `make simulate SEED=n [COUNT=n]`: plays seeds and prints what happened; a broken promise with the
/// whole story that led to it.
@main
enum Simulate {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
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
}
