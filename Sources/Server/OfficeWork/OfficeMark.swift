import RecordStore
package import SyncProtocol
import VisitModel

/// How far a store had come when this was written, kept in a small file beside it.
///
/// Every number only grows while an epoch lasts, and the file is written after the transactions it
/// tells of. So a store that is behind its mark was put back from a copy; a mark that is old, lost
/// or damaged says nothing and does no harm.
package struct OfficeMark: Hashable, Sendable {
  package let epoch: Epoch
  /// How many bundles the office itself had written.
  package let own: UInt64
  /// The sum of the positions of all feeds.
  package let fed: UInt64

  private static let heading = "rounds office mark 1"

  package var file: [UInt8] {
    Array("\(Self.heading)\nepoch \(epoch)\nown \(own)\nfed \(fed)\n".utf8)
  }

  /// - Returns: nothing when the bytes are no mark.
  package init?(file: [UInt8]) {
    let lines = String(decoding: file, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 5, lines[0] == Self.heading, lines[4].isEmpty,
      let epoch = Self.value("epoch ", lines[1]).flatMap({ Epoch(hex: $0) }),
      let own = Self.value("own ", lines[2]).flatMap({ UInt64($0) }),
      let fed = Self.value("fed ", lines[3]).flatMap({ UInt64($0) })
    else { return nil }
    self.epoch = epoch
    self.own = own
    self.fed = fed
  }

  private static func value(_ name: String, _ line: Substring) -> Substring? {
    line.utf8.starts(with: name.utf8) ? line.dropFirst(name.utf8.count) : nil
  }

  init(epoch: Epoch, on replica: Replica) throws {
    self.epoch = epoch
    own = UInt64(clamping: try replica.ownCount())
    fed =
      try replica.connection.first("SELECT COALESCE(SUM(position), 0) FROM scopeHead") {
        UInt64(clamping: try $0.integer(0))
      } ?? 0
  }
}

extension Office {
  /// How far the store has come.
  package func mark() throws -> OfficeMark {
    try read { try OfficeMark(epoch: epoch, on: $0) }
  }

  /// Whether the store is an older one than that which the mark tells of.
  package func isBehind(_ mark: OfficeMark) throws -> Bool {
    try read { replica in
      guard mark.epoch == epoch else {
        // An epoch this store has left behind: the mark is the older of the two.
        return try !OfficeEpochs.past(replica.connection).contains(mark.epoch)
      }
      let present = try OfficeMark(epoch: epoch, on: replica)
      return present.own < mark.own || present.fed < mark.fed
    }
  }
}
