import ArgumentParser
import FieldCommands
import FieldWork
import FuzzTargets
import TestSupport
import Testing
import VisitModel
import Wording

@Suite("Numbers below nought on the command line")
struct NegativeNumbersTests {
  @Test(
    "are refused for what they are, not taken for an option",
    arguments: [["--count", "-3"], ["--count=-3"], ["--count", "3", "--reserve", "-1"]])
  func draw(_ words: [String]) throws {
    let world = try World(seed: 7520, households: 4, roles: [.serviceSupervisor])
    let command = try DrawCommands.parseAsRoot(["--month", "2026-09"] + words)
    let drawing = try #require(command as? any FieldCommand)
    let context = fieldContext(world.laptops[0], file: [])
    do {
      _ = try drawing.run(in: context)
      Issue.record("\(words) drew")
    } catch FieldFault.wrongUsage(let message) {
      #expect(message.text(in: .english).hasPrefix("Draw 1 to"), "\(words)")
    }
    _ = try DrawCommands.parseAsRoot(["--month", "2026-09", "--count", "3"])
  }
}
