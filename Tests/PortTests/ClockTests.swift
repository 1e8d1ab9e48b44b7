import LocalMachine
import RecordStore
import Synchronization
import TestSupport
import Testing
import VisitModel

/// Where a use case learns what time it is.
enum ClockSource: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case system, test

  var testDescription: String { rawValue }

  func clock() -> @Sendable () -> ClockReading {
    switch self {
    case .system: return { SystemClock.reading() }
    case .test:
      let clock = TestClock("2026-09-01 08:00")
      return { clock.reading() }
    }
  }
}

@Suite("A clock")
struct ClockTests {
  @Test("never takes back time since the start", arguments: ClockSource.allCases)
  func monotonic(_ source: ClockSource) {
    let clock = source.clock()
    let readings = (0..<10_000).map { _ in clock().monotonicMs }
    #expect(zip(readings, readings.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(readings.allSatisfy { $0 > 0 })
  }

  @Test("is one clock for all who look at once", arguments: ClockSource.allCases)
  func together(_ source: ClockSource) async {
    let clock = source.clock()
    let first = clock().monotonicMs
    let latest = await withTaskGroup(of: UInt64.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<500).reduce(0) { latest, _ in max(latest, clock().monotonicMs) } }
      }
      return await group.reduce(0) { max($0, $1) }
    }
    #expect(latest >= first)
    #expect(clock().monotonicMs >= latest)
  }

  @Test("tells a wall time in the years of this program", arguments: ClockSource.allCases)
  func wall(_ source: ClockSource) throws {
    let now = source.clock()().now
    let first = try #require(Instant("2026-01-01 00:00", defaultZone: .china))
    let last = try #require(Instant("2100-01-01 00:00", defaultZone: .china))
    #expect(first < now)
    #expect(now < last)
  }

  @Test("that is set back goes on counting from the start; set forward, it counts the leap")
  func setBack() throws {
    let clock = TestClock("2026-09-01 08:00")
    let before = clock.reading()
    clock.set("2020-01-01 00:00")
    let behind = clock.reading()
    #expect(behind.now < before.now)
    #expect(behind.monotonicMs > before.monotonicMs)
    clock.set("2026-09-02 08:00")
    let ahead = clock.reading()
    #expect(ahead.now > before.now)
    #expect(ahead.monotonicMs >= before.monotonicMs + 86_399_000)
  }

  @Test("names one start of the machine alike each time it is asked")
  func boot() {
    #expect(SystemClock.boot() == SystemClock.boot())
  }
}
