import FieldWork
import Glibc
import LineEditor
import Testing

/// Asks at a pseudo-terminal while a script answers. A script that waits in vain is a failure.
func converse<Result>(
  _ script: [PseudoTerminal.Step], columns: Int = 80, rows: Int = 24,
  _ work: (LineEditor, Int32) -> Result
) throws -> (Result, PseudoTerminal.Typist) {
  let terminal = try #require(PseudoTerminal(columns: columns, rows: rows))
  let (result, typist) = terminal.converse(script) { device in
    LineEditor(input: device, output: device, terminalType: "xterm").map { work($0, device) }
  }
  #expect(typist.missed == nil)
  return (try #require(result), typist)
}

// libedit keeps the signal handlers of one editor at a time, so no two of these tests overlap.
@Suite(.serialized) enum TerminalTests {}

/// What keys send.
enum Key {
  static let backspace = "\u{7F}"
  static let left = "\u{1B}[D"
  static let right = "\u{1B}[C"
  static let home = "\u{1B}[H"
  static let end = "\u{1B}[F"
  static let delete = "\u{1B}[3~"
  static let tab = "\t"

  /// As a terminal sends what is pasted into it once asked to mark it.
  static func paste(_ text: String) -> String {
    "\u{1B}[200~" + text.replacing("\n", with: "\r") + "\u{1B}[201~"
  }
}

/// What `question(_:prefill:obeying:)` sends on Tab: every earlier key has had its effect.
let obeyed = "\u{06}"

/// A question that answers Tab with the mark `obeyed` on the terminal, which shows nothing.
func question(_ prompt: String, prefill: String = "", obeying device: Int32) -> LineQuestion {
  LineQuestion(prompt, prefill: prefill) { _ in
    write(device, obeyed, 1)
    return []
  }
}
