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
        return try recordDifferences(source, target)
          + Schema.projections.filter { $0 != "record" }
          .filter { try digest(of: $0, source) != digest(of: $0, target) }
      }
    }
  }

  private static func recordDifferences(
    _ kept: any SQLConnection, _ fresh: any SQLConnection
  ) throws -> [String] {
    let (found, wanted) = (try recordDigests(kept), try recordDigests(fresh))
    return Set(found.keys).union(wanted.keys)
      .filter { found[$0] != wanted[$0] }
      .map { ScopeID(bytes: $0)?.description ?? Hexadecimal.text($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
