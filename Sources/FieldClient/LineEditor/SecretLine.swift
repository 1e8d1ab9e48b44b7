import FieldWork
import Glibc

/// Reads one line from a terminal that does not show it.
enum SecretLine {
  /// Ctrl-C is delivered as the end of a line instead of a signal, so that the terminal is never
  /// left silent; the kernel does the line editing (Backspace, Ctrl-U).
  static func read(prompt: String, input: Int32, output: Int32) -> TypedAnswer {
    var former = termios()
    guard tcgetattr(input, &former) == 0 else { return .unreadable }
    var silent = former
    silent.c_lflag &= ~tcflag_t(ECHO | ECHONL | ISIG)
    silent.c_lflag |= tcflag_t(ICANON)
    silent.c_iflag |= tcflag_t(ICRNL | IUTF8)
    withUnsafeMutableBytes(of: &silent.c_cc) { $0[Int(VEOL)] = interruption }
    // TCSADRAIN keeps what was typed ahead; TCSAFLUSH would throw it away.
    guard tcsetattr(input, TCSADRAIN, &silent) == 0 else { return .unreadable }
    TerminalOutput.write(prompt, to: output)
    let answer = line(input)
    tcsetattr(input, TCSADRAIN, &former)
    TerminalOutput.write("\n", to: output)
    return answer
  }

  private static let interruption: UInt8 = 0x03

  private static func line(_ input: Int32) -> TypedAnswer {
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = Glibc.read(input, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return bytes.isEmpty ? .endOfInput : answer(bytes) }
      switch byte {
      case interruption: return .interrupted
      case 0x0A: return answer(bytes)
      default: bytes.append(byte)
      }
    }
  }

  private static func answer(_ bytes: [UInt8]) -> TypedAnswer {
    guard let text = String(validating: bytes, as: UTF8.self) else { return .unreadable }
    return .line(text.withoutControls)
  }
}
