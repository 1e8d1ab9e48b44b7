/// Collects an answer and stops at the limit.
final class AnswerSink {
  private(set) var bytes: [UInt8] = []
  private(set) var isFull = false
  /// The head came whole, and it says where the body ends: HTTP/1 without a length or chunks ends
  /// with the connection, so a lost end would look like an end.
  var isFramed: Bool { isHeadWhole && (saysLength || !isHTTP1) }
  private var isHeadWhole = false
  private var saysLength = false
  private var isHTTP1 = false
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// One line of a head, its end included; libcurl gives every head it meets, the last counts.
  func takeHead(_ line: UnsafeRawBufferPointer) {
    let text = line.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    if text.starts(with: "http/".utf8) {
      isHeadWhole = false
      saysLength = false
      isHTTP1 = text.starts(with: "http/1".utf8)
    } else if text == [0x0D, 0x0A] || text == [0x0A] {
      isHeadWhole = true
    } else if text.starts(with: "content-length:".utf8)
      || text.starts(with: "transfer-encoding:".utf8)
    {
      saysLength = true
    }
  }

  /// - Returns: how many bytes were taken; fewer than given make libcurl stop.
  func take(_ chunk: UnsafeRawBufferPointer) -> Int {
    guard bytes.count + chunk.count <= limit else {
      isFull = true
      return 0
    }
    bytes.append(contentsOf: chunk)
    return chunk.count
  }
}
