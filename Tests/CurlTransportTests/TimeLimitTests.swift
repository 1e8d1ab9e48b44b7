import CurlTransport
import FieldWork
import Glibc
import Loopback
import Testing

@Suite struct TimeLimitTests {
  @Test(
    "an exchange that hardly moves is given up after the time allowed for that",
    arguments: [
      ScriptedAnswer.chunked(then: .drip), .chunked(then: .silence), .raw("", then: .silence),
    ])
  func slow(answer: ScriptedAnswer) throws {
    let limits = CurlLimits(
      connectSeconds: 10, slowBytesPerSecond: 1024, slowSeconds: 1, totalSeconds: 30)
    let failure = try failure(of: answer, limits)
    guard case .timedOut(let seconds)? = failure else {
      Issue.record("\(failure as Any)")
      return
    }
    // libcurl looks once a second.
    #expect((1...5).contains(seconds))
    #expect(failure?.isWeather == true)
  }

  @Test("an exchange that moves for ever is given up after the whole time, which is named")
  func endless() throws {
    let limits = CurlLimits(
      connectSeconds: 10, slowBytesPerSecond: 1, slowSeconds: 20, totalSeconds: 1)
    #expect(try failure(of: .chunked(then: .drip), limits) == .timedOut(seconds: 1))
  }

  @Test("a host that swallows every knock is given up after the time to connect, which is named")
  func swallowed() throws {
    // A queue for one connection that nobody takes out of it: Linux drops what comes after.
    let (listener, port) = try LoopbackServer.listen(backlog: 0)
    let waiting = (0..<4).map { _ in knock(on: port) }
    defer { for socket in waiting + [listener] { close(socket) } }
    let limits = CurlLimits(
      connectSeconds: 1, slowBytesPerSecond: 1, slowSeconds: 20, totalSeconds: 30)
    #expect(throws: TransportFailure.timedOut(seconds: 1)) {
      try transport(to: "http://127.0.0.1:\(port)", limits: limits).post()
    }
  }

  private func failure(
    of answer: ScriptedAnswer, _ limits: CurlLimits
  ) throws -> TransportFailure? {
    let result = try outcome(of: answer, limits: limits)
    return #expect(throws: TransportFailure.self) { try result.get() }
  }

  /// Begins a connection and does not wait for it.
  private func knock(on port: UInt16) -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
    let client = socket(AF_INET, kind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    withUnsafeBytes(of: &address) { bytes in
      guard let generic = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else { return }
      _ = connect(client, generic, socklen_t(bytes.count))
    }
    return client
  }
}
