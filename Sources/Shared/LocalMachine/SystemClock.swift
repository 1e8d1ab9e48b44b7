import Foundation
import Glibc
package import RecordStore
package import VisitModel

/// The machine's clocks: the wall clock, which anyone may set, and the time since the machine
/// started, which nobody can.
package enum SystemClock {
  package static func reading() -> ClockReading {
    ClockReading(
      now: Instant(millisecondsSince1970: milliseconds(CLOCK_REALTIME)),
      monotonicMs: UInt64(clamping: milliseconds(CLOCK_BOOTTIME)))
  }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// This start of the machine, as the kernel names it; zeros where it does not.
  package static func boot() -> BootID {
    let name = "/proc/sys/kernel/random/boot_id"
    guard let text = try? String(contentsOfFile: name, encoding: .utf8) else {
      return BootID(high: 0, low: 0)
    }
    let digits = String(
      decoding: text.utf8.filter { $0 != 0x2D && $0 != 0x0A }, as: UTF8.self)
    return BootID(hex: digits) ?? BootID(high: 0, low: 0)
  }

  /// The zone of the machine at a moment.
  package static func zone(at now: Instant) -> ZoneOffset {
    let date = Date(timeIntervalSince1970: Double(now.millisecondsSince1970) / 1000)
    return ZoneOffset(minutes: TimeZone.current.secondsFromGMT(for: date) / 60) ?? .china
  }
}
