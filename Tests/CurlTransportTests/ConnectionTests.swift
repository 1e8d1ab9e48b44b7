import CurlTransport
import FieldWork
import Foundation
import Loopback
import Synchronization
import Testing

@Suite struct ConnectionTests {
  @Test("the pages of a sync share one connection")
  func kept() throws {
    let script = (1...3).map { ScriptedAnswer.http(body: [UInt8($0)]) }
    try LoopbackServer.answering(script) { server in
      let office = transport(to: server.url)
      for page in 1...3 {
        let answer = try office.post("page \(page)")
        #expect(answer.body == [UInt8(page)])
      }
      #expect(server.requests.map(\.connection) == [1, 1, 1])
    }
  }

  @Test("posts from many threads take turns on the one connection")
  func turns() throws {
    let script = (0..<16).map { _ in ScriptedAnswer.http(body: Array("answer".utf8)) }
    try LoopbackServer.answering(script) { server in
      let office = transport(to: server.url)
      let bodies = Mutex<[[UInt8]]>([])
      DispatchQueue.concurrentPerform(iterations: 16) { number in
        guard let answer = try? office.post("question \(number)") else { return }
        bodies.withLock { $0.append(answer.body) }
      }
      #expect(bodies.withLock { $0 } == Array(repeating: Array("answer".utf8), count: 16))
      #expect(Set(server.requests.map(\.body)).count == 16)
      #expect(Set(server.requests.map(\.connection)) == [1])
    }
  }

  @Test(
    "a connection that ended between two pages is replaced without a word",
    arguments: [ScriptedAnswer.Ending.close, .reset])
  func replaced(ending: ScriptedAnswer.Ending) throws {
    try LoopbackServer.answering([.http(body: [1], then: ending), .http(body: [2])]) { server in
      let office = transport(to: server.url)
      let answers = [try office.post(), try office.post()]
      #expect(answers.map(\.body) == [[1], [2]])
      #expect(server.requests.map(\.connection) == [1, 2])
    }
  }

  @Test("after a failure the same transport gets the next answer, with nothing of the failed one")
  func recovers() throws {
    let script: [ScriptedAnswer] = [
      .raw("", then: .reset), .http(body: [9, 9], length: 10, then: .close),
      .http(type: "text/html", body: [9]), .http(body: [1]),
    ]
    try LoopbackServer.answering(script) { server in
      let office = transport(to: server.url)
      #expect(throws: TransportFailure.truncated) { try office.post() }
      #expect(throws: TransportFailure.truncated) { try office.post() }
      #expect(throws: TransportFailure.notOurServer(detail: "200 text/html")) {
        try office.post()
      }
      let answer = try office.post()
      #expect(answer.body == [1])
    }
  }
}
