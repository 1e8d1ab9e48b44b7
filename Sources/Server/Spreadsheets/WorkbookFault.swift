package import Wording

/// Why a workbook, or a text file, was not read at all.
package enum WorkbookFault: Error, Hashable, Sendable {
  case empty
  case tooLarge(limit: Int)
  /// No zip archive, and no text either: what the first bytes show it to be, where that is known.
  case notXLSX(Likeness)
  case encrypted
  /// The archive, or a part of it, is cut off or altered.
  case damaged(part: String)
  /// A part that the workbook names is not there.
  case missing(part: String)
  /// - Parameters:
  ///   - line: from 1, in the XML of the part.
  ///   - column: from 1.
  case badXML(part: String, line: Int, column: Int)
  /// A part declares a document type or another encoding than UTF-8, which no spreadsheet does.
  case forbiddenXML(part: String)
  case tooManyParts(limit: Int)
  /// More than a part may be, all parts together, or as a multiple of what is compressed.
  case partTooLarge(part: String)
  case tooManyCells(limit: Int)
  /// Bytes that are no text in the encoding that was asked for, or in any.
  case noText(TextEncoding?, line: Int)

  package enum Likeness: Hashable, Sendable {
    /// The format of Excel before 2007; also what a workbook with a password is kept in.
    case oldExcel
    case binaryExcel
    case openDocument
    case otherZip
    case unknown
  }

  package var message: Message {
    switch self {
    case .empty: return Message(.bookEmpty)
    case .tooLarge(let limit): return Message(.bookTooLarge, [Self.mebibytes(limit)])
    case .notXLSX(let likeness):
      switch likeness {
      case .oldExcel: return Message(.bookOldExcel)
      case .binaryExcel: return Message(.bookBinary)
      case .openDocument: return Message(.bookOpenDocument)
      case .otherZip, .unknown: return Message(.bookUnknown)
      }
    case .encrypted: return Message(.bookEncrypted)
    case .damaged(let part): return Message(.bookDamaged, [part])
    case .missing(let part): return Message(.bookMissing, [part])
    case .badXML(let part, let line, let column):
      return Message(.bookBadXML, [part, "\(line)", "\(column)"])
    case .forbiddenXML(let part): return Message(.bookForbidden, [part])
    case .tooManyParts(let limit): return Message(.bookTooManyParts, ["\(limit)"])
    case .partTooLarge(let part): return Message(.bookPartTooLarge, [part])
    case .tooManyCells(let limit): return Message(.bookTooManyCells, ["\(limit)"])
    case .noText(let encoding, let line):
      guard let encoding else { return Message(.bookNoText, ["\(line)"]) }
      return Message(.bookNoTextIn, [encoding.name, "\(line)"])
    }
  }

  private static func mebibytes(_ bytes: Int) -> String { "\(bytes / 1_048_576)" }
}

/// How much of a workbook is read. What a file says about its own sizes is not believed: every
/// byte that is taken out is counted.
package struct WorkbookLimits: Sendable {
  package var fileBytes: Int
  package var parts = 200
  package var partBytes = 128 * 1_048_576
  package var allBytes = 256 * 1_048_576
  /// Unpacked by packed bytes, for parts above 1 MiB; sheets stay below 50.
  package var ratio = 200
  /// Of all sheets together, empty ones not counted.
  package var cells = 1_000_000
  package var sheets = 50

  /// - Parameter fileBytes: as received.
  package init(fileBytes: Int) { self.fileBytes = fileBytes }
}
