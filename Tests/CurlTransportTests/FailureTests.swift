import CurlTransport
import FieldWork
import Glibc
import Loopback
import Testing

@Suite struct FailureTests {
  struct Met: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answer: ScriptedAnswer
    let failure: TransportFailure
    let isWeather: Bool
  }

  private static let html = Array("<html>log in</html>".utf8)

  @Test(
    "whatever is not an office's whole answer is a failure that says what was met",
    arguments: [
      Met(
        testDescription: "captive portal: 200 with a page",
        answer: .http(type: "text/html; charset=utf-8", body: html),
        failure: .notOurServer(detail: "200 text/html; charset=utf-8"), isWeather: true),
      Met(
        testDescription: "captive portal: 200 without a content type",
        answer: .raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"),
        failure: .notOurServer(detail: "200 -"), isWeather: true),
      Met(
        testDescription: "302 to a login page, even with our type",
        answer: .http("302 Found", headers: ["Location: http://127.0.0.1:9/login"]),
        failure: .notOurServer(detail: "302 application/x-protobuf"), isWeather: true),
      Met(
        testDescription: "204 with our type",
        answer: .raw("HTTP/1.1 204 No\r\nContent-Type: application/x-protobuf\r\n\r\n"),
        failure: .notOurServer(detail: "204 application/x-protobuf"), isWeather: true),
      Met(
        testDescription: "404 with a page",
        answer: .http("404 Not Found", type: "text/html", body: html),
        failure: .notOurServer(detail: "404 text/html"), isWeather: true),
      Met(
        testDescription: "500 with our type", answer: .http("500 Fault", body: [1]),
        failure: .serverFault(status: 500), isWeather: true),
      Met(
        testDescription: "502 with a page",
        answer: .http("502 Bad Gateway", type: "text/html", body: html),
        failure: .serverFault(status: 502), isWeather: true),
      Met(
        testDescription: "something that does not speak HTTP",
        answer: .raw("SSH-2.0-OpenSSH_9.2p1\r\n"),
        failure: .notOurServer(detail: "SSH"), isWeather: true),
      Met(
        testDescription: "403 with the office's word",
        answer: .http("403 No", type: "text/plain; charset=utf-8", body: Array("revoked\n".utf8)),
        failure: .refused(status: 403, reason: "revoked"), isWeather: false),
      Met(
        testDescription: "413 without a word", answer: .http("413 Large", type: "text/plain"),
        failure: .refused(status: 413, reason: nil), isWeather: false),
      Met(
        testDescription: "408 with the office's word",
        answer: .http("408 Slow", type: "text/plain", body: Array("too-slow\n".utf8)),
        failure: .tooSlow, isWeather: true),
      Met(
        testDescription: "408 with a proxy's page",
        answer: .http("408 Request Time-out", type: "text/html", body: html), failure: .tooSlow,
        isWeather: true),
      Met(
        testDescription: "429 with a word",
        answer: .http("429 Many", type: "text/plain", headers: ["Retry-After: 60"]),
        failure: .serverFault(status: 429), isWeather: true),
      Met(
        testDescription: "503 with a time to try again",
        answer: .http("503 Busy", type: "text/html", headers: ["Retry-After: 60"], body: html),
        failure: .serverFault(status: 503), isWeather: true),
      Met(
        testDescription: "body shorter than announced",
        answer: .http(body: [1, 2, 3], length: 10, then: .close),
        failure: .truncated, isWeather: true),
      Met(
        testDescription: "chunks without an end", answer: .chunked(then: .close),
        failure: .truncated, isWeather: true),
      Met(
        testDescription: "reset in the middle of the body",
        answer: .http(body: [1, 2, 3], length: 10, then: .reset),
        failure: .truncated, isWeather: true),
      Met(
        testDescription: "closed without a word", answer: .raw(""), failure: .truncated,
        isWeather: true),
      Met(
        testDescription: "reset without a word", answer: .raw("", then: .reset),
        failure: .truncated, isWeather: true),
      Met(
        testDescription: "a body that claims to be compressed and is not",
        answer: .http(headers: ["Content-Encoding: gzip"], body: html),
        failure: .truncated, isWeather: true),
    ])
  func met(_ met: Met) throws {
    let result = try outcome(of: met.answer)
    #expect(throws: met.failure.loosely) { try result.mapError(\.loosely).get() }
    #expect(met.failure.isWeather == met.isWeather)
  }

  @Test("a compressed answer that lost its end is truncated")
  func cutCompression() throws {
    let packed = try gzip((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31) })
    let answer = ScriptedAnswer.http(
      headers: ["Content-Encoding: gzip"], body: packed.dropLast(100), length: packed.count,
      then: .close)
    #expect(try outcome(of: answer) == .failure(.truncated))
  }

  @Test("an answer cut after any of its bytes is never an answer, and never more than weather")
  func everyCut() throws {
    let whole = ScriptedAnswer.http(body: Array("abc".utf8))
    let cuts = whole.bytes.indices.map {
      ScriptedAnswer(bytes: Array(whole.bytes[..<$0]), ending: .close)
    }
    try LoopbackServer.answering(cuts) { server in
      for cut in cuts {
        let office = transport(to: server.url)
        let failure = #expect(throws: TransportFailure.self, "cut after \(cut.bytes.count)") {
          try office.post()
        }
        #expect(failure?.isWeather != false, "cut after \(cut.bytes.count): \(failure as Any)")
      }
    }
  }

  @Test("a fault of the server stays one though its page is larger than any answer may be")
  func largePage() throws {
    var limits = CurlLimits.patient
    limits.answerBytesMax = 1000
    let page = [UInt8](repeating: 0x20, count: 5000)
    let result = try outcome(
      of: .http("502 Bad Gateway", type: "text/html", body: page), limits: limits)
    #expect(result == .failure(.serverFault(status: 502)))
  }

  @Test("of a long, dirty text only the printable beginning reaches a message")
  func cleaned() throws {
    let dirty = "\u{1B}[2Jbad\u{07}\u{00}\u{7F}" + String(repeating: "x", count: 5000)
    let refused = try outcome(of: .http("400 Bad", type: "text/plain", body: Array(dirty.utf8)))
    guard case .failure(.refused(400, let reason?)) = refused else {
      Issue.record("\(refused)")
      return
    }
    #expect(reason.hasPrefix("[2Jbadxxx"))
    #expect(reason.utf8.count <= 200)
    let portal = try outcome(of: .http(type: "text/\u{1B}[31m" + dirty.dropFirst(9)))
    guard case .failure(.notOurServer(let detail)) = portal else {
      Issue.record("\(portal)")
      return
    }
    #expect(detail.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    #expect(detail.utf8.count <= 204)
  }

  @Test("where nobody listens the office is unreachable, and at once")
  func absent() throws {
    let (socket, port) = try LoopbackServer.listen()
    close(socket)
    var elapsed: Duration = .zero
    let failure = #expect(throws: TransportFailure.self) {
      let office = transport(to: "http://127.0.0.1:\(port)")
      let clock = ContinuousClock()
      let start = clock.now
      defer { elapsed = clock.now - start }
      return try office.post()
    }
    guard case .unreachable(let host, let detail)? = failure else {
      Issue.record("\(failure as Any)")
      return
    }
    #expect(host.contains("127.0.0.1:\(port)"))
    #expect(!detail.isEmpty)
    #expect(failure?.isWeather == true)
    #expect(elapsed < .seconds(5))
  }

  @Test(
    "an address that is not one of the web is refused before anything is sent",
    arguments: [
      "", "office.example", "127.0.0.1:80", "ftp://127.0.0.1", "file:///etc/passwd",
      "gopher://127.0.0.1", "http://", "https://", "http://127.0.0.1:99999", "http://[::1",
      "http://127.0.0.1 /x", "http://127.0.0.1\r\nX-Added: 1",
    ])
  func address(url: String) throws {
    let failure = #expect(throws: TransportFailure.self) { try transport(to: url).post() }
    guard case .badAddress? = failure else {
      Issue.record("\(failure as Any)")
      return
    }
    #expect(failure?.isWeather == false)
  }
}

extension TransportFailure {
  /// Without the words of libcurl, which differ from version to version; ours begin with a status.
  fileprivate var loosely: TransportFailure {
    guard case .notOurServer(let detail) = self, let first = detail.utf8.first else { return self }
    return (0x30...0x39).contains(first) ? self : .notOurServer(detail: "words")
  }
}
