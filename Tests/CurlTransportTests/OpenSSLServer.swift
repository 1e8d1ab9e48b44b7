import Foundation
import Glibc
import Loopback

/// `openssl s_server` as a process of one test's own, with a certificate made for that test; it
/// says one scripted answer to whoever connects.
final class OpenSSLServer {
  let port: UInt16
  /// The self-signed certificate, which is also the authority that vouches for it.
  let certificate: String

  private let process: Process
  private let folder: URL
  /// What the process reads is what its client is sent.
  private let input = Pipe()
  private let output = Pipe()

  static let program = "/usr/bin/openssl"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

  enum Failure: Error {
    case noCertificate(status: Int32)
    case noPort(output: String)
  }

  /// - Parameter name: whom the certificate is for, such as `IP:127.0.0.1` or `DNS:other.test`.
  static func saying<Result>(
    _ answer: ScriptedAnswer, certifiedFor name: String, _ work: (OpenSSLServer) throws -> Result
  ) throws -> Result {
    let server = try OpenSSLServer(certifiedFor: name)
    defer { server.end() }
    try server.input.fileHandleForWriting.write(contentsOf: Data(answer.bytes))
    return try work(server)
  }

  private init(certifiedFor name: String) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rounds-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let key = folder.appendingPathComponent("key.pem").path
    certificate = folder.appendingPathComponent("certificate.pem").path
    let request = Self.openssl([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "2", "-subj", "/CN=office", "-addext", "subjectAltName=\(name)",
      "-keyout", key, "-out", certificate,
    ])
    try request.run()
    request.waitUntilExit()
    guard request.terminationStatus == 0 else {
      throw Failure.noCertificate(status: request.terminationStatus)
    }
    process = Self.openssl([
      "s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key,
    ])
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    port = try Self.port(announcedOn: output.fileHandleForReading)
  }

  private static func openssl(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// The server prints `ACCEPT 127.0.0.1:PORT` as soon as it listens.
  private static func port(announcedOn output: FileHandle) throws -> UInt16 {
    var text = ""
    while true {
      let line = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .first { $0.hasPrefix("ACCEPT ") }
      if let port = line?.split(separator: ":").last.flatMap({ UInt16($0) }) { return port }
      let more = output.availableData
      guard !more.isEmpty else { throw Failure.noPort(output: text) }
      text += String(decoding: more, as: UTF8.self)
    }
  }

  /// The process inherited the test thread's signal mask, which may hold back a request to end.
  private func end() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }
}
