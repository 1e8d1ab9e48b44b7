import Simulation
import Testing
import VisitModel

@Suite("A known bug, switched on")
struct KnownBugTests {
  /// Seeds within which each must be noticed. Without a bug all of them pass (`SimulationTests`).
  private static let seeds: UInt64 = 200

  /// Not the four that need what no seed of these brings about: a power cut (`Tests/Sweeps`), two restores with a
  /// repair stopped in between, a restore after somebody left (both `RepairTests`), and a program that signs
  /// falsely (`DishonestyTests`).
  static let inMemory = KnownBug.allCases.filter {
    ![.synchronousNormal, .cursorWithoutEpoch, .runVouches, .refusalForAnswer].contains($0)
  }

  @Test("breaks a promise of the simulated company", arguments: inMemory)
  func noticed(_ bug: KnownBug) throws {
    for seed in 0..<Self.seeds {
      do { try KnownBug.$active.withValue(bug) { try Simulation(seed: seed).run() } } catch {
        print("known bug \(bug.rawValue): noticed by seed \(seed): \(headline(error))")
        return
      }
    }
    Issue.record("\(bug.rawValue) was not noticed within \(Self.seeds) seeds")
  }

  private func headline(_ error: any Error) -> String {
    (error as? Broken)?.what.first ?? String("\(error)".prefix(120))
  }
}
