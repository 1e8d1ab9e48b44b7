import Foundation
import Glibc
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
    var moments = try KillMoments(seed: 1) { try expectDone(laptop.record(ordinaryVisit())) }
    var saved = try laptop.visits()
    var counts = (killed: 0, ended: 0, silent: 0)
    while counts.killed < killCount, counts.ended <= 3 * killCount {
      let number = counts.killed + counts.ended
      let unit = "1-\(number / 4 % 3 + 1)0\(number % 4 + 1)"
      // From the start of the process to a little after its usual end.
      let (ended, _) = try moments.kill(within: 0.15..<1.15) {
        try laptop.record(ordinaryVisit(unit), killedAfter: $0)
      }
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
    var moments = try KillMoments(seed: 2) { try expectDone(laptop.rounds("sync")) }
    var counts = (killed: 0, ended: 0)
    while counts.killed < killCount, counts.ended <= 3 * killCount {
      let number = counts.killed + counts.ended
      // Something to send and something to fetch, most of the time.
      if number % 3 != 2 { try expectDone(laptop.record(ordinaryVisit("1-201"))) }
      if number % 20 == 19 {
        try expectDone(other.record(ordinaryVisit("1-301")))
        try expectDone(other.rounds("sync"))
      }
      let (ended, _) = try moments.kill(within: 0.15..<1.25) {
        try laptop.run(["sync"], killedAfter: $0)
      }
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
