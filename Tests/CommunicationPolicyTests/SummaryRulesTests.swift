import CommunicationPolicy
import Testing
import VisitModel
import Wording

/// A step of a month's summary, and what the rules say to it.
private struct Row: Sendable {
  let claim: String
  let expected: [String]
  let found: [String]

  init(
    _ claim: String, _ act: SummaryFacts.Act, by role: Role, in state: SummaryState?,
    _ expected: String..., change: (inout SummaryFacts) -> Void = { _ in }
  ) {
    self.claim = claim
    self.expected = expected
    var facts = SummaryFacts(act, by: role, in: state)
    change(&facts)
    found = SummaryRules.findings(facts).map { "\($0.severity) \($0.why.phrase.key)" }
  }

  init(
    _ claim: String, _ act: AuthorityFacts.Act, by role: Role, _ expected: String...,
    change: (inout AuthorityFacts) -> Void = { _ in }
  ) {
    self.claim = claim
    self.expected = expected
    var facts = AuthorityFacts(act, by: role)
    change(&facts)
    found = AuthorityRules.findings(facts).map { "\($0.severity) \($0.why.phrase.key)" }
  }
}

@Suite struct SummaryRulesTests {
  @Test("the steps of a monthly summary get the findings that their facts deserve")
  func summary() {
    let rows = [
      Row("R1-56 the supervisor submits", .submit, by: .serviceSupervisor, in: nil),
      Row("R1-56 again after it was returned", .submit, by: .serviceSupervisor, in: .returned),
      Row("R1-56 the manager where there is no supervisor", .submit, by: .siteManager, in: nil),
      Row(
        "R1-56 late is taken, and marked", .submit, by: .serviceSupervisor, in: nil,
        "reminder rule.R1-56.late"
      ) { $0.isLate = true },
      Row(
        "R1-56 an officer submits nothing", .submit, by: .serviceOfficer, in: nil,
        "block rule.R1-56.role"),
      Row(
        "R1-56 an approved one stays", .submit, by: .serviceSupervisor, in: .approved,
        "block rule.R1-56.approved"),
      Row(
        "R1-56 not before the month is over", .submit, by: .serviceSupervisor, in: nil,
        "block rule.R1-56.early"
      ) { $0.isMonthOver = false },
      Row(
        "R1-56 not without a frame", .submit, by: .serviceSupervisor, in: nil,
        "block rule.R1-56.frame"
      ) { $0.isProvisional = true },
      Row("R1-57 the manager approves", .approve, by: .siteManager, in: .submitted),
      Row(
        "R1-57 head office where there is no manager", .approve, by: .companyReviewer,
        in: .submitted),
      Row("R1-57 the manager sends back", .sendBack, by: .siteManager, in: .submitted),
      Row(
        "R1-57 late is taken, and marked", .approve, by: .siteManager, in: .submitted,
        "reminder rule.R1-57.late"
      ) { $0.isLate = true },
      Row(
        "R1-57 the supervisor approves nothing", .approve, by: .serviceSupervisor, in: .submitted,
        "block rule.R1-57.role"),
      Row(
        "R1-57 nobody approves their own", .approve, by: .siteManager, in: .submitted,
        "block rule.R1-57.own"
      ) { $0.isAuthor = true },
      Row(
        "R1-57 nothing waits for a decision", .approve, by: .siteManager, in: .returned,
        "block rule.R1-57"),
      Row(
        "R1-57 a draft is not approved", .sendBack, by: .siteManager, in: nil, "block rule.R1-57"),
      Row(
        "R1-57 what is sent back needs a comment", .sendBack, by: .siteManager, in: .submitted,
        "block rule.R1-57.comment"
      ) { $0.hasComment = false },
      Row(
        "R1-58 not before everything is decided", .approve, by: .siteManager, in: .submitted,
        "block rule.R1-58"
      ) { $0.undecided = 2 },
      Row(
        "R1-58 sent back undecided", .sendBack, by: .siteManager, in: .submitted
      ) { $0.undecided = 2 },
      Row(
        "R1-59 not before the letter is written", .approve, by: .siteManager, in: .submitted,
        "block rule.R1-59"
      ) { $0.unlettered = 1 },
    ]
    for row in rows { #expect(row.found == row.expected, "\(row.claim)") }
  }

  @Test("the manager's decisions and letters get the findings that their facts deserve")
  func authority() {
    let rows = [
      Row("R1-58 a measure", .decide(.measure), by: .siteManager),
      Row("R1-58 no measure, and why", .decide(.noMeasure), by: .companyReviewer),
      Row(
        "R1-58 the supervisor decides nothing", .decide(.measure), by: .serviceSupervisor,
        "block rule.R1-58.role"),
      Row(
        "R1-58 a measure without words", .decide(.measure), by: .siteManager,
        "block rule.R1-58.measure"
      ) { $0.hasText = false },
      Row("R1-59 beyond authority needs no words", .decide(.beyondAuthority), by: .siteManager) {
        $0.hasText = false
      },
      Row("R1-59 the manager writes", .write, by: .siteManager),
      Row(
        "R1-59 nobody else writes", .write, by: .serviceSupervisor, "block rule.R1-59.role"),
      Row("R1-59 about nothing", .write, by: .siteManager, "block rule.R1-59.matters") {
        $0.matters = 0
      },
      Row("R1-59 without a proposal", .write, by: .siteManager, "block rule.R1-59.text") {
        $0.hasText = false
      },
      Row("R1-59 a day that is past", .write, by: .siteManager, "block rule.R1-59.day") {
        $0.isReplyDayPast = true
      },
      Row(
        "R1-58 nothing to decide", .decide(.measure), by: .siteManager, "block rule.R1-58.nothing"
      ) { $0.needsNoDecision = true },
      Row(
        "R1-59 about what the manager can do", .write, by: .siteManager, "block rule.R1-59.within"
      ) { $0.within = 1 },
      Row("R1-59 a letter twice", .write, by: .siteManager, "block rule.R1-59.again") {
        $0.isWrittenAlready = true
      },
      Row("R1-59 head office answers", .reply, by: .companyReviewer),
      Row("R1-59 the site answers nothing", .reply, by: .siteManager, "block rule.R1-59.reply"),
      Row("R1-59 answered already", .reply, by: .administrator, "block rule.R1-59.replied") {
        $0.isReplied = true
      },
      Row("R1-59 an empty answer", .reply, by: .administrator, "block rule.R1-59.replyText") {
        $0.hasText = false
      },
    ]
    for row in rows { #expect(row.found == row.expected, "\(row.claim)") }
  }

  @Test("the summary is due at the end of the 5th, and its approval after two working days")
  func clocks() throws {
    let september = try #require(CivilMonth("2026-09"))
    #expect(SummaryClock.due(september, .standard).description == "2026-10-05")
    #expect(
      SummaryClock.due(try #require(CivilMonth("2026-12")), .standard).description == "2027-01-05")
    // 2026-10-01 to 10-07 are off, 10-10 is worked: submitted on the 30th, two working days are the
    // 8th and the 9th.
    let submitted = try #require(Instant("2026-09-30 23:59", defaultZone: .china))
    let due = SummaryClock.decisionDue(submittedAt: submitted, .china, .standard, .standard)
    #expect(due.date.description == "2026-10-09" && !due.isProvisional)
    let later = try #require(Instant("2026-10-09 09:00", defaultZone: .china))
    #expect(
      SummaryClock.decisionDue(submittedAt: later, .china, .standard, .standard).date.description
        == "2026-10-12")
    let beyond = try #require(Instant("2026-12-31 12:00", defaultZone: .china))
    #expect(
      SummaryClock.decisionDue(submittedAt: beyond, .china, .standard, .standard).isProvisional)
  }
}
