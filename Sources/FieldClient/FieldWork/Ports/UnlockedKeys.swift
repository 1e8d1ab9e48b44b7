package import Fingerprint

/// Keeps the key of a laptop's vault for a while after it was opened, where it ends by itself and at
/// the latest with the machine.
///
/// Contract: `keep` puts one key in the place of any earlier one, or throws and keeps none. Within its
/// minutes, counted anew from each `use`, `use` and `peek` answer it in every process of the same
/// person, on every thread; afterwards, and after `forget`, they answer nothing. Each vault has a place of
/// its own.
package protocol UnlockedKeys: Sendable {
  /// - Parameter minutes: 1...480.
  func keep(_ key: DataKey, minutes: Int) throws(UnlockedKeysFault)
  /// The key that is kept, its time begun anew.
  func use() throws(UnlockedKeysFault) -> DataKey?
  /// The key that is kept, its time as it was.
  func peek() throws(UnlockedKeysFault) -> DataKey?
  /// Idempotent.
  func forget() throws(UnlockedKeysFault)
}

package enum UnlockedKeysFault: Error, Hashable, Sendable {
  /// This system has no such place for this process.
  case notOffered(String)
  /// It has, and said no.
  case failed(String)
}

/// Where nothing can be kept: each command is given the passphrase, and the key in hand ends with it.
/// That key was never kept, so `forget` does not take it out of the hand.
package struct KeyInHand: UnlockedKeys {
  private let key: DataKey?

  package init(_ key: DataKey? = nil) { self.key = key }

  package func keep(_ key: DataKey, minutes: Int) throws(UnlockedKeysFault) {
    throw .notOffered("-")
  }

  package func use() throws(UnlockedKeysFault) -> DataKey? { key }
  package func peek() throws(UnlockedKeysFault) -> DataKey? { key }
  package func forget() throws(UnlockedKeysFault) {}
}
