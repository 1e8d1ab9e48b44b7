import FieldWork
import Foundation
import Glibc
import LineEditor
import SeededRandom
import Testing

private typealias Step = PseudoTerminal.Step

extension TerminalTests {
  @Suite struct LineEditorTests {
    @Test("Han text can be typed, erased and inserted into, without a gap or a control character")
    func hanText() throws {
      let typed = "陳大文" + Key.backspace + "明" + Key.home + "小"
      let (answer, typist) = try converse([
        Step("姓名：", then: typed + Key.tab), Step(obeyed, then: "\r"),
      ]) { $0.ask(question("姓名：", obeying: $1)) }
      #expect(answer == .line("小陳大明"))
      #expect(typist.shown.last == "姓名：小陳大明")
    }

    @Test(
      "whatever is edited, the screen shows the line that will be stored, over the margin too",
      arguments: UInt64(1)...400)
    func screenAndLineAgree(seed: UInt64) throws {
      var random = SplitMix64(seed: seed)
      var line = EditedLine()
      let keys = (0..<60).map { _ in line.press(using: &random) }.joined()
      let (answer, typist) = try converse(
        [Step("姓名：", then: keys + Key.tab), Step(obeyed, then: "\r")],
        columns: seed % 2 == 0 ? 80 : 21
      ) { $0.ask(question("姓名：", obeying: $1)) }
      #expect(answer == .line(line.text), "\(keys.debugDescription)")
      #expect(typist.shown.last == "姓名：" + line.text, "\(keys.debugDescription)")
    }

    @Test("a line taller than the screen shows the rows around the cursor")
    func tallLine() throws {
      let text = (0..<30).map { "第\($0 + 10)行，共十欄" }.joined()
      let (answer, typist) = try converse(
        [Step("：", then: text + Key.home + Key.tab), Step(obeyed, then: Key.end + "末\r")],
        columns: 16, rows: 5
      ) { $0.ask(question("：", obeying: $1)) }
      #expect(answer == .line(text + "末"))
      #expect(typist.shown.last?.hasPrefix("：第10行，共十欄第11行，") == true)
      #expect(typist.screen.text.hasSuffix("第39行，共十欄末"))
    }

    @Test("a prefilled answer is shown and can be edited, the middle dot of names included")
    func prefill() throws {
      let (answer, typist) = try converse([
        Step("姓名：", then: "江" + Key.tab), Step(obeyed, then: "\r"),
      ]) { $0.ask(question("姓名：", prefill: "阿卜杜·热合曼", obeying: $1)) }
      #expect(answer == .line("阿卜杜·热合曼江"))
      #expect(typist.shown.last == "姓名：阿卜杜·热合曼江")
    }

    @Test(
      "Tab completes, by a beginning or by anything else the caller knows",
      arguments: [
        ("李" + Key.tab, "李四"), ("cdw" + Key.tab, "陳大文"), ("陳" + Key.tab + "明" + Key.tab, "陳大明"),
        ("陳大" + Key.tab + "文" + Key.tab, "陳大文"), ("不在" + Key.tab, "不在"),
        ("四" + Key.home + "李" + Key.tab, "李四四"),
      ])
    func completion(keys: String, expected: String) throws {
      let names = ["陳大明", "陳大文", "李四"]
      let question = LineQuestion("戶：") { typed in
        typed == "cdw" ? ["陳大文"] : names.filter { $0.hasPrefix(typed) }
      }
      let (answer, _) = try converse([Step("戶：", then: keys + "\r")]) { editor, _ in
        editor.ask(question)
      }
      #expect(answer == .line(expected))
    }

    @Test("several completions are listed under the line, and the question is asked again")
    func listing() throws {
      let question = LineQuestion("戶：") { _ in ["陳大明", "陳大文"] }
      let (answer, typist) = try converse([
        Step("戶：", then: "陳大" + Key.tab), Step("陳大明  陳大文\r\n\r\u{1B}[J戶：陳大", then: "\r"),
      ]) { editor, _ in editor.ask(question) }
      #expect(answer == .line("陳大"))
      #expect(typist.missed == nil)
    }

