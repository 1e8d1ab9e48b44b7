package import Fingerprint
package import VisitModel

/// What a numbered field can hold. There is no binary floating point and no list: members of a list
/// are records of their own.
package enum Value: Hashable, Sendable {
  case text(String)
  case integer(Int64)
  /// `units × 10^-scale`, scale 0 ... 18.
  case decimal(units: Int64, scale: Int)
  case instant(Instant)
  case date(CivilDate)
  /// A member of a code set; the number is kept even where this program does not know it.
  case code(set: UInt32, number: Int32)
  case reference(RecordKey)
  case bytes([UInt8])
  case attachment(Attachment)
  case sealed(SealedValue)
  case confidential(ConfidentialValue)
  /// A kind of a later program, carried as it came.
  case unknown([UInt8])

  /// What two heads are compared by: sealed values by their equality tag, all others by themselves.
  package func holdsSame(as other: Value) -> Bool {
    if case .sealed(let a) = self, case .sealed(let b) = other {
      return a.equalityTag == b.equalityTag && a.keyID == b.keyID
    }
    return self == other
  }

  // Swift's string equality is canonical equivalence; a value is its bytes.
  package static func == (a: Value, b: Value) -> Bool {
    switch (a, b) {
    case (.text(let x), .text(let y)): x.utf8.elementsEqual(y.utf8)
    case (.integer(let x), .integer(let y)): x == y
    case (.decimal(let x, let s), .decimal(let y, let t)): x == y && s == t
    case (.instant(let x), .instant(let y)): x == y
    case (.date(let x), .date(let y)): x == y
    case (.code(let s, let x), .code(let t, let y)): s == t && x == y
    case (.reference(let x), .reference(let y)): x == y
    case (.bytes(let x), .bytes(let y)): x == y
    case (.attachment(let x), .attachment(let y)): x == y
    case (.sealed(let x), .sealed(let y)): x == y
    case (.confidential(let x), .confidential(let y)): x == y
    case (.unknown(let x), .unknown(let y)): x == y
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    case .integer(let value): hasher.combine(value)
    case .decimal(let units, let scale): hasher.combine(units); hasher.combine(scale)
    case .instant(let instant): hasher.combine(instant)
    case .date(let date): hasher.combine(date)
    case .code(let set, let number): hasher.combine(set); hasher.combine(number)
    case .reference(let key): hasher.combine(key)
    case .bytes(let bytes): hasher.combine(bytes)
    case .attachment(let attachment): hasher.combine(attachment)
    case .sealed(let sealed): hasher.combine(sealed)
    case .confidential(let value): hasher.combine(value)
    case .unknown(let bytes): hasher.combine(bytes)
    }
  }
}

/// A file kept outside the log under the hash of its content.
package struct Attachment: Hashable, Sendable {
  package let hash: Digest
  /// In bytes.
  package let size: Int64
  /// Media type, such as `image/png`.
  package let mediaType: String

  package init(hash: Digest, size: Int64, mediaType: String) {
    self.hash = hash
    self.size = size
    self.mediaType = mediaType
  }
}

/// A text under a household's data key. Destroying the key destroys the text and nothing else.
package struct SealedValue: Hashable, Sendable {
  package let keyID: DataKeyID
  /// Twelve bytes.
  package let nonce: [UInt8]
  /// Ciphertext and 16-byte tag.
  package let ciphertext: [UInt8]
  /// Sixteen bytes, equal for equal texts in the same field under the same key.
  package let equalityTag: [UInt8]

  package init(keyID: DataKeyID, nonce: [UInt8], ciphertext: [UInt8], equalityTag: [UInt8]) {
    self.keyID = keyID
    self.nonce = nonce
    self.ciphertext = ciphertext
    self.equalityTag = equalityTag
  }
}

/// A text under a key of its own, wrapped to each named recipient with HPKE.
package struct ConfidentialValue: Hashable, Sendable {
  package struct Recipient: Hashable, Sendable {
    /// SHA-256 of the recipient's public key, so that a reader finds its own wrap.
    package let keyHash: Digest
    /// HPKE: encapsulated key, then the sealed data key.
    package let wrappedKey: [UInt8]

    package init(keyHash: Digest, wrappedKey: [UInt8]) {
      self.keyHash = keyHash
      self.wrappedKey = wrappedKey
    }
  }

  package let nonce: [UInt8]
  package let ciphertext: [UInt8]
  package let recipients: [Recipient]

  package init(nonce: [UInt8], ciphertext: [UInt8], recipients: [Recipient]) {
    self.nonce = nonce
    self.ciphertext = ciphertext
    self.recipients = recipients
  }
}
