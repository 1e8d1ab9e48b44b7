import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel

/// The names kept for households of one site, opened in memory for one search.
package struct HouseholdNames: Sendable {
  package struct Named: Sendable {
    package let household: RecordID
    package let name: String
  }

  package let names: [Named]
  /// Names that are there and cannot be opened: their key was destroyed, or has not come.
  package let closed: Int
}

extension Office {
  /// Opens the names of all households of a site, those that left included, and nothing else of them. Whoever
  /// asks was asked who they are (`attendants`), and how many there may be (`SiteView.householdCount`).
  package func householdNames(of site: ScopeID, on replica: Replica) throws -> HouseholdNames {
    let states = try replica.records.states(of: .household, in: site)
    return try environment.keyDatabase.read { connection in
      let table = KeyTable(connection, storeKey: secrets.storeKey)
      var names: [HouseholdNames.Named] = []
      var closed = 0
      for (id, state) in states {
        guard let sealed = state.sealed(HouseholdField.name) else { continue }
        let record = RecordKey(scope: site, type: .household, id: id)
        do {
          if let key = try table.key(sealed.keyID) {
            let name = try SealedText.open(
              sealed, with: key.key, record: record, field: HouseholdField.name)
            names.append(HouseholdNames.Named(household: id, name: name))
          } else {
            closed += 1
          }
        } catch is SealingFailure { closed += 1 }
      }
      return HouseholdNames(names: names, closed: closed)
    }
  }
}
