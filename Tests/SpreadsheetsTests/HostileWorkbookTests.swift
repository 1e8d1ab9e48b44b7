import SeededRandom
import Spreadsheets
import Testing
import Wording

/// Files that want to harm their reader, and files that were harmed themselves.
@Suite struct HostileWorkbookTests {
  @Test(
    "entities, external files and hidden encodings are refused before they are looked at",
    arguments: ["entities.xlsx", "external.xlsx", "encoding.xlsx"])
  func entities(name: String) throws {
    #expect(throws: WorkbookFault.forbiddenXML(part: "sheets/one.xml")) {
      _ = try Fixture.sheets(name)
    }
  }

  @Test("what does not end, or is too deep, is refused with its place")
  func broken() throws {
    #expect(throws: WorkbookFault.badXML(part: "sheets/one.xml", line: 2, column: 41)) {
      _ = try Fixture.sheets("broken.xlsx")
    }
    #expect(throws: WorkbookFault.badXML(part: "sheets/one.xml", line: 1, column: 195)) {
      _ = try Fixture.sheets("deep.xlsx")
    }
  }

  @Test("what unpacks to too much is refused while it unpacks")
  func bombs() throws {
    #expect(throws: WorkbookFault.partTooLarge(part: "sheets/one.xml"), "800 times") {
      _ = try Fixture.sheets("zeros.xlsx")
    }
    var limits = Fixture.limits
    limits.ratio = 100_000
    #expect(try ReadBook(Fixture.bytes("zeros.xlsx"), limits: limits).sheets.count == 1)
    limits.partBytes = 4_000_000
    #expect(throws: WorkbookFault.partTooLarge(part: "sheets/one.xml")) {
      _ = try ReadBook(Fixture.bytes("zeros.xlsx"), limits: limits)
    }
    let bytes = try Fixture.bytes("openpyxl.xlsx")
    for (fault, change) in Self.tighter {
      var limits = Fixture.limits
      change(&limits)
      let thrown = #expect(throws: WorkbookFault.self) { _ = try ReadBook(bytes, limits: limits) }
      #expect(thrown.map(Self.kind) == fault)
    }
  }

  private static let tighter: [(String, @Sendable (inout WorkbookLimits) -> Void)] = [
    ("tooManyParts", { $0.parts = 3 }), ("partTooLarge", { $0.allBytes = 2_000 }),
    ("tooManyCells", { $0.cells = 30 }), ("tooManyParts", { $0.sheets = 3 }),
    ("tooLarge", { $0.fileBytes = 100 }),
  ]

  private static func kind(_ fault: WorkbookFault) -> String {
    String("\(fault)".prefix { $0 != "(" })
  }

  @Test("a workbook cut anywhere is refused", arguments: Fixture.workbooks)
  func cut(name: String) throws {
    let bytes = try Fixture.bytes(name)
    for count in stride(from: 0, to: bytes.count, by: 37) {
      #expect(throws: WorkbookFault.self) {
        _ = try WorkbookReader.read(Array(bytes.prefix(count)), limits: Fixture.limits)
      }
    }
  }

  @Test(
    "an altered workbook is refused, or read in order with every note and fault in words",
    arguments: 0..<60 as Range<UInt64>)
  func altered(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let name = Fixture.workbooks[random.below(Fixture.workbooks.count)]
    var bytes = try Fixture.bytes(name)
    for _ in 0...random.below(4) {
      bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
    }
    do throws(WorkbookFault) {
      for sheet in try WorkbookReader.read(bytes, limits: Fixture.limits).sheets {
        Self.check(sheet)
      }
    } catch {
      #expect(!error.message.text(in: .english).isEmpty)
    }
  }

  @Test(
    "an altered text is refused, or read in order with every note in words",
    arguments: 0..<200 as Range<UInt64>)
  func alteredText(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let names = ["utf8.csv", "gbk.csv", "big5.csv", "utf16le.txt", "utf16be.txt", "torn.csv"]
    var bytes = try Fixture.bytes(names[random.below(names.count)])
    for _ in 0...random.below(4) {
      switch random.below(3) {
      case 0: bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
      case 1: bytes.remove(at: random.below(bytes.count))
      default: bytes.insert(UInt8(random.below(256)), at: random.below(bytes.count))
      }
    }
    do throws(WorkbookFault) {
      Self.check(try TextSheet(bytes, limits: Fixture.limits).table)
    } catch {
      #expect(!error.message.text(in: .english).isEmpty)
    }
  }

  private static func check(_ sheet: SheetTable) {
    #expect(zip(sheet.rows, sheet.rows.dropFirst()).allSatisfy { $0.number < $1.number })
    for row in sheet.rows {
      #expect(!row.cells.isEmpty)
      #expect(zip(row.cells, row.cells.dropFirst()).allSatisfy { $0.place < $1.place })
      #expect(row.cells.allSatisfy { $0.place.row == row.number && !$0.text.utf8.isEmpty })
      #expect(row.cells.allSatisfy { row[$0.place.column] == $0 })
    }
    #expect(sheet.notes.count <= SheetTable.notesMax)
    #expect(sheet.notes.allSatisfy { !$0.message.text(in: .hant).isEmpty })
  }
}
