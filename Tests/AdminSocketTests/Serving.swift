import AdminSocket
import Foundation
import Glibc
import LocalMachine
import Synchronization

/// A server's end on a thread of its own, in a directory of its own.
final class Serving: Sendable {
  let directory: DataDirectory
  private let listener: AdminListener
  private let ended = DispatchSemaphore(value: 0)
  private let drops = Mutex<[AdminFault]>([])

  /// Why conversations ended early.
  var dropped: [AdminFault] { drops.withLock { $0 } }

  /// Serves while `work` runs; the thread and the directory are gone when this returns.
  static func during<Outcome>(
    under folders: String = "", _ run: @escaping @Sendable (AdminRequest, Doors) -> Printed,
    _ work: (Serving) throws -> Outcome
  ) throws -> Outcome {
    try inFolder(under: folders) { directory in
      let serving = try Serving(directory)
      Thread.detachNewThread {
        do throws(AdminFault) {
          try serving.listener.serve(run, dropped: { serving.note($0) })
        } catch { serving.note(error) }
        serving.ended.signal()
      }
      defer {
        serving.end()
        serving.listener.remove()
      }
      return try work(serving)
    }
  }

  /// Runs `work` with a data directory that is gone afterwards.
  static func inFolder<Outcome>(
    under folders: String = "", _ work: (DataDirectory) throws -> Outcome
  ) throws -> Outcome {
    let root = FileManager.default.temporaryDirectory
      .appending(path: "admin-\(UUID().uuidString)").path(percentEncoded: false)
    let directory = try DataDirectory(path: root + folders)
    defer {
      do { try FileManager.default.removeItem(atPath: root) } catch {
        FileHandle.standardError.write(Data("not removed: \(root): \(error)\n".utf8))
      }
    }
    return try work(directory)
  }

  private init(_ directory: DataDirectory) throws {
    self.directory = directory
    listener = try AdminListener(in: directory)
  }

  private func note(_ fault: AdminFault) { drops.withLock { $0.append(fault) } }

  func stop() { listener.stop() }

  /// Stops and waits until the thread has.
  func end() {
    listener.stop()
    ended.wait()
    // For whoever asks again.
    ended.signal()
  }

  var socket: String { directory.file(AdminListener.name) }

  func call() throws -> AdminClient? { try AdminClient(calling: directory) }
}

extension Doors {
  /// Of a person whose files these are, who answers `secret`, and who may be shown something.
  static func of(
    files: [String: [UInt8]] = [:], secret: String? = nil,
    writing: @escaping (String, [UInt8]) -> Void = { _, _ in },
    showing: @escaping (String) -> Void = { _ in }
  ) -> Doors {
    Doors(
      readFile: { path, limit in
        guard let bytes = files[path] else {
          throw FileFault(action: "open", path: path, code: ENOENT)
        }
        guard bytes.count <= limit else {
          throw FileFault(action: "read all of", path: path, code: EFBIG)
        }
        return bytes
      }, writeFile: { path, bytes in writing(path, bytes) }, readSecret: { _ in secret },
      absolutePath: { $0 }, show: showing)
  }
}
