import Foundation
import Glibc
import Testing

@Suite("A server killed after it stored a push and before it could say so")
struct LostAnswerTests {
  @Test("gives the retry its first receipt, and the push has one effect")
  func killedBeforeAnswer() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    let recorded = try expectDone(laptop.record(ordinaryVisit()))
    let bundle = try recorded.json["bundle"] as? String ?? ""
    try company.serve()
    let swallower = try AnswerSwallower(upstream: company.port)
    try laptop.setURL("http://127.0.0.1:\(swallower.port)")
    // The first answer only carries a challenge if the last one went stale; either way the push has
    // been answered by the server when its bytes arrive here, and nobody passes them on.
    let first = try laptop.rounds("sync", "--lang", "en")
    swallower.end()
    #expect(first.status == 3, "\(first.talk)")
    company.stop(with: SIGKILL)
    let receipt = try company.receipt(of: bundle)
    #expect(!receipt.isEmpty, "the server had not stored the push")
    #expect(try laptop.pending() == 1)
    try company.serve()
    try laptop.setURL(company.url)
    let second = try expectDone(laptop.rounds("sync", "--json")).json
    #expect(second["alreadyKnown"] as? Int == 1)
    #expect(second["stored"] as? Int == 0)
    company.stop()
    #expect(try laptop.receipt(of: bundle) == receipt)
    #expect(try company.receipt(of: bundle) == receipt)
    let state = try expectDone(company.office("state", "--scope", "S1", "--json"))
    #expect(state.text.components(separatedBy: "{\"type\":15,").count - 1 == 1)
    #expect(state.output == (try expectDone(laptop.rounds("state", "--json"))).output)
  }
}

/// Passes requests on to a server and lets no byte of the answers back.
final class AnswerSwallower: Sendable {
  let port: Int
  private let listener: Int32
  private let finished = DispatchSemaphore(value: 0)

  /// - Parameter upstream: the server's port on this machine.
  init(upstream: Int) throws {
    let (listener, port) = try Self.listen()
    self.listener = listener
    self.port = port
    let finished = finished
    Thread.detachNewThread {
      Self.swallow(listener, upstream)
      finished.signal()
    }
  }

  /// Stops listening and waits for the thread to end.
  func end() {
    shutdown(listener, Int32(SHUT_RDWR))
    finished.wait()
    close(listener)
  }

  /// One connection after the other: request through, first bytes of the answer seen, both closed.
  private static func swallow(_ listener: Int32, _ upstream: Int) {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { return }
      let server = connected(to: upstream)
      var files = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      var isAnswered = false
      while !isAnswered, poll(&files, 2, -1) > 0 {
        if files[1].revents != 0 { isAnswered = true }
        if files[0].revents != 0, !pass(client, server) { break }
      }
      for file in [client, server] where file >= 0 { close(file) }
    }
  }

  private static func pass(_ from: Int32, _ to: Int32) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = recv(from, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    var sent = 0
    while sent < count {
      let more = chunk[sent..<count].withUnsafeBytes {
        send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard more > 0 else { return false }
      sent += more
    }
    return true
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    return address
  }

  private static func connected(to port: Int) -> Int32 {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = loopback(port)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(file, $0, size) }
    }
    return file
  }

  private static func listen() throws -> (Int32, Int) {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, size) == 0 && Glibc.listen(file, 8) == 0 && getsockname(file, $0, &size) == 0
      }
    }
    guard isListening else { throw Programs.Fault.notStarted("listen", errno: errno) }
    return (file, Int(UInt16(bigEndian: address.sin_port)))
  }
}

extension Company {
  /// The receipt the server keeps of a bundle, in hexadecimal; empty without one.
  func receipt(of bundle: String) throws -> String {
    try storedReceipt(folder.file("office/rounds.sqlite"), bundle, folder)
  }
}

extension TestLaptop {
  func receipt(of bundle: String) throws -> String {
    try storedReceipt(home + "/rounds.sqlite", bundle, folder)
  }
}

private func storedReceipt(_ file: String, _ bundle: String, _ folder: Folder) throws
  -> String
{
  let script = """
    import sqlite3, sys
    row = sqlite3.connect(sys.argv[1]).execute(
      "SELECT hex(receipt) FROM bundle WHERE hex(id) = ?", (sys.argv[2].upper(),)).fetchone()
    print(row[0] if row and row[0] else "")
    """
  let ended = try expectDone(
    Programs.run("/usr/bin/python3", ["-c", script, file, bundle], [:], in: folder))
  return ended.text.trimmingCharacters(in: .whitespacesAndNewlines)
}
