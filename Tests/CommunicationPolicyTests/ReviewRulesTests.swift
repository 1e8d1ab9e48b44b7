import CommunicationPolicy
import Testing
import VisitModel
import Wording

/// A reviewer's act, and what R1-54 says to it: the key of the phrase, or nothing.
struct ReviewRow: CustomTestStringConvertible, Sendable {
  let claim: String
  let refusal: String?
  let facts: ReviewFacts

  init(
    _ claim: String, _ act: ReviewFacts.Act, by role: Role, of organiser: Organiser = .site,
    _ refusal: String? = nil, _ change: (inout ReviewFacts) -> Void = { _ in }
  ) {
    self.claim = claim
    self.refusal = refusal
    var facts = ReviewFacts(act, by: role, of: organiser)
    change(&facts)
    self.facts = facts
  }

  var testDescription: String { claim }

  static let all = [
    ReviewRow("R1-54 the supervisor accepts a colleague's visit", .accept, by: .serviceSupervisor),
    ReviewRow("R1-54 the manager stands in for the supervisor", .accept, by: .siteManager),
    ReviewRow("R1-54 the supervisor sends a visit back", .sendBack, by: .serviceSupervisor),
    ReviewRow(
      "R1-54 the company's reviewer accepts the company's visit", .accept, by: .companyReviewer,
      of: .company),
    ReviewRow(
      "R1-54 the office's administrator stands in for the reviewer", .sendBack,
      by: .administrator, of: .company),
    ReviewRow(
      "R1-54 anybody who was not there may ask the household", .recontact, by: .frontDeskOfficer),
    ReviewRow(
      "R1-54 a record in conflict can still be sent back", .sendBack, by: .serviceSupervisor
    ) { $0.hasConflict = true },
    ReviewRow(
      "R1-54 an officer reviews nothing", .accept, by: .serviceOfficer, "rule.R1-54.role"),
    ReviewRow(
      "R1-54 the company's reviewer does not review the site's visits", .accept,
      by: .companyReviewer, "rule.R1-54.role"),
    ReviewRow(
      "R1-54 the supervisor does not review the company's visits", .sendBack,
      by: .serviceSupervisor, of: .company, "rule.R1-54.company"),
    ReviewRow(
      "R1-54 nobody accepts their own visit", .accept, by: .serviceSupervisor, "rule.R1-54.own"
    ) { $0.tookPart = true },
    ReviewRow(
      "R1-54 nobody sends their own visit back", .sendBack, by: .siteManager, "rule.R1-54.own"
    ) { $0.tookPart = true },
    ReviewRow(
      "R1-54 nobody asks a household about their own visit", .recontact, by: .serviceSupervisor,
      "rule.R1-54.own"
    ) { $0.tookPart = true },
    ReviewRow(
      "R1-54 nobody accepts a record that holds two values", .accept, by: .serviceSupervisor,
      "rule.R1-54.conflict"
    ) { $0.hasConflict = true },
    ReviewRow(
      "R1-54 what is sent back needs a comment", .sendBack, by: .serviceSupervisor,
      "rule.R1-54.comment"
    ) { $0.hasComment = false },
  ]
}

@Suite struct ReviewRulesTests {
  @Test("a reviewer's act is refused for the one reason its facts give", arguments: ReviewRow.all)
  func row(_ row: ReviewRow) {
    let found = ReviewRules.findings(row.facts)
    #expect(found.map(\.why.phrase.key) == [row.refusal].compactMap { $0 })
    #expect(found.allSatisfy { $0.severity == .block && $0.rule == .r1_54 })
    // Every refusal says what to do, in words of its own.
    #expect(found.allSatisfy { $0.cure.phrase.key == $0.why.phrase.key + ".cure" })
  }

  @Test(
    "for every post and either side, who may accept is who may send back", arguments: Role.allCases)
  func sameForBoth(_ role: Role) {
    for organiser in Organiser.allCases {
      let accepts = ReviewRules.findings(ReviewFacts(.accept, by: role, of: organiser))
      let returns = ReviewRules.findings(ReviewFacts(.sendBack, by: role, of: organiser))
      #expect(accepts == returns)
      #expect(accepts.isEmpty == ReviewRules.reviewers(of: organiser).contains(role))
    }
  }
}
