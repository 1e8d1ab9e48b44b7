/// A moment in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds ignored.
///
/// The pure rooms never ask what time it is; an instant is handed to them.
package struct Instant: Hashable, Comparable, Sendable {
  /// From 0001-01-02 to 9999-12-30, so that the date in any zone is one of the calendar's.
  package let millisecondsSince1970: Int64

  package static let earliestMs = Int64(CivilDate.earliest + 1) * 86_400_000
  package static let latestMs = Int64(CivilDate.latest) * 86_400_000 - 1

  /// Clamps to the range.
  package init(millisecondsSince1970: Int64) {
    self.millisecondsSince1970 = min(max(millisecondsSince1970, Self.earliestMs), Self.latestMs)
  }

  package static func < (a: Instant, b: Instant) -> Bool {
    a.millisecondsSince1970 < b.millisecondsSince1970
  }

  /// The instant `milliseconds` later; clamps at the ends of the range instead of trapping.
  package func advanced(byMilliseconds milliseconds: Int64) -> Instant {
    let (sum, overflow) = millisecondsSince1970.addingReportingOverflow(milliseconds)
    if overflow {
      return Instant(millisecondsSince1970: milliseconds > 0 ? .max : .min)
    }
    return Instant(millisecondsSince1970: sum)
  }
}

/// A distance from UTC in whole minutes, east positive; mainland China is +480 all year.
package struct ZoneOffset: Hashable, Sendable {
  /// Between −18 h and +18 h, as in ISO 8601 practice.
  package let minutes: Int

  /// - Returns: nothing when the distance is more than 18 hours.
  package init?(minutes: Int) {
    guard (-1080...1080).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  private init(unchecked minutes: Int) { self.minutes = minutes }

  package static let china = ZoneOffset(unchecked: 480)
  package static let utc = ZoneOffset(unchecked: 0)
}

/// What a clock on the wall shows at an instant in a zone.
package struct LocalTime: Hashable, Sendable {
  package let date: CivilDate
  /// Minute of the day, 0 ..< 1440.
  package let minuteOfDay: Int

  package init(_ instant: Instant, in zone: ZoneOffset) {
    let local = instant.millisecondsSince1970 + Int64(zone.minutes) * 60_000
    let dayLength: Int64 = 86_400_000
    let day = local >= 0 ? local / dayLength : (local - dayLength + 1) / dayLength
    date = CivilDate(daysSince1970: Int(day))
    minuteOfDay = Int((local - day * dayLength) / 60_000)
  }
}

extension CivilDate {
  /// 00:00 of this day in a zone.
  package func startOfDay(in zone: ZoneOffset) -> Instant {
    Instant(
      millisecondsSince1970: Int64(daysSince1970) * 86_400_000 - Int64(zone.minutes) * 60_000)
  }

  /// The instant at which a clock in the zone shows this date and minute.
  package func at(minuteOfDay: Int, in zone: ZoneOffset) -> Instant {
    startOfDay(in: zone).advanced(byMilliseconds: Int64(minuteOfDay) * 60_000)
  }
}
