import CommunicationPolicy
import SeededRandom
import Testing
import VisitModel
import Wording

/// A step of a petition, and what the rules say to it.
private struct Row: Sendable, CustomTestStringConvertible {
  let claim: String
  let expected: [String]
  let found: [String]

  init(
    _ claim: String, _ act: PetitionFacts.Act, by role: Role = .serviceOfficer,
    _ expected: String..., change: (inout PetitionFacts) -> Void = { _ in }
  ) {
    self.claim = claim
    self.expected = expected
    var facts = PetitionFacts(act, by: role)
    change(&facts)
    found = PetitionRules.findings(facts)
      .map { "\($0.rule.rawValue) \($0.severity) \($0.why.phrase.key)" }
  }

  var testDescription: String { claim }
}

extension Row {
  /// The employee's steps.
  static let employee: [Row] = [
    Row("R2-13 handed to the direct superior", .file),
    Row("R2-13 says nothing of what happened", .file, "R2-13 block rule.R2-13") {
      $0.hasText = false
    },
    Row("R2-13 names no superior, or oneself", .file, "R2-13 block rule.R2-13.superior") {
      $0.hasSuperior = false
    },
    Row("R2-13 taken back by whoever handed it in", .withdraw) { $0.isEmployee = true },
    Row("R2-13 taken back by another", .withdraw, "R2-13 block rule.R2-15.employee"),
    Row("R2-13 taken back when it has ended", .withdraw, "R2-13 block rule.R2-15.closed") {
      $0.isEmployee = true
      $0.stage = .decided
    },
    Row("R2-15 the employee agrees to the reply", .answer) { $0.reply() },
    Row("R2-15 agrees after all, with it at general affairs", .answer) {
      $0.reply()
      $0.stage = .escalated
    },
    Row("R2-15 the superior agrees for the employee", .answer, "R2-15 block rule.R2-15.employee") {
      $0.reply()
      $0.isEmployee = false
      $0.isSuperior = true
    },
    Row("R2-15 there is no reply to agree to", .answer, "R2-15 block rule.R2-15.noReply") {
      $0.isEmployee = true
    },
    Row("R2-15 agrees when it has ended", .answer, "R2-15 block rule.R2-15.closed") {
      $0.reply()
      $0.stage = .withdrawn
    },
    Row("R2-15 a reply that is not agreed to lets the employee go on", .escalate) { $0.reply() },
    Row("R2-15 a reply that is late lets the employee go on", .escalate) {
      $0.isEmployee = true
      $0.isReplyOverdue = true
      $0.hasText = false
    },
    Row("R2-15 the superior's week is not over", .escalate, "R2-15 block rule.R2-15") {
      $0.isEmployee = true
    },
    Row(
      "R2-15 goes on without a word against the reply", .escalate,
      "R2-15 block rule.R2-15.objection"
    ) {
      $0.reply()
      $0.hasText = false
    },
    Row("R2-15 another goes on with it", .escalate, "R2-15 block rule.R2-15.employee") {
      $0.reply()
      $0.isEmployee = false
    },
    Row("R2-15 goes on when it has ended", .escalate, "R2-15 block rule.R2-15.closed") {
      $0.reply()
      $0.stage = .agreed
    },
  ]

