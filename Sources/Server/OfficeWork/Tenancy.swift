import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import VisitModel

/// What a row of a roster means for its unit: who stays, who leaves, who joins.
///
/// What a row does not say about the occupancy is as it was; a new unit is occupied. A unit that became occupied gets a new household; one that is no longer occupied sees its
/// household depart; a joining date later than the household's own is a new family.
struct Tenancy {
  let unit: RecordKey
  /// Nothing for a unit that was not known before.
  let unitState: RecordState?
  /// The unit's newest household, whether it still lives there or not.
  let current: RecordKey?
  let currentState: RecordState?
  let stays: RecordKey?
  let leaves: RecordKey?
  let joins: RecordKey?
  let occupancy: Occupancy

  init(_ row: HouseholdRow, of site: ScopeID, in company: ScopeID, on replica: Replica) throws {
    let id = RecordIdentity.unit(company: company, site: site, code: row.unit)
    unit = RecordKey(scope: site, type: .unit, id: id)
    unitState = try replica.records.state(of: unit)
    current = unitState?.reference(UnitField.currentHousehold)
    currentState = try current.flatMap { try replica.records.state(of: $0) }
    let hasDeparted = currentState?.date(HouseholdField.departedOn) != nil
    let since = currentState?.date(HouseholdField.joinedOn)
    let isAnotherFamily = row.joinedOn.map { joined in since.map { joined > $0 } ?? false } ?? false
    let known = unitState?.code(UnitField.occupancy, as: Occupancy.self)
    occupancy = row.occupancy ?? known ?? .occupied
    let livesOn = current != nil && !hasDeparted && occupancy.isOccupied && !isAnotherFamily
    stays = livesOn ? current : nil
    leaves = livesOn || hasDeparted ? nil : current
    joins =
      occupancy.isOccupied && !livesOn
      ? RecordKey(
        scope: site, type: .household,
        id: RecordIdentity.household(unit: id, previous: current?.id)) : nil
  }
}
