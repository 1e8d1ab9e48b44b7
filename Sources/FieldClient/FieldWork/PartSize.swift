import RecordStore
import SyncProtocol
import VisitModel

/// How many bytes of envelopes, as written, one exchange of a sync carries.
///
/// What an exchange brought is kept, and what a broken one carried passes again; so a line that breaks
/// more often than one large exchange takes would never come to the end of a sync. The size follows the
/// line: a whole page until it breaks, little after that, and twice as much after each part that was
/// full and came through. The laptop remembers it, because a break ends the sync.
package struct PartSize: Hashable, Sendable {
  /// As much as the exchange allows: what a laptop begins with.
  package static let whole = PartSize(pushed: Bounds.pageBytesMax)
  /// In smaller parts the heads and signatures of an exchange would outweigh what is sent again.
  package static let least = PartSize(pushed: leastBytes)
  private static let leastBytes = 8 * 1024
  /// How much it is at most after a break, because nobody knows how little the line carries.
  private static let afterBreakBytes = 16 * 1024
  /// How far an answer may bring more than is pushed.
  private static let largerAnswerBytes = 128 * 1024

  /// Of the request, household keys included.
  package let pushed: Int

  /// The nearest size that there is.
  package init(pushed: Int) {
    self.pushed = min(max(pushed, Self.leastBytes), Bounds.pageBytesMax)
  }

  /// Of the answer. A small part lets it bring four times as much: what is pushed passes both ways and
  /// with a receipt, and where an answer was lost, the next one then brings what the office has already,
  /// which need not be pushed again.
  package var pulled: Int { max(pushed, min(4 * pushed, Self.largerAnswerBytes)) }

  /// After an exchange in which the line may have broken.
  package func afterBreak() -> PartSize {
    PartSize(pushed: min(pushed / 4, Self.afterBreakBytes))
  }

  /// After an exchange that came through. One that was less than half full says nothing about a larger
  /// one.
  package func afterArrival(pushed sent: Int, pulled received: Int) -> PartSize {
    sent >= pushed / 2 || received >= pulled / 2 ? PartSize(pushed: 2 * pushed) : self
  }
}

/// What one request pushes, filled bundle by bundle.
struct PushedPart {
  private(set) var bundles: [PushedBundle] = []
  private let size: PartSize
  private var byteCount = 0

  init(of size: PartSize) { self.size = size }

  /// More bundles than this are never in one.
  var countMax: Int { min(2000, size.pushed / Self.envelopeBytesMin) }
  /// Header and signature alone are longer.
  private static let envelopeBytesMin = 128

  /// Takes a bundle if it fits; the first one always does.
  /// - Returns: whether it was taken.
  mutating func take(_ bundle: PushedBundle) -> Bool {
    let weight = bundle.weight
    if !bundles.isEmpty, byteCount + weight > size.pushed || bundles.count >= countMax {
      return false
    }
    bundles.append(bundle)
    byteCount += weight
    return true
  }
}

extension PushedBundle {
  /// Bytes in a request, before compression: beside its wrap a key has two ids, a scope, numbers and tags.
  var weight: Int { keys.reduce(envelope.count) { $0 + $1.sealed.count + 80 } }
}

extension EnrolledLaptop {
  private var partBytes: String { "partBytes" }

  /// What the line carried so far, as far as this laptop remembers.
  func partSize() throws -> PartSize {
    try read { try Meta.integer(partBytes, $0.connection) }.map(PartSize.init(pushed:)) ?? .whole
  }

  /// Writes only what is new: on a line that holds, nothing.
  func remember(_ size: PartSize) throws {
    guard try size != partSize() else { return }
    try write { try Meta.set(partBytes, integer: size.pushed, $0.connection) }
  }
}
