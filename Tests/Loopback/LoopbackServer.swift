import Foundation
import Glibc
import Synchronization

/// A server of one test's own on this machine: it answers the requests it gets, in turn, with the
/// answers of a script and notes what it was sent. Nothing sleeps: every wait is for a byte, a
/// connection or the end of the test.
package final class LoopbackServer: Sendable {
  package let port: UInt16
  package var url: String { "http://127.0.0.1:\(port)" }
  package var requests: [SeenRequest] { seen.withLock { $0 } }

  private let listener: Int32
  /// Closing `stop` wakes whoever waits on `stopped`.
  private let stopped: Int32
  private let stop: Int32
  private let seen = Mutex<[SeenRequest]>([])
  private let finished = DispatchSemaphore(value: 0)

  package enum Failure: Error { case noSocket(errno: Int32) }

  /// Serves while `work` runs; the thread and its sockets are gone when this returns.
  package static func answering<Result>(
    _ script: [ScriptedAnswer], _ work: (LoopbackServer) throws -> Result
  ) throws -> Result {
    let server = try LoopbackServer()
    Thread.detachNewThread {
      server.serve(script)
      server.finished.signal()
    }
    defer {
      close(server.stop)
      server.finished.wait()
      close(server.listener)
      close(server.stopped)
    }
    return try work(server)
  }

  private init() throws {
    let (listener, port) = try Self.listen()
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure.noSocket(errno: errno) }
    (self.listener, self.port) = (listener, port)
    (stopped, stop) = (ends[0], ends[1])
  }

  /// A port that the system chose, on which nobody answers until someone accepts.
  package static func listen(backlog: Int32 = 8) throws -> (socket: Int32, port: UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutableBytes(of: &address) { bytes in
      guard let generic = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else {
        return false
      }
      return bind(listener, generic, length) == 0 && Glibc.listen(listener, backlog) == 0
        && getsockname(listener, generic, &length) == 0
    }
    guard isListening else { throw Failure.noSocket(errno: errno) }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  private func serve(_ script: [ScriptedAnswer]) {
    var answers = script[...]
    var connections = 0
    while wait(for: listener) {
      let connection = accept(listener, nil, nil)
      // Whoever knocked may have gone again; a thread that ended here would leave the next one without an answer.
      guard connection >= 0 else {
        if [EINTR, ECONNABORTED, EAGAIN].contains(errno) { continue }
        return
      }
      connections += 1
      talk(on: connection, connections, &answers)
      close(connection)
    }
  }

  private func talk(
    on connection: Int32, _ number: Int, _ answers: inout ArraySlice<ScriptedAnswer>
  ) {
    while let request = request(on: connection, number) {
      seen.withLock { $0.append(request) }
      guard let answer = answers.popFirst(), send(answer.bytes, on: connection) else { return }
      switch answer.ending {
      case .keep: continue
      case .close: return
      case .reset:
        var abort = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
          connection, SOL_SOCKET, SO_LINGER, &abort, socklen_t(MemoryLayout<linger>.size))
        return
      case .silence:
        _ = wait(for: connection)
        return
      case .drip:
        while !isReadable(connection, within: 50), send(Array("1\r\nx\r\n".utf8), on: connection) {}
        return
      }
    }
  }

  /// One whole request, or nothing when the client or the test is done. The greeting of TLS counts
  /// as a request, so that a server without TLS can answer it in plain text.
  private func request(on connection: Int32, _ number: Int) -> SeenRequest? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while wait(for: connection) {
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      bytes += chunk.prefix(count)
      if bytes.first == 0x16 { return SeenRequest(connection: number, head: "", body: bytes) }
      guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { continue }
      let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      let body = bytes[end.upperBound...]
      if body.count >= Self.length(in: head) {
        return SeenRequest(connection: number, head: head, body: Array(body))
      }
    }
    return nil
  }

  private static func length(in head: String) -> Int {
    let name = "content-length: "
    let line = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix(name) }
    return line.flatMap { Int($0.dropFirst(name.count)) } ?? 0
  }

  private func send(_ bytes: [UInt8], on connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Waits until the socket has something to say (its end included).
  /// - Returns: false when the test is over, or when a client that sits on an idle connection opens
  ///   another one.
  private func wait(for socket: Int32) -> Bool {
    let input = Int16(POLLIN)
    var states = [socket, stopped, listener].map { pollfd(fd: $0, events: input, revents: 0) }
    // A signal is no answer to the question.
    while poll(&states, 3, -1) < 0 { if errno != EINTR { return false } }
    return states[0].revents != 0
  }

  private func isReadable(_ connection: Int32, within milliseconds: Int32) -> Bool {
    let input = Int16(POLLIN)
    var states = [connection, stopped].map { pollfd(fd: $0, events: input, revents: 0) }
    return poll(&states, 2, milliseconds) != 0
  }
}
