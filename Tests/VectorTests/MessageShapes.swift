import ConflictFreeRecords
import Fingerprint
import SyncProtocol
import VisitModel

/// `messages.json`
struct MessageFile: Decodable, Sendable {
  struct Office: Decodable, Sendable {
    let seed: Hex
    let `public`: VerifyingKey
  }

  struct Sum: Decodable, Sendable {
    let count: UInt64
    let sum: Digest
    var digest: SetDigest { SetDigest(count: count, sum: sum) }
  }

  struct Cursor: Decodable, Sendable {
    let scope: ScopeID
    let epoch: Epoch?
    let position: UInt64
    let digest: Sum
  }

  struct Key: Decodable, Sendable {
    let keyId: DataKeyID
    let scope: ScopeID
    let household: RecordID
    let year: Int
    let retentionClass: Int
    let sealed: Hex
  }

  struct Pushed: Decodable, Sendable {
    let envelope: Hex
    let keys: [Key]
  }

  struct Asked: Decodable, Sendable {
    let `protocol`: UInt32
    let scopes: [Cursor]
    let bundles: [Pushed]
    let program: String
    let pageBytesMax: Int
    let language: String
  }

  struct Request: Vector {
    let name: String
    let path: String
    let bytes: Hex
    let fault: FaultClass?
    let device: VerifyingKey?
    let challenge: Hex?
    let enrolment: Hex?
    let transportKey: VerifyingKey?
    let body: Hex?
    let sync: Asked?
  }

  struct Outcome: Decodable, Sendable {
    let bundle: BundleID
    let outcome: Int
    let reason: Int
    let sentence: String
    let receipt: Hex
  }

  struct Item: Decodable, Sendable {
    let position: UInt64
    let envelope: Hex
  }

  struct Page: Decodable, Sendable {
    let scope: ScopeID
    let epoch: Epoch
    let standing: Int
    let items: [Item]
    let next: UInt64
    let more: Bool
    let digest: Sum
    let keyHead: UInt64
  }

  struct Answer: Decodable, Sendable {
    let epoch: Epoch
    let results: [Outcome]
    let pages: [Page]
    let serverTimeMs: Int64
    let lowestProgram: String
    let follow: [ScopeID]
    let challenge: Hex
    let again: Bool
  }

  struct Response: Vector {
    let name: String
    let path: String
    let bytes: Hex
    let fault: FaultClass?
    let body: Hex?
    let sync: Answer?
  }

  struct Signed: Vector {
    let name: String
    let bytes: Hex
    let hash: Digest
    let fault: FaultClass?
    let bundle: BundleID?
    let scope: ScopeID?
    let epoch: Epoch?
    let receivedAtMs: Int64?
    let outcome: Int?
    let reason: Int?
  }

  struct Digests: Vector {
    let name: String
    let ids: [BundleID]
    let count: UInt64
    let sum: Digest
    let text: String
  }

  let office: Office
  let requests: Vectors<Request>
  let answered: Hex
  let responses: Vectors<Response>
  let receipts: Vectors<Signed>
  let bodies: Vectors<Body>
  let digests: Vectors<Digests>
}

/// The body of one message; which of the fields there are depends on the message.
struct Body: Vector {
  struct Office: Decodable, Sendable {
    let signingKey: VerifyingKey
    let sealingKey: SealingPublicKey
    let company: ScopeID
    let name: String
  }

  struct Cursor: Decodable, Sendable {
    let scope: ScopeID
    let after: UInt64
  }

  struct Page: Decodable, Sendable {
    let scope: ScopeID
    let sealed: Hex
    let next: UInt64
    let more: Bool
    let refused: Bool
  }

  struct Fields: Decodable, Sendable {
    let `protocol`: UInt32?
    let scope: ScopeID?
    let low: BundleID?
    let high: BundleID?
    let ids: [BundleID]?
    let wanted: [BundleID]?
    let lacking: [BundleID]?
    let challenge: Hex?
    let again: Bool?
    let scopes: [Cursor]?
    let pages: [Page]?
    let codeId: Hex?
    let sealed: Hex?
    let office: Office?
    let outcome: Int?
    let reason: Int?
    let enrolment: Hex?
    let account: AccountID?
    let follow: [ScopeID]?
  }

  let path: String
  let message: String
  let bytes: Hex
  let fields: Fields
  var name: String { "\(message) \(bytes.bytes.count)" }
}
