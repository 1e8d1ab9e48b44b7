import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import SyncProtocol
import Testing
import VisitModel
import WireFormat

@Suite("Sealing")
struct SealingVectorTests {
  @Test("gives the ciphertexts and equality tags of the vectors, and opens them again")
  func texts() throws {
    let file: SealingFile = try VectorFile.read("sealing")
    file.sealedTexts.check { one in
      let record = RecordKey(scope: one.scope, type: RecordType(one.type), id: one.record)
      #expect(utf8(one.text) == one.textUTF8.bytes, "\(one.name)")
      #expect(
        Hex(SealedText.context(record, field: one.field, key: one.keyId)) == one.context,
        "\(one.name)")
      let sealed = try SealedText.seal(
        one.text, under: one.key, id: one.keyId, nonce: one.nonce.bytes, record: record,
        field: one.field)
      let expected = SealedValue(
        keyID: one.keyId, nonce: one.nonce.bytes, ciphertext: one.ciphertext.bytes,
        equalityTag: one.equalityTag.bytes)
      #expect(sealed == .sealed(expected), "\(one.name)")
      let opened = try SealedText.open(expected, with: one.key, record: record, field: one.field)
      #expect(Hex(utf8(opened)) == one.textUTF8, "\(one.name)")
    }
  }

  @Test("does not open a text that was moved, or with another key")
  func cannotOpen() throws {
    let file: SealingFile = try VectorFile.read("sealing")
    file.cannotOpen.check { one in
      let record = RecordKey(scope: one.scope, type: RecordType(one.type), id: one.record)
      let value = SealedValue(
        keyID: one.keyId, nonce: one.nonce.bytes, ciphertext: one.ciphertext.bytes,
        equalityTag: one.equalityTag.bytes)
      #expect(throws: SealingFailure.cannotOpen, "\(one.name)") {
        try SealedText.open(value, with: one.key, record: record, field: one.field)
      }
    }
  }

  @Test("opens a confidential note for each of its readers and for nobody else")
  func readingNotes() throws {
    let file: SealingFile = try VectorFile.read("sealing")
    file.confidentialNotes.check { one in
      #expect(utf8(one.text) == one.textUTF8.bytes, "\(one.name)")
      #expect(Hex(SealedNote.context(one.key, field: one.field)) == one.context, "\(one.name)")
      let plain = try one.contentKey.open(
        one.ciphertext.bytes, nonce: one.nonce.bytes, context: one.context.bytes)
      #expect(Hex(plain) == one.padded, "\(one.name)")
      #expect(!one.recipients.isEmpty, "\(one.name)")
      for recipient in one.recipients {
        let key = try recipient.privateKey.sealingKey()
        #expect(key.publicKey == recipient.publicKey, "\(one.name)")
        let content = try key.open(
          recipient.wrappedKey.bytes, info: one.info.bytes, context: one.context.bytes)
        #expect(content == one.contentKey.bytes, "\(one.name)")
        let text = try SealedNote.open(
          one.value, with: key, share: nil, record: one.key, field: one.field)
        #expect(Hex(utf8(text)) == one.textUTF8, "\(one.name)")
      }
      let stranger = try one.stranger.privateKey.sealingKey()
      #expect(throws: SealingFailure.cannotOpen, "\(one.name)") {
        try SealedNote.open(
          one.value, with: stranger, share: nil, record: one.key, field: one.field)
      }
      for recipient in one.recipients {
        #expect(throws: SealingFailure.cannotOpen, "\(one.name)") {
          try stranger.open(
            recipient.wrappedKey.bytes, info: one.info.bytes, context: one.context.bytes)
        }
      }
    }
  }

  @Test("makes the key of a note's text from what its readers have and the share (A32)")
  func shares() throws {
    let file: SealingFile = try VectorFile.read("sealing")
    file.noteShares.check { one in
      let key = try SealedNote.contentKey(one.contentKey, share: one.share.bytes)
      #expect(key == one.textKey, "\(one.name)")
      #expect(throws: SealingFailure.malformedKey, "\(one.name)") {
        try SealedNote.contentKey(one.contentKey, share: Array(one.share.bytes.dropLast()))
      }
    }
  }

  @Test("writes a confidential note with the ciphertext and reader hashes of the vectors")
  func writingNotes() throws {
    let file: SealingFile = try VectorFile.read("sealing")
    file.confidentialNotes.check { one in
      let written = try SealedNote.seal(
        one.text, key: one.contentKey, share: nil, nonce: one.nonce.bytes,
        to: one.recipients.map(\.publicKey), record: one.key, field: one.field)
      guard case .confidential(let note) = written else {
        Issue.record("not confidential: \(one.name)")
        return
      }
      #expect(Hex(note.nonce) == one.nonce, "\(one.name)")
      #expect(Hex(note.ciphertext) == one.ciphertext, "\(one.name)")
      #expect(note.recipients.map(\.keyHash) == one.recipients.map(\.keyHash), "\(one.name)")
      for (wrap, recipient) in zip(note.recipients, one.recipients) {
        // The library chooses the ephemeral key itself; the vector's own wraps are opened above.
        let content = try recipient.privateKey.sealingKey().open(
          wrap.wrappedKey, info: one.info.bytes, context: one.context.bytes)
        #expect(content == one.contentKey.bytes, "\(one.name)")
      }
    }
  }

  @Test("hands household keys to the office as the vectors do")
  func householdKeys() throws {
    let file: SealingFile = try VectorFile.read("sealing")
    file.householdKeys.check { one in
      let office = try one.officePrivateKey.sealingKey()
      #expect(office.publicKey == one.officePublicKey, "\(one.name)")
      #expect(Hex(KeyWrap.toOffice) == one.info, "\(one.name)")
      #expect(Hex(one.keyId.bytes) == one.context, "\(one.name)")
      #expect(RetentionClass(rawValue: one.retentionClass) != nil, "\(one.name)")
      let key = try office.open(
        one.sealed.bytes, info: KeyWrap.toOffice, context: one.keyId.bytes)
      #expect(key == one.key.bytes, "\(one.name)")
      let again = try office.publicKey.seal(
        one.key.bytes, info: one.info.bytes, context: one.context.bytes)
      #expect(again.count == one.sealed.bytes.count, "\(one.name)")
      #expect(
        try office.open(again, info: KeyWrap.toOffice, context: one.keyId.bytes)
          == one.key.bytes, "\(one.name)")
    }
  }

  @Test("hands lists of household keys to a device as the vectors do")
  func keyLists() throws {
    let file: SealingFile = try VectorFile.read("sealing")
    file.keyLists.check { one in
      let device = try one.devicePrivateKey.sealingKey()
      #expect(device.publicKey == one.devicePublicKey, "\(one.name)")
      #expect(Hex(KeyWrap.toDevice) == one.info, "\(one.name)")
      #expect(Hex(one.scope.bytes) == one.context, "\(one.name)")
      let plain = try device.open(
        one.sealed.bytes, info: KeyWrap.toDevice, context: one.scope.bytes)
      #expect(Hex(plain) == one.plain, "\(one.name)")
      let keys = one.keys.map {
        HouseholdKey(
          id: $0.keyId, household: $0.household, year: $0.year,
          retentionClass: $0.retentionClass, key: $0.key)
      }
      #expect(!keys.isEmpty, "\(one.name)")
      #expect(try RepairCodec.decodeKeyList(plain) == keys, "\(one.name)")
      #expect(Hex(try RepairCodec.encodeKeyList(keys)) == one.plain, "\(one.name)")
    }
  }
}

extension SealingFile.Note {
  fileprivate var key: RecordKey {
    RecordKey(scope: scope, type: RecordType(type), id: record)
  }

  fileprivate var value: ConfidentialValue {
    ConfidentialValue(
      nonce: nonce.bytes, ciphertext: ciphertext.bytes,
      recipients: recipients.map {
        .init(keyHash: $0.keyHash, wrappedKey: $0.wrappedKey.bytes)
      })
  }
}
