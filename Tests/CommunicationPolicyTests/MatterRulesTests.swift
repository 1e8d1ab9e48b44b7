import CommunicationPolicy
import Testing
import VisitModel
import Wording

private let noon = Instant("2026-09-02 12:00", defaultZone: .china)

/// Something that is done with what a household said, and what the rules say to it.
private struct MatterCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// Severity and key of each finding.
  let expected: [String]
  let found: [String]

  init(_ claim: String, _ facts: MatterFacts, _ expected: String...) {
    testDescription = claim
    self.expected = expected
    found = MatterRules.findings(facts).map { "\($0.severity) \($0.why.phrase.key)" }
  }

  init(
    _ claim: String, _ expected: String..., change: (inout ContactFacts) -> Void = { _ in }
  ) throws {
    testDescription = claim
    self.expected = expected
    let now = try #require(noon)
    var facts = ContactFacts(
      .conversation, at: now.advanced(byMilliseconds: -3_600_000), recordedAt: now,
      items: [VisitFacts.Item(topic: .repair, kind: .request, hasText: true)])
    change(&facts)
    found = MatterRules.findings(facts).map { "\($0.severity) \($0.why.phrase.key)" }
  }
}

@Suite struct MatterRulesTests {
  @Test("what is heard in everyday contact gets the findings that its facts deserve")
  func contacts() throws {
    let cases = [
      try MatterCase("R1-07 heard on a walk round") { $0.method = .walkRound },
      try MatterCase("R1-07 a method that is none of the seven") { $0.method = .other },
      try MatterCase("R1-07 a visit is no contact", "block rule.R1-07") { $0.method = .visit },
      try MatterCase("R1-07 nor is a return visit", "block rule.R1-07") {
        $0.method = .returnVisit
      },
      try MatterCase("R1-10 something said and written down the same hour"),
      try MatterCase("R1-10 a slip from the opinion box") { $0.channel = .opinionBox },
      try MatterCase("R1-10 nothing was said", "block rule.R1-10") { $0.items = [] },
      try MatterCase("R1-10 a thing without words", "block rule.R1-44") {
        $0.items[0].hasText = false
      },
      try MatterCase("R1-10 a board hears nothing", "block rule.R1-10.channel") {
        $0.channel = .bulletin
      },
      try MatterCase("R1-10 eleven minutes ahead of the clock", "block rule.R1-10.future") {
        $0.at = $0.recordedAt.advanced(byMilliseconds: 660_000)
      },
      try MatterCase("R1-10 nine minutes ahead, on a slow clock") {
        $0.at = $0.recordedAt.advanced(byMilliseconds: 540_000)
      },
      try MatterCase("R1-11 heard yesterday, handed over today", "reminder rule.R1-11") {
        $0.at = $0.recordedAt.advanced(byMilliseconds: -13 * 3_600_000)
      },
      try MatterCase("R1-11 heard just after midnight, handed over the same day") {
        $0.at = $0.recordedAt.advanced(byMilliseconds: -11 * 3_600_000)
      },
      try MatterCase("R1-13 urgent", "reminder rule.R1-13") { $0.isUrgent = true },
      try MatterCase("R1-42 a complaint is to be handed over", "reminder rule.R1-42.routed") {
        $0.items[0].kind = .complaint
      },
    ]
    for one in cases { #expect(one.found == one.expected, "\(one.testDescription)") }
  }

  @Test("what is done with a matter gets the findings that its facts deserve")
  func handling() {
    var silent = MatterFacts(.end, of: .need, in: .routed)
    silent.hasOutcome = false
    let cases = [
      MatterCase("R1-12 ended with its outcome", MatterFacts(.end, of: .need, in: .routed)),
      MatterCase("R1-12 ended without a word", silent, "block rule.R1-12"),
      MatterCase("R1-42 a complaint goes its own way", MatterFacts(.handOver, of: .complaint)),
      MatterCase(
        "R1-42 a complaint for a department", MatterFacts(.route, of: .complaint),
        "block rule.R1-42.department"),
      MatterCase(
        "R1-55 a request goes to its department", MatterFacts(.route, of: .request)),
      MatterCase("R1-55 praise is passed on", MatterFacts(.route, of: .praise)),
      MatterCase(
        "R1-55 a request that turns out to be a complaint",
        MatterFacts(.handOver, of: .request, in: .routed)),
      MatterCase(
        "R1-55 praise is no complaint", MatterFacts(.handOver, of: .praise),
        "block rule.R1-55.praise"),
      MatterCase(
        "R1-55 the other procedure reports", MatterFacts(.report, of: .complaint, in: .handedOver)),
      MatterCase(
        "R1-55 nobody reports what nobody was given", MatterFacts(.report, of: .need),
        "block rule.R1-55"),
    ]
    for one in cases { #expect(one.found == one.expected, "\(one.testDescription)") }
  }

  @Test("every topic has a department, and no topic head office's", arguments: Topic.allCases)
  func departments(_ topic: Topic) {
    #expect(Department(for: topic) != .headOffice)
    #expect(topic != .repair || Department(for: topic) == .engineering)
    #expect(topic != .greening || Department(for: topic) == .environment)
  }

  @Test("feedback is aimed at the third day after it was asked for, by the site's calendar")
  func target() throws {
    let late = try #require(Instant("2026-09-02 23:59", defaultZone: .china))
    let early = try #require(Instant("2026-09-03 00:00", defaultZone: .china))
    #expect(FeedbackClock.target(saidAt: late, .china, .standard).description == "2026-09-05")
    #expect(FeedbackClock.target(saidAt: early, .china, .standard).description == "2026-09-06")
    var settings = PolicySettings.standard
    settings.feedbackTargetDays = 0
    #expect(FeedbackClock.target(saidAt: late, .china, settings).description == "2026-09-02")
  }
}
