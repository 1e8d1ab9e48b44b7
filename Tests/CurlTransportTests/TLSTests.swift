import CurlTransport
import FieldWork
import Loopback
import Testing

@Suite struct TLSTests {
  private let answer = ScriptedAnswer.http(body: Array("over TLS".utf8))

  @Test("a server that answers in plain text where TLS is expected is a fault of TLS")
  func plainText() throws {
    try LoopbackServer.answering([.http("400 Bad Request", type: "text/plain")]) { server in
      expectFaultOfTLS(transport(to: "https://127.0.0.1:\(server.port)"))
    }
  }

  @Test("a certificate of nobody's making is refused", .enabled(if: OpenSSLServer.isInstalled))
  func stranger() throws {
    try OpenSSLServer.saying(answer, certifiedFor: "IP:127.0.0.1") { server in
      expectFaultOfTLS(transport(to: "https://127.0.0.1:\(server.port)"))
    }
  }

  @Test(
    "a certificate vouched for by the file given at enrolment is accepted",
    .enabled(if: OpenSSLServer.isInstalled))
  func vouched() throws {
    try OpenSSLServer.saying(answer, certifiedFor: "IP:127.0.0.1") { server in
      let office = transport(
        to: "https://127.0.0.1:\(server.port)", authorities: server.certificate)
      let answer = try office.post()
      #expect(answer.body == Array("over TLS".utf8))
    }
  }

  @Test(
    "a certificate for another host is refused though its authority is trusted",
    .enabled(if: OpenSSLServer.isInstalled))
  func otherHost() throws {
    try OpenSSLServer.saying(answer, certifiedFor: "DNS:other.test") { server in
      expectFaultOfTLS(
        transport(to: "https://127.0.0.1:\(server.port)", authorities: server.certificate))
    }
  }

  @Test("a file of authorities that is missing is a fault of TLS, never a reason not to check")
  func missingAuthorities() throws {
    try LoopbackServer.answering([]) { server in
      expectFaultOfTLS(
        transport(to: "https://127.0.0.1:\(server.port)", authorities: "/nonexistent/ca.pem"))
    }
  }

  private func expectFaultOfTLS(
    _ office: CurlTransport, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let failure = #expect(throws: TransportFailure.self, sourceLocation: sourceLocation) {
      try office.post()
    }
    guard case .tls(let detail)? = failure else {
      Issue.record("\(failure as Any)", sourceLocation: sourceLocation)
      return
    }
    #expect(!detail.isEmpty, sourceLocation: sourceLocation)
    #expect(failure?.isWeather == true, sourceLocation: sourceLocation)
  }
}