  /// Those of the superior, and of whoever decides.
  static let others: [Row] = [
    Row("R2-14 the superior accepts it", .accept, by: .siteManager) { $0.isSuperior = true },
    Row(
      "R2-14 a manager who is not the superior", .accept, by: .siteManager,
      "R2-14 block rule.R2-14"),
    Row("R2-14 the superior replies", .reply, by: .siteManager) { $0.isSuperior = true },
    Row("R2-14 the superior replies late all the same", .reply, by: .siteManager) {
      $0.isSuperior = true
      $0.isReplyOverdue = true
      $0.stage = .escalated
    },
    Row(
      "R2-14 replies without a word", .reply, by: .siteManager, "R2-14 block rule.R2-14.reply"
    ) {
      $0.isSuperior = true
      $0.hasText = false
    },
    Row(
      "R2-14 replies when it has ended", .reply, by: .siteManager, "R2-14 block rule.R2-15.closed"
    ) {
      $0.isSuperior = true
      $0.stage = .withdrawn
    },
    Row("R2-16 general affairs takes it up", .take, by: .generalAffairs) { $0.stage = .escalated },
    Row("R2-16 general affairs decides", .decide, by: .generalAffairs) { $0.stage = .escalated },
    Row(
      "R2-16 the general manager where general affairs is concerned", .decide, by: .generalManager
    ) {
      $0.stage = .escalated
      $0.concernsGeneralAffairs = true
    },
    Row(
      "R2-16 general affairs judges itself", .decide, by: .generalAffairs,
      "R2-16 block rule.R2-16.conflict"
    ) {
      $0.stage = .escalated
      $0.concernsGeneralAffairs = true
    },
    Row(
      "R2-16 the general manager where general affairs may", .take, by: .generalManager,
      "R2-16 block rule.R2-16"
    ) { $0.stage = .escalated },
    Row(
      "R2-16 head office's reviewer decides", .decide, by: .companyReviewer,
      "R2-16 block rule.R2-16"
    ) { $0.stage = .escalated },
    Row(
      "R2-16 whoever decides is the superior", .decide, by: .generalManager,
      "R2-16 block rule.R2-16.conflict"
    ) {
      $0.stage = .escalated
      $0.concernsGeneralAffairs = true
      $0.isSuperior = true
    },
    Row(
      "R2-16 before it came there", .take, by: .generalAffairs, "R2-16 block rule.R2-16.stage"
    ) { $0.stage = .replied },
    Row(
      "R2-16 decides a second time", .decide, by: .generalAffairs, "R2-16 block rule.R2-16.stage"
    ) { $0.stage = .decided },
    Row(
      "R2-16 decides without a word", .decide, by: .generalAffairs, "R2-16 block rule.R2-16.text"
    ) {
      $0.stage = .escalated
      $0.hasText = false
    },
  ]
}

extension PetitionFacts {
  /// The superior has replied, and it is the employee's turn.
  fileprivate mutating func reply() {
    stage = .replied
    isReplied = true
    isEmployee = true
  }
}

@Suite struct PetitionRulesTests {
  @Test(
    "each step of a petition gets exactly the findings it deserves",
    arguments: Row.employee + Row.others)
  private func row(_ row: Row) { #expect(row.found == row.expected) }

  @Test("every rule about petitions has a step it accepts and one it objects to")
  func bothSides() {
    let rows = Row.employee + Row.others
    let judging: Set<String> = ["R2-13", "R2-14", "R2-15", "R2-16"]
    #expect(Set(rows.filter(\.expected.isEmpty).map { String($0.claim.prefix(5)) }) == judging)
    #expect(Set(rows.flatMap(\.expected).map { String($0.prefix(5)) }) == judging)
  }

  @Test("R2-14 a week is seven days from acceptance, the first not counted, to the end of the last")
  func reply() {
    func due(_ submitted: String, _ accepted: String? = nil) -> String {
      PetitionClock.replyDue(
        submittedAt: moment(submitted), acceptedAt: accepted.map { moment($0) },
        .china, .standard
      ).description
    }
    #expect(due("2026-09-07 23:59:59.999") == "2026-09-14")
    #expect(due("2026-09-08 00:00:00") == "2026-09-15")
    #expect(due("2026-09-07 09:00", "2026-09-10 00:00:00") == "2026-09-17")
    #expect(due("2026-09-07 09:00", "2026-09-09 23:59:59.999") == "2026-09-16")
    #expect(due("2026-12-28 09:00") == "2027-01-04", "no working day is asked for")
    // 16:00 UTC is the next day in China.
    let evening = moment("2026-09-08 00:00:00")
    #expect(
      PetitionClock.replyDue(submittedAt: evening, acceptedAt: nil, .utc, .standard).description
        == "2026-09-14")
    let day = PetitionClock.replyDue(
      submittedAt: moment("2026-09-01 09:00"), acceptedAt: nil, .china, .standard)
    func state(_ now: String, _ met: String? = nil) -> ObligationState {
      Obligation(
        .r2_14, of: .post(.siteManager),
        due: WorkingCalendar.DueDate(date: day, isProvisional: false),
        metAt: met.map { moment($0) }, at: moment(now), in: .china
      ).state
    }
    #expect(state("2026-09-08 23:59:59.999") == .open)
    #expect(state("2026-09-09 00:00:00") == .overdue)
    #expect(state("2026-09-10 09:00", "2026-09-08 23:59:59.999") == .met)
    #expect(state("2026-09-10 09:00", "2026-09-09 00:00:00") == .late)
  }

