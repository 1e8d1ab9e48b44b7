import Console
import Testing

@Suite struct ColourTests {
  @Test(
    "colours need a terminal that has them and a person who wants them",
    arguments: [
      (.auto, true, [:], true),
      (.auto, true, ["TERM": "xterm-256color"], true),
      (.auto, false, ["TERM": "xterm"], false),
      (.auto, true, ["NO_COLOR": "1"], false),
      (.auto, true, ["NO_COLOR": "0"], false),
      (.auto, true, ["NO_COLOR": ""], true),
      (.auto, true, ["TERM": "dumb"], false),
      (.always, false, ["NO_COLOR": "1", "TERM": "dumb"], true),
      (.never, true, [:], false),
    ] as [(Colour.Choice, Bool, [String: String], Bool)])
  func decided(
    choice: Colour.Choice, isTerminal: Bool, environment: [String: String], expected: Bool
  ) {
    let colour = Colour(choice: choice, isTerminal: isTerminal, environment: environment)
    #expect(colour.isOn == expected)
  }

  @Test("without colours text is untouched, with them it is closed again")
  func paint() {
    #expect(Colour.off.paint("逾期", .red) == "逾期")
    #expect(Colour.on.paint("逾期", .red) == "\u{1B}[31m逾期\u{1B}[0m")
    #expect(Colour.on.paint("", .red) == "")
  }
}
