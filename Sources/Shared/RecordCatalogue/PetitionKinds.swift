import VisitModel

/// A suggestion or an appeal of an employee (職員提議、申訴表, R2-13 to R2-17). Texts are sealed under a key
/// of the petition's own, which the office hands to the two parties alone. Who wrote to whom, and when, is
/// in the log: deadlines follow from it.
package enum PetitionField {
  package static let kind: UInt32 = 1
  package static let employee: UInt32 = 2
  package static let department: UInt32 = 3
  /// The direct superior.
  package static let superior: UInt32 = 4
  package static let submittedAt: UInt32 = 5
  package static let zoneMinutes: UInt32 = 6
  /// Sealed: what it is about, the facts, the list of evidence, what is wished for.
  package static let matter: UInt32 = 7
  package static let facts: UInt32 = 8
  package static let evidence: UInt32 = 9
  package static let wish: UInt32 = 10
  /// 受理, by the superior.
  package static let acceptedAt: UInt32 = 11
  package static let acceptedBy: UInt32 = 12
  /// Sealed.
  package static let reply: UInt32 = 13
  package static let repliedAt: UInt32 = 14
  package static let repliedBy: UInt32 = 15
  /// The employee's word on the reply.
  package static let answer: UInt32 = 16
  package static let answeredAt: UInt32 = 17
  /// Handed to the general affairs department by the employee.
  package static let escalatedAt: UInt32 = 18
  /// Sealed: why the reply is not enough.
  package static let objection: UInt32 = 19
  /// 受理, by the general affairs department or the general manager.
  package static let takenAt: UInt32 = 20
  package static let takenBy: UInt32 = 21
  /// Sealed.
  package static let finding: UInt32 = 22
  package static let decision: UInt32 = 23
  package static let decidedAt: UInt32 = 24
  package static let decidedBy: UInt32 = 25
  package static let withdrawnAt: UInt32 = 26
  /// Who answered, escalated and withdrew: the employee, or it does not count.
  package static let answeredBy: UInt32 = 27
  package static let escalatedBy: UInt32 = 28
  package static let withdrawnBy: UInt32 = 29
}

extension PetitionKind: StoredCodeSet { package static var setNumber: UInt32 { 39 } }
extension PetitionAnswer: StoredCodeSet { package static var setNumber: UInt32 { 40 } }
