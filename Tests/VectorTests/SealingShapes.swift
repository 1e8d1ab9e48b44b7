import ConflictFreeRecords
import Fingerprint
import VisitModel

/// `sealing.json`
struct SealingFile: Decodable, Sendable {
  struct Text: Vector {
    let name: String
    let text: String
    let textUTF8: Hex
    let key: DataKey
    let keyId: DataKeyID
    let nonce: Hex
    let scope: ScopeID
    let type: UInt32
    let record: RecordID
    let field: UInt32
    let context: Hex
    let ciphertext: Hex
    let equalityTag: Hex
  }

  struct Shut: Vector {
    let name: String
    let key: DataKey
    let keyId: DataKeyID
    let nonce: Hex
    let scope: ScopeID
    let type: UInt32
    let record: RecordID
    let field: UInt32
    let ciphertext: Hex
    let equalityTag: Hex
  }

  struct Recipient: Decodable, Sendable {
    let privateKey: Hex
    let publicKey: SealingPublicKey
    let keyHash: Digest
    let wrappedKey: Hex
  }

  struct Stranger: Decodable, Sendable { let privateKey: Hex }

  struct Note: Vector {
    let name: String
    let text: String
    let textUTF8: Hex
    let contentKey: DataKey
    let nonce: Hex
    let scope: ScopeID
    let type: UInt32
    let record: RecordID
    let field: UInt32
    let context: Hex
    let padded: Hex
    let ciphertext: Hex
    let info: Hex
    let recipients: [Recipient]
    let stranger: Stranger
  }

  struct Share: Vector {
    let name: String
    let contentKey: DataKey
    let share: Hex
    let textKey: DataKey
  }

  struct Household: Vector {
    let keyId: DataKeyID
    let household: RecordID
    let year: Int
    let retentionClass: Int
    let key: DataKey
    let scope: ScopeID
    let officePrivateKey: Hex
    let officePublicKey: SealingPublicKey
    let info: Hex
    let context: Hex
    let sealed: Hex
    var name: String { "key \(keyId)" }
  }

  struct ListedKey: Decodable, Sendable {
    let keyId: DataKeyID
    let household: RecordID
    let year: Int
    let retentionClass: Int
    let key: DataKey
  }

  struct KeyList: Vector {
    let scope: ScopeID
    let devicePrivateKey: Hex
    let devicePublicKey: SealingPublicKey
    let info: Hex
    let context: Hex
    let plain: Hex
    let sealed: Hex
    let keys: [ListedKey]
    var name: String { "keys of \(scope)" }
  }

  let sealedTexts: Vectors<Text>
  let cannotOpen: Vectors<Shut>
  let confidentialNotes: Vectors<Note>
  let noteShares: Vectors<Share>
  let householdKeys: Vectors<Household>
  let keyLists: Vectors<KeyList>
}

/// `enrolment.json`
struct EnrolmentFile: Decodable, Sendable {
  struct Office: Decodable, Sendable {
    let signingKey: VerifyingKey
    let sealingKey: SealingPublicKey
    let company: ScopeID
    let fingerprint: Hex
  }

  struct Code: Vector {
    let text: String
    let id: Hex
    let secret: Hex
    let office: Hex
    let checksum: Hex
    let secretHash: Digest
    var name: String { text }
  }

  struct Typed: Vector {
    let name: String
    let typed: String
    let code: String
  }

  struct Refused: Vector {
    let name: String
    let typed: String
  }

  struct Possession: Decodable, Sendable {
    let secret: Hex
    let deviceSeed: Hex
    let device: VerifyingKey
    let sealingKey: SealingPublicKey
    let message: Hex
    let signature: Hex
  }

  struct SealedSecret: Decodable, Sendable {
    let officePrivateKey: Hex
    let info: Hex
    let context: Hex
    let plain: Hex
    let sealed: Hex
    let laptop: String
    let program: String
  }

  let office: Office
  let otherOffice: Office
  let codes: Vectors<Code>
  let readTheSame: Vectors<Typed>
  let refused: Vectors<Refused>
  let possession: Possession
  let sealedSecret: SealedSecret
}
