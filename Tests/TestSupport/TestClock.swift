package import RecordStore
import Synchronization
package import VisitModel

/// A clock that the test owns: it moves a millisecond at each look, and where the test sets it. A leap
/// forward counts as time that passed; the time since the start never goes back.
package final class TestClock: Sendable {
  private struct Hands {
    var wall: Int64
    var sinceStart: Int64
  }

  private let hands: Mutex<Hands>

  package init(_ text: String) {
    let now = Instant(text, defaultZone: .china)?.millisecondsSince1970 ?? 0
    hands = Mutex(Hands(wall: now, sinceStart: now))
  }

  /// Goes on from where another clock stands.
  package init(after other: TestClock) { hands = Mutex(other.hands.withLock { $0 }) }

  package func reading() -> ClockReading {
    hands.withLock { hands in
      hands.wall += 1
      hands.sinceStart = max(hands.sinceStart + 1, hands.wall)
      return ClockReading(
        now: Instant(millisecondsSince1970: hands.wall),
        monotonicMs: UInt64(clamping: hands.sinceStart))
    }
  }

  package var now: Instant { hands.withLock { Instant(millisecondsSince1970: $0.wall) } }

  package func set(_ text: String) {
    guard let instant = Instant(text, defaultZone: .china) else { return }
    hands.withLock { $0.wall = instant.millisecondsSince1970 }
  }

  package func advance(minutes: Int) { hands.withLock { $0.wall += Int64(minutes) * 60_000 } }
}
