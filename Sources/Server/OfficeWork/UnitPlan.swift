import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import VisitModel

/// What one row of a roster would change, before anything is written: the same whether it is shown or done.
struct UnitPlan {
  /// A name or telephone that the record does not say yet.
  struct Text {
    let field: UInt32
    let text: String
    let before: RosterChange.Value
  }

  let tenancy: Tenancy
  /// The household that departs.
  var leaving: RecordEdit?
  /// The household that stays or joins, without the texts that are to be sealed.
  var household: RecordEdit?
  var texts: [Text] = []
  var unit: RecordEdit

  /// - Parameter unknown: which of the row's texts a household's record does not say yet.
  init(
    _ row: HouseholdRow, _ tenancy: Tenancy, _ today: CivilDate,
    unknown: (RecordKey, RecordState?) throws -> [Text]
  ) throws {
    self.tenancy = tenancy
    // What a known unit's row leaves open stays.
    let kind = row.kind ?? (tenancy.unitState == nil ? .dwelling : nil)
    unit = RecordEdit(
      .unit, tenancy.unit.id,
      [
        UnitField.code: .text(row.unit.text), UnitField.kind: kind.map { .code($0) },
        UnitField.occupancy: .code(tenancy.occupancy),
      ])
    if let leaving = tenancy.leaves {
      let day = tenancy.joins == nil ? today : row.joinedOn ?? today
      self.leaving = RecordEdit(
        .household, leaving.id, [HouseholdField.departedOn: .date(day)])
    }
    if let staying = tenancy.stays {
      var edit = RecordEdit(
        .household, staying.id,
        [HouseholdField.isRestricted: row.isRestricted.map { .flag($0) }])
      if let joined = row.joinedOn, tenancy.currentState?.date(HouseholdField.joinedOn) == nil {
        edit[HouseholdField.joinedOn] = .date(joined)
      }
      household = tenancy.currentState.map { edit.differing(from: $0) } ?? edit
      texts = try unknown(staying, tenancy.currentState)
    }
    if let joining = tenancy.joins {
      var edit = RecordEdit(
        .household, joining.id,
        [
          HouseholdField.isRestricted: .flag(row.isRestricted ?? false),
          HouseholdField.unit: .reference(tenancy.unit),
        ])
      if let before = tenancy.current { edit[HouseholdField.previous] = .reference(before) }
      // A roster without dates does not say since when the first family it names lives there; who
      // follows another joins, at the latest, today.
      if let joined = row.joinedOn ?? (tenancy.current == nil ? nil : today) {
        edit[HouseholdField.joinedOn] = .date(joined)
      }
      household = edit
      texts = try unknown(joining, nil)
      unit[UnitField.currentHousehold] = .reference(joining)
    }
    if let state = tenancy.unitState { unit = unit.differing(from: state) }
  }

  var resident: RecordKey? { tenancy.stays ?? tenancy.joins }

  var isChange: Bool {
    leaving != nil || !(household?.fields.isEmpty ?? true) || !texts.isEmpty
      || !unit.fields.isEmpty
  }

  /// What it comes to, in words' order.
  func outcome(_ row: HouseholdRow) -> RosterOutcome {
    var changes = RosterChange.of(unit, from: tenancy.unitState)
    if let leaving { changes += RosterChange.of(leaving, from: tenancy.currentState) }
    if let household {
      let state = tenancy.stays == nil ? nil : tenancy.currentState
      changes += RosterChange.of(household, from: state)
    }
    for text in texts {
      let field: RosterChange.Field = text.field == HouseholdField.name ? .name : .telephone
      changes.append(RosterChange(field, text.before, .text(text.text)))
    }
    return RosterOutcome(
      kind: tenancy.unitState == nil ? .added : isChange ? .changed : .unchanged,
      changes: changes,
      passesOverNames: resident == nil && (row.name != nil || row.telephone != nil))
  }
}
