import CommunicationPolicy
import Fingerprint
import Wording

/// A passphrase good enough to close a vault: 12 to 128 Unicode scalars, taken as its UTF-8 bytes,
/// exactly as they were typed.
///
/// Nothing is asked of its make-up: length is what costs a guesser, and odd rules are what people
/// write down. It has no text form of its own, so that it is not printed by accident.
package struct Passphrase: Sendable {
  package static let scalarsMin = 12
  package static let scalarsMax = 128

  let bytes: [UInt8]

  /// For closing a vault.
  /// - Throws: `FieldFault.failed` for an empty one, one too short and one too long.
  package init(new typed: String) throws {
    let count = typed.unicodeScalars.count
    if typed.isBlank { throw FieldFault.failed(Message(.passphraseEmpty)) }
    guard count >= Self.scalarsMin else {
      throw FieldFault.failed(Message(.passphraseShort, ["\(Self.scalarsMin)", "\(count)"]))
    }
    guard count <= Self.scalarsMax else {
      throw FieldFault.failed(Message(.passphraseLong, ["\(Self.scalarsMax)", "\(count)"]))
    }
    bytes = Array(typed.utf8)
  }

  /// For opening a vault. What was never allowed is taken too: it will not fit, and nothing is said of
  /// the rules to a stranger.
  package init(typed: String) { bytes = Array(typed.utf8) }

  func key(_ salt: [UInt8], _ cost: PassphraseCost) throws -> DataKey {
    try PassphraseKey.derive(from: bytes.isEmpty ? [0] : bytes, salt: salt, cost: cost)
  }
}
