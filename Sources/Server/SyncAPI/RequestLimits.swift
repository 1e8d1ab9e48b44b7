import HTTPTypes
package import Hummingbird
import NIOCore
import Synchronization
import VisitModel
import WireFormat

/// How much, and how slowly, a stranger may send.
package struct RequestLimits: Sendable {
  /// Of the body as it comes, and again after inflating.
  package var bytesMax: Int
  /// A body that brings less than this in a window is cut off.
  package var bytesPerWindowMin: Int
  package var window: Duration

  package init(bytesMax: Int, bytesPerWindowMin: Int, window: Duration) {
    self.bytesMax = bytesMax
    self.bytesPerWindowMin = bytesPerWindowMin
    self.window = window
  }

  /// 1 KiB/s over 10 s: a poor village line passes, a dripping attacker does not.
  package static let standard = RequestLimits(
    bytesMax: Bounds.requestBytesMax, bytesPerWindowMin: 10_240, window: .seconds(10))

  /// The whole body, inflated if it came compressed.
  /// - Throws: `BodyRefusal`.
  package func body(of request: Request) async throws -> [UInt8] {
    let raw = try await read(request.body)
    guard let encoding = request.headers[.contentEncoding], encoding != "identity" else {
      return raw
    }
    guard encoding == "gzip" else { throw BodyRefusal.unknownEncoding }
    do { return try Gzip.decompress(raw, limit: bytesMax) } catch {
      throw error == .tooLarge(limit: bytesMax) ? BodyRefusal.tooLarge : BodyRefusal.notGzip
    }
  }

  private func read(_ body: RequestBody) async throws -> [UInt8] {
    let received = ReceivedBytes()
    return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        for try await chunk in body {
          bytes.append(contentsOf: chunk.readableBytesView)
          guard bytes.count <= bytesMax else { throw BodyRefusal.tooLarge }
          let count = bytes.count
          received.count.withLock { $0 = count }
        }
        return bytes
      }
      group.addTask {
        var before = 0
        while true {
          try await Task.sleep(for: window)
          let now = received.count.withLock { $0 }
          guard now - before >= bytesPerWindowMin else { throw BodyRefusal.tooSlow }
          before = now
        }
      }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      return []
    }
  }
}

/// How far a body has come; shared by the task that reads it and the one that watches.
private final class ReceivedBytes: Sendable {
  let count = Mutex(0)
}

package enum BodyRefusal: Error, Hashable, Sendable {
  case tooLarge, tooSlow, unknownEncoding, notGzip

  var response: Response {
    switch self {
    case .tooLarge: plain(.contentTooLarge, "too-large")
    case .tooSlow: plain(.requestTimeout, "too-slow")
    case .unknownEncoding: plain(.unsupportedMediaType, "unknown-encoding")
    case .notGzip: plain(.badRequest, "not-gzip")
    }
  }
}
