import ConflictFreeRecords
import Fingerprint
import VisitModel

/// `identity.json`
struct IdentityFile: Decodable, Sendable {
  struct Inputs: Decodable, Sendable {
    let company: ScopeID?
    let site: ScopeID?
    let code: String?
    let unit: RecordID?
    let previous: RecordID?
    let number: Int?
    let round: RecordID?
    let household: RecordID?
    let month: Int64?
    let draw: RecordID?
    let key: Hex?
    let account: AccountID?
    let visit: RecordID?
    let matter: RecordID?
    let summary: RecordID?
    let letter: RecordID?
    let about: RecordID?
    let rule: String?
    let listVersion: Int?
    let order: Int?
    let year: Int?
    let date: String?
    let decision: String?
    let bundle: Hex?
    let notice: RecordID?
    let scope: ScopeID?
    let kind: Int?
    let department: Int?
    let week: String?
    let subject: RecordID?
    let survey: RecordID?
    let slip: String?
  }

  struct Record: Vector {
    let kind: String
    let inputs: Inputs
    let id: RecordID
    var name: String { "\(kind) \(id)" }
  }

  struct Accepted: Vector {
    let typed: String
    let typedUTF8: Hex
    let normalised: String
    let normalisedUTF8: Hex
    let why: String
    var name: String { why }
  }

  struct Refused: Vector {
    let typed: String
    let typedUTF8: Hex
    let why: String
    var name: String { why }
  }

  struct UnitCodes: Decodable, Sendable {
    let accepted: Vectors<Accepted>
    let refused: Vectors<Refused>
  }

  let records: Vectors<Record>
  let unitCodes: UnitCodes
}

/// `bundles.json`
struct BundleFile: Decodable, Sendable {
  struct Key: Decodable, Sendable {
    let seed: Hex
    let `public`: VerifyingKey
    let fingerprint: String
  }

  struct Header: Decodable, Sendable {
    let formatVersion: UInt32
    let writer: Word
    let previous: Digest?
    let claimedAtMs: Int64
    let zoneMinutes: Int
    let boot: BootID
    let monotonicMs: UInt64
    let lastReceipt: Digest?
    let program: String
    let account: AccountID
    let lowestReader: UInt32
  }

  struct Field: Decodable, Sendable {
    let number: UInt32
    let value: String
  }

  struct Change: Decodable, Sendable {
    let type: UInt32
    let record: RecordID
    let saw: [ChangeID]
    let fields: [Field]
  }

  struct Good: Vector {
    let name: String
    let envelope: Hex
    let id: BundleID
    let link: Digest
    let scope: ScopeID
    let device: VerifyingKey
    let header: Header
    let readable: Bool
    let changes: [Change]
  }

  struct Faulty: Vector {
    let name: String
    let fault: FaultClass
    let envelope: Hex
  }

  struct Piece: Decodable, Sendable {
    let hex: Hex?
    let byte: Hex?
    let count: Int?
  }

  struct Large: Vector {
    let name: String
    let fault: FaultClass?
    let bytes: Int
    let id: BundleID
    let pieces: [Piece]
  }

  let keys: [String: Key]
  let bundles: Vectors<Good>
  let faults: Vectors<Faulty>
  let large: Vectors<Large>
}

/// `states.json`
struct StateFile: Decodable, Sendable {
  struct Digests: Decodable, Sendable {
    let count: UInt64
    let sum: Digest
    let text: String
  }

  struct Head: Decodable, Sendable {
    let change: ChangeID
    let claimedAtMs: Int64
    let value: String
  }

  struct Field: Decodable, Sendable {
    let number: UInt32
    let conflict: Bool
    let heads: [Head]
  }

  struct Record: Decodable, Sendable {
    let type: UInt32
    let id: RecordID
    let frontier: [ChangeID]
    let missing: [ChangeID]
    let parallel: Bool
    let fields: [Field]
  }

  struct History: Vector {
    let name: String
    let meaning: String
    let scope: ScopeID
    let envelopes: [Hex]
    let digest: Digests
    let records: [Record]
    let state: String
  }

  struct Signed: Vector {
    let name: String
    let scope: ScopeID
    let visit: RecordID
    let envelopes: [Hex]
    let digest: Digest
  }

  let histories: Vectors<History>
  let signedContent: Vectors<Signed>
}
