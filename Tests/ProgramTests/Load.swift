import Foundation
import Glibc
import Synchronization

/// Laptops that record visits and sync, each in a thread of its own, until they are told to stop.
final class Load: Sendable {
  private let laptops: [TestLaptop]
  private let isOver = Mutex(false)
  private let troubles = Mutex<[String]>([])
  private let ended = DispatchSemaphore(value: 0)

  init(_ laptops: [TestLaptop]) { self.laptops = laptops }

  func start() {
    for laptop in laptops {
      Thread.detachNewThread { [self] in
        do { try work(laptop) } catch {
          troubles.withLock { $0.append("\(laptop.name): \(error)") }
        }
        ended.signal()
      }
    }
  }

  private func work(_ laptop: TestLaptop) throws {
    var number = 0
    while !isOver.withLock({ $0 }) {
      try expectDone(laptop.record(ordinaryVisit("1-\(number / 4 % 3 + 1)0\(number % 4 + 1)")))
      try expectDone(laptop.rounds("sync"))
      number += 1
    }
  }

  /// Returns when all have stopped.
  /// - Returns: what went wrong.
  func end() -> [String] {
    isOver.withLock { $0 = true }
    for _ in laptops { ended.wait() }
    return troubles.withLock { $0 }
  }
}
