/// What `workbook.xml` says: the sheets in order of their tabs, and how it counts days.
struct WorkbookPart: PartContent {
  struct Sheet {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// Whether day 0 is 1904-01-01 instead of 1899-12-30.
  private(set) var countsFrom1904 = false

  mutating func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "workbookPr": countsFrom1904 = XMLValue.isTrue(attributes["date1904"])
    case "sheet":
      // The prefix of relations is the writer's choice.
      guard
        let relation = attributes.first(where: { $0.key.utf8.suffix(3).elementsEqual(":id".utf8) })
      else { return }
      sheets.append(
        Sheet(
          name: attributes["name"] ?? "", relation: relation.value,
          isHidden: ["hidden", "veryHidden"].contains(attributes["state"] ?? "")))
    default: break
    }
  }

  mutating func text(_ piece: String) {}
  mutating func end(_ element: String) {}
}

/// A `.rels` part: which parts belong to which.
struct RelationsPart: PartContent {
  struct Relation {
    /// The last word of its type: `worksheet`, `sharedStrings`.
    let kind: String
    let target: String
  }

  private(set) var relations: [String: Relation] = [:]

  mutating func begin(_ element: String, _ attributes: [String: String]) {
    guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
      attributes["TargetMode"] != "External"
    else { return }
    let kind = (attributes["Type"] ?? "").split(separator: "/").last.map(String.init) ?? ""
    relations[id] = Relation(kind: kind, target: target)
  }

  mutating func text(_ piece: String) {}
  mutating func end(_ element: String) {}

  /// The name in the archive of the first part of a kind.
  func part(_ kind: String, of source: String) -> String? {
    relations.values.filter { $0.kind == kind }.map(\.target).min()
      .map { Self.name($0, from: source) }
  }

  /// - Parameter source: the part whose relations these are, such as `xl/workbook.xml`.
  static func name(_ target: String, from source: String) -> String {
    var names = target.utf8.first == 0x2F ? [] : source.split(separator: "/").dropLast()
    for name in target.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names.joined(separator: "/")
  }

  /// Where the relations of a part are kept: `xl/_rels/workbook.xml.rels`.
  static func place(of source: String) -> String {
    let names = source.split(separator: "/")
    return (names.dropLast() + ["_rels", (names.last ?? "") + ".rels"]).joined(separator: "/")
  }
}

/// The texts that cells name by number.
struct SharedStringsPart: PartContent {
  private(set) var texts: [String] = []
  private var runs = TextRuns()

  mutating func begin(_ element: String, _ attributes: [String: String]) {
    if element == "si" { runs = TextRuns() }
    runs.begin(element)
  }

  mutating func text(_ piece: String) { runs.text(piece) }

  mutating func end(_ element: String) {
    runs.end(element)
    if element == "si" { texts.append(XMLValue.unescaped(runs.joined)) }
  }
}

/// Joins the runs of a text (`<t>`, `<r><t>`) and leaves out how it is pronounced (`<rPh>`).
struct TextRuns {
  private(set) var joined = ""
  private var isInText = false
  private var isInPronunciation = false

  mutating func begin(_ element: String) {
    switch element {
    case "rPh": isInPronunciation = true
    case "t": isInText = !isInPronunciation
    default: break
    }
  }

  mutating func text(_ piece: String) { if isInText { joined += piece } }

  mutating func end(_ element: String) {
    switch element {
    case "rPh": isInPronunciation = false
    case "t": isInText = false
    default: break
    }
  }
}

/// How values are spelled in the XML of workbooks.
enum XMLValue {
  static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" || text == "on" }

  /// Puts characters in place of their `_x000D_`, as Office Open XML writes what XML cannot hold.
  /// What stands for no character stays as it is.
  static func unescaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard UTF8Scan.place(of: [0x5F, 0x78], in: bytes[...]) != nil else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let scalar = escape(bytes, at: index) {
        result += Array(String(Character(scalar)).utf8)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether seven bytes `_xHHHH_` stand at a place.
  static func hasEscape(_ bytes: [UInt8], at index: Int) -> Bool { code(bytes, at: index) != nil }

  private static func escape(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    code(bytes, at: index).flatMap { Unicode.Scalar($0) }
  }

  private static func code(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78,
      bytes[index + 6] == 0x5F
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte & 0x1F) + 9)
      default: return nil
      }
    }
    return value
  }
}
