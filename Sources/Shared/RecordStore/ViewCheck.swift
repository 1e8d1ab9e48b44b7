import ConflictFreeRecords
import Fingerprint
import VisitModel

/// Whether what is shown is what the log says.
package enum ViewCheck {
  /// Computes everything anew from the log of `kept` in an empty database, and compares row by row.
  /// Others may read and write `kept` meanwhile: all of it is seen as of one moment.
  ///
  /// - Parameter progress: called with the number of bundles done and in all.
  /// - Returns: the scopes with records that differ, and the other tables that do, by name.
  /// - Throws: `WireFault` for a log with a damaged bundle.
  package static func differences(
    in kept: any SQLDatabase, computedIn empty: any SQLDatabase,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> [String] {
    try kept.read { source in
      try empty.write { target in
        try Replica(target, computedFrom: source).compute(empty.dialect, progress)
        let scopes = try Set(headDifferences(source)).union(recordDifferences(source, target))
        let broken = try Schema.projections.filter { table in
          if try empty.dialect == .sqlite
            && columns(of: table, source) != columns(of: table, target)
          {
            return true
          }
          return try table != "record" && digest(of: table, source) != digest(of: table, target)
        }
        return scopes.sorted() + broken
      }
    }
  }

  /// Scopes whose head keeps another digest than that of the bundles in view.
  private static func headDifferences(_ kept: any SQLConnection) throws -> [String] {
    var views: [ScopeID: SetDigest] = [:]
    try kept.forEach("SELECT scope, id FROM bundle WHERE inView = 1", []) { row in
      guard let scope = ScopeID(bytes: try row.blob(0)), let id = BundleID(bytes: try row.blob(1))
      else { throw StoreFault.damaged("a bundle's name") }
      views[scope, default: .empty].insert(id)
    }
    let heads = try Feed(kept).heads().map { ($0.scope, $0.view) }
    let told = Dictionary(uniqueKeysWithValues: heads)
    return Set(views.keys).union(told.keys)
      .filter { views[$0, default: .empty] != told[$0, default: .empty] }
      .map(\.description)
  }

  private static func recordDifferences(
    _ kept: any SQLConnection, _ fresh: any SQLConnection
  ) throws -> [String] {
    let (found, wanted) = (try recordDigests(kept), try recordDigests(fresh))
    return Set(found.keys).union(wanted.keys)
      .filter { found[$0] != wanted[$0] }
      .map { ScopeID(bytes: $0)?.description ?? Hexadecimal.text($0) }
  }

  /// By scope. A record's row has one form for one state, so bytes that differ are a state that does.
  private static func recordDigests(
    _ connection: any SQLConnection
  ) throws -> [[UInt8]: SetDigest] {
    var digests: [[UInt8]: SetDigest] = [:]
    try connection.forEach("SELECT * FROM record", []) { row in
      let scope = try row.blob(0)
      digests[scope, default: .empty].insert(rowDigest(row.all))
    }
    return digests
  }

  /// The text by which SQLite knows a table lies in the file as well, and rots like the rest.
  private static func columns(
    of table: String, _ connection: any SQLConnection
  ) throws -> [String] {
    try connection.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", [.text(table)]) {
      try $0.text(0)
    }
  }

  /// The same rows give the same digest in any order, and no row needs to be kept for it.
  private static func digest(
    of table: String, _ connection: any SQLConnection
  ) throws -> SetDigest {
    var digest = SetDigest.empty
    try connection.forEach("SELECT * FROM \(table)", []) { digest.insert(rowDigest($0.all)) }
    return digest
  }

  private static func rowDigest(_ row: [SQLValue]) -> Digest {
    var bytes: [UInt8] = []
    for value in row {
      let (kind, content) = parts(of: value)
      bytes.append(kind)
      withUnsafeBytes(of: UInt64(content.count).bigEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: content)
    }
    return Digest(domain: "rounds row v1", bytes)
  }

  private static func parts(of value: SQLValue) -> (kind: UInt8, content: [UInt8]) {
    switch value {
    case .null: (0, [])
    case .integer(let number): (1, withUnsafeBytes(of: number.bigEndian) { Array($0) })
    case .text(let text): (2, Array(text.utf8))
    case .blob(let bytes): (3, bytes)
    }
  }
}
