import ConflictFreeRecords
import Listings
package import OfficeWork
import RecordStore
import Spreadsheets
import VisitModel
import Wording

/// Makes exports. One site after the other is read, each in a read transaction of its own: a site is a scope, so
/// no table mixes two states of one, and the log can be tidied between them. In memory are the rows of one site.
///
/// Before each site is asked anew what its owner may see: whose rights end while it is made gets nothing.
package struct ExportWork: Sendable {
  /// What became of one, for the server's log.
  package struct Ended: Sendable {
    let export: Export
    let rows: Int
    /// As the system said it.
    package let fault: String?

    /// Names nobody.
    package var summary: String {
      "export of \(export.order.set) as \(export.order.form): "
        + (fault.map { "failed: \($0)" } ?? "\(rows) rows")
    }
  }

  /// Nobody waits for it any more.
  private struct GivenUp: Error {}

  private let office: Office
  private let desk: ExportDesk
  /// Bytes of a text that are written at once.
  private static let bytesAtOnce = 65_536
  /// Rows after which it is looked whether somebody still waits.
  private static let rowsAtOnce = 200

  package init(office: Office, desk: ExportDesk) {
    self.office = office
    self.desk = desk
  }

  /// Makes the one that waits longest. Blocks its thread.
  /// - Returns: nothing where none waits.
  package func next() -> Ended? {
    guard let export = desk.take() else { return nil }
    do {
      let rows =
        export.order.form == .xlsx ? try makeBook(export) : try makeText(export)
      guard desk.isWanted(export.id), let bytes = try desk.files.size(of: export.fileName) else {
        throw GivenUp()
      }
      if !desk.end(export.id, as: .done(bytes: bytes), at: office.now) { throw GivenUp() }
      return Ended(export: export, rows: rows, fault: nil)
    } catch {
      return ended(export, error)
    }
  }

  private func ended(_ export: Export, _ error: any Error) -> Ended {
    var fault = error is GivenUp ? "given up" : "\(error)"
    do { try desk.files.remove(export.fileName) } catch { fault += "; \(error)" }
    if !(error is GivenUp) {
      _ = desk.end(export.id, as: .failed(ExportTrouble.message(error)), at: office.now)
    }
    return Ended(export: export, rows: 0, fault: fault)
  }

  // MARK: Files

  private func makeBook(_ export: Export) throws -> Int {
    let order = export.order
    var book = try WorkbookWriter(
      path: desk.files.path(of: export.fileName), language: order.language,
      title: order.set.phrase.text(in: order.language), made: office.now)
    try book.begin(Message(order.set.phrase), ExportRows.columns(of: order.set))
    let rows = try eachRow(of: export) { try book.write($0) }
    _ = try book.finish(try notes(export))
    return rows
  }

  private func makeText(_ export: Export) throws -> Int {
    let (order, name, files) = (export.order, export.fileName, desk.files)
    let columns = ExportRows.columns(of: order.set)
    let csv = ListingCSV(columns, in: order.language)
    var json = ListingJSON(columns, in: order.language)
    let isCSV = order.form == .csv
    var bytes =
      isCSV ? csv.head : json.opening(order.set.rawValue, Message(order.set.phrase))
    let rows = try eachRow(of: export) { row in
      bytes += isCSV ? csv.line(row) : json.line(row)
      if bytes.count >= Self.bytesAtOnce {
        try files.append(bytes, to: name)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    bytes += isCSV ? csv.foot([]) : json.closing([])
    try files.append(bytes, to: name)
    return rows
  }

  private func notes(_ export: Export) throws -> [(label: Phrase, value: ListCell)] {
    let person = try office.read { try office.person(export.owner, on: $0)?.name } ?? ""
    var notes: [(label: Phrase, value: ListCell)] = [
      (.labelPerson, .text(person)),
      (.exportAskedAt, .moment(export.askedAt, in: office.environment.zone)),
      (.exportReadUntil, .moment(office.now, in: office.environment.zone)),
    ]
    if export.order.set.hasMonths { notes.append((.labelMonth, .text(export.order.monthsText))) }
    return notes
  }

  // MARK: Rows

  /// - Returns: how many there were.
  private func eachRow(of export: Export, _ write: ([ListCell]) throws -> Void) throws -> Int {
    let sites = try office.read { try setting(export, on: $0).sites(on: $0) }
    var progress = ExportProgress()
    progress.ofSites = sites.count
    let scopes = sites.map(\.scope)
    desk.note(progress, sites: scopes, of: export.id)
    for site in sites {
      try lookWhetherWanted(export)
      let rows = try office.read { replica in
        let setting = try setting(export, on: replica)
        guard setting.reader.sees(site.scope) else { throw ExportTrouble.noRight }
        return try ExportRows(setting: setting, site: site, order: export.order)
          .rows(on: replica)
      }
      for row in rows {
        if progress.rows % Self.rowsAtOnce == 0 {
          try lookWhetherWanted(export)
          desk.note(progress, sites: scopes, of: export.id)
        }
        try write(row)
        progress.rows += 1
      }
      progress.sites += 1
      desk.note(progress, sites: scopes, of: export.id)
    }
    return progress.rows
  }

  private func lookWhetherWanted(_ export: Export) throws {
    if !desk.isWanted(export.id) { throw GivenUp() }
  }

  /// As its owner may see things now.
  private func setting(_ export: Export, on replica: Replica) throws -> PageSetting {
    let order = export.order
    guard let person = try office.person(export.owner, on: replica), person.disabledAt == nil,
      order.set.admits(person.role)
    else { throw ExportTrouble.noRight }
    return PageSetting(
      office: office, reader: Reader(person: person, formToken: "", language: order.language),
      say: Words(order.language), exports: desk)
  }
}

/// Why an export, or a workbook of a page, was not made.
enum ExportTrouble: Error {
  /// Whoever asked for it may not see it any more.
  case noRight

  /// For people: what happened and what to do; no paths of the server.
  static func message(_ error: any Error) -> Message {
    switch error {
    case ExportTrouble.noRight: Message(.exportNoRight)
    case is ExportDiskFull, WorkbookWriteFault.file: Message(.exportDisk)
    case let fault as WorkbookWriteFault: fault.message
    case let fault as StoreFault where fault == .outOfSpace: Message(.exportDisk)
    default: Message(.exportFault)
    }
  }
}
