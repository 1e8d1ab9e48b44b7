import CurlTransport
import FieldWork
import Loopback
import Testing

@Suite struct AnswerTests {
  private let everyByte = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }

  @Test("bytes of every value go out and come back unchanged, zero bytes included")
  func roundTrip() throws {
    try LoopbackServer.answering([.http(body: everyByte.reversed())]) { server in
      let answer = try transport(to: server.url)
        .post("/v1/sync", body: everyByte, encoding: .identity)
      #expect(answer.body == everyByte.reversed())
      #expect(answer.sentBytes == 1000)
      #expect(answer.receivedBytes == 1000)
      #expect(server.requests.map(\.body) == [everyByte])
    }
  }

  @Test("the request says what it is and does not ask for leave to go on")
  func head() throws {
    try LoopbackServer.answering([.http(body: [1])]) { server in
      let body = [UInt8](repeating: 7, count: 2 * 1024 * 1024)
      _ = try transport(to: server.url).post("/v1/sync", body: body, encoding: .identity)
      let request = try #require(server.requests.first)
      #expect(request.body.count == body.count)
      #expect(request.lines.first == "POST /v1/sync HTTP/1.1")
      #expect(request.lines.contains("Content-Type: application/x-protobuf"))
      #expect(request.lines.contains("User-Agent: rounds/test"))
      #expect(request.lines.contains("Accept-Encoding: gzip"))
      let names = request.lines.map { $0.prefix { $0 != ":" }.lowercased() }
      #expect(!names.contains("expect"))
      #expect(!names.contains("content-encoding"))
    }
  }

  @Test("a body compressed by the caller is announced as such and sent as it is")
  func announcedEncoding() throws {
    let body = try gzip(everyByte)
    try LoopbackServer.answering([.http(body: [1]), .http(body: [1])]) { server in
      let office = transport(to: server.url)
      _ = try office.post("/v1/sync", body: body, encoding: .gzip)
      _ = try office.post("/v1/sync", body: everyByte, encoding: .identity)
      let announced = server.requests.map { $0.lines.contains("Content-Encoding: gzip") }
      #expect(announced == [true, false])
      #expect(server.requests.map(\.body) == [body, everyByte])
    }
  }

  @Test("a request without a body is sent with length 0 and waits for nothing")
  func emptyRequest() throws {
    try LoopbackServer.answering([.http(body: [1])]) { server in
      _ = try transport(to: server.url).post("/v1/sync", body: [], encoding: .identity)
      #expect(server.requests.first?.lines.contains("Content-Length: 0") == true)
    }
  }

  @Test("slashes at the end of the office's address do not double in the path")
  func slashes() throws {
    try LoopbackServer.answering([.http(body: [1])]) { server in
      _ = try transport(to: server.url + "//").post()
      #expect(server.requests.first?.lines.first == "POST /v1/sync HTTP/1.1")
    }
  }

  @Test("a compressed answer is handed over inflated, and counted as it was on the wire")
  func inflated() throws {
    let body = [UInt8](repeating: 0x41, count: 100_000)
    let packed = try gzip(body)
    let answer = try outcome(of: .http(headers: ["Content-Encoding: gzip"], body: packed)).get()
    #expect(answer.body == body)
    #expect(answer.receivedBytes == packed.count)
  }

  @Test("an answer in chunks is put together")
  func chunks() throws {
    let script = ScriptedAnswer.chunked(then: .keep).bytes + Array("2\r\nde\r\n0\r\n\r\n".utf8)
    let answer = try outcome(of: ScriptedAnswer(bytes: script, ending: .keep)).get()
    #expect(answer.body == Array("abcde".utf8))
  }

  @Test("an answer as large as the limit is taken, one byte more is too large", arguments: [0, 1])
  func limit(excess: Int) throws {
    var limits = CurlLimits.patient
    limits.answerBytesMax = 50_000
    let body = [UInt8](repeating: 1, count: 50_000 + excess)
    let result = try outcome(of: .http(body: body), limits: limits)
    if excess == 0 {
      #expect(try result.get().body == body)
    } else {
      #expect(result == .failure(.tooLarge(limit: 50_000)))
    }
  }

  @Test("a small answer that inflates to more than the limit is too large")
  func bomb() throws {
    let packed = try gzip([UInt8](repeating: 0, count: 64 * 1024 * 1024))
    try #require(packed.count < 100_000)
    let result = try outcome(of: .http(headers: ["Content-Encoding: gzip"], body: packed))
    #expect(result == .failure(.tooLarge(limit: CurlLimits.patient.answerBytesMax)))
  }
}
