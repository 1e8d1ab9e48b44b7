import Foundation
import Listings
import Spreadsheets
import Testing
import VisitModel
import Wording

/// The files beside these tests, made by `Data/make.py` with openpyxl, XlsxWriter and Python's zip.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  static let limits = WorkbookLimits(fileBytes: 1_048_576)

  static func sheets(_ name: String) throws -> [SheetTable] {
    try ReadBook(bytes(name), limits: limits).sheets
  }

  static let workbooks = [
    "openpyxl.xlsx", "xlsxwriter.xlsx", "inline.xlsx", "from1904.xlsx", "prefixed.xlsx",
  ]
}

extension SheetTable {
  /// `B2[text]…` of every cell, in order.
  var lines: [String] {
    rows.flatMap { row in row.cells.map { "\($0.place)[\($0.kind)]\($0.text)" } }
  }

  subscript(place: String) -> SheetCell? {
    guard let place = SheetPlace(place) else { return nil }
    return rows.first { $0.number == place.row }?[place.column]
  }

  /// `D4 noDate…` of every note.
  func matters(at place: String) -> [SheetNote.Matter] {
    notes.filter { $0.place == SheetPlace(place) }.map(\.matter)
  }
}

/// A folder that is gone when the test is.
final class Scratch {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rounds-sheets-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path(percentEncoded: false)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      Issue.record(error)
    }
  }

  func file(_ name: String) -> String { path + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: file(name))))
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

let made = Instant(millisecondsSince1970: 1_790_000_000_000)
