import Glibc

/// One end of a conversation. It belongs to one thread at a time.
final class AdminConnection {
  /// How long an end waits for the other.
  struct Patience {
    /// Milliseconds without a byte either way; negative for no limit.
    let silenceMs: Int32
    /// Readable once whoever owns this end is to stop.
    let stop: Int32?

    /// Enough for a conversation that was under way when the server was told to stop.
    static let afterStopMs: Int32 = 10_000
    static let endless = Patience(silenceMs: -1, stop: nil)
  }

  private static let pieceBytes = 256 * 1024

  let file: Int32
  private let patience: Patience
  private var frames = FrameDecoder()
  /// The rest of a message that was offered and only half taken.
  private var unsent: [UInt8] = []

  /// - Parameter file: closed with this end.
  init(owning file: Int32, _ patience: Patience) {
    self.file = file
    self.patience = patience
  }

  deinit { close(file) }

  func send(_ message: AdminMessage) throws(AdminFault) {
    try write(try encoded(.message, message.json))
  }

  /// Sends a message if it is taken at once, and leaves it otherwise: progress that is not shown harms
  /// nobody, and one too long for a frame is none.
  func offer(_ message: AdminMessage) {
    guard unsent.isEmpty, let frame = try? Frame(.message, message.json) else { return }
    let bytes = frame.encoded
    let count = sendNow(bytes[...])
    // A broken line shows at the next message that is needed.
    if count > 0 { unsent = Array(bytes.dropFirst(count)) }
  }

  func send(bytes: [UInt8]) throws(AdminFault) {
    var rest = bytes[...]
    repeat {
      let piece = Array(rest.prefix(Self.pieceBytes))
      rest = rest.dropFirst(piece.count)
      try write(try encoded(rest.isEmpty ? .last : .piece, piece))
    } while !rest.isEmpty
  }

  func receive() throws(AdminFault) -> AdminMessage {
    let frame = try nextFrame()
    guard frame.kind == .message else { throw .garbled("bytes without a message") }
    return try AdminMessage(json: frame.bytes)
  }

  /// - Throws: `AdminFault.garbled` for more than `limit` bytes.
  func receiveBytes(limit: Int) throws(AdminFault) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let frame = try nextFrame()
      guard frame.kind == .last || frame.kind == .piece && !frame.bytes.isEmpty else {
        throw .garbled("a message among bytes")
      }
      guard frame.bytes.count <= limit - bytes.count else {
        throw .garbled("more than \(limit) bytes")
      }
      bytes.append(contentsOf: frame.bytes)
      if frame.kind == .last { return bytes }
    }
  }

  /// Takes what has come, without waiting.
  /// - Returns: the first message once all of it is there.
  func arrivedRequest() throws(AdminFault) -> AdminRequest? {
    guard try takeIn() else { throw .gone }
    guard let frame = try arrivedFrame() else { return nil }
    guard frame.kind == .message, case .request(let request) = try AdminMessage(json: frame.bytes)
    else { throw .garbled("no request") }
    return request
  }

  func isReadable(withinMs limit: Int32) -> Bool {
    var state = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, limit) != 0
  }

  private func encoded(_ kind: Frame.Kind, _ bytes: [UInt8]) throws(AdminFault) -> [UInt8] {
    do { return try Frame(kind, bytes).encoded } catch { throw AdminFault.garbled("\(error)") }
  }

  private func arrivedFrame() throws(AdminFault) -> Frame? {
    do { return try frames.next() } catch { throw AdminFault.garbled("\(error)") }
  }

  private func nextFrame() throws(AdminFault) -> Frame {
    while true {
      if let frame = try arrivedFrame() { return frame }
      try wait(for: Int16(POLLIN))
      guard try takeIn() else { throw .gone }
    }
  }

  /// - Returns: false at the end.
  private func takeIn() throws(AdminFault) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = recv(file, &chunk, chunk.count, Int32(MSG_DONTWAIT))
    let code = errno
    guard count < 0 else {
      frames.append(chunk.prefix(count))
      return count > 0
    }
    switch code {
    case EINTR, EAGAIN: return true
    case ECONNRESET, EPIPE: return false
    default: throw .system(action: "receive", code: code)
    }
  }

  private func write(_ bytes: [UInt8]) throws(AdminFault) {
    let whole = unsent + bytes
    unsent = []
    var rest = whole[...]
    while !rest.isEmpty {
      let count = sendNow(rest)
      let code = errno
      guard count < 0 else {
        rest = rest.dropFirst(count)
        continue
      }
      switch code {
      case EINTR: continue
      case EAGAIN: try wait(for: Int16(POLLOUT))
      case ECONNRESET, EPIPE: throw .gone
      default: throw .system(action: "send", code: code)
      }
    }
  }

  private func sendNow(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes {
      Glibc.send(file, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
    }
  }

  /// Returns when the other end has sent something or takes something, or has gone.
  private func wait(for events: Int16) throws(AdminFault) {
    var stop = patience.stop ?? -1
    var limit = patience.silenceMs
    while true {
      var states = [
        pollfd(fd: file, events: events, revents: 0),
        pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&states, 2, limit)
      let code = errno
      if count < 0 {
        if code == EINTR { continue }
        throw .system(action: "wait", code: code)
      }
      if count == 0 { throw .silent }
      if states[0].revents != 0 { return }
      // To be stopped: what is under way is finished, by an end that does not dawdle.
      stop = -1
      limit = Patience.afterStopMs
    }
  }
}
