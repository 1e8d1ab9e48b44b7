import ConflictFreeRecords
import Fingerprint
import VisitModel

/// A bundle as bytes, from the written specification alone.
func bytesByHand(_ bundle: Bundle) -> [UInt8] {
  ProtoWriter { out in
    out.message(1) { $0.header(bundle.header) }
    for change in bundle.changes { out.message(2) { $0.change(change) } }
  }.bytes
}

/// Bundle bytes and signature as they travel, made without the codec.
struct HandEnvelope: Sendable {
  let bundle: [UInt8]
  let signature: [UInt8]

  init(bundle: [UInt8], signature: [UInt8]) {
    self.bundle = bundle
    self.signature = signature
  }

  init(signing bundle: [UInt8], with key: SigningKey) throws {
    let id = Digest(domain: "rounds bundle v1", bundle)
    let message = Digest(domain: "rounds signature v1", id.bytes).bytes
    self.init(bundle: bundle, signature: try key.signature(for: message))
  }

  var id: BundleID { Digest(domain: "rounds bundle v1", bundle) }

  /// What the next bundle of the device names as `previous`.
  var link: Digest { Digest(domain: "rounds envelope v1", bundle, signature) }

  var bytes: [UInt8] {
    ProtoWriter {
      $0.blob(1, bundle)
      $0.blob(2, signature)
    }.bytes
  }

  /// The same bundle under a signature that nobody made.
  func forged() -> HandEnvelope {
    var wrong = signature
    wrong[9] ^= 0x40
    return HandEnvelope(bundle: bundle, signature: wrong)
  }
}

extension ProtoWriter {
  fileprivate mutating func header(_ header: BundleHeader) {
    number(1, UInt64(header.formatVersion))
    blob(2, header.scope.bytes)
    blob(3, header.device.bytes)
    fixed(4, header.writer.rawValue)
    blob(5, header.previous?.bytes ?? [])
    signed(6, header.claimedAt.millisecondsSince1970)
    signed(7, Int64(header.zone.minutes))
    blob(8, header.boot.bytes)
    number(9, header.monotonicMs)
    blob(10, header.lastReceipt?.bytes ?? [])
    text(11, header.program)
    blob(12, header.account.bytes)
    number(13, UInt64(header.lowestReader))
  }

  fileprivate mutating func change(_ change: Change) {
    number(1, UInt64(change.type.number))
    blob(2, change.record.bytes)
    for ancestor in change.saw {
      message(3) {
        $0.blob(1, ancestor.bundle.bytes)
        $0.number(2, UInt64(ancestor.index))
      }
    }
    for field in change.fields {
      message(4) {
        $0.number(1, UInt64(field.number))
        $0.message(2) { $0.value(field.value) }
      }
    }
  }

  private mutating func value(_ value: Value) {
    switch value {
    case .text(let text): blobAlways(1, Array(text.utf8))
    case .integer(let number): signedAlways(2, number)
    case .decimal(let units, let scale):
      message(3) {
        $0.signed(1, units)
        $0.number(2, UInt64(scale))
      }
    case .instant(let instant): signedAlways(4, instant.millisecondsSince1970)
    case .date(let date): signedAlways(5, Int64(date.daysSince1970))
    case .code(let set, let number):
      message(6) {
        $0.number(1, UInt64(set))
        $0.signed(2, Int64(number))
      }
    case .reference(let key):
      message(7) {
        $0.blob(1, key.scope.bytes)
        $0.number(2, UInt64(key.type.number))
        $0.blob(3, key.id.bytes)
      }
    case .bytes(let bytes): blobAlways(8, bytes)
    case .attachment(let file):
      message(9) {
        $0.blob(1, file.hash.bytes)
        $0.number(2, UInt64(file.size))
        $0.text(3, file.mediaType)
      }
    case .sealed(let sealed):
      message(10) {
        $0.blob(1, sealed.keyID.bytes)
        $0.blob(2, sealed.nonce)
        $0.blob(3, sealed.ciphertext)
        $0.blob(4, sealed.equalityTag)
      }
    case .confidential(let note):
      message(11) {
        $0.blob(1, note.nonce)
        $0.blob(2, note.ciphertext)
        for recipient in note.recipients {
          $0.message(3) {
            $0.blob(1, recipient.keyHash.bytes)
            $0.blob(2, recipient.wrappedKey)
          }
        }
      }
    case .unknown(let bytes): raw(bytes)
    }
  }
}
