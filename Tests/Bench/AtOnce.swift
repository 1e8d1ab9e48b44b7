import Foundation
import Synchronization

/// Does each piece of work on a thread of its own.
/// - Returns: what each gave, in order, when all have ended.
func atOnce<Outcome: Sendable>(
  _ works: [@Sendable () throws -> Outcome]
) throws -> [Outcome] {
  let gathered = Gathered<Outcome>()
  for (index, work) in works.enumerated() {
    Thread.detachNewThread { gathered.put(Result { try work() }, at: index) }
  }
  return try gathered.take(works.count)
}

private final class Gathered<Outcome: Sendable>: Sendable {
  private let outcomes = Mutex<[Int: Result<Outcome, any Error>]>([:])
  private let arrivals = DispatchSemaphore(value: 0)

  func put(_ outcome: Result<Outcome, any Error>, at index: Int) {
    outcomes.withLock { $0[index] = outcome }
    arrivals.signal()
  }

  func take(_ count: Int) throws -> [Outcome] {
    for _ in 0..<count { arrivals.wait() }
    let all = outcomes.withLock { $0 }
    return try all.sorted { $0.key < $1.key }.map { try $0.value.get() }
  }
}
