import CommunicationPolicy
import SeededRandom
import Testing
import VisitModel
import Wording

extension SplitMix64 {
  private mutating func coin() -> Bool { next() % 2 == 0 }

  private mutating func near(_ instant: Instant) -> Instant {
    instant.advanced(byMilliseconds: Int64(below(72 * 60)) * 60_000 - 36 * 3_600_000)
  }

  private mutating func organisers() -> Set<Organiser> {
    Set(Organiser.allCases.filter { _ in coin() })
  }

  /// Any visit at all, sensible or not.
  mutating func visit() -> VisitFacts {
    let middle = november(10, 19)
    var facts = VisitFacts(start: near(middle), end: near(middle), recordedAt: near(middle))
    facts.kind = coin() ? .visit : .returnVisit
    facts.organiser = coin() ? .site : .company
    facts.mode = VisitMode.allCases[below(VisitMode.allCases.count)]
    facts.byTelephone = coin()
    facts.posts = Role.allCases.filter { _ in below(4) == 0 }
    if coin() {
      facts.appointment = .init(
        start: near(middle), end: near(middle), agreedAt: near(middle), isCancelled: coin())
    }
    facts.isRestricted = below(4) == 0
    facts.visitedBy = organisers()
    facts.drawnBy = organisers()
    facts.earlier = [.none, .matter, .complaint][below(3)]
    facts.items = (0..<below(4)).map { _ in
      VisitFacts.Item(
        topic: Topic.allCases[below(Topic.allCases.count)],
        kind: OpinionKind.allCases[below(OpinionKind.allCases.count)], hasText: below(4) > 0,
        wantsFeedback: coin(), proposesFeedback: coin())
    }
    facts.saysNoOpinion = coin()
    facts.signature = [nil, .signed, .refused, .notAsked, .notApplicable][below(5)]
    facts.hasSignatureReason = coin()
    facts.badgeWorn = coin()
    return facts
  }
}

@Suite struct VisitRulesLawTests {
  @Test("whatever the visit, blocks come first and reminders last", arguments: UInt64(1)...40)
  func order(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let severities = VisitRules(.standard).findings(random.visit()).map(\.severity)
      #expect(severities == severities.sorted())
    }
  }

  @Test("every mark in a sentence is filled, in every language", arguments: UInt64(1)...20)
  func filled(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<25 {
      for finding in VisitRules(.standard).findings(random.visit()) {
        for language in Language.allCases {
          for message in [finding.why, finding.cure] {
            let text = message.text(in: language)
            #expect(!text.utf8.contains(0x7B), "\(message.phrase.key) \(text)")
          }
        }
      }
    }
  }

  @Test(
    "R1-48, R1-49 and R1-50 ask for conduct: as far as they go, any visit is accepted",
    arguments: UInt64(1)...20)
  func conduct(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let conduct: Set<RuleID> = [.r1_48, .r1_49, .r1_50]
    for _ in 0..<50 {
      let judged = VisitRules(.standard).findings(random.visit()).filter {
        $0.severity != .reminder
      }
      #expect(conduct.isDisjoint(with: judged.map(\.rule)))
    }
  }

  @Test(
    "reasons for all that was asked lead to acceptance, unless blocked",
    arguments: UInt64(1)...40)
  func reasonsSuffice(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let findings = VisitRules(.standard).findings(random.visit())
      let blocks = findings.filter { $0.severity == .block }
      let everyReason = Dictionary(uniqueKeysWithValues: RuleID.allCases.map { ($0, "有原因") })
      switch FindingsVerdict(findings, reasons: everyReason) {
      case .refused(let refused): #expect(refused == blocks && !blocks.isEmpty)
      case .reasonsNeeded(let needed): Issue.record("\(needed.map(\.label)) still asked for")
      case .accepted(let reasons, let reminders):
        #expect(blocks.isEmpty)
        #expect(
          Set(reasons.keys) == Set(findings.filter { $0.severity == .warning }.map(\.rule)))
        #expect(reminders == findings.filter { $0.severity == .reminder })
      }
    }
  }
}
