import Glibc

/// One HTTP/1.1 connection to this machine that sends prepared bytes and reads whole answers: as
/// little work on this side as there can be, because both ends share two cores.
final class LoopbackConnection {
  private let socket: Int32
  private let port: Int

  init(port: Int) throws {
    self.port = port
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let file = socket
    let code = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(file, $0, size) }
    }
    guard code == 0 else { throw BenchFault.connection("connect to \(port)", errno: errno) }
  }

  deinit { close(socket) }

  struct Answer: Sendable {
    let status: Int
    /// Lower case.
    let head: String
    let body: [UInt8]
  }

  /// A request for `exchange`, whole.
  static func post(_ path: String, port: Int, gzip body: [UInt8]) -> [UInt8] {
    request(
      "POST", path, port: port,
      [
        "Content-Type: application/x-protobuf", "Content-Encoding: gzip", "Accept-Encoding: gzip",
        "Content-Length: \(body.count)",
      ]) + body
  }

  static func get(_ path: String, port: Int, _ headers: [String] = []) -> [UInt8] {
    request("GET", path, port: port, headers)
  }

  private static func request(
    _ method: String, _ path: String, port: Int, _ headers: [String]
  ) -> [UInt8] {
    let lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)"] + headers + ["", ""]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  /// Sends a request and waits for its whole answer.
  /// - Throws: `BenchFault` for an answer without a length, or one that breaks off.
  func exchange(_ request: [UInt8]) throws -> Answer {
    try send(request)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 262_144)
    var head: (text: String, end: Int, length: Int)?
    while true {
      if let head, bytes.count >= head.end + head.length {
        let status = head.text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return Answer(
          status: status ?? 0, head: head.text,
          body: Array(bytes[head.end..<head.end + head.length]))
      }
      let count = recv(socket, &chunk, chunk.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw BenchFault.connection("answer broke off", errno: errno) }
      bytes += chunk.prefix(count)
      if head == nil { head = try Self.head(of: bytes) }
    }
  }

  /// - Returns: nothing while the empty line after the head has not come.
  private static func head(of bytes: [UInt8]) throws -> (text: String, end: Int, length: Int)? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let text = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).lowercased()
    let name = "content-length: "
    let line = text.split(separator: "\r\n").first { $0.hasPrefix(name) }
    guard let length = line.flatMap({ Int($0.dropFirst(name.count)) }) else {
      throw BenchFault.answer("no length: \(text)")
    }
    return (text, end.upperBound, length)
  }

  private func send(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw BenchFault.connection("send", errno: errno) }
      sent += count
    }
  }
}
