import Foundation
import Glibc
import SeededRandom
import Testing

/// How many kills must hit in each law; a soak raises it. Runs that ended first come on top.
let killCount =
  Int(ProcessInfo.processInfo.environment["ROUNDS_KILLS"] ?? "") ?? 60

/// The same for laws in which each kill costs a whole restore.
let costlyKillCount = max(20, killCount / 20)

@Suite("A laptop killed without warning")
struct KillTests {
  @Test("keeps every visit it said was saved, and needs no repair")
  func record() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    let whole = try seconds { try expectDone(laptop.record(ordinaryVisit())) }
    var random = SplitMix64(seed: 1)
    var saved = try laptop.visits()
    var counts = (killed: 0, ended: 0, silent: 0)
    while counts.killed < killCount, counts.ended <= 3 * killCount {
      let number = counts.killed + counts.ended
      // From the start of the process to a little after its usual end.
      let moment = whole * (0.15 + Double(random.below(1000)) / 1000)
      let unit = "1-\(number / 4 % 3 + 1)0\(number % 4 + 1)"
      let ended = try laptop.record(ordinaryVisit(unit), killedAfter: moment)
      let shown = try laptop.visits()
      #expect(saved.isSubset(of: shown), "kill \(number): a saved visit is gone")
      if ended.status == 0 {
        counts.ended += 1
        let visit = try ended.json["visit"] as? String ?? ""
        #expect(shown.subtracting(saved) == [visit], "kill \(number)")
      } else {
        #expect(ended.status == -SIGKILL, "kill \(number): \(ended.talk)")
        counts.killed += 1
        // On disk before the word "saved" could be said: at most the one that was under way.
        let extra = shown.subtracting(saved).count
        #expect(extra <= 1, "kill \(number)")
        counts.silent += extra
      }
      saved = shown
    }
    print(
      "rounds record killed \(counts.killed) times, \(counts.silent) of them after the commit; "
        + "\(counts.ended) runs ended first")
    #expect(counts.killed == killCount && counts.ended > 0)
    try company.serve()
    try expectDone(laptop.rounds("sync"))
    try expectSame(company, laptop, visits: saved.count)
  }

  @Test("sends everything once its sync is let live")
  func sync() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    let other = try company.laptop("supervisor", "serviceSupervisor")
    try company.serve()
    try expectDone(laptop.record(ordinaryVisit()))
    let whole = try seconds { try expectDone(laptop.rounds("sync")) }
    var random = SplitMix64(seed: 2)
    var counts = (killed: 0, ended: 0)
    while counts.killed < killCount, counts.ended <= 3 * killCount {
      let number = counts.killed + counts.ended
      // Something to send and something to fetch, most of the time.
      if number % 3 != 2 { try expectDone(laptop.record(ordinaryVisit("1-201"))) }
      if number % 20 == 19 {
        try expectDone(other.record(ordinaryVisit("1-301")))
        try expectDone(other.rounds("sync"))
      }
      let moment = whole * (0.15 + Double(random.below(1100)) / 1000)
      let ended = try laptop.run(["sync"], killedAfter: moment)
      #expect([0, -SIGKILL].contains(ended.status), "kill \(number): \(ended.talk)")
      if ended.status == 0 { counts.ended += 1 } else { counts.killed += 1 }
    }
    print("rounds sync killed \(counts.killed) times; \(counts.ended) runs ended first")
    #expect(counts.killed == killCount)
    let made = try laptop.visits().union(other.visits())
    try expectDone(laptop.rounds("sync"))
    #expect(try laptop.pending() == 0)
    try expectSame(company, laptop, visits: made.count)
  }

  private func seconds(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let time = try clock.measure(work)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  /// Server and laptop show the same bytes, and every hash and signature holds.
  private func expectSame(_ company: Company, _ laptop: TestLaptop, visits: Int) throws {
    company.stop()
    let office = try expectDone(company.office("state", "--scope", "S1", "--json"))
    let own = try expectDone(laptop.rounds("state", "--scope", "S1", "--json"))
    #expect(office.output == own.output)
    #expect(office.text.components(separatedBy: "{\"type\":15,").count - 1 == visits)
    try expectDone(company.office("verify"))
  }
}
