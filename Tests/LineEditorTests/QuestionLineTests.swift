import FieldWork
import Testing

private typealias Turn = Asker.Turn

// What every asker keeps to, whoever answers. Beside the others at a terminal, one at a time.
extension TerminalTests {
  @Suite("Whatever asks") struct QuestionLineTests {
    @Test(
      "takes each answer from one line of the input, in order, whichever way it is asked for",
      arguments: Asker.allCases)
    func inOrder(_ asker: Asker) throws {
      let met = try asker.meets([
        Turn("一：", then: "甲\r"), Turn("密：", then: "口令\r"),
        .long("文：", then: ["子\r", "丑\r", ".\r"]), Turn("密二：", then: "另\r"),
        Turn("末：", then: "乙\r"),
      ]) { line in
        [
          line.ask(LineQuestion("一：")), line.askSecret(prompt: "密："),
          line.askLongText(LineQuestion("文：")), line.askSecret(prompt: "密二："),
          line.ask(LineQuestion("末：")),
        ]
      }
      #expect(
        met.outcome == [.line("甲"), .line("口令"), .line("子\n丑"), .line("另"), .line("乙")])
    }

    @Test("loses no answer that was given before it was asked for", arguments: Asker.allCases)
    func ahead(_ asker: Asker) throws {
      let met = try asker.meets([Turn("1：", then: "甲\r乙\r丙\r")]) { line in
        (1...3).map { line.ask(LineQuestion("\($0)：")) }
      }
      #expect(met.outcome == [.line("甲"), .line("乙"), .line("丙")])
    }

    @Test("takes an empty line as an answer too", arguments: Asker.allCases)
    func empty(_ asker: Asker) throws {
      let met = try asker.meets([
        Turn("1：", then: "\r"), Turn("2：", then: "\r"), Turn("3：", then: "丙\r"),
      ]) { line in
        [
          line.ask(LineQuestion("1：")), line.askSecret(prompt: "2："),
          line.ask(LineQuestion("3：")),
        ]
      }
      #expect(met.outcome == [.line(""), .line(""), .line("丙")])
    }

    @Test("answers with what was offered where nothing else is typed", arguments: Asker.allCases)
    func prefill(_ asker: Asker) throws {
      let met = try asker.meets([Turn("1：", then: "\r"), Turn("2：", then: "新\r")]) { line in
        [
          line.ask(LineQuestion("1：", prefill: "舊\u{202E}的")), line.ask(LineQuestion("2：")),
        ]
      }
      #expect(met.outcome == [.line("舊的"), .line("新")])
    }

    @Test(
      "ends a long text at an empty line or a lone full stop, and no sooner",
      arguments: Asker.allCases, ["\r", ".\r"])
    func longText(_ asker: Asker, _ ending: String) throws {
      let met = try asker.meets([
        .long("文：", then: ["一。\r", "..\r", " .\r", ending]), Turn("末：", then: "乙\r"),
      ]) { line in
        [line.askLongText(LineQuestion("文：")), line.ask(LineQuestion("末："))]
      }
      #expect(met.outcome == [.line("一。\n..\n ."), .line("乙")])
    }

    @Test(
      "takes the end of the input as one, and as the end of a text that was begun",
      arguments: Asker.allCases)
    func end(_ asker: Asker) throws {
      let one = try asker.meets([Turn("1：", then: "甲\r"), Turn("2：", then: Turn.end)]) { line in
        [line.ask(LineQuestion("1：")), line.ask(LineQuestion("2："))]
      }
      #expect(one.outcome == [.line("甲"), .endOfInput])
      let secret = try asker.meets([Turn("1：", then: Turn.end)]) { $0.askSecret(prompt: "1：") }
      #expect(secret.outcome == .endOfInput)
      let none = try asker.meets([.long("文：", then: [Turn.end])]) { line in
        line.askLongText(LineQuestion("文："))
      }
      #expect(none.outcome == .endOfInput)
      let begun = try asker.meets([.long("文：", then: ["子\r", Turn.end])]) { line in
        line.askLongText(LineQuestion("文："))
      }
      #expect(begun.outcome == .line("子"))
    }

    @Test(
      "lets no bidirectional override into an answer, and keeps every letter",
      arguments: Asker.allCases)
    func overrides(_ asker: Asker) throws {
      let typed = "陳\u{202E}大\u{2066}文·e\u{301}\r"
      let met = try asker.meets([
        Turn("1：", then: typed), Turn("2：", then: typed), .long("文：", then: [typed, ".\r"]),
      ]) { line in
        [
          line.ask(LineQuestion("1：")), line.askSecret(prompt: "2："),
          line.askLongText(LineQuestion("文：")),
        ]
      }
      #expect(met.outcome == Array(repeating: .line("陳大文·e\u{301}"), count: 3))
    }

    @Test("leaves the blanks around a secret, where they are part of it", arguments: Asker.allCases)
    func blanks(_ asker: Asker) throws {
      let met = try asker.meets([Turn("密：", then: "  口 令 \r")]) { $0.askSecret(prompt: "密：") }
      #expect(met.outcome == .line("  口 令 "))
    }

    @Test("shows nothing of a secret", arguments: Asker.atTerminals)
    func unseen(_ asker: Asker) throws {
      let met = try asker.meets([Turn("密：", then: "p@ss 口令\r")]) { $0.askSecret(prompt: "密：") }
      #expect(met.outcome == .line("p@ss 口令"))
      #expect(met.screen == "密：")
    }
  }
}