    @Test(
      "keys that mean nothing here leave nothing in the line",
      arguments: [
        "\u{1B}[15~", "\u{1B}[A", "\u{1B}OB", "\u{1B}OP", "\u{1B}[[A", "\u{1B}[1;2C", "\u{1B}[I",
        "\u{1B}[5~", "\u{16}", "\u{18}", "\u{1A}", "\u{1C}", "\u{12}", "\u{1B}x", "\u{1B}[201~",
      ])
    func unknownKeys(key: String) throws {
      let (answer, _) = try converse([Step("：", then: "甲" + key + "乙\r")]) {
        $0.ask(question("：", obeying: $1))
      }
      #expect(answer == .line("甲乙"))
    }

    @Test("Ctrl-C interrupts the question, Ctrl-D on an empty line ends the input")
    func interruption() throws {
      let (answers, _) = try converse([
        Step("一：", then: "甲\u{03}"), Step("二：", then: "\u{04}"), Step("三：", then: "丙\r"),
      ]) { editor, _ in ["一：", "二：", "三："].map { editor.ask(LineQuestion($0)) } }
      #expect(answers == [.interrupted, .endOfInput, .line("丙")])
    }

    @Test("answers typed ahead are all kept, in order")
    func typedAhead() throws {
      let (answers, _) = try converse([Step("1：", then: "甲\r乙\r丙\r")]) { editor, _ in
        (1...3).map { editor.ask(LineQuestion("\($0)：")) }
      }
      #expect(answers == [.line("甲"), .line("乙"), .line("丙")])
    }

    @Test("lines pasted into a question for one line become one line")
    func pasteIntoLine() throws {
      let pasted = "陳大文\n3-1201\u{1B}[31m\n"
      let (answer, _) = try converse([Step("：", then: "姓" + Key.paste(pasted) + "！\r")]) {
        $0.ask(question("：", obeying: $1))
      }
      #expect(answer == .line("姓陳大文 3-1201[31m！"))
    }

    @Test("the terminal is left as it was found", arguments: ["甲\r", "\u{03}", "\u{04}"])
    func modesAreRestored(keys: String) throws {
      let terminal = try #require(PseudoTerminal())
      var before = termios()
      var after = termios()
      tcgetattr(terminal.device, &before)
      _ = terminal.converse([Step("一：", then: keys), Step("密：", then: keys)]) { device in
        let editor = LineEditor(input: device, output: device, terminalType: "xterm")
        return [editor?.ask(LineQuestion("一：")), editor?.askSecret(prompt: "密：")]
      }
      tcgetattr(terminal.device, &after)
      #expect(after.c_lflag == before.c_lflag)
      #expect(after.c_iflag == before.c_iflag)
      #expect(after.c_oflag == before.c_oflag)
    }

    @Test("there is no editor without a terminal that can show one")
    func notATerminal() throws {
      let pipe = Pipe()
      let reading = pipe.fileHandleForReading.fileDescriptor
      let writing = pipe.fileHandleForWriting.fileDescriptor
      let device = try #require(PseudoTerminal()).device
      #expect(LineEditor(input: reading, output: writing, terminalType: "xterm") == nil)
      #expect(LineEditor(input: device, output: device, terminalType: "dumb") == nil)
      #expect(LineEditor(input: device, output: device, terminalType: nil) == nil)
    }
  }

  @Suite struct SecretLineTests {
    @Test("a secret is read without a trace of it on the screen")
    func secret() throws {
      let (answer, typist) = try converse([
        Step("口令：", then: "p@ss 文字錯" + Key.backspace + "\r")
      ]) { editor, _ in editor.askSecret(prompt: "口令：") }
      #expect(answer == .line("p@ss 文字"))
      #expect(typist.screen.text == "口令：")
    }

    @Test("Ctrl-C interrupts a secret at once, Ctrl-D without one ends the input")
    func interruptedSecret() throws {
      let (answers, _) = try converse([
        Step("一：", then: "半\u{03}"), Step("二：", then: "\u{04}"),
      ]) { editor, _ in ["一：", "二："].map { editor.askSecret(prompt: $0) } }
      #expect(answers == [.interrupted, .endOfInput])
    }
  }
}
