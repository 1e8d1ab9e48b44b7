import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
import Oracles
import RecordStore
import Sampling
import SeededRandom
import SyncProtocol
import TestSupport
import VisitModel

/// A promise that did not hold, with the story that led to it.
package struct Broken: Error, CustomStringConvertible {
  package let seed: UInt64
  package let what: [String]
  package let trace: [String]

  package var description: String {
    "seed \(seed):\n  " + what.joined(separator: "\n  ") + "\n"
      + trace.map { "    \($0)\n" }.joined()
  }
}

// The end of the story: the faults stop, and everything must come together.
extension Simulation {
  /// The network is fair, clocks are right, everybody is where they belong, and an administrator looks
  /// at what is held.
  func settle() throws {
    network.set(.none)
    officeDatabase.calm()
    // Whatever a restored office remembers of it. Some stay away; what they hold must come all the same.
    var away: [AccountID: Bool] = [:]
    for machine in machines {
      machine.clockError.set(days: 0)
      try machine.restart()
      let account = machine.laptop.account
      let isAway = away[account] ?? (random.below(4) == 0)
      away[account] = isAway
      machine.isWithdrawn = isAway
      if machine.isRevoked { continue }
      if isAway {
        try office.withdraw(machine.laptop.account, from: site)
      } else {
        try office.assign(machine.laptop.account, to: site)
      }
    }
    clock.advance(minutes: 10)
    // Whatever they believed of themselves under faults.
    for machine in machines { machine.isInSync = false }
    try comeTogether()
    let held = try office.read { try office.heldBundles(on: $0) }.filter { $0.bar == nil }
    if held.isEmpty { return }
    _ = try office.admitHeld(held.map(\.logged.id), reason: "looked at", by: Office.account)
    try comeTogether()
  }

  /// Each brings what it alone holds, then each takes what the others brought; who is not in sync after
  /// that many rounds never will be.
  private func comeTogether() throws {
    var rounds = 1
    while try !syncAll() {
      rounds += 1
      if rounds > 5 { try isBroken("it does not come to rest") }
    }
    if seed % 5 == 0 { try remainAtRest() }
  }

  /// Syncs everyone whom the office's feeds and keys have left behind.
  /// - Returns: whether all who may are in sync with the office as it is now.
  private func syncAll() throws -> Bool {
    for machine in machines where !machine.isRevoked {
      if machine.isInSync, try machine.feedEnd == feedEnd() { continue }
      machine.isInSync = try machine.laptop.synchronise().isInSync
      machine.feedEnd = try feedEnd()
    }
    let end = try feedEnd()
    return machines.allSatisfy { machine in
      machine.isRevoked || (machine.feedEnd == end && (machine.isInSync || machine.isWithdrawn))
    }
  }

  /// Whoever is in step stays there, and moves nothing by looking again.
  private func remainAtRest() throws {
    let end = try feedEnd()
    for machine in machines where machine.isInSync && !machine.isRevoked {
      guard try machine.laptop.synchronise().isInSync, try feedEnd() == end else {
        try isBroken("\(machine.name): a second sync moves something")
      }
    }
  }

  /// A key can come to the office with a bundle that it had already: then no feed grows.
  private func feedEnd() throws -> [UInt64] {
    let keys = try office.environment.keyDatabase.read { connection in
      try connection.first("SELECT COALESCE(MAX(sequence), 0) FROM householdKey") {
        UInt64(clamping: try $0.integer(0))
      }
    }
    return try office.read { try $0.feed.heads().map(\.position) } + [keys ?? 0]
  }

  func judge() throws {
    var broken: [String] = []
    let atOffice = try office.read { try $0.connection.bundleIDs() }
    // What a revoked laptop wrote since stays on it, for somebody to carry over.
    var safe = atOffice
    for machine in machines where machine.isRevoked { safe.formUnion(try machine.ids()) }
    let lost = saved.subtracting(safe)
    if !lost.isEmpty {
      broken.append(
        "saved and not at the office: "
          + lost.sorted().map { String($0.description.prefix(8)) }.joined(separator: ", "))
    }
    let whole = try state(office)
    let counted = try figures(office)
    for machine in machines where !machine.isRevoked {
      let ids = try machine.ids()
      if !ids.isSubset(of: atOffice) {
        broken.append("\(machine.name) holds \(ids.subtracting(atOffice).count) the office lacks")
      }
      broken += try machine.laptop.read { try $0.feedFaults() }.map { "\(machine.name): \($0)" }
      if machine.isWithdrawn { continue }
      if !machine.isInSync { broken.append("\(machine.name) is not in sync") }
      if try machine.laptop.read({ try CanonicalState.text(of: site, in: $0) }) != whole {
        broken.append("\(machine.name) shows another state")
      }
      if try figures(machine.laptop) != counted {
        broken.append("\(machine.name) counts otherwise")
      }
    }
    broken += try office.verify().faults.map { "the office's store: \($0)" }
    broken += try differences(from: counted)
    broken += try textDifferences()
    if !broken.isEmpty { throw Broken(seed: seed, what: broken, trace: trace) }
  }

  private func state(_ office: Office) throws -> [UInt8] {
    try office.read { try CanonicalState.text(of: site, in: $0) }
  }

  /// A month as it goes out, with cases and progress.
  private struct Month: Equatable {
    let month: CivilMonth
    let figures: MonthFigures
    let done: Int
    let open: Int
    let cases: [DuplicateCase]
  }

  private func figures(_ laptop: Laptop) throws -> [Month] {
    try laptop.read { try figures(SiteView($0, site)) }
  }

  private func figures(_ office: Office) throws -> [Month] {
    try office.read { try figures(SiteView($0, site)) }
  }

  /// This month and the last one: a story takes some weeks.
  private func figures(_ view: SiteView) throws -> [Month] {
    let now = clock.now
    let present = CivilMonth(containing: LocalTime(now, in: .china).date)
    return try [present, present.previous].map { month in
      let report = try view.report(of: month, at: now)
      return Month(
        month: month, figures: report.figures, done: report.progress.done,
        open: report.progress.open,
        cases: report.cases)
    }
  }

  /// The office's tables, computed change by change as they arrived, against the whole set at once.
  private func differences(from counted: [Month]) throws -> [String] {
    try office.read { replica in
      let oracle = try SiteOracle(replica, site)
      var broken: [String] = []
      var unseen = Set(oracle.records.keys)
      try replica.records.forEach(in: site) { key, state in
        unseen.remove(key)
        guard let record = oracle.records[key] else {
          broken.append("record \(key.type.number) \(key.id) is in no bundle")
          return
        }
        if record.state != state { broken.append("record \(key.type.number) \(key.id) differs") }
        if record.conflicts != state.conflicts {
          broken.append("conflicts of record \(key.type.number) \(key.id) differ")
        }
      }
      broken += unseen.map { "record \($0.type.number) \($0.id) has no row" }
      let cases = try SiteView(replica, site).duplicateCases()
      let shown = Dictionary(
        uniqueKeysWithValues: cases.map {
          (
            SiteOracle.Turn(round: $0.round, household: $0.household),
            SiteOracle.Case(members: $0.members.map(\.id), cause: $0.cause)
          )
        })
      if shown != oracle.cases { broken.append("duplicate cases: \(shown) and \(oracle.cases)") }
      for month in counted {
        let known = month.figures
        let shown = [
          known.voided, known.returnVisits, known.byCompany, known.counted, known.repeats,
        ]
        let told = oracle.figures(of: month.month)
        if shown != told { broken.append("figures of \(month.month): \(shown) and \(told)") }
      }
      count("duplicates", cases.count)
      return broken
    }
  }
}
