package import RecordStore
import Synchronization
package import VisitModel

/// A clock that the test owns: it moves a millisecond at each look, and where the test sets it.
package final class TestClock: Sendable {
  private let milliseconds: Mutex<Int64>

  package init(_ text: String) {
    let instant = Instant(text, defaultZone: .china)
    milliseconds = Mutex(instant?.millisecondsSince1970 ?? 0)
  }

  package func reading() -> ClockReading {
    milliseconds.withLock { now in
      now += 1
      return ClockReading(
        now: Instant(millisecondsSince1970: now), monotonicMs: UInt64(clamping: now))
    }
  }

  package var now: Instant { milliseconds.withLock { Instant(millisecondsSince1970: $0) } }

  package func set(_ text: String) {
    guard let instant = Instant(text, defaultZone: .china) else { return }
    milliseconds.withLock { $0 = instant.millisecondsSince1970 }
  }

  package func advance(minutes: Int) { milliseconds.withLock { $0 += Int64(minutes) * 60_000 } }
}
