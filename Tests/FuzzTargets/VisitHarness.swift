import ArgumentParser
import Console
import FieldCommands
import FieldWork
import OfficeWork
import RecordStore
import TestSupport
import VisitModel
import WireFormat
import Wording

/// `rounds record --from visit.json`: saved as one visit, or refused in words and nothing is there.
struct VisitHarness: Harness {
  private var world: World

  init() throws {
    world = try World(seed: 4, households: 40, roles: [.serviceOfficer])
    // Somebody who may read confidential notes.
    _ = try world.office.appointCustodian(world.laptops[0].account, of: world.site)
    _ = try world.laptops[0].synchronise()
  }

  mutating func take(_ input: [UInt8]) throws {
    let laptop = world.laptops[0]
    let before = try bundles(laptop)
    let command = try RecordCommand.parse(["--from", "-"])
    do {
      let output = try command.run(in: fieldContext(laptop, file: input))
      guard case .result(let result) = output else { throw Violation("bytes from record") }
      try require(result.status == .done, "neither saved nor refused")
      try require(!result.report.text(.english, width: 80, colour: .off).isEmpty, "no words")
      try require(try bundles(laptop) == before + 1, "saved, and not one bundle more")
    } catch let fault as FieldFault {
      try require(
        !presented(fault).report.text(.english, width: 80, colour: .off).isEmpty, "no words")
      try require(try bundles(laptop) == before, "refused, and there is a bundle more")
    } catch let fault as WireFault {
      // Too large for one bundle: the program has words for it.
      try require(fault != .badSignature, "\(fault)")
      try require(try bundles(laptop) == before, "refused, and there is a bundle more")
    }
  }

  mutating func settle() throws {
    let laptop = world.laptops[0]
    let summary = try laptop.synchronise()
    try require(summary.held.isEmpty, "the office holds what the laptop let through")
    try require(
      try world.state(laptop) == world.officeState(), "office and laptop show different states")
    self = try VisitHarness()
  }

  private func bundles(_ laptop: Laptop) throws -> Int64 {
    try laptop.read { replica in
      try replica.connection.first("SELECT COUNT(*) FROM bundle") { try $0.integer(0) } ?? 0
    }
  }
}
