package import OfficeWork
import RecordStore
import Synchronization

/// A clock on which a second passes between any two looks: nothing that has less time than that is done.
package enum SlowClock {
  /// The same office on such a clock; its wall clock stays as it is.
  package static func slowed(_ environment: OfficeEnvironment) -> OfficeEnvironment {
    var slowed = environment
    let looks = Mutex<UInt64>(0)
    let clock = environment.clock
    slowed.clock = {
      let reading = clock()
      let number = looks.withLock { number in
        number += 1
        return number
      }
      return ClockReading(now: reading.now, monotonicMs: reading.monotonicMs + number * 1000)
    }
    return slowed
  }
}
