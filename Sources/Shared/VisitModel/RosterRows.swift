// Rows of lists that somebody hands in, already checked. What a row leaves open stays as it is.

/// One site as a list names it.
package struct SiteRow: Hashable, Sendable {
  package let code: UnitCode
  package let name: String
  /// Nothing when the list does not say.
  package let city: String?
  /// Nothing when the list does not say.
  package let propertyCompany: String?
  /// Delivered units.
  package let totalUnits: Int

  package init(
    code: UnitCode, name: String, city: String?, propertyCompany: String?, totalUnits: Int
  ) {
    self.code = code
    self.name = name
    self.city = city
    self.propertyCompany = propertyCompany
    self.totalUnits = totalUnits
  }
}

/// One unit as a roster names it. Nothing stands for what the roster does not say: of a unit that is known
/// it stays as it is, and a new one is an occupied dwelling that may be visited.
package struct HouseholdRow: Hashable, Sendable {
  package let unit: UnitCode
  package let kind: UnitKind?
  package let occupancy: Occupancy?
  package let name: String?
  package let telephone: String?
  package let joinedOn: CivilDate?
  /// Only a plain no lifts the mark "do not visit".
  package let isRestricted: Bool?

  package init(
    unit: UnitCode, kind: UnitKind?, occupancy: Occupancy?, name: String?, telephone: String?,
    joinedOn: CivilDate?, isRestricted: Bool?
  ) {
    self.unit = unit
    self.kind = kind
    self.occupancy = occupancy
    self.name = name
    self.telephone = telephone
    self.joinedOn = joinedOn
    self.isRestricted = isRestricted
  }
}
