import Glibc

/// Writing to a terminal without a buffer, so that questions and libedit's modes keep their order.
enum TerminalOutput {
  /// All of it, or as much as the terminal takes before it is gone.
  static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// 80 × 24 where the terminal does not say.
  static func size(of descriptor: Int32) -> LinePainter.Size {
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    return LinePainter.Size(
      columns: isKnown && size.ws_col > 1 ? Int(size.ws_col) : 80,
      rows: isKnown && size.ws_row > 0 ? Int(size.ws_row) : 24)
  }
}
