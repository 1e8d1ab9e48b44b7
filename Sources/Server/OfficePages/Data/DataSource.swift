import Listings
import OfficeWork
import RecordStore
import VisitModel

/// Where a page of a data set ended: behind a row of a part, or behind the whole part.
struct DataPosition: Hashable, Sendable {
  let part: [UInt8]
  /// Nothing for behind all of its rows.
  let key: [UInt8]?

  init(part: [UInt8], key: [UInt8]?) {
    self.part = part
    self.key = key
  }

  /// Reads what `text` wrote; any two rows of hexadecimal bytes are a position.
  init?(_ text: String) {
    let halves = text.utf8.split(separator: 0x21, omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return nil }
    let bytes = halves.compactMap { half in
      half.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        ? Hexadecimal.bytes(String(decoding: Array(half), as: UTF8.self)) : nil
    }
    guard bytes.count == halves.count else { return nil }
    part = bytes[0]
    key = bytes.count == 2 ? bytes[1] : nil
  }

  /// As a link carries it: `533031!6162`.
  var text: String { Hexadecimal.text(part) + (key.map { "!" + Hexadecimal.text($0) } ?? "") }
}

/// The rows of a data set that a reader may see, on one state of the store.
///
/// A part is a site, or the company. A page reads parts in the order of their codes and stops when it is full,
/// so that what it costs does not grow with the number of sites; what needs all rows at once is bounded.
struct DataSource {
  let set: DataSet
  let reader: DataReader
  let replica: Replica

  /// Parts that one request reads.
  static let partsMax = 200
  /// Rows that one request holds at once.
  static let rowsMax = 100_000

  private struct Part {
    let code: String
    let make: () throws -> [[ListCell]]
  }

  struct Found {
    var rows: [[ListCell]] = []
    /// Nothing where no part is left.
    var next: DataPosition?
  }

  /// Rows in the order of their keys, behind a position.
  /// - Parameters:
  ///   - site: reads no other part; nothing for all.
  ///   - most: of rows; a few more where several have one key, so that none is lost between two pages.
  func page(
    after position: DataPosition?, site: String?, most: Int, where matches: ([ListCell]) -> Bool
  ) throws(DataFault) -> Found {
    var found = Found()
    if most == 0 { return found }
    let parts = try self.parts(site).filter { part in
      guard let position else { return true }
      if part.code.utf8.elementsEqual(position.part) { return position.key != nil }
      return position.part.lexicographicallyPrecedes(part.code.utf8)
    }
    for (index, part) in parts.enumerated() {
      if index == Self.partsMax {
        found.next = DataPosition(part: Array(parts[index - 1].code.utf8), key: nil)
        return found
      }
      let start = position.flatMap { part.code.utf8.elementsEqual($0.part) ? $0.key : nil }
      var last: [UInt8]?
      for (key, row) in try keyed(part) {
        if let start, !start.lexicographicallyPrecedes(key) { continue }
        if found.rows.count >= most, let last, last != key {
          found.next = DataPosition(part: Array(part.code.utf8), key: last)
          return found
        }
        guard matches(row) else { continue }
        found.rows.append(row)
        last = key
      }
      if found.rows.count >= most, index + 1 < parts.count {
        found.next = DataPosition(part: Array(part.code.utf8), key: nil)
        return found
      }
    }
    return found
  }

  /// Every row that matches, in the order of their keys.
  /// - Throws: `DataFault.tooWide` where that would read too many sites, `.tooMany` rows.
  func all(site: String?, where matches: ([ListCell]) -> Bool) throws(DataFault) -> [[ListCell]] {
    let parts = try self.parts(site)
    guard parts.count <= Self.partsMax else { throw .tooWide(sitesMax: Self.partsMax) }
    var rows: [[ListCell]] = []
    for part in parts {
      rows += try keyed(part).map(\.row).filter(matches)
      guard rows.count <= Self.rowsMax else { throw .tooMany(rowsMax: Self.rowsMax) }
    }
    return rows
  }

  private func keyed(_ part: Part) throws(DataFault) -> [(key: [UInt8], row: [ListCell])] {
    let rows: [[ListCell]]
    do { rows = try part.make() } catch {
      throw .damaged(set: set.name, scope: part.code, cause: "\(error)")
    }
    return rows.map { (key: Self.key(of: $0, set.keyCount), row: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// The texts of its keys with a zero byte behind each, which no code contains.
  private static func key(of row: [ListCell], _ count: Int) -> [UInt8] {
    row.prefix(count).flatMap { Array(($0.value.filterName ?? "").utf8) + [0] }
  }

  private func parts(_ wanted: String?) throws(DataFault) -> [Part] {
    let (reader, replica) = (self.reader, self.replica)
    switch set.source {
    case .whole(let make): return [Part(code: NoticeHome.company) { try make(reader, replica) }]
    case .sites(let make):
      return try sites(wanted).map { site in
        Part(code: site.code) { try make(site, reader, replica) }
      }
    case .scopes(let make, let company):
      var parts = try sites(wanted).map { site in
        Part(code: site.code) { try make(site, reader, replica) }
      }
      let isWanted = wanted.map { $0.utf8.elementsEqual(NoticeHome.company.utf8) } ?? true
      if reader.setting.reader.seesEverySite, isWanted {
        parts.append(Part(code: NoticeHome.company) { try company(reader, replica) })
      }
      return parts.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    }
  }

  private func sites(_ wanted: String?) throws(DataFault) -> [SiteFacts] {
    do {
      guard let wanted else { return try reader.setting.sites(on: replica) }
      return try reader.setting.site(wanted, on: replica).map { [$0] } ?? []
    } catch { throw .damaged(set: set.name, scope: wanted ?? "*", cause: "\(error)") }
  }
}
