package import VisitModel

/// Days as spreadsheets count them: a number whose whole part is the day and whose rest is the time.
package enum SerialDay {
  /// Serial 0 of workbooks that count from 1900, as of their March of that year.
  private static let zero1900 = -25_569
  private static let zero1904 = -24_107
  /// 9999-12-31.
  private static let last1900 = 2_958_465

  /// - Returns: nothing for days that people and Excel number differently: Excel has a 29 February
  ///   1900, so only days from 1900-03-01 have one serial everywhere.
  package static func serial(of date: CivilDate) -> Int? {
    let serial = date.daysSince1970 - zero1900
    return serial >= 61 ? serial : nil
  }

  /// Day and second of the day, to the nearest second.
  ///
  /// - Returns: nothing for what is no day: below 0, the 29 February 1900, or after 9999.
  package static func moment(
    _ serial: Double, from1904: Bool
  ) -> (date: CivilDate, second: Int)? {
    guard serial >= 0, serial < Double(last1900 + 1) else { return nil }
    var day = Int(serial)
    var second = Int(((serial - Double(day)) * 86_400).rounded())
    if second == 86_400 { (day, second) = (day + 1, 0) }
    if from1904 {
      let days = day + zero1904
      guard days <= CivilDate.latest else { return nil }
      return (CivilDate(daysSince1970: days), second)
    }
    guard day != 60, day != 0, day <= last1900 else { return nil }
    // Before its 29 February that never was, Excel is one day behind.
    return (CivilDate(daysSince1970: day + zero1900 + (day < 60 ? 1 : 0)), second)
  }

  /// `hh:mm`, with `:ss` where there are seconds.
  static func clock(_ second: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let text = two(second / 3600) + ":" + two(second / 60 % 60)
    return second % 60 == 0 ? text : text + ":" + two(second % 60)
  }
}
