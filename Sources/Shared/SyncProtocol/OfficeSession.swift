package import ConflictFreeRecords
import VisitModel

/// The office's half of a page: what a cursor deserves, decided without touching the feed.
package enum OfficeSession {
  /// What the office's store knows about a laptop's cursor.
  package struct FeedFacts: Hashable, Sendable {
    package var epoch: Epoch
    /// Position of the newest row; 0 for an empty feed.
    package var head: UInt64
    /// The running digest at the laptop's position; nothing beyond the head.
    package var digestAtCursor: SetDigest?
    package var mayFollow: Bool
    /// It gave this laptop a receipt for a bundle that it does not have.
    package var isBehind: Bool

    package init(
      epoch: Epoch, head: UInt64, digestAtCursor: SetDigest?, mayFollow: Bool,
      isBehind: Bool = false
    ) {
      self.epoch = epoch
      self.head = head
      self.digestAtCursor = digestAtCursor
      self.mayFollow = mayFollow
      self.isBehind = isBehind
    }
  }

  /// A cursor is continued only when epoch, position and digest all agree, and the office has what it gave the laptop
  /// receipts for; anything else means that one of the two was restored, copied or damaged, and the laptop is asked to
  /// offer what it holds.
  package static func standing(_ cursor: ScopeCursor, _ facts: FeedFacts) -> Standing {
    guard facts.mayFollow else { return .notYours }
    if facts.isBehind { return .offerAll }
    guard let epoch = cursor.epoch else { return cursor.position == 0 ? .inStep : .offerAll }
    guard epoch == facts.epoch, cursor.position <= facts.head,
      facts.digestAtCursor == cursor.digest
    else { return .offerAll }
    return .inStep
  }

  /// Which of the office's ids in a range the laptop lacks, and which of the laptop's the office
  /// wants. Both lists ascending, without duplicates.
  package static func difference(
    offered: [BundleID], held: [BundleID]
  ) -> (wanted: [BundleID], lacking: [BundleID]) {
    let offered = Set(offered)
    let held = Set(held)
    return (offered.subtracting(held).sorted(), held.subtracting(offered).sorted())
  }
}
