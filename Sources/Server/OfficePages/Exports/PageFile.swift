import Fingerprint
import Listings
import OfficeWork
import Spreadsheets
import TextFormats
import VisitModel
import Wording

extension ListQuestion.File {
  var contentType: String {
    switch self {
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .csv: "text/csv; charset=utf-8"
    case .json: "application/json"
    }
  }
}

/// A file that is answered in place of a page.
struct PageFile: Sendable {
  let bytes: [UInt8]
  let contentType: String
  let name: FileName

  /// The table that the address asks for, all its rows that match, in the order asked for. It is made from the
  /// page that the reader would see: what a page keeps from somebody, no file gives them.
  ///
  /// - Returns: nothing where the address asks for a page.
  /// - Throws: `ListFault` where the address asks for a table that the page does not have; `WorkbookWriteFault`
  ///   where there is no room for a workbook.
  init?(_ page: Page, _ request: PageRequest, _ setting: PageSetting) throws {
    guard request.query["as"] != nil else { return nil }
    let language = setting.say.language
    let answers = page.listings.compactMap(\.answer)
    guard let answer = answers.first(where: { $0.question.file != nil }),
      let file = answer.question.file
    else { throw ListFault.noSuchTable(1, of: answers.count) }
    let title = page.title + " – " + answer.listing.title.text(in: language)
    name = FileName(
      name: title, plainName: answer.listing.key, ending: file.rawValue, isSaved: file != .json)
    contentType = file.contentType
    switch file {
    case .xlsx: bytes = try Self.workbook(of: answer, title: title, setting)
    case .csv: bytes = answer.listing.csv(in: language)
    case .json: bytes = answer.listing.json(total: answer.total, in: language).text()
    }
  }

  /// The library that writes it needs a file. It lies in the office's own folder for as long as it is written and
  /// read; nothing of it is left when this returns, however it returns.
  private static func workbook(
    of answer: ListPage, title: String, _ setting: PageSetting
  ) throws -> [UInt8] {
    let (office, files) = (setting.office, setting.exports.files)
    let name = Hexadecimal.text(office.environment.randomness.bytes(16)) + ".xlsx"
    var book = try WorkbookWriter(
      path: files.path(of: name), language: setting.say.language, title: title, made: office.now)
    try book.add(answer.listing)
    _ = try book.finish(notes(answer, title, setting))
    let bytes: [UInt8]
    do {
      let size = try files.size(of: name) ?? 0
      bytes = try files.read(name, from: 0, count: size)
    } catch {
      try files.remove(name)
      throw error
    }
    try files.remove(name)
    return bytes
  }

  private static func notes(
    _ answer: ListPage, _ title: String, _ setting: PageSetting
  ) -> [(label: Phrase, value: ListCell)] {
    var notes: [(label: Phrase, value: ListCell)] = [
      (.bookNoteTable, .text(title)), (.labelPerson, .text(setting.reader.person.name)),
      (.labelWhen, .moment(setting.office.now, in: setting.office.environment.zone)),
    ]
    if !answer.question.text.isEmpty {
      notes.append((.listContains, .text(answer.question.text)))
    }
    for filter in answer.question.filters {
      let column = answer.listing.columns.first { $0.key.utf8.elementsEqual(filter.key.utf8) }
      let value = answer.choices[filter.key]?.first { one in
        one.filterName.map { $0.utf8.elementsEqual(filter.value.utf8) } ?? false
      }
      if let column { notes.append((column.heading, ListCell(value ?? .text(filter.value)))) }
    }
    return notes
  }
}
