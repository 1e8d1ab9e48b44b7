/// What a `LoopbackServer` says to one request, byte for byte, and what it does afterwards.
package struct ScriptedAnswer: Sendable {
  package enum Ending: Sendable {
    /// Waits for the next request on the same connection.
    case keep
    case close
    /// Ends the connection with RST, as a firewall or a crashed machine does.
    case reset
    /// Says nothing more until the client hangs up.
    case silence
    /// Sends one more byte, framed as a chunk, twenty times a second until the client hangs up.
    case drip
  }

  package let bytes: [UInt8]
  package let ending: Ending

  package init(bytes: [UInt8], ending: Ending) {
    self.bytes = bytes
    self.ending = ending
  }

  package static func raw(_ text: String, then ending: Ending = .close) -> ScriptedAnswer {
    ScriptedAnswer(bytes: Array(text.utf8), ending: ending)
  }

  /// - Parameter length: what the head claims; without it, what the body has.
  package static func http(
    _ status: String = "200 OK", type: String = "application/x-protobuf",
    headers: [String] = [], body: [UInt8] = [], length: Int? = nil, then ending: Ending = .keep
  ) -> ScriptedAnswer {
    let lines =
      ["HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(length ?? body.count)"]
      + headers + ["", ""]
    return ScriptedAnswer(
      bytes: Array(lines.joined(separator: "\r\n").utf8) + body, ending: ending)
  }

  /// An answer of unknown length whose beginning is sound.
  package static func chunked(then ending: Ending) -> ScriptedAnswer {
    .raw(
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
      then: ending)
  }
}

/// A request as it came over the wire.
package struct SeenRequest: Sendable {
  /// Counts from 1 in the order in which connections were made.
  package let connection: Int
  package let head: String
  package let body: [UInt8]

  package var lines: [String] { head.split(separator: "\r\n").map(String.init) }
}
