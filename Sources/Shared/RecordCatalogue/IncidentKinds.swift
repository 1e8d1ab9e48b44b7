import VisitModel

/// A contract query, a contract change, or property lost, damaged or unfit (R1-31 to R1-34). Texts are
/// sealed under the household's key of the year in which it was found.
package enum IncidentField {
  package static let household: UInt32 = 1
  package static let kind: UInt32 = 2
  /// The contract's number; of no person.
  package static let reference: UInt32 = 3
  package static let department: UInt32 = 4
  /// When it was found, or the firm came to know of it, as stated; the clock runs from there (A30, A31).
  package static let foundAt: UInt32 = 5
  package static let account: UInt32 = 6
  package static let recordedAt: UInt32 = 7
  package static let zoneMinutes: UInt32 = 8
  /// Sealed: what it is, and of a change its cause.
  package static let text: UInt32 = 9
  /// When the household was told, or asked, by whom and how.
  package static let toldAt: UInt32 = 10
  package static let toldBy: UInt32 = 11
  package static let channel: UInt32 = 12
  /// Sealed: what it said.
  package static let response: UInt32 = 13
  /// Both sides' word on it.
  package static let firmConfirmedAt: UInt32 = 14
  package static let firmConfirmedBy: UInt32 = 15
  package static let householdConfirmedAt: UInt32 = 16
  /// The colleague who heard it from the household.
  package static let householdHeardBy: UInt32 = 17
  /// Sealed.
  package static let outcome: UInt32 = 18
  package static let closedAt: UInt32 = 19
  package static let closedBy: UInt32 = 20
  package static let voidedAt: UInt32 = 21
  /// Sealed.
  package static let voidReason: UInt32 = 22
  /// Sealed: what both sides confirm.
  package static let agreement: UInt32 = 23
}

extension IncidentKind: StoredCodeSet { package static var setNumber: UInt32 { 41 } }
