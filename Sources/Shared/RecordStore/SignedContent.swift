package import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import VisitModel

/// What a household signs: the visit and its opinions as they stood (R1-52, A43).
///
/// The digest covers every field's winner but the voiding, with sealed texts by their equality tag,
/// so that it can be checked without a key and any later change shows.
package enum SignedContent {
  package static func digest(of visit: RecordKey, in replica: Replica) throws -> Digest {
    guard let state = try replica.records.state(of: visit) else {
      throw StoreFault.damaged("a visit that the store lacks")
    }
    let opinions = try replica.records.members(.opinionOfVisit, of: visit)
    return digest(
      visit: state, opinions: opinions.map { (id: $0.key.id, state: $0.state) })
  }

  package static func digest(
    visit: RecordState, opinions: [(id: RecordID, state: RecordState)]
  ) -> Digest {
    var text: [UInt8] = []
    add(visit, leavingOut: [VisitField.voidedAt, VisitField.voidReason], to: &text)
    for (id, state) in opinions.sorted(by: { $0.id < $1.id }) {
      text.append(contentsOf: id.bytes)
      add(state, leavingOut: [], to: &text)
    }
    return Digest(domain: "rounds signed content v1", text)
  }

  static func add(
    _ state: RecordState, leavingOut: Set<UInt32>, to text: inout [UInt8]
  ) {
    for field in state.heads.keys.sorted() where !leavingOut.contains(field) {
      guard let value = state.winner(field) else { continue }
      text.append(contentsOf: "\n\(field):".utf8)
      if case .sealed(let sealed) = value {
        text.append(contentsOf: sealed.keyID.bytes + sealed.equalityTag)
      } else {
        text.append(contentsOf: ValueText.json(value).utf8)
      }
    }
  }
}
