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

  @Test(
    "does so in stories that once ended otherwise",
    arguments: [
      // A restored office learnt from a laptop, between its page and its offer, that the laptop had left the site.
      UInt64(8220),
      // An office was put back in its epoch: held work, and what is here of a site that was left, is in no feed.
      1553, 1649, 2289,
      // It was put back, and numbered other keys with the numbers that it had given.
      8381,
    ])
  func known(_ seed: UInt64) throws { try Simulation(seed: seed).run() }

  /// Forty in a row know every fault; one of ten has its copies on disk, and one begins with a company of
  /// its own.
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
