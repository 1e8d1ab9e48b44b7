import Simulation
import Testing

@Suite("A simulated company")
struct SimulationTests {
  /// Seeds in one test case.
  private static let batch = 25

  @Test("loses nothing that was saved and comes together when the faults stop", arguments: 0..<20)
  func seeds(_ number: Int) throws {
    for seed in 0..<Self.batch {
      let simulation = try Simulation(seed: UInt64(number * Self.batch + seed))
      try simulation.run()
    }
  }

  /// Forty in a row know every fault; one of ten has its copies on disk, and two begin with a company of
  /// their own.
  @Test(
    "has the same story whether it shares the work of others or does all of it anew",
    arguments: UInt64(500)..<540)
  func alone(_ seed: UInt64) throws {
    let stories = try [true, false].map { isAlone in
      let simulation = try Simulation(seed: seed, isAlone: isAlone)
      try simulation.run()
      return (simulation.trace, simulation.counts)
    }
    #expect(stories[0].0 == stories[1].0)
    #expect(stories[0].1 == stories[1].1)
  }
}
