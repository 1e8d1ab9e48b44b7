import Console
import Testing
import Wording

/// A command and those below it.
private struct Command {
  let name: String
  var below: [Command] = []
}

@Suite("The word where a command should stand")
struct CommandWordTests {
  private static let program = Command(
    name: "rounds",
    below: [
      Command(name: "status"),
      Command(name: "visits", below: [Command(name: "list"), Command(name: "show")]),
    ])

  private func flaw(_ words: [String]) -> Message? {
    CommandWord.flaw(words, of: Self.program, named: \.name, commands: \.below)
  }

  @Test(
    "is missed before any option is looked at, and the group that lacks it is named",
    arguments: [
      (["nonsense"], .noSuchCommand, ["nonsense", "rounds"]),
      (["nonsense", "--lang", "en"], .noSuchCommand, ["nonsense", "rounds"]),
      (["--lang", "en", "status"], .commandMissing, ["--lang", "rounds"]),
      (["visits", "lst", "--month", "9"], .noSuchCommand, ["lst", "rounds visits"]),
      (["visits", "--month", "9"], .commandMissing, ["--month", "rounds visits"]),
      (["visits", "\u{1B}[2J"], .noSuchCommand, ["␛[2J", "rounds visits"]),
    ] as [([String], Phrase, [String])])
  func missing(words: [String], phrase: Phrase, arguments: [String]) {
    #expect(flaw(words) == Message(phrase, arguments))
  }

  @Test(
    "is left to the parser where it is there, or where help is asked for",
    arguments: [
      [], ["status"], ["status", "nonsense", "--x"], ["visits"],
      ["visits", "list", "--month", "9"],
      ["--help"], ["-h"], ["--version"], ["help", "nonsense"], ["visits", "--help"],
      ["visits", "help"], ["--generate-completion-script=bash"],
    ])
  func there(words: [String]) { #expect(flaw(words) == nil) }
}
