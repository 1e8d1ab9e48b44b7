import SeededRandom
import Testing
import TextFormats

@Suite struct ICalendarTests {
  private static func event(
    uid: String = "visit-1@rounds", summary: String = "走訪", location: String = "3-2-101",
    isCancelled: Bool = false
  ) -> ICalendar.Event {
    ICalendar.Event(
      uid: uid, start: "20260928T190000", end: "20260928T193000", stamp: "20260920T013000Z",
      summary: summary, location: location, isCancelled: isCancelled)
  }

  /// Lines without their CRLF, as they stand.
  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: [0x0D, 0x0A]) {
        lines.append([])
        index += 2
      } else {
        lines[lines.count - 1].append(bytes[index])
        index += 1
      }
    }
    return lines.dropLast()
  }

  /// Lines as RFC 5545 unfolds them: a line break before a space is no break.
  private static func unfolded(_ bytes: [UInt8]) -> [String] {
    var unfolded: [[UInt8]] = []
    for line in lines(bytes) {
      if line.first == 0x20, let last = unfolded.popLast() {
        unfolded.append(last + line.dropFirst())
      } else {
        unfolded.append(line)
      }
    }
    return unfolded.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("a calendar carries the zone of mainland China and its events, every line ended by CRLF")
  func whole() {
    let expected = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rounds//Rounds//EN", "BEGIN:VTIMEZONE",
      "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0800",
      "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT",
      "UID:visit-1@rounds", "DTSTAMP:20260920T013000Z",
      "DTSTART;TZID=Asia/Shanghai:20260928T190000", "DTEND;TZID=Asia/Shanghai:20260928T193000",
      "SUMMARY:走訪", "LOCATION:3-2-101", "STATUS:CONFIRMED", "SEQUENCE:0", "END:VEVENT",
      "END:VCALENDAR",
    ]
    let text = expected.map { $0 + "\r\n" }.joined()
    #expect(String(decoding: ICalendar.text([Self.event()]), as: UTF8.self) == text)
  }

  @Test("a cancelled event says so in a later sequence")
  func cancelled() {
    let lines = Self.unfolded(ICalendar.text([Self.event(isCancelled: true)]))
    #expect(lines.contains("STATUS:CANCELLED"))
    #expect(lines.contains("SEQUENCE:1"))
    #expect(!lines.contains("STATUS:CONFIRMED"))
  }

  @Test(
    "events stand one after the other; a calendar without any is still one",
    arguments: [0, 1, 3])
  func several(count: Int) {
    let events = (0..<count).map { Self.event(uid: "\($0)") }
    let lines = Self.unfolded(ICalendar.text(events))
    #expect(lines.filter { $0.hasPrefix("UID:") } == (0..<count).map { "UID:\($0)" })
    #expect(lines.count { $0 == "BEGIN:VTIMEZONE" } == 1)
    #expect(lines.last == "END:VCALENDAR")
  }

  @Test(
    "text is escaped so that it cannot end its line or its value",
    arguments: [
      ("a,b;c\\d", #"a\,b\;c\\d"#), ("a\nb", #"a\nb"#), ("a\r\nb", #"a\nb"#),
      ("\\n", #"\\n"#), ("a\r\nEND:VEVENT", #"a\nEND:VEVENT"#), ("a:\"b\"", "a:\"b\""),
      ("e\u{301},走", "e\u{301}\\,走"), ("\n\u{301}", "\\n\u{301}"), (",\u{301}", "\\,\u{301}"),
      ("tab\there", "tab\there"), ("a\0b\u{1B}c\u{7F}d", "abcd"), ("a\u{B}\u{C}b", "ab"),
    ])
  func escapes(text: String, written: String) {
    let lines = Self.unfolded(
      ICalendar.text([Self.event(uid: text, summary: text, location: text)]))
    for name in ["UID:", "SUMMARY:", "LOCATION:"] {
      #expect(
        lines.filter { $0.utf8.starts(with: name.utf8) }.map(utf8) == [utf8(name + written)])
    }
  }

  @Test("a line of 75 octets is one line, the 76th folds it", arguments: 60...160)
  func foldsAt75(octets: Int) {
    let summary = String(repeating: "a", count: octets - "SUMMARY:".utf8.count)
    let lines = Self.lines(ICalendar.text([Self.event(summary: summary)]))
    let own = lines.drop { !$0.starts(with: utf8("SUMMARY:")) }
      .prefix { $0.starts(with: utf8("SUMMARY:")) || $0.first == 0x20 }
    // A line that goes on spends one octet on its space.
    #expect(own.count == (octets <= 75 ? 1 : octets <= 149 ? 2 : 3))
    #expect(own.map(\.count).dropLast().allSatisfy { $0 == 75 })
  }

  @Test("folding cuts no character and loses none", arguments: 0..<200 as Range<UInt64>)
  func folding(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts = ["a", "é", "走", "😀", "e\u{301}", " ", "\u{200D}", "👨\u{200D}👩", "\u{10FFFF}"]
    let summary = (0..<random.below(120)).reduce(into: "") { text, _ in
      text += parts[random.below(parts.count)]
    }
    let bytes = ICalendar.text([Self.event(summary: summary)])
    let lines = Self.lines(bytes)
    #expect(lines.allSatisfy { $0.count <= 75 })
    #expect(lines.allSatisfy { UTF8Validation.text($0) != nil })
    #expect(
      Self.unfolded(bytes).filter { $0.utf8.starts(with: "SUMMARY:".utf8) }.map(utf8)
        == [utf8("SUMMARY:" + summary)])
  }

  @Test("no naughty string adds a line to the calendar", arguments: try TestData.naughtyStrings())
  func naughty(text: String) {
    let bytes = ICalendar.text([Self.event(uid: text, summary: text, location: text)])
    let plain = ICalendar.text([Self.event()])
    #expect(Self.unfolded(bytes).count == Self.unfolded(plain).count)
    #expect(Self.lines(bytes).allSatisfy { line in line.count <= 75 && !line.contains(0x0A) })
  }
}
