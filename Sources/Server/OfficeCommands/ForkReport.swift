import ConflictFreeRecords
import Console
import Fingerprint
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Laptops whose directory was copied or put back: two bundles of one key name the same predecessor.
/// Both branches count; people should know.
enum ForkReport {
  static func notes(_ forks: [BundleLog.Fork]) -> [Report.Part] {
    let devices = Dictionary(grouping: forks, by: \.device)
    return devices.keys.sorted().map { key in
      let count = devices[key]?.count ?? 0
      return .warning(Message(.deviceForked, [key.fingerprint, "\(count)"]))
    }
  }

  static func json(_ forks: [BundleLog.Fork]) -> JSON {
    .array(
      forks.map { fork in
        .object([
          "device": .string(fork.device.description),
          "fingerprint": .string(fork.device.fingerprint),
          "bundle": .string(fork.bundle.description), "other": .string(fork.other.description),
          "copied": .bool(fork.isCopy), "seenAt": .string(fork.seenAt.utcText),
        ])
      })
  }
}
