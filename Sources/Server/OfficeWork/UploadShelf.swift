import Fingerprint
import Synchronization
package import VisitModel

/// A list that somebody handed in on a page, and what became of it.
package struct Upload: Hashable, Sendable {
  /// Which rows it has.
  package enum Kind: Hashable, Sendable {
    case sites
    case households(of: ScopeID)
  }

  /// An import that was confirmed.
  package struct Done: Hashable, Sendable {
    package let counts: ImportCounts
    package let at: Instant

    package init(counts: ImportCounts, at: Instant) {
      self.counts = counts
      self.at = at
    }
  }

  /// 32 hexadecimal digits, drawn by lot.
  package let id: String
  /// Of the name of the session that handed it in.
  fileprivate let session: Digest
  package let kind: Kind
  /// As the browser called it: for people alone.
  package let fileName: String
  package let bytes: [UInt8]
  package let at: Instant
  /// By sheet and encoding, as the address of the preview has them.
  package fileprivate(set) var done: [String: Done] = [:]
}

/// Uploads between their preview and their confirmation, in memory: names of households that nobody confirmed
/// are on no disk and in no backup, and are gone with the process.
///
/// Only the session that handed one in finds it again. Kept for an hour; of one session the newest few, and
/// of all no more than stay harmless, the oldest going first.
package final class UploadShelf: Sendable {
  package static let lifetimeMs: Int64 = 3_600_000
  package static let ofOneSessionMax = 3
  /// Times `Bounds.uploadBytesMax` is what they take at most.
  package static let allMax = 12
  /// A clock may be set back by so much.
  private static let grainMs: Int64 = 60_000

  /// The oldest first.
  private let kept = Mutex<[Upload]>([])

  package init() {}

  /// - Parameters:
  ///   - session: its name, as the cookie has it.
  ///   - id: drawn by lot.
  package func put(
    _ bytes: [UInt8], named fileName: String, _ kind: Upload.Kind, of session: String,
    id: String, at now: Instant
  ) {
    let owner = Self.owner(session)
    let upload = Upload(
      id: id, session: owner, kind: kind, fileName: fileName, bytes: bytes, at: now)
    kept.withLock { kept in
      kept = Self.fresh(kept, at: now)
      let own = kept.filter { $0.session == owner }
      let spare = Set(own.dropLast(Self.ofOneSessionMax - 1).map(\.id))
      kept = kept.filter { !spare.contains($0.id) }.suffix(Self.allMax - 1) + [upload]
    }
  }

  /// - Returns: nothing for what is not there, is another session's, or is too old, alike.
  package func upload(_ id: String, of session: String, at now: Instant) -> Upload? {
    uploads(of: session, at: now).first { $0.id.utf8.elementsEqual(id.utf8) }
  }

  /// The newest first.
  package func uploads(of session: String, at now: Instant) -> [Upload] {
    let owner = Self.owner(session)
    return kept.withLock { kept in
      kept = Self.fresh(kept, at: now)
      return kept.filter { $0.session == owner }.reversed()
    }
  }

  /// Notes that an upload was imported.
  /// - Parameter choice: sheet and encoding, as the address has them.
  package func note(_ done: Upload.Done, _ choice: String, of id: String) {
    kept.withLock { kept in
      guard let index = kept.firstIndex(where: { $0.id == id }) else { return }
      kept[index].done[choice] = done
    }
  }

  private static func fresh(_ uploads: [Upload], at now: Instant) -> [Upload] {
    uploads.filter {
      (-grainMs..<lifetimeMs).contains(
        now.millisecondsSince1970 - $0.at.millisecondsSince1970)
    }
  }

  private static func owner(_ session: String) -> Digest {
    Digest(domain: "rounds upload", Array(session.utf8))
  }
}
