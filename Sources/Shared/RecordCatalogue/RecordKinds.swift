package import ConflictFreeRecords

// The kinds of records and their numbered fields: the contract of `protocol/records.md`. Numbers are
// never reused or given another meaning; a new fact gets a new number.

extension RecordType {
  /// Numbers are in the order in which the kinds came; this one came 27th.
  package static let admission = RecordType(27)
  package static let company = RecordType(1)
  package static let site = RecordType(2)
  package static let unit = RecordType(3)
  package static let household = RecordType(4)
  package static let account = RecordType(5)
  package static let assignment = RecordType(6)
  package static let device = RecordType(7)
  package static let custodianKey = RecordType(8)
  package static let monthFrame = RecordType(9)
  package static let round = RecordType(10)
  package static let slot = RecordType(11)
  package static let draw = RecordType(12)
  package static let drawEntry = RecordType(13)
  package static let turn = RecordType(14)
  package static let visit = RecordType(15)
  package static let opinion = RecordType(16)
  package static let interviewer = RecordType(17)
  package static let signature = RecordType(18)
  package static let attempt = RecordType(19)
  package static let appointment = RecordType(20)
  package static let confidentialNote = RecordType(21)
  package static let reason = RecordType(22)
  package static let policySetting = RecordType(23)
  package static let erasure = RecordType(24)
  package static let settlement = RecordType(25)
  package static let conflictSettlement = RecordType(26)
  package static let calendarYear = RecordType(28)
  package static let calendarDay = RecordType(29)
  package static let review = RecordType(30)
  package static let recontact = RecordType(31)
  package static let contact = RecordType(32)
  package static let handling = RecordType(33)
  package static let summary = RecordType(34)
  package static let summaryAmendment = RecordType(35)
  package static let letter = RecordType(36)
  package static let letterMatter = RecordType(37)
  package static let waiver = RecordType(38)
  package static let escalation = RecordType(39)
  package static let notice = RecordType(40)
  package static let noticePlace = RecordType(41)
  package static let posting = RecordType(42)
  package static let seal = RecordType(43)
  package static let signCheck = RecordType(44)
  package static let meeting = RecordType(45)
  package static let meetingTask = RecordType(46)
  package static let retentionHold = RecordType(47)
  package static let petition = RecordType(48)
  package static let incident = RecordType(49)
  package static let survey = RecordType(50)
  package static let surveyResponse = RecordType(51)

  /// Records of trust and of the frame: only the office writes them.
  package static let writtenByOfficeOnly: Set<RecordType> = [
    .admission,
    .company, .site, .unit, .account, .assignment, .device, .custodianKey, .monthFrame, .round,
    .slot, .policySetting, .erasure, .settlement, .calendarYear, .calendarDay,
    .summaryAmendment, .waiver, .escalation, .retentionHold,
  ]

  /// The name in `--json` and in documents; a number for a kind of a later program.
  package var name: String { Self.names[self] ?? "type\(number)" }

  private static let names: [RecordType: String] = [
    .admission: "admission",
    .company: "company", .site: "site", .unit: "unit", .household: "household",
    .account: "account", .assignment: "assignment", .device: "device",
    .custodianKey: "custodianKey", .monthFrame: "monthFrame", .round: "round", .slot: "slot",
    .draw: "draw", .drawEntry: "drawEntry", .turn: "turn", .visit: "visit", .opinion: "opinion",
    .interviewer: "interviewer", .signature: "signature", .attempt: "attempt",
    .appointment: "appointment", .confidentialNote: "confidentialNote", .reason: "reason",
    .policySetting: "policySetting", .erasure: "erasure", .settlement: "settlement",
    .conflictSettlement: "conflictSettlement", .calendarYear: "calendarYear",
    .calendarDay: "calendarDay", .review: "review", .recontact: "recontact",
    .contact: "contact", .handling: "handling", .summary: "summary",
    .summaryAmendment: "summaryAmendment", .letter: "letter", .letterMatter: "letterMatter",
    .waiver: "waiver", .escalation: "escalation", .notice: "notice",
    .noticePlace: "noticePlace", .posting: "posting", .seal: "seal", .signCheck: "signCheck",
    .meeting: "meeting", .meetingTask: "meetingTask", .retentionHold: "retentionHold",
    .petition: "petition", .incident: "incident", .survey: "survey",
    .surveyResponse: "surveyResponse",
  ]
}

package enum CompanyField {
  package static let name: UInt32 = 1
  package static let signingKey: UInt32 = 2
  package static let sealingKey: UInt32 = 3
}

