import Synchronization

/// Lets few through at once and keeps a short queue, because each password hash takes 128 MiB and a
/// third of a second: whoever comes when the queue is full is sent away at once.
package final class Turnstile: Sendable {
  package struct Full: Error {}

  private struct Queue {
    var inside = 0
    var waiting: [CheckedContinuation<Void, any Error>] = []
  }

  private enum Place { case inside, behind, none }

  private let queue = Mutex(Queue())
  private let insideMax: Int
  private let waitingMax: Int

  package init(inside: Int, waiting: Int) {
    insideMax = inside
    waitingMax = waiting
  }

  /// - Throws: `Full` without calling `body`, and whatever `body` throws.
  package func pass<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws
    -> Value
  {
    try await enter()
    defer { leave() }
    return try await body()
  }

  private func enter() async throws {
    try await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<Void, any Error>) in
      let place = queue.withLock { queue -> Place in
        if queue.inside < insideMax {
          queue.inside += 1
          return .inside
        }
        guard queue.waiting.count < waitingMax else { return .none }
        queue.waiting.append(continuation)
        return .behind
      }
      switch place {
      case .inside: continuation.resume()
      case .none: continuation.resume(throwing: Full())
      case .behind: break
      }
    }
  }

  /// Whoever leaves hands the place on, so that nobody overtakes the queue.
  private func leave() {
    let next = queue.withLock { queue -> CheckedContinuation<Void, any Error>? in
      if queue.waiting.isEmpty {
        queue.inside -= 1
        return nil
      }
      return queue.waiting.removeFirst()
    }
    next?.resume()
  }
}
