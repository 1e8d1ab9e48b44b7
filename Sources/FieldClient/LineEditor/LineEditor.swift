import CEditLine
package import FieldWork
import Glibc

/// Lines edited at a terminal: Han text, cursor keys, prefilled answers, completion.
///
/// libedit holds the line, decodes keys and sets the terminal's modes; `LinePainter` shows the
/// line. One editor lives as long as the questions do, because closing it throws away what was
/// typed ahead. There is no history: answers are personal data and belong to one question each.
package final class LineEditor: QuestionLine {
  let line: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]
  private let descriptors: (input: Int32, output: Int32)
  private var painter = LinePainter(prompt: "")

  /// What the keys act on; see `KeyActions`.
  var prefill = ""
  var completions: (String) -> [String] = { _ in [] }
  var isInterrupted = false
  var takesLines = false
  /// The lines of a paste after its first one; the last is not finished yet.
  var pastedLines: [String] = []

  /// - Parameters:
  ///   - input, output: descriptors of one terminal; they stay the caller's.
  ///   - terminalType: what TERM says.
  /// - Returns: nothing when either is no terminal, when the terminal is `dumb`, or when there is
  ///   no UTF-8 locale; `PlainLines` reads from anything.
  package init?(
    input: Int32 = STDIN_FILENO, output: Int32 = STDERR_FILENO,
    terminalType: String? = getenv("TERM").map { String(cString: $0) }
  ) {
    guard TerminalLocale.isUTF8, isatty(input) == 1, isatty(output) == 1,
      let terminalType, !terminalType.isEmpty, terminalType != "dumb",
      let keys = Self.open(input)
    else { return nil }
    // libedit paints into nothing.
    guard let nothing = fopen("/dev/null", "w") else {
      fclose(keys)
      return nil
    }
    guard let line = el_init_fd("rounds", keys, nothing, nothing, fileno(keys), output, output)
    else {
      fclose(keys)
      fclose(nothing)
      return nil
    }
    self.line = line
    files = [keys, nothing]
    descriptors = (input, output)
    installKeys()
  }

  deinit {
    el_end(line)
    for file in files { fclose(file) }
  }

  package func ask(_ question: LineQuestion) -> TypedAnswer {
    takesLines = false
    completions = question.completions
    return edit(question.prompt, prefill: question.prefill)
  }

  package func askLongText(_ question: LineQuestion) -> TypedAnswer {
    var text = LongText(prefill: question.prefill)
    takesLines = true
    completions = question.completions
    show(question.prompt + "\n")
    while true {
      switch edit(Self.continuation, prefill: text.nextOffer) {
      case .line(let typed) where pastedLines.isEmpty:
        if text.add(typed: typed) { return .line(text.text) }
      case .line(let first):
        for pasted in pastedLines.dropLast() { show(Self.continuation + pasted + "\n") }
        text.add(pasted: [first] + pastedLines)
      case .endOfInput: return text.isEmpty ? .endOfInput : .line(text.text)
      case .interrupted: return .interrupted
      case .unreadable: return .unreadable
      }
    }
  }

  package func askSecret(prompt: String) -> TypedAnswer {
    SecretLine.read(prompt: prompt, input: descriptors.input, output: descriptors.output)
  }

  private static let continuation = "> "

  private static func open(_ descriptor: Int32) -> UnsafeMutablePointer<FILE>? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return nil }
    guard let file = fdopen(copy, "r") else {
      close(copy)
      return nil
    }
    return file
  }

  private func edit(_ prompt: String, prefill: String) -> TypedAnswer {
    let promptLines = prompt.split(separator: "\n", omittingEmptySubsequences: false)
    for finished in promptLines.dropLast() { show(finished + "\n") }
    painter = LinePainter(prompt: String(promptLines.last ?? ""))
    self.prefill = prefill.withoutControls
    pastedLines = []
    isInterrupted = false
    if !self.prefill.isEmpty { el_push(line, Self.prefillKey) }
    // Before the prompt is shown: who types on seeing it must not meet the kernel's own editing.
    _ = rounds_begin_editing(line)
    show(Self.bracketedPasteOn)
    var count: Int32 = 0
    let typed = el_gets(line, &count)
    guard let typed else {
      show(Self.bracketedPasteOff + "\n")
      return isInterrupted ? .interrupted : .endOfInput
    }
    guard var text = String(validatingCString: typed) else { return .unreadable }
    if text.utf8.last == 0x0A { text.removeLast() }
    text = text.withoutControls
    show(painter.paint(before: text, after: "", on: size) + Self.bracketedPasteOff + "\n")
    return .line(text)
  }

  private static let bracketedPasteOn = "\u{1B}[?2004h"
  private static let bracketedPasteOff = "\u{1B}[?2004l"

  /// Shows the line as it is; called before every wait for a key.
  func paint() { show(painter.paint(before: beforeCursor, after: afterCursor, on: size)) }

  /// Begins a new row under the line, for something else to be shown there.
  func leaveLine() {
    show(painter.paint(before: beforeCursor + afterCursor, after: "", on: size) + "\n")
    painter = LinePainter(prompt: painter.prompt)
  }

  func show(_ text: some StringProtocol) {
    TerminalOutput.write(String(text), to: descriptors.output)
  }

  private var size: LinePainter.Size { TerminalOutput.size(of: descriptors.output) }
}
