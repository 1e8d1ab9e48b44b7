/// What has to be talked over with one household outside visits: its contract and its property (R1-31 to
/// R1-34).
package enum IncidentKind: Int, CodeSet {
  /// Something in a contract is unclear, or missing.
  case contractQuery = 1
  /// What was agreed changes, whatever the cause.
  case contractChange
  /// Property of the household that the firm keeps or uses.
  case propertyLost, propertyDamaged, propertyUnfit

  package var isContract: Bool { self == .contractQuery || self == .contractChange }
}

/// How far it is; computed, never stored.
package enum IncidentStage: Int, CodeSet {
  /// Found, and the household does not know.
  case found = 1
  case told
  /// Both sides have confirmed what they agreed.
  case confirmed
  case closed
  case voided
}
