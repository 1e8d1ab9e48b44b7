import CommunicationPolicy
import OfficeWork
import TextFormats
import VisitModel
import Wording

/// A year's notice as `NateScarlet/holiday-cn` publishes it: `year`, `papers` with the addresses of the
/// notices, and `days` with `date`, `isOffDay` and `name`. What else is in it is passed over.
enum HolidayFile {
  static let bytesMax = 1024 * 1024
  private static let daysMax = 400
  private static let papersMax = 20

  /// - Throws: `OfficeFault.failed` naming the line, or the member and what it should be.
  static func notice(_ bytes: [UInt8], file: String) throws -> HolidayNotice {
    do {
      return try notice(JSONReader(try JSON.parse(bytes, bytesMax: bytesMax)), file)
    } catch let fault as JSONFault {
      throw OfficeFault.failed(
        Message(.noticeNotJSON, [file, "\(fault.line)", "\(fault.column)"]))
    } catch let fault as JSONShapeFault {
      throw OfficeFault.failed(Message(.noticeMember, [file, fault.path]))
    }
  }

  private static func notice(_ reader: JSONReader, _ file: String) throws -> HolidayNotice {
    guard let number = try reader.optionalInteger("year"), let year = Int(exactly: number) else {
      throw reader.missing("year")
    }
    let days = try reader.objects("days", limit: daysMax).map { day in
      guard let date = CivilDate(try day.string("date")) else { throw day.missing("date") }
      guard let isOff = try day.optionalBool("isOffDay") else { throw day.missing("isOffDay") }
      let name = try day.string("name")
      guard name.utf8.count <= Bounds.lineBytesMax else { throw day.missing("name") }
      return HolidayNotice.Day(
        date: date, deviation: WorkingCalendar.Deviation(isOff: isOff, name: name))
    }
    let papers = try reader.strings("papers", limit: papersMax).joined(separator: "\n")
    guard papers.utf8.count <= Bounds.textBytesMax,
      let notice = HolidayNotice(year: year, source: papers, days: days)
    else { throw OfficeFault.failed(Message(.noticeDays, [file, "\(year)"])) }
    return notice
  }
}
