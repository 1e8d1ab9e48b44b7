import CEditLine
package import FieldWork
import Glibc

/// Lines edited at a terminal with libedit: Han text, cursor keys, prefilled answers, completion.
///
/// One editor lives as long as the questions do, because closing it throws away what was typed
/// ahead. There is no history: answers are personal data and belong to one question each.
package final class LineEditor: QuestionLine {
  let line: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]
  private let output: UnsafeMutablePointer<FILE>
  private let descriptors: (input: Int32, output: Int32)
  private let takesBracketedPaste: Bool
  /// The prompt as the C library reads it while a line is edited.
  private(set) var promptText: UnsafeMutablePointer<CChar>?

  /// What the keys do to the line being edited; see `KeyActions`.
  var prefill = ""
  var completions: (String) -> [String] = { _ in [] }
  var isInterrupted = false
  var takesLines = false
  /// The lines of a paste after its first one; the last is not finished yet.
  var pastedLines: [String] = []

  /// - Parameters:
  ///   - input, output: descriptors of a terminal; they stay the caller's.
  ///   - terminalType: overrides TERM.
  /// - Returns: nothing when either is no terminal or no UTF-8 locale exists; `PlainLines` reads
  ///   from anything.
  package init?(
    input: Int32 = STDIN_FILENO, output: Int32 = STDERR_FILENO, terminalType: String? = nil
  ) {
    guard TerminalLocale.isUTF8, isatty(input) == 1, isatty(output) == 1,
      let source = Self.open(input, "r")
    else { return nil }
    guard let screen = Self.open(output, "w") else {
      fclose(source)
      return nil
    }
    // libedit's own English complaints about terminal types go nowhere.
    guard let complaints = fopen("/dev/null", "w"),
      let line = el_init("rounds", source, screen, complaints)
    else {
      fclose(source)
      fclose(screen)
      return nil
    }
    self.line = line
    self.output = screen
    files = [source, screen, complaints]
    descriptors = (input, output)
    if let terminalType { _ = rounds_set_terminal(line, terminalType) }
    takesBracketedPaste = rounds_terminal(line).map { strcmp($0, "dumb") != 0 } ?? false
    installKeys()
  }

  deinit {
    el_end(line)
    for file in files { fclose(file) }
    free(promptText)
  }

  package func ask(_ question: LineQuestion) -> TypedAnswer {
    completions = question.completions
    takesLines = false
    return edit(question.prompt, prefill: question.prefill)
  }

  package func askLongText(_ question: LineQuestion) -> TypedAnswer {
    var text = LongText(prefill: question.prefill)
    completions = question.completions
    takesLines = true
    show(question.prompt + "\n")
    var unfinished: String?
    while true {
      switch edit(Self.continuation, prefill: unfinished ?? text.nextOffer ?? "") {
      case .line(let typed) where pastedLines.isEmpty:
        unfinished = nil
        if text.add(typed: typed) { return .line(text.text) }
      case .line(let first):
        unfinished = pastedLines.removeLast()
        for pasted in pastedLines { show(Self.continuation + pasted + "\n") }
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

  private static func open(_ descriptor: Int32, _ mode: String) -> UnsafeMutablePointer<FILE>? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return nil }
    guard let file = fdopen(copy, mode) else {
      close(copy)
      return nil
    }
    return file
  }

  private func edit(_ prompt: String, prefill: String) -> TypedAnswer {
    let promptLines = prompt.split(separator: "\n", omittingEmptySubsequences: false)
    for finished in promptLines.dropLast() { show(finished + "\n") }
    free(promptText)
    promptText = strdup(String(promptLines.last ?? ""))
    self.prefill = prefill.withoutControls
    pastedLines = []
    isInterrupted = false
    if !self.prefill.isEmpty { el_push(line, Self.prefillKey) }
    if takesBracketedPaste { show("\u{1B}[?2004h") }
    var count: Int32 = 0
    let typed = el_gets(line, &count)
    if takesBracketedPaste { show("\u{1B}[?2004l") }
    guard let typed else {
      show("\n")
      return isInterrupted ? .interrupted : .endOfInput
    }
    guard var text = String(validatingCString: typed) else { return .unreadable }
    if text.utf8.last == 0x0A { text.removeLast() }
    return .line(text.withoutControls)
  }

  func show(_ text: some StringProtocol) {
    fputs(String(text), output)
    fflush(output)
  }
}
