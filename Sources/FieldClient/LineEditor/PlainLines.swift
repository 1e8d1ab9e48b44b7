package import FieldWork
import Glibc

/// Answers from a pipe, a file or a `dumb` terminal, one line each; nothing can be edited.
///
/// Reads ahead: whoever else reads the same descriptor misses what this has taken.
package final class PlainLines: QuestionLine {
  private let input: Int32
  private let output: Int32?
  private let lineBytesMax: Int
  private var waiting: [UInt8] = []
  /// Where in `waiting` the next line begins.
  private var position = 0
  private var isFirstLine = true

  /// - Parameters:
  ///   - output: where prompts go; nothing when no person is asked.
  ///   - lineBytesMax: longer lines are skipped and answered as unreadable.
  package init(
    input: Int32 = STDIN_FILENO, output: Int32? = nil, lineBytesMax: Int = 65_536
  ) {
    self.input = input
    self.output = output
    self.lineBytesMax = lineBytesMax
  }

  package func ask(_ question: LineQuestion) -> TypedAnswer {
    show(question.prompt)
    let answer = next()
    return answer == .line("") ? .line(question.prefill.withoutControls) : answer
  }

  package func askSecret(prompt: String) -> TypedAnswer {
    if let output, isatty(input) == 1 {
      return SecretLine.read(prompt: prompt, input: input, output: output)
    }
    return next()
  }

  /// The prefill is the answer where the first line already ends the text.
  package func askLongText(_ question: LineQuestion) -> TypedAnswer {
    show(question.prompt + "\n")
    var text = LongText(prefill: "")
    while true {
      switch next() {
      case .line(let line) where text.add(typed: line):
        return .line(text.isEmpty ? question.prefill : text.text)
      case .line: continue
      case .endOfInput: return text.isEmpty ? .endOfInput : .line(text.text)
      case .interrupted: return .interrupted
      case .unreadable: return .unreadable
      }
    }
  }

  /// The next line without its end, `\n` or `\r\n`.
  package func next() -> TypedAnswer {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if position == waiting.count {
        let count = refill()
        if count < 0 { return .unreadable }
        if count == 0 { return line.isEmpty ? .endOfInput : answer(line, isTooLong) }
      }
      let byte = waiting[position]
      position += 1
      if byte == 0x0A { return answer(line, isTooLong) }
      if line.count < lineBytesMax { line.append(byte) } else { isTooLong = true }
    }
  }

  private func answer(_ line: [UInt8], _ isTooLong: Bool) -> TypedAnswer {
    var bytes = line[...]
    if bytes.last == 0x0D { bytes.removeLast() }
    // A byte order mark, as Windows editors write it, is no part of the text.
    if isFirstLine, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    isFirstLine = false
    guard !isTooLong, let text = String(validating: bytes, as: UTF8.self) else {
      return .unreadable
    }
    return .line(text.withoutControls)
  }

  /// - Returns: the bytes read; 0 at the end of input, negative when reading failed.
  private func refill() -> Int {
    waiting = Array(repeating: 0, count: 4096)
    position = 0
    var count = read(input, &waiting, waiting.count)
    while count < 0, errno == EINTR { count = read(input, &waiting, waiting.count) }
    waiting.removeLast(waiting.count - max(0, count))
    return count
  }

  private func show(_ prompt: String) {
    if let output { TerminalOutput.write(prompt, to: output) }
  }
}
