import ArgumentParser
import Console
import OfficeWork
import Spreadsheets
import TextFormats
import Wording

/// How a file that holds a list is to be read, where it does not say so itself.
struct RosterOptions: ParsableArguments {
  @Option(help: OfficeHelp.text(.helpSheet)) var sheet: String?
  @Option(help: OfficeHelp.text(.helpEncoding)) var encoding: String?

  func validate() throws {
    if let encoding, TextEncoding(rawValue: encoding) == nil {
      throw ValidationError(
        Message(
          .notOneOf,
          ["--encoding", encoding, TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")]
        ).text(in: OfficeHelp.chosen))
    }
  }

  /// The list in a file.
  /// - Throws: `OfficeFault.failed` where nothing of it could be taken. A text that could be of two encodings
  ///   is not guessed at, because nobody looks at the names before they are written.
  func read<Row>(
    _ file: [UInt8], _ columns: [RosterColumn],
    _ roster: (SheetTable) throws(RosterTableFault) -> Roster<Row>
  ) throws -> Roster<Row> {
    do {
      let book = try RosterBook(
        file, as: encoding.flatMap { TextEncoding(rawValue: $0) }, fileBytesMax: file.count)
      if let likely = book.book.encoding, !book.otherEncodings.isEmpty {
        throw RosterTableFault.encodingUnclear([likely] + book.otherEncodings)
      }
      return try roster(try book.sheet(named: sheet, for: columns))
    } catch let fault as WorkbookFault {
      throw OfficeFault.failed(fault.message)
    } catch let fault as RosterTableFault {
      throw OfficeFault.failed(fault.message)
    }
  }
}

/// What an import did, and every row it could not take.
enum ImportReport {
  static func result(_ counts: ImportCounts, _ faults: [RosterFault]) -> CommandResult {
    var report = Report(
      nil,
      [
        .fact(Message(.labelAdded), .text("\(counts.added)")),
        .fact(Message(.labelChanged), .text("\(counts.changed)")),
        .fact(Message(.labelUnchanged), .text("\(counts.unchanged)")),
      ])
    if !faults.isEmpty {
      var table = TextTable([.init(Message(.importCell), .right), .init(Message(.labelFault))])
      for fault in faults {
        table.append([.text(fault.place.description), .words(fault.message)])
      }
      report.append(.warning(Message(.rowsNotTaken, ["\(faults.count)"])))
      report.append(.table(table))
    }
    return CommandResult(
      report,
      .object([
        "added": .integer(counts.added), "changed": .integer(counts.changed),
        "unchanged": .integer(counts.unchanged),
        "faults": .array(
          faults.map {
            .object([
              "line": .integer($0.place.row), "column": .string($0.place.columnLetters),
              "key": .string($0.message.phrase.key),
              "text": .string($0.message.text(in: .english)),
            ])
          }),
      ]), status: faults.isEmpty ? .done : .failed)
  }
}
