/// Writes calendar files (RFC 5545) with times of mainland China.
package enum ICalendar {
  package struct Event: Sendable {
    package let uid: String
    /// `20260928T190000`, local time.
    package let start: String
    package let end: String
    /// `20260928T110000Z`
    package let stamp: String
    package let summary: String
    package let location: String
    package let isCancelled: Bool

    package init(
      uid: String, start: String, end: String, stamp: String, summary: String, location: String,
      isCancelled: Bool
    ) {
      self.uid = uid
      self.start = start
      self.end = end
      self.stamp = stamp
      self.summary = summary
      self.location = location
      self.isCancelled = isCancelled
    }
  }

  package static func text(_ events: [Event]) -> [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rounds//Rounds//EN", "BEGIN:VTIMEZONE",
      "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0800",
      "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
    ]
    for event in events {
      lines += [
        "BEGIN:VEVENT", "UID:" + escaped(event.uid), "DTSTAMP:" + event.stamp,
        "DTSTART;TZID=Asia/Shanghai:" + event.start, "DTEND;TZID=Asia/Shanghai:" + event.end,
        "SUMMARY:" + escaped(event.summary), "LOCATION:" + escaped(event.location),
        "STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"),
        "SEQUENCE:" + (event.isCancelled ? "1" : "0"), "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap(folded)
  }

  /// Lines of at most 75 octets; a sequence of UTF-8 is never cut.
  private static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var width = 0
    for scalar in line.unicodeScalars {
      let encoded = UTF8.encode(scalar).map(Array.init) ?? []
      if width + encoded.count > 75 {
        bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
        width = 1
      }
      bytes.append(contentsOf: encoded)
      width += encoded.count
    }
    return bytes + [0x0D, 0x0A]
  }

  /// Values of TEXT may hold no control character but the tab (RFC 5545, 3.3.11).
  private static func escaped(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ",", ";":
        scalars.append("\\")
        scalars.append(scalar)
      case "\n": scalars.append(contentsOf: "\\n".unicodeScalars)
      case "\t": scalars.append(scalar)
      case "\0"..<" ", "\u{7F}"..."\u{9F}": continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
