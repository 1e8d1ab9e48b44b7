extension Instant {
  /// `YYYY-MM-DDThh:mm:ss.sssZ` in UTC, the one text form in JSON.
  package var utcText: String {
    let local = LocalTime(self, in: .utc)
    let inMinute = millisecondsSince1970 - local.date.startOfDay(in: .utc).millisecondsSince1970
    let ms = Int(clamping: ((inMinute % 86_400_000) + 86_400_000) % 86_400_000)
    var text: [UInt8] = []
    text.reserveCapacity(24)
    local.date.append(to: &text)
    text.append(0x54)
    appendPadded(ms / 3_600_000, 2, to: &text)
    text.append(0x3A)
    appendPadded(ms / 60_000 % 60, 2, to: &text)
    text.append(0x3A)
    appendPadded(ms / 1000 % 60, 2, to: &text)
    text.append(0x2E)
    appendPadded(ms % 1000, 3, to: &text)
    text.append(0x5A)
    return String(decoding: text, as: UTF8.self)
  }

  /// `YYYY-MM-DD hh:mm` on the wall clock of a zone, for people.
  package func wallText(in zone: ZoneOffset) -> String {
    let local = LocalTime(self, in: zone)
    return "\(local.date) \(padded(local.minuteOfDay / 60, 2)):\(padded(local.minuteOfDay % 60, 2))"
  }

  /// Reads `YYYY-MM-DDThh:mm[:ss[.sss]]` followed by `Z`, `+hh:mm` or `-hh:mm`; without a zone the
  /// given one applies. A space is accepted in place of `T`.
  package init?(_ text: some StringProtocol, defaultZone: ZoneOffset) {
    var bytes = Array(text.utf8)
    guard bytes.count >= 16 else { return nil }
    var zone = defaultZone
    if bytes.last == 0x5A {
      zone = .utc
      bytes.removeLast()
    } else if bytes.count >= 22, bytes[bytes.count - 3] == 0x3A,
      [0x2B, 0x2D].contains(bytes[bytes.count - 6])
    {
      let tail = Array(bytes.suffix(6))
      guard let hours = decimal(tail[1..<3]), let minutes = decimal(tail[4..<6]), minutes < 60,
        let parsed = ZoneOffset(minutes: (tail[0] == 0x2D ? -1 : 1) * (hours * 60 + minutes))
      else { return nil }
      zone = parsed
      bytes.removeLast(6)
    }
    guard bytes.count >= 16, let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A,
      let hour = decimal(bytes[11..<13]), let minute = decimal(bytes[14..<16]),
      hour < 24, minute < 60
    else { return nil }
    var milliseconds: Int64 = 0
    if bytes.count > 16 {
      guard bytes.count >= 19, bytes[16] == 0x3A, let second = decimal(bytes[17..<19]),
        second < 60
      else { return nil }
      milliseconds = Int64(second) * 1000
      if bytes.count > 19 {
        guard bytes.count == 23, bytes[19] == 0x2E, let fraction = decimal(bytes[20..<23])
        else { return nil }
        milliseconds += Int64(fraction)
      }
    }
    self = date.at(minuteOfDay: hour * 60 + minute, in: zone)
      .advanced(byMilliseconds: milliseconds)
  }
}

extension Instant {
  /// `YYYY-MM-DD hh:mm:ss` on the wall clock of a zone, for people, where seconds decide.
  package func secondText(in zone: ZoneOffset) -> String {
    let date = LocalTime(self, in: zone).date
    let inDay = millisecondsSince1970 - date.startOfDay(in: zone).millisecondsSince1970
    return wallText(in: zone) + ":" + padded(Int(clamping: inDay / 1000 % 60), 2)
  }
}
