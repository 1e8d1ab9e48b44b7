import VisitModel

// What was heard outside visits, and what becomes of every matter.

/// Something heard in everyday contact, over the front desk or from the opinion box (R1-05, R1-10 to
/// R1-12). What was said are opinions that name it in place of a visit.
package enum ContactField {
  /// Absent where nobody said who they are: texts are then sealed under a key of the contact itself.
  package static let household: UInt32 = 1
  package static let channel: UInt32 = 2
  /// When it was said, as stated.
  package static let at: UInt32 = 3
  package static let zoneMinutes: UInt32 = 4
  package static let month: UInt32 = 5
  /// Who wrote it down.
  package static let account: UInt32 = 6
  /// The colleague who heard it, where that is another: a name of the firm's own people.
  package static let heardBy: UInt32 = 7
  package static let metName: UInt32 = 8
  package static let relation: UInt32 = 9
  package static let telephone: UInt32 = 10
  package static let recordedAt: UInt32 = 11
  package static let voidedAt: UInt32 = 12
  package static let voidReason: UInt32 = 13
  /// By which of the methods of R1-07; absent where the channel says it.
  package static let method: UInt32 = 14
}

/// What becomes of one matter, which is an opinion; its id is computed from the opinion's, so that two
/// people who have not met disagree in one place.
package enum HandlingField {
  package static let matter: UInt32 = 1
  package static let state: UInt32 = 2
  package static let department: UInt32 = 3
  /// Who sees to it, and owes the household its answer.
  package static let handler: UInt32 = 4
  /// Its number in the other procedure.
  package static let reference: UInt32 = 5
  /// What the other procedure last said of it, and when.
  package static let status: UInt32 = 6
  package static let statusAt: UInt32 = 7
  /// What came of it.
  package static let outcome: UInt32 = 8
  /// Who wrote the newest of these, and when.
  package static let account: UInt32 = 9
  package static let at: UInt32 = 10
}

extension Channel: StoredCodeSet { package static var setNumber: UInt32 { 24 } }
extension CommunicationMethod: StoredCodeSet { package static var setNumber: UInt32 { 30 } }
extension MatterState: StoredCodeSet { package static var setNumber: UInt32 { 25 } }
extension Department: StoredCodeSet { package static var setNumber: UInt32 { 26 } }
extension ProcedureStatus: StoredCodeSet { package static var setNumber: UInt32 { 27 } }
