/// A workbook put together byte by byte, as programs write them that are none of ours: no shared strings, no
/// styles but those given, parts stored as they are.
enum HandMadeBook {
  /// - Parameters:
  ///   - sheets: the name of each tab and the XML inside its `<worksheet>`.
  ///   - formats: number formats by which cells are shown; a cell names one by its place, from 1, in `s`.
  static func bytes(_ sheets: [(name: String, xml: String)], formats: [String] = []) -> [UInt8] {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var tabs = ""
    var links = ""
    var parts: [(name: String, content: [UInt8])] = []
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      tabs += "<sheet name=\"\(sheet.name)\" sheetId=\"\(number)\" r:id=\"r\(number)\"/>"
      links +=
        "<Relationship Id=\"r\(number)\" Type=\"\(relations)/worksheet\" Target=\"s\(number).xml\"/>"
      parts.append(
        ("xl/s\(number).xml", Array("<worksheet>\(sheet.xml)</worksheet>".utf8)))
    }
    if !formats.isEmpty {
      links += "<Relationship Id=\"st\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/>"
      let codes = formats.enumerated().map {
        "<numFmt numFmtId=\"\(200 + $0.offset)\" formatCode=\"\($0.element)\"/>"
      }.joined()
      let cells = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }.joined()
      let styles =
        "<styleSheet><numFmts>\(codes)</numFmts><cellXfs><xf numFmtId=\"0\"/>\(cells)</cellXfs>"
        + "</styleSheet>"
      parts.append(("xl/styles.xml", Array(styles.utf8)))
    }
    let book =
      "<workbook xmlns:r=\"\(relations)\"><sheets>\(tabs)</sheets></workbook>"
    parts.append(("xl/workbook.xml", Array(book.utf8)))
    parts.append(
      ("xl/_rels/workbook.xml.rels", Array("<Relationships>\(links)</Relationships>".utf8)))
    return archive(parts)
  }

  /// A cell with its text inside.
  static func text(_ place: String, _ text: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  static func number(_ place: String, _ number: String, format: Int = 0) -> String {
    "<c r=\"\(place)\" s=\"\(format)\"><v>\(number)</v></c>"
  }

  static func row(_ number: Int, _ cells: String..., isHidden: Bool = false) -> String {
    "<row r=\"\(number)\"\(isHidden ? " hidden=\"1\"" : "")>\(cells.joined())</row>"
  }

  /// A zip archive whose parts are stored.
  private static func archive(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      let offset = file.count
      // Version, flags, method, time, date (1980-01-01), check, sizes, lengths of name and rest.
      let facts =
        two(20) + two(0) + two(0) + two(0) + two(0x21) + four(check(part.content))
        + four(UInt32(part.content.count)) + four(UInt32(part.content.count))
        + two(UInt16(name.count)) + two(0)
      file += four(0x0403_4B50) + facts + name + part.content
      directory +=
        four(0x0201_4B50) + two(20) + facts + two(0) + two(0) + two(0) + four(0)
        + four(UInt32(offset)) + name
    }
    let count = UInt16(parts.count)
    return file + directory + four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count)
      + four(UInt32(directory.count)) + four(UInt32(file.count)) + two(0)
  }

  private static func two(_ number: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private static func four(_ number: UInt32) -> [UInt8] {
    two(UInt16(truncatingIfNeeded: number)) + two(UInt16(truncatingIfNeeded: number >> 16))
  }

  /// CRC-32 as zip has it.
  private static func check(_ bytes: [UInt8]) -> UInt32 {
    var check: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      check ^= UInt32(byte)
      for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
    }
    return check ^ 0xFFFF_FFFF
  }
}
