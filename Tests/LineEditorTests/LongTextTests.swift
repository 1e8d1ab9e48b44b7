import FieldWork
import LineEditor
import Testing

private typealias Step = PseudoTerminal.Step

extension TerminalTests {
  @Suite struct LongTextTests {
    @Test(
      "a long text ends with an empty line, a lone full stop, or the end of input",
      arguments: ["\r", ".\r", "\u{04}"])
    func ending(keys: String) throws {
      let (answer, _) = try askLong([
        Step("> ", then: "第一行\r"), Step("> ", then: "二。.\r"), Step("> ", then: keys),
      ])
      #expect(answer == .line("第一行\n二。."))
    }

    @Test("a text that ends before it began is empty", arguments: ["\r", ".\r"])
    func empty(keys: String) throws {
      #expect(try askLong([Step("> ", then: keys)]).0 == .line(""))
    }

    @Test("Ctrl-C discards a long text, Ctrl-D at its beginning ends the input")
    func interruption() throws {
      #expect(try askLong([Step("> ", then: "一\r\u{03}")]).0 == .interrupted)
      #expect(try askLong([Step("> ", then: "\u{04}")]).0 == .endOfInput)
    }

    @Test("of a paste of thousands of lines none is lost, empty ones and lone full stops included")
    func longPaste() throws {
      let lines = (0..<3000).map { number in
        switch number % 50 {
        case 7: ""
        case 8: "."
        case 9: String(repeating: "投訴電梯常壞，", count: 60)
        default: "第\(number)行，投訴電梯常壞。"
        }
      }
      let (answer, _) = try askLong([
        Step("> ", then: "前" + Key.paste(lines.joined(separator: "\n")) + "後\r.\r")
      ])
      #expect(answer == .line("前" + lines.joined(separator: "\n") + "後"))
    }

    @Test(
      "lines of a paste end with LF, CR or both",
      arguments: ["一\r二\r\r三", "一\n二\n\n三", "一\r\n二\r\n\r\n三"])
    func lineEnds(pasted: String) throws {
      let (answer, _) = try askLong([
        Step("> ", then: "\u{1B}[200~" + pasted + "\u{1B}[201~\r.\r")
      ])
      #expect(answer == .line("一\n二\n\n三"))
    }

    @Test("a paste in the middle of a line carries the rest of that line behind it")
    func pasteInside() throws {
      let (answer, _) = try askLong([
        Step("> ", then: "頭尾\u{1B}[D" + Key.paste("一\n二") + "\r\r")
      ])
      #expect(answer == .line("頭一\n二尾"))
    }

    @Test("hundreds of lines from a terminal without bracketed paste all arrive")
    func plainPaste() throws {
      let lines = (0..<600).map { "第\($0)行，投訴電梯常壞。" }
      let (answer, _) = try askLong([Step("> ", then: lines.joined(separator: "\r") + "\r.\r")])
      #expect(answer == .line(lines.joined(separator: "\n")))
    }

    @Test("a paste that never ends can be interrupted")
    func endlessPaste() throws {
      #expect(try askLong([Step("> ", then: "\u{1B}[200~一\r二\u{03}")]).0 == .interrupted)
    }

    @Test(
      "an old text is offered line by line",
      arguments: [
        ("\r\r\r\r.\r", "一\n\n二\n三"),
        ("改\r\r\u{15}\r\r新\r\r", "一改\n\n三\n新"),
        ("\r\r\u{15}.\r", "一"),
        (Key.end + Key.paste("甲\n乙") + "\r\r\r\r\r", "一甲\n乙\n\n二\n三"),
        (Key.paste("甲\n") + "\r\r\r\r\r", "一甲\n\n二\n三"),
      ])
    func amending(keys: String, expected: String) throws {
      #expect(try askLong([Step("> ", then: keys)], prefill: "一\n\n二\n三").0 == .line(expected))
    }

    private func askLong(
      _ script: [PseudoTerminal.Step], prefill: String = ""
    ) throws -> (TypedAnswer, PseudoTerminal.Typist) {
      try converse(script) { editor, _ in
        editor.askLongText(LineQuestion("意見：", prefill: prefill))
      }
    }
  }
}
