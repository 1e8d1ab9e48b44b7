import ArgumentParser
import Console
import OfficeCommands
import OfficeWork
import RecordStore
import TestSupport
import TextFormats
import VisitModel
import WireFormat

/// The office imports a file of sites or of households. Every fault names a line; imported twice, it
/// adds and changes nothing.
struct RosterHarness: Harness {
  private var world: World

  init() throws { world = try World(seed: 4, households: 2, roles: []) }

  mutating func take(_ input: [UInt8]) throws {
    guard let (choice, rest) = chosen(input, of: 2) else { return }
    guard let first = try imported(rest, isOfSites: choice == 0) else { return }
    guard let second = try imported(rest, isOfSites: choice == 0) else {
      throw Violation("a file that was taken is refused")
    }
    try require(
      try second.optionalInteger("added") == 0 && second.optionalInteger("changed") == 0,
      "a roster imported twice adds or changes something: \(second)")
    try require(
      try first.objects("faults", limit: 1_000_000).count
        == second.objects("faults", limit: 1_000_000).count,
      "a roster imported twice has other faults")
    for fault in try first.objects("faults", limit: 1_000_000) {
      try require(try fault.optionalInteger("line") ?? 0 >= 1, "a fault without a line")
      try require(try !fault.string("text").isEmpty, "a fault without words")
    }
  }

  mutating func settle() throws {
    let soundness = try world.office.verify()
    try require(soundness.isSound, "the office: \(soundness)")
    self = try RosterHarness()
  }

  private func imported(_ file: [UInt8], isOfSites: Bool) throws -> JSONReader? {
    let words = isOfSites ? ["import", "-"] : ["import", "-", "--site", world.siteCode]
    let command: any ParsableCommand =
      isOfSites ? try SiteCommands.parseAsRoot(words) : try HouseholdCommands.parseAsRoot(words)
    guard let office = command as? any OfficeCommand else {
      throw Violation("\(words) is no command of the office")
    }
    do {
      let output = try office.run(in: officeContext(world.office, file: file))
      guard case .result(let result) = output else { throw Violation("bytes from an import") }
      return try JSONReader(result.json)
    } catch is OfficeFault { return nil }
  }
}