package enum SiteField {
  package static let code: UInt32 = 1
  package static let name: UInt32 = 2
  package static let city: UInt32 = 3
  package static let propertyCompany: UInt32 = 4
  /// 32 bytes from which the permanent random numbers of every round follow.
  package static let seed: UInt32 = 5
  package static let totalUnits: UInt32 = 6
  package static let zoneMinutes: UInt32 = 7
}

package enum UnitField {
  package static let code: UInt32 = 1
  package static let kind: UInt32 = 2
  package static let occupancy: UInt32 = 3
  package static let currentHousehold: UInt32 = 4
}

package enum HouseholdField {
  package static let unit: UInt32 = 1
  package static let previous: UInt32 = 2
  package static let joinedOn: UInt32 = 3
  package static let departedOn: UInt32 = 4
  package static let name: UInt32 = 5
  package static let telephone: UInt32 = 6
  package static let isRestricted: UInt32 = 7
  /// Why the household is not to be visited; of the firm's making, never what a household said.
  package static let restrictionReason: UInt32 = 8
}

package enum AccountField {
  package static let name: UInt32 = 1
  package static let role: UInt32 = 2
  package static let disabledAt: UInt32 = 3
}

package enum AssignmentField {
  package static let account: UInt32 = 1
  package static let site: UInt32 = 2
  package static let withdrawnAt: UInt32 = 3
}

package enum DeviceField {
  package static let signingKey: UInt32 = 1
  package static let sealingKey: UInt32 = 2
  package static let account: UInt32 = 3
  package static let enrolledAt: UInt32 = 4
  package static let revokedAt: UInt32 = 5
  package static let name: UInt32 = 6
}

package enum CustodianKeyField {
  package static let sealingKey: UInt32 = 1
  package static let account: UInt32 = 2
  package static let withdrawnAt: UInt32 = 3
}

package enum MonthFrameField {
  /// year × 100 + month
  package static let month: UInt32 = 1
  package static let totalUnits: UInt32 = 2
  package static let occupied: UInt32 = 3
  package static let takenFor: UInt32 = 4
}

package enum RoundField {
  package static let number: UInt32 = 1
  package static let state: UInt32 = 2
  package static let openedAt: UInt32 = 3
  package static let closedAt: UInt32 = 4
}

/// One place at the drawing table. All slots of a site with one list version make its slot list.
package enum SlotField {
  package static let listVersion: UInt32 = 1
  package static let name: UInt32 = 2
  /// Whose laptop draws under it.
  package static let account: UInt32 = 3
  package static let order: UInt32 = 4
}

package enum DrawField {
  package static let round: UInt32 = 1
  package static let month: UInt32 = 2
  package static let organiser: UInt32 = 3
  package static let slot: UInt32 = 4
  package static let slotListVersion: UInt32 = 5
  package static let ruleVersion: UInt32 = 6
  /// Household ids, 16 bytes each, ascending: what was drawn from.
  package static let eligible: UInt32 = 7
  package static let primaryCount: UInt32 = 8
  package static let reserveCount: UInt32 = 9
  package static let state: UInt32 = 10
  package static let account: UInt32 = 11
  package static let drawnAt: UInt32 = 12
  /// Why the draw was released or cancelled, when, and by whom.
  package static let stateReason: UInt32 = 13
  package static let stateAt: UInt32 = 14
  package static let stateBy: UInt32 = 15
}

package enum DrawEntryField {
  package static let draw: UInt32 = 1
  package static let household: UInt32 = 2
  package static let kind: UInt32 = 3
  package static let order: UInt32 = 4
  package static let outcome: UInt32 = 5
  package static let visit: UInt32 = 6
  /// Of a reserve that was visited: the primary entry it stands in for.
  package static let replaces: UInt32 = 7
}

/// A turn's fields only ever hold 1, so that people who have not met agree; what matters is who saw
/// whom.
package enum TurnField {
  package static let round: UInt32 = 1
  package static let household: UInt32 = 2
  package static let drawnBySite: UInt32 = 3
  package static let drawnByCompany: UInt32 = 4
  package static let visited: UInt32 = 5
  package static let attempted: UInt32 = 6
}

