import FieldWork
import OfficeWork
import RecordStore
import TestSupport
import VisitModel

/// A laptop that is handed a stick by a stranger. Taken twice, a file brings nothing new; afterwards
/// office and laptop agree.
struct ExportHarness: Harness {
  private var world: World

  init() throws { world = try World(seed: 4, households: 4, roles: [.serviceOfficer]) }

  mutating func take(_ input: [UInt8]) throws {
    let environment = world.laptops[0].environment
    let first: ImportSummary
    do { first = try environment.importBundles(from: { try $0(input) }) } catch is FieldFault {
      return
    }
    let second = try environment.importBundles(from: { take in
      // In small pieces, as a slow stick gives them.
      var rest = input[...]
      while !rest.isEmpty {
        try take(Array(rest.prefix(61)))
        rest = rest.dropFirst(61)
      }
    })
    try require(second.intake.new == 0, "a file taken twice brings something new")
    try require(first.isWhole == second.isWhole, "a file in pieces is another")
    try require(
      first.intake.refused == second.intake.refused && first.doubtful == second.doubtful,
      "a file in pieces has other faults")
  }

  mutating func settle() throws {
    let laptop = world.laptops[0]
    _ = try laptop.synchronise()
    try require(
      try world.state(laptop) == world.officeState(), "office and laptop show different states")
    let soundness = try world.office.verify()
    try require(soundness.faults.isEmpty, "the office's log: \(soundness.faults)")
    self = try ExportHarness()
  }
}
