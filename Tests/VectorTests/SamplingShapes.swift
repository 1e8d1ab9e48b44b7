import ConflictFreeRecords
import Fingerprint
import VisitModel

/// `sampling.json`
struct SamplingFile: Decodable, Sendable {
  struct Round: Vector {
    let number: Int
    let seed: Hex
    var name: String { "round \(number)" }
  }

  struct Household: Vector {
    let unit: String
    let household: RecordID
    var name: String { "unit \(unit)" }
  }

  struct Number: Vector {
    let round: Int
    let household: RecordID
    let number: Word
    var name: String { "household \(household) in round \(round)" }
  }

  struct Owner: Vector {
    let household: RecordID
    let slot: String
    var name: String { "household \(household)" }
  }

  struct Slots: Vector {
    let version: Int
    let names: [String]
    let round: Int
    let owners: Vectors<Owner>
    var name: String { "slot list \(version)" }
  }

  struct SlotNames: Decodable, Sendable {
    let version: Int
    let names: [String]
  }

  struct Entry: Decodable, Sendable {
    let household: RecordID
    let number: Word
    let kind: String
  }

  struct Drawn: Vector {
    let name: String
    let round: Int
    let organiser: String
    let slot: String
    let slots: SlotNames
    let primaryCount: Int
    let reserveCount: Int
    let eligible: [RecordID]
    let eligibleDigest: Digest
    let entries: [Entry]
  }

  struct TurnChange: Decodable, Sendable {
    let change: ChangeID
    let saw: [ChangeID]
  }

  struct Visit: Decodable, Sendable {
    let id: RecordID
    let startMs: Int64
    let organiser: String
    let turnChange: ChangeID
    let draw: RecordID?
    let drawTurnChange: ChangeID?
    let knownAtStart: [ChangeID]
    let decision: Decision?
  }

  struct Decision: Decodable, Sendable {
    let against: RecordID
    let kind: String
  }

  struct Duplicate: Vector {
    let name: String
    let turn: [TurnChange]
    let visits: [Visit]
    let members: [RecordID]
    let cause: String?
    let forewarned: [RecordID]
    let earnPlace: [RecordID]
  }

  struct Figures: Decodable, Sendable {
    let counted: Int
    let company: Int
    let returnVisits: Int
    let repeats: Int
    let excused: Int
    let recordedTwice: Int
  }

  struct Settled: Vector {
    let name: String
    let turn: [TurnChange]
    let visits: [Visit]
    let inForce: [RecordID]
    let isOpen: Bool
    let credited: RecordID
    let figures: Figures
  }

  let siteSeed: Hex
  let rounds: Vectors<Round>
  let households: Vectors<Household>
  let numbers: Vectors<Number>
  let slotLists: Vectors<Slots>
  let draws: Vectors<Drawn>
  let duplicates: Vectors<Duplicate>
  let settlements: Vectors<Settled>
}
