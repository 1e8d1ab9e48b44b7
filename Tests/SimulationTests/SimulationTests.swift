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
}
