import Foundation
import Glibc
import Testing

/// Runs `body` with an empty folder that is gone afterwards.
func withFolder<Outcome>(_ body: (String) throws -> Outcome) throws -> Outcome {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("ports-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer {
    do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
  }
  return try body(folder)
}

/// Permission bits of a file or directory.
func mode(of path: String) throws -> mode_t {
  var facts = stat()
  try #require(stat(path, &facts) == 0, "\(path) is there")
  return facts.st_mode & 0o7777
}

func setMode(_ mode: mode_t, of path: String) throws {
  try #require(chmod(path, mode) == 0, "the mode of \(path) can be set")
}

/// Names in a folder, in order.
func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

func bytes(of path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(filePath: path)))
}

func put(_ bytes: [UInt8], at path: String) throws {
  try Data(bytes).write(to: URL(filePath: path))
}

/// Runs work that waits on a thread of its own, so that it never keeps from others the thread that
/// they must have to go on.
func onThread<Outcome: Sendable>(
  _ work: @escaping @Sendable () throws -> Outcome
) async throws -> Outcome {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
  }
}

/// Files that no port may confuse with each other.
enum Contents {
  static let all: [[UInt8]] = [
    [], [0], Array("線\r\n".utf8), Array(0...255), Array(repeating: 0xA5, count: 100_000),
  ]
}
