import Glibc

/// A line that nobody sees: from a terminal that does not show it, otherwise the next line of
/// standard input.
package enum SecretInput {
  /// Longer lines are nobody's password.
  package static let bytesMax = 4096
  private static let interruption: UInt8 = 0x03

  /// - Returns: the line without its end; nothing at the end of input, or when Ctrl-C was pressed.
  /// - Throws: `FileFault`, with `EMSGSIZE` for a longer line and `EILSEQ` for one that is no UTF-8.
  package static func line(prompt: String) throws -> String? {
    var former = termios()
    guard isatty(0) == 1, tcgetattr(0, &former) == 0 else { return try line(from: 0) }
    var silent = former
    // Ctrl-C ends the line instead of the program, which would leave the terminal silent. The line
    // feed is shown, so that what comes next begins a line.
    silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
    silent.c_lflag |= tcflag_t(ICANON | ECHONL)
    withUnsafeMutableBytes(of: &silent.c_cc) { $0[Int(VEOL)] = interruption }
    // What was typed ahead is kept.
    guard tcsetattr(0, TCSADRAIN, &silent) == 0 else { throw FileFault("silence", "/dev/tty") }
    defer { tcsetattr(0, TCSADRAIN, &former) }
    _ = StandardStream(2).write(Array((prompt + " ").utf8))
    return try line(from: 0)
  }

  /// Reads no further than the line's end: what follows belongs to whoever reads next.
  package static func line(from file: Int32) throws -> String? {
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = read(file, &byte, 1)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault("read", "-")
      }
      if count == 0, bytes.isEmpty { return nil }
      if count == 0 || byte == 0x0A { break }
      if byte == interruption { return nil }
      bytes.append(byte)
      guard bytes.count <= bytesMax else { throw FileFault("read a secret from", "-", EMSGSIZE) }
    }
    if bytes.last == 0x0D { bytes.removeLast() }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileFault("read a secret from", "-", EILSEQ)
    }
    return text
  }
}

/// Where this process stands.
package enum WorkingDirectory {
  /// - Throws: `FileFault` when the directory was removed.
  package static func path() throws -> String {
    guard let text = getcwd(nil, 0) else { throw FileFault("find", ".") }
    defer { free(text) }
    return String(cString: text)
  }
}