package enum VisitField {
  package static let household: UInt32 = 1
  package static let kind: UInt32 = 2
  package static let organiser: UInt32 = 3
  package static let mode: UInt32 = 4
  package static let start: UInt32 = 5
  package static let end: UInt32 = 6
  package static let zoneMinutes: UInt32 = 7
  package static let month: UInt32 = 8
  package static let round: UInt32 = 9
  package static let place: UInt32 = 10
  package static let appointment: UInt32 = 11
  package static let drawEntry: UInt32 = 12
  package static let metName: UInt32 = 13
  package static let relation: UInt32 = 14
  package static let telephone: UInt32 = 15
  package static let badgeWorn: UInt32 = 16
  package static let satisfaction: UInt32 = 17
  package static let earlierVisit: UInt32 = 18
  package static let earlierMatter: UInt32 = 19
  package static let remark: UInt32 = 20
  package static let noOpinion: UInt32 = 21
  /// When the record was made on the device (R1-53: the first of the two times shown).
  package static let recordedAt: UInt32 = 22
  /// Turn changes on the visitor's store when the visit began: 36 bytes each, ascending.
  package static let turnKnownAtStart: UInt32 = 23
  package static let voidedAt: UInt32 = 24
  package static let voidReason: UInt32 = 25
  package static let isCountable: UInt32 = 26
  package static let byTelephone: UInt32 = 27
  /// Topics that were asked about and of which nothing was said: the sum of 2^(code − 1).
  package static let topicsWithoutOpinion: UInt32 = 28
}

package enum OpinionField {
  /// The visit at which it was said, or the contact.
  package static let visit: UInt32 = 1
  package static let order: UInt32 = 2
  package static let topic: UInt32 = 3
  package static let kind: UInt32 = 4
  package static let text: UInt32 = 5
  package static let wantsFeedback: UInt32 = 6
  package static let proposesFeedback: UInt32 = 7
  package static let urgency: UInt32 = 8
  /// Where it goes: 1 the complaint procedure, 2 the responsible department.
  package static let route: UInt32 = 9
}

package enum InterviewerField {
  package static let visit: UInt32 = 1
  package static let account: UInt32 = 2
  /// The post held at the time.
  package static let post: UInt32 = 3
}

package enum SignatureField {
  package static let visit: UInt32 = 1
  package static let state: UInt32 = 2
  package static let reason: UInt32 = 3
  /// Digest of the content that was signed.
  package static let content: UInt32 = 4
  package static let image: UInt32 = 5
  package static let takenAt: UInt32 = 6
}

package enum AttemptField {
  package static let household: UInt32 = 1
  package static let round: UInt32 = 2
  package static let at: UInt32 = 3
  package static let outcome: UInt32 = 4
  package static let account: UInt32 = 5
  package static let remark: UInt32 = 6
  package static let organiser: UInt32 = 7
}

package enum AppointmentField {
  package static let household: UInt32 = 1
  package static let windowStart: UInt32 = 2
  package static let windowEnd: UInt32 = 3
  package static let channel: UInt32 = 4
  package static let agreedWith: UInt32 = 5
  package static let agreedAt: UInt32 = 6
  package static let state: UInt32 = 7
  package static let account: UInt32 = 8
}

package enum ConfidentialNoteField {
  package static let visit: UInt32 = 1
  package static let body: UInt32 = 2
  package static let account: UInt32 = 3
  package static let writtenAt: UInt32 = 4
  /// 64 hexadecimal digits, under the household's key of the visit's year: without it the body stays shut.
  package static let share: UInt32 = 5
}

package enum ReasonField {
  package static let about: UInt32 = 1
  package static let rule: UInt32 = 2
  package static let text: UInt32 = 3
}

package enum ErasureField {
  /// Key ids, 16 bytes each.
  package static let keys: UInt32 = 1
  package static let decidedAt: UInt32 = 2
}

/// Head office's decision about one visit of a duplicate case, held against another visit of it.
package enum SettlementField {
  package static let visit: UInt32 = 1
  /// The visit that stands; the decision is in force only while that one counts.
  package static let against: UInt32 = 2
  package static let kind: UInt32 = 3
  package static let reason: UInt32 = 4
  /// Ids of all visits of the case that the decider was shown: 16 bytes each, ascending.
  package static let shown: UInt32 = 5
  package static let account: UInt32 = 6
  package static let decidedAt: UInt32 = 7
  /// 0 stands for "not withdrawn": a field once written cannot be unwritten.
  package static let withdrawnAt: UInt32 = 8
}

/// That a field in conflict was settled by somebody who was shown every value: a notice to those who
/// had written them.
package enum ConflictSettlementField {
  package static let about: UInt32 = 1
  package static let field: UInt32 = 2
  /// The heads that were shown: 36 bytes each, ascending.
  package static let shown: UInt32 = 3
  /// The head whose value was taken: 36 bytes.
  package static let chosen: UInt32 = 4
  package static let account: UInt32 = 5
  package static let decidedAt: UInt32 = 6
  /// The settlement that was undone by this one.
  package static let undoes: UInt32 = 7
}

/// The office's word that a bundle it held takes part after all.
package enum AdmissionField {
  /// Id of the bundle, 32 bytes.
  package static let bundle: UInt32 = 1
  package static let reason: UInt32 = 2
  /// Who decided; all zeros for the office itself.
  package static let account: UInt32 = 3
  package static let decidedAt: UInt32 = 4
}
