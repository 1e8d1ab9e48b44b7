package import ConflictFreeRecords
package import Fingerprint
package import VisitModel

/// Which data keys a household has: destroying one destroys just what its class and year held.
package enum RetentionClass: Int, CodeSet {
  /// The roster: names and telephones.
  case roster = 1
  /// What was said and noted at visits.
  case visit
  /// Minutes of a meeting, under a key of the meeting.
  case minutes
  /// What a petition says, under a key of the petition, for its parties alone.
  case petition
}

/// The context a sealed value is bound to, so that no ciphertext can be moved to another place:
/// scope, record type and id, field and key id, in this order, numbers as four bytes big-endian.
package enum SealedText {
  package static func context(_ record: RecordKey, field: UInt32, key: DataKeyID) -> [UInt8] {
    Array("rounds sealed v1\0".utf8) + record.scope.bytes + bigEndian(record.type.number)
      + record.id.bytes + bigEndian(field) + key.bytes
  }

  /// - Parameter nonce: 12 fresh random bytes.
  package static func seal(
    _ text: String, under key: DataKey, id: DataKeyID, nonce: [UInt8], record: RecordKey,
    field: UInt32
  ) throws -> Value {
    let context = context(record, field: field, key: id)
    let plain = Array(text.utf8)
    return .sealed(
      SealedValue(
        keyID: id, nonce: nonce,
        ciphertext: try key.seal(plain, nonce: nonce, context: context),
        equalityTag: key.equalityTag(plain, context: context)))
  }

  /// - Throws: `SealingFailure.cannotOpen`.
  package static func open(
    _ value: SealedValue, with key: DataKey, record: RecordKey, field: UInt32
  ) throws -> String {
    let context = context(record, field: field, key: value.keyID)
    let plain = try key.open(value.ciphertext, nonce: value.nonce, context: context)
    return String(decoding: plain, as: UTF8.self)
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    stride(from: UInt32(24), through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

/// Confidential notes: one fresh key for each, wrapped to its author and the site's custodians. What they
/// are given opens the text only together with a share that lies under the household's key of the year, so
/// that a note ends with the other texts of its visit (A32), whoever kept its key.
package enum SealedNote {
  private static let information = Array("rounds confidential v1".utf8)

  package static let shareByteCount = 32

  /// The key of the text: what the readers are given, or that and the share (HKDF, RFC 5869).
  /// - Parameter share: nothing in a note written before there were shares.
  package static func contentKey(_ key: DataKey, share: [UInt8]?) throws -> DataKey {
    guard let share else { return key }
    let bytes = KeyDerivation.sha256(
      secret: key.bytes, salt: share, info: Array("rounds note share v1".utf8),
      byteCount: DataKey.byteCount)
    guard share.count == shareByteCount, let derived = DataKey(bytes: bytes) else {
      throw SealingFailure.malformedKey
    }
    return derived
  }

  package static func context(_ record: RecordKey, field: UInt32) -> [UInt8] {
    SealedText.context(record, field: field, key: DataKeyID(high: 0, low: 0))
  }

  /// - Parameters:
  ///   - key: 32 fresh random bytes; nobody keeps them but the recipients.
  ///   - share: 32 fresh random bytes, which the caller seals under the household's key.
  ///   - nonce: 12 fresh random bytes.
  package static func seal(
    _ text: String, key: DataKey, share: [UInt8]?, nonce: [UInt8],
    to recipients: [SealingPublicKey], record: RecordKey, field: UInt32
  ) throws -> Value {
    let context = context(record, field: field)
    // Padding to 256-byte steps hides how much was written.
    var plain = Array(text.utf8) + [0x80]
    plain.append(contentsOf: Array(repeating: 0, count: (256 - plain.count % 256) % 256))
    return .confidential(
      ConfidentialValue(
        nonce: nonce,
        ciphertext: try contentKey(key, share: share).seal(plain, nonce: nonce, context: context),
        recipients: try recipients.map { recipient in
          ConfidentialValue.Recipient(
            keyHash: Digest(domain: "rounds recipient v1", recipient.bytes),
            wrappedKey: try recipient.seal(key.bytes, info: information, context: context))
        }))
  }

  /// - Throws: `SealingFailure.cannotOpen` when the key is not a recipient's, or the share another.
  package static func open(
    _ value: ConfidentialValue, with key: SealingKey, share: [UInt8]?, record: RecordKey,
    field: UInt32
  ) throws -> String {
    let hash = Digest(domain: "rounds recipient v1", key.publicKey.bytes)
    let context = context(record, field: field)
    guard let wrap = value.recipients.first(where: { $0.keyHash == hash }),
      let dataKey = DataKey(
        bytes: try key.open(wrap.wrappedKey, info: information, context: context))
    else { throw SealingFailure.cannotOpen }
    var plain = try contentKey(dataKey, share: share).open(
      value.ciphertext, nonce: value.nonce, context: context)
    while plain.last == 0 { plain.removeLast() }
    guard plain.popLast() == 0x80 else { throw SealingFailure.cannotOpen }
    return String(decoding: plain, as: UTF8.self)
  }
}
