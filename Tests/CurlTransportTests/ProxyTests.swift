import CurlTransport
import FieldWork
import Glibc
import Loopback
import Testing

/// Each test runs in a process of its own, because a proxy is named by the environment.
@Suite struct ProxyTests {
  @Test("the proxy of the environment is used, and is asked for the office by its whole address")
  func proxy() async {
    await #expect(processExitsWith: .success) {
      try LoopbackServer.answering([.http(body: [1])]) { proxy in
        setenv("http_proxy", proxy.url, 1)
        unsetenv("no_proxy")
        unsetenv("NO_PROXY")
        let answer = try transport(to: "http://office.invalid").post()
        #expect(answer.body == [1])
        let asked = proxy.requests.first?.lines.first
        #expect(asked == "POST http://office.invalid/v1/sync HTTP/1.1")
      }
    }
  }

  @Test("this machine itself is never asked for through a proxy")
  func loopback() async {
    await #expect(processExitsWith: .success) {
      try LoopbackServer.answering([]) { proxy in
        setenv("http_proxy", proxy.url, 1)
        setenv("all_proxy", proxy.url, 1)
        try LoopbackServer.answering([.http(body: [1]), .http(body: [1])]) { server in
          for host in ["127.0.0.1", "localhost"] {
            let answer = try transport(to: "http://\(host):\(server.port)").post()
            #expect(answer.body == [1])
          }
        }
        #expect(proxy.requests.isEmpty)
      }
    }
  }

  @Test("hosts that the environment exempts are asked for directly", arguments: ["127.0.0.2", "*"])
  func exempted(hosts: String) async {
    await #expect(processExitsWith: .success) { [hosts] in
      // Another address of this machine, which is not one of those that are always exempt.
      let (socket, port) = try LoopbackServer.listen()
      close(socket)
      try LoopbackServer.answering([.http(body: [1])]) { proxy in
        setenv("http_proxy", proxy.url, 1)
        setenv("no_proxy", hosts, 1)
        let failure = #expect(throws: TransportFailure.self) {
          try transport(to: "http://127.0.0.2:\(port)").post()
        }
        guard case .unreachable? = failure else {
          Issue.record("\(failure as Any)")
          return
        }
        #expect(proxy.requests.isEmpty)
      }
    }
  }
}
