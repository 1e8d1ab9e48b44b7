/// A cell's place in a table that was read: row and column as the person sees them.
package struct SheetPlace: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// From 1. In a text file the line on which the row begins.
  package let row: Int
  /// From 1: column A is 1.
  package let column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B12`, with or without `$`, ASCII letters of either case.
  /// - Returns: nothing for what is no place within Excel's 1,048,576 rows and 16,384 columns.
  package init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var letters = 0
    for byte in text.utf8 where byte != 0x24 {
      switch byte {
      case 0x41...0x5A where row == 0, 0x61...0x7A where row == 0:
        letters += 1
        column = column * 26 + Int(byte & 0x1F)
      case 0x30...0x39 where letters > 0 && (row > 0 || byte > 0x30):
        row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard letters <= 3, row <= Self.rowsMax else { return nil }
    }
    guard row > 0, column <= Self.columnsMax else { return nil }
    self.init(row: row, column: column)
  }

  /// What Excel can hold.
  package static let rowsMax = 1_048_576
  package static let columnsMax = 16_384

  /// The letters of a column counted from 1: `A`, `Z`, `AA`; empty for 0 and less.
  package static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(0x41 + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  package var columnLetters: String { Self.letters(column) }

  /// `B12`.
  package var description: String { columnLetters + "\(row)" }

  /// By row, then by column.
  package static func < (a: SheetPlace, b: SheetPlace) -> Bool {
    (a.row, a.column) < (b.row, b.column)
  }
}
