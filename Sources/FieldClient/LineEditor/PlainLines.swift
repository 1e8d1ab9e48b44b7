package import FieldWork
import Glibc

/// Answers from a pipe or a file, one line each; nothing is shown and nothing can be edited.
///
/// Reads ahead: whoever else reads the same descriptor misses what this has taken.
package final class PlainLines: QuestionLine {
  private let input: Int32
  private let lineBytesMax: Int
  private var waiting: [UInt8] = []
  /// Where in `waiting` the next line begins.
  private var position = 0
  private var isAtEnd = false
  private var isFirstLine = true

  /// - Parameter lineBytesMax: longer lines are skipped and answered as unreadable.
  package init(input: Int32 = STDIN_FILENO, lineBytesMax: Int = 65_536) {
    self.input = input
    self.lineBytesMax = lineBytesMax
  }

  package func ask(_ question: LineQuestion) -> TypedAnswer {
    let answer = next()
    return answer == .line("") ? .line(question.prefill.withoutControls) : answer
  }

  package func askSecret(prompt: String) -> TypedAnswer { next() }

  package func askLongText(_ question: LineQuestion) -> TypedAnswer {
    var text = LongText(prefill: "")
    while true {
      switch next() {
      case .line(let line):
        if text.add(typed: line) {
          return .line(text.isEmpty ? question.prefill : text.text)
        }
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
    while let byte = nextByte() {
      if byte == 0x0A { return answer(line, isTooLong) }
      if line.count < lineBytesMax { line.append(byte) } else { isTooLong = true }
    }
    return line.isEmpty ? (failed ? .unreadable : .endOfInput) : answer(line, isTooLong)
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

  private var failed = false

  private func nextByte() -> UInt8? {
    if position == waiting.count {
      guard !isAtEnd else {
        failed = false
        return nil
      }
      refill()
      guard position < waiting.count else { return nil }
    }
    defer { position += 1 }
    return waiting[position]
  }

  private func refill() {
    waiting = Array(repeating: 0, count: 4096)
    position = 0
    var count = read(input, &waiting, waiting.count)
    while count < 0, errno == EINTR { count = read(input, &waiting, waiting.count) }
    isAtEnd = count <= 0
    failed = count < 0
    waiting.removeLast(waiting.count - max(0, count))
  }
}
