import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficeWork
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
      if isAway {
        try office.withdraw(machine.laptop.account, from: site)
      } else {
        try office.assign(machine.laptop.account, to: site)
      }
    }
    clock.advance(minutes: 10)
    for _ in 0..<2 { for machine in machines { _ = try machine.laptop.synchronise() } }
    let held = try office.read { try office.heldBundles(on: $0) }.filter { $0.bar == nil }
    _ = try office.admitHeld(held.map(\.logged.id), reason: "looked at", by: Office.account)
    for _ in 0..<3 { for machine in machines { _ = try machine.laptop.synchronise() } }
  }

  func judge() throws {
    var broken: [String] = []
    let atOffice = try office.read { try $0.connection.bundleIDs() }
    let lost = saved.subtracting(atOffice)
    if !lost.isEmpty {
      broken.append(
        "saved and not at the office: "
          + lost.sorted().map { String($0.description.prefix(8)) }.joined(separator: ", "))
    }
    let whole = try state(office)
    for machine in machines {
      let ids = try machine.ids()
      if !ids.isSubset(of: atOffice) {
        broken.append("\(machine.name) holds \(ids.subtracting(atOffice).count) the office lacks")
      }
      if machine.isWithdrawn { continue }
      let summary = try machine.laptop.synchronise()
      if !summary.isInSync { broken.append("\(machine.name) is not in sync") }
      if try machine.laptop.read({ try CanonicalState.text(of: site, in: $0) }) != whole {
        broken.append("\(machine.name) shows another state")
      }
      if try figures(machine.laptop) != figures(office) {
        broken.append("\(machine.name) counts otherwise")
      }
    }
    broken += try office.verify().faults.map { "the office's store: \($0)" }
    broken += try rebuilt()
    if !broken.isEmpty { throw Broken(seed: seed, what: broken, trace: trace) }
  }

  private func state(_ office: Office) throws -> [UInt8] {
    try office.read { try CanonicalState.text(of: site, in: $0) }
  }

  /// A month as it goes out, with cases and progress.
  private struct Month: Equatable {
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

  /// The last three months.
  private func figures(_ view: SiteView) throws -> [Month] {
    let now = clock.now
    let present = CivilMonth(containing: LocalTime(now, in: .china).date)
    return try [present, present.previous, present.previous.previous].map { month in
      let report = try view.report(of: month, at: now)
      return Month(
        figures: report.figures, done: report.progress.done, open: report.progress.open,
        cases: report.cases)
    }
  }

  /// The rows of the office, computed change by change as they arrived, against the state of the whole
  /// set of changes at once.
  private func rebuilt() throws -> [String] {
    try office.read { replica in
      var broken: [String] = []
      try replica.records.forEach(in: site) { key, state in
        let whole = RecordState(of: try replica.records.changes(of: state))
        if whole != state { broken.append("record \(key.type.number) \(key.id) differs") }
      }
      return broken
    }
  }
}
