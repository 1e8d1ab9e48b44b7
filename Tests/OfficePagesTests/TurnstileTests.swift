import OfficePages
import Synchronization
import Testing

@Suite("The turnstile before the password hashes")
struct TurnstileTests {
  @Test("sends away whoever finds place and queue full, and lets the next in afterwards")
  func full() async throws {
    let turnstile = Turnstile(inside: 1, waiting: 0)
    try await turnstile.pass { () async throws -> Void in
      await #expect(throws: Turnstile.Full.self) { try await turnstile.pass {} }
    }
    #expect(try await turnstile.pass { 7 } == 7)
  }

  @Test("gives the place free when the work fails")
  func failure() async throws {
    struct Trouble: Error {}
    let turnstile = Turnstile(inside: 1, waiting: 0)
    await #expect(throws: Trouble.self) { try await turnstile.pass { throw Trouble() } }
    try await turnstile.pass {}
  }

  @Test("never lets more than two in at once, and everybody in the queue in the end")
  func two() async throws {
    let turnstile = Turnstile(inside: 2, waiting: 100)
    let counts = Counts()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<100 {
        group.addTask {
          try await turnstile.pass {
            counts.enter()
            for _ in 0..<20 { await Task.yield() }
            counts.leave()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(counts.most <= 2)
    #expect(counts.done == 100)
  }
}

private final class Counts: Sendable {
  private struct Numbers {
    var inside = 0
    var most = 0
    var done = 0
  }

  private let numbers = Mutex(Numbers())

  var most: Int { numbers.withLock { $0.most } }
  var done: Int { numbers.withLock { $0.done } }

  func enter() {
    numbers.withLock { numbers in
      numbers.inside += 1
      numbers.most = max(numbers.most, numbers.inside)
    }
  }

  func leave() {
    numbers.withLock { numbers in
      numbers.inside -= 1
      numbers.done += 1
    }
  }
}
