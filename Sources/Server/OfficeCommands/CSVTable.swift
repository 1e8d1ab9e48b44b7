import OfficeWork
import TextFormats
import VisitModel
import Wording

/// A row that could not be taken, and why; the others are.
struct RowFault: Error, Hashable {
  let line: Int
  let message: Message

  init(line: Int, _ message: Message) {
    self.line = line
    self.message = message
  }
}

/// One row by the names of its columns.
struct NamedRow {
  let line: Int
  let cells: [String: String]

  /// Nothing for an absent column or a blank cell.
  subscript(name: String) -> String? {
    guard let cell = cells[name], cell.utf8.contains(where: { $0 != 0x20 }) else { return nil }
    return cell
  }

  func required(_ name: String) throws(RowFault) -> String {
    guard let cell = try optional(name) else {
      throw RowFault(line: line, Message(.cellMissing, [name]))
    }
    return cell
  }

  func optional(_ name: String) throws(RowFault) -> String? {
    guard let cell = self[name] else { return nil }
    guard cell.utf8.count <= Bounds.lineBytesMax else {
      throw RowFault(
        line: line,
        Message(.textTooLong, [name, "\(cell.utf8.count)", "\(Bounds.lineBytesMax)"]))
    }
    return cell
  }
}

/// A file with a heading row, its columns known by name in three languages.
struct CSVTable {
  let rows: [NamedRow]
  let faults: [RowFault]

  /// - Parameter names: by column, how it may be called; the first is how faults call it.
  /// - Throws: `OfficeFault.failed` when there is no heading row that names a known column.
  init(_ bytes: [UInt8], _ names: [[String]]) throws {
    let all = CSV.rows(bytes)
    guard let heading = all.first, heading.fault == nil else {
      throw OfficeFault.failed(
        Message(.headingMissing, [names.map { $0[0] }.joined(separator: ", ")]))
    }
    let columns = heading.cells.map { cell in
      names.first { $0.contains { Self.isSame($0, cell) } }?[0]
    }
    guard columns.contains(where: { $0 != nil }) else {
      throw OfficeFault.failed(
        Message(.headingMissing, [names.map { $0[0] }.joined(separator: ", ")]))
    }
    var rows: [NamedRow] = []
    var faults: [RowFault] = []
    for row in all.dropFirst() {
      if let fault = row.fault {
        faults.append(RowFault(line: row.line, Message(Self.phrase(fault))))
      } else if row.cells.count != columns.count {
        faults.append(
          RowFault(
            line: row.line, Message(.columnCount, ["\(row.cells.count)", "\(columns.count)"])))
      } else {
        var cells: [String: String] = [:]
        for (column, cell) in zip(columns, row.cells) {
          if let column { cells[column] = cell }
        }
        rows.append(NamedRow(line: row.line, cells: cells))
      }
    }
    self.rows = rows
    self.faults = faults
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    func folded(_ text: String) -> [UInt8] {
      text.utf8.filter { $0 != 0x20 && $0 != 0x5F }
        .map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    }
    return folded(a) == folded(b)
  }

  private static func phrase(_ fault: CSVRow.Fault) -> Phrase {
    switch fault {
    case .notUTF8: .rowNotUTF8
    case .unfinishedQuote, .strayQuote: .rowQuote
    case .controlCharacter: .rowControl
    }
  }
}

enum SiteColumns {
  static let names = [
    ["code", "代码", "代碼"], ["community", "小区", "小區", "name"], ["city", "城市"],
    ["households", "总户数", "總戶數", "units"], ["buildings", "楼栋数", "樓棟數"],
    ["property_company", "物业公司", "物業公司"],
  ]

  static func site(_ row: NamedRow) -> Result<SiteRow, RowFault> {
    Result { () throws(RowFault) in
      let name = try row.required("community")
      // Compounds of one firm share names across cities.
      let place = row["city"].map { $0 + "-" + name } ?? name
      guard let code = UnitCode(row["code"] ?? place) else {
        throw RowFault(line: row.line, Message(.codeBad, [row["code"] ?? name]))
      }
      let units = try row.required("households")
      guard let total = Int(units), (0...1_000_000).contains(total) else {
        throw RowFault(line: row.line, Message(.notANumber, ["households", units]))
      }
      return SiteRow(
        code: code, name: name, city: try row.optional("city") ?? "",
        propertyCompany: try row.optional("property_company") ?? "", totalUnits: total)
    }
  }
}

enum HouseholdColumns {
  static let names = [
    ["unit", "房号", "房號"], ["kind", "类型", "類型"], ["occupancy", "入住状态", "入住狀態"],
    ["name", "姓名"], ["telephone", "电话", "電話"], ["joined", "入住日期"],
    ["restricted", "不走访", "不走訪"],
  ]

  static func household(_ row: NamedRow) -> Result<HouseholdRow, RowFault> {
    Result { () throws(RowFault) in
      let text = try row.required("unit")
      guard let unit = UnitCode(text) else {
        throw RowFault(line: row.line, Message(.codeBad, [text]))
      }
      var joined: CivilDate?
      if let text = row["joined"] {
        guard let date = CivilDate(text) else {
          throw RowFault(line: row.line, Message(.notADate, ["joined", text]))
        }
        joined = date
      }
      return HouseholdRow(
        unit: unit, kind: try code(row, "kind") ?? .dwelling,
        occupancy: try code(row, "occupancy") ?? .occupied, name: try row.optional("name"),
        telephone: try row.optional("telephone"), joinedOn: joined,
        isRestricted: ["1", "yes", "true", "是"].contains(row["restricted"] ?? ""))
    }
  }

  private static func code<Set: CodeSet>(
    _ row: NamedRow, _ column: String
  ) throws(RowFault) -> Set? {
    guard let text = row[column] else { return nil }
    guard let member = Set(name: text) else {
      throw RowFault(
        line: row.line,
        Message(.notOneOf, [column, text, Set.allCases.map(\.name).joined(separator: ", ")]))
    }
    return member
  }
}