  @Test("R2-16 the decision's week runs from when it was taken up, or else from when it came")
  func decision() {
    func due(_ escalated: String, _ taken: String? = nil) -> String {
      PetitionClock.decisionDue(
        escalatedAt: moment(escalated), takenAt: taken.map { moment($0) }, .china,
        .standard
      ).description
    }
    #expect(due("2026-09-09 00:00:00") == "2026-09-16")
    #expect(due("2026-09-08 23:59:59.999") == "2026-09-15")
    #expect(due("2026-09-09 00:00:00", "2026-09-11 18:00") == "2026-09-18")
    var settings = PolicySettings.standard
    settings.decisionDays = 10
    let longer = PetitionClock.decisionDue(
      escalatedAt: moment("2026-09-09 09:00"), takenAt: nil, .china, settings)
    #expect(longer.description == "2026-09-19", "the policy's number of days")
  }

  @Test(
    "R2-16 decided by general affairs, or by the general manager, and by nobody else",
    arguments: Role.allCases)
  func deciders(_ role: Role) {
    for isConcerned in [false, true] {
      var facts = PetitionFacts(.decide, by: role)
      facts.stage = .escalated
      facts.concernsGeneralAffairs = isConcerned
      let isFree = PetitionRules.findings(facts).isEmpty
      #expect(isFree == (role == (isConcerned ? .generalManager : .generalAffairs)))
      var (employee, superior) = (facts, facts)
      employee.isEmployee = true
      superior.isSuperior = true
      for party in [employee, superior] {
        #expect(!PetitionRules.findings(party).isEmpty, "no party decides")
      }
    }
  }

  @Test("whatever is done, all that is found blocks, and every mark in a sentence is filled")
  func laws() {
    var random = SplitMix64(seed: 20)
    let acts: [PetitionFacts.Act] = [
      .file, .accept, .reply, .answer, .escalate, .take, .decide, .withdraw,
    ]
    for _ in 0..<2000 {
      var facts = PetitionFacts(
        acts[random.below(acts.count)], by: Role.allCases[random.below(Role.allCases.count)])
      facts.stage = PetitionStage.allCases[random.below(PetitionStage.allCases.count)]
      facts.isEmployee = random.below(2) == 0
      facts.isSuperior = random.below(2) == 0
      facts.concernsGeneralAffairs = random.below(2) == 0
      facts.hasSuperior = random.below(2) == 0
      facts.hasText = random.below(2) == 0
      facts.isReplyOverdue = random.below(2) == 0
      facts.isReplied = random.below(2) == 0
      let found = PetitionRules.findings(facts)
      #expect(found.allSatisfy { $0.severity == .block })
      let texts = Language.allCases.flatMap { language in
        found.flatMap { [$0.why, $0.cure] }.map { $0.text(in: language) }
      }
      #expect(texts.allSatisfy { !$0.isBlank && !$0.utf8.contains(0x7B) })
    }
  }
}
