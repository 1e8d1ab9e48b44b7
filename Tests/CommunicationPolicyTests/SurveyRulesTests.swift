import CommunicationPolicy
import Testing
import VisitModel
import Wording

/// Something that is done with a survey, and everything that is said to it.
struct SurveyRow: Sendable, CustomTestStringConvertible {
  /// Begins with the rule it is about.
  let claim: String
  let expected: [String]
  let found: [String]

  /// - Parameters:
  ///   - said: severity and the end of the phrase's name of every finding; none: it is done.
  ///   - change: to ten answers of twenty slips, to which no rule objects.
  init(
    _ claim: String, _ act: SurveyFacts.Act, _ kind: SurveyKind = .satisfaction, _ said: String...,
    change: (inout SurveyFacts) -> Void = { _ in }
  ) {
    self.claim = claim
    expected = said
    var facts = SurveyFacts(act, kind)
    facts.returned = 10
    facts.distributed = 20
    if act == .publish { facts.stage = .analysed }
    change(&facts)
    found = SurveyRules.findings(facts).map { finding in
      let name = finding.why.phrase.key
      return finding.rule == .r1_26 && name.hasPrefix("rule.R1-26")
        ? "\(finding.severity) \(name.dropFirst(10))" : "\(finding.label) \(name)"
    }
  }

  var testDescription: String { claim }

  static let all = asked + concluded

  /// How one begins, and how it is answered.
  private static let asked: [SurveyRow] = [
    SurveyRow("R1-26 graded in five steps", .create),
    SurveyRow("R1-26 graded in three steps", .create) { $0.steps = 3 },
    SurveyRow("R1-26 graded in two steps", .create, .satisfaction, "block .steps") { $0.steps = 2 },
    SurveyRow("R1-26 graded in six steps", .create, .satisfaction, "block .steps") { $0.steps = 6 },
    SurveyRow("R1-26 about nothing", .create, .satisfaction, "block .nothing") {
      $0.hasDimensions = false
    },
    SurveyRow("R1-26 without a title", .create, .satisfaction, "block .title") {
      $0.hasTitle = false
    },
    SurveyRow("R1-26 accounts ask nothing", .create, .financialReport) {
      $0.steps = 0
      $0.hasDimensions = false
    },
    SurveyRow("R1-26 accounts without a title", .create, .financialReport, "block .title") {
      $0.hasTitle = false
    },
    SurveyRow("R1-26 answered", .answer),
    SurveyRow("R1-26 answered after the analysis", .answer) { $0.stage = .analysed },
    SurveyRow("R1-26 answered when published", .answer, .satisfaction, "block .over") {
      $0.stage = .published
    },
    SurveyRow("R1-26 answered when withdrawn", .answer, .satisfaction, "block .over") {
      $0.stage = .withdrawn
    },
    SurveyRow("R1-26 a slip a second time", .answer, .satisfaction, "block .slip") {
      $0.isSlipUsed = true
    },
    SurveyRow("R1-26 a grade that nobody offered", .answer, .satisfaction, "block .grade") {
      $0.hasForeignGrade = true
    },
    SurveyRow("R1-26 a blank slip is an abstention", .answer, .satisfaction, "reminder .blank") {
      $0.isBlankAnswer = true
    },
    SurveyRow("R1-26 everything at once", .answer, .satisfaction, "block .grade", "block .slip") {
      $0.hasForeignGrade = true
      $0.isSlipUsed = true
    },
    SurveyRow("R1-26 accounts bring no answers", .answer, .financialReport, "block .report"),
  ]

  /// How one is analysed and published.
  private static let concluded: [SurveyRow] = [
    SurveyRow("R1-26 as many came back as went out", .analyse) { $0.returned = 20 },
    SurveyRow("R1-26 one more came back", .analyse, .satisfaction, "block .tooMany") {
      $0.returned = 21
    },
    SurveyRow("R1-26 none came back", .analyse, .satisfaction, "block .noReturns") {
      $0.returned = 0
    },
    SurveyRow("R1-26 analysed once more", .analyse) { $0.stage = .analysed },
    SurveyRow(
      "R1-26 counted again, which would tell what few answered", .analyse, .satisfaction,
      "block .few"
    ) {
      $0.stage = .analysed
      $0.tellsFew = true
    },
    SurveyRow("R1-26 analysed when published", .analyse, .satisfaction, "block .over") {
      $0.stage = .published
    },
    SurveyRow("R1-26 analysed when withdrawn", .analyse, .satisfaction, "block .over") {
      $0.stage = .withdrawn
    },
    SurveyRow("R1-26 accounts have no slips to count", .analyse, .financialReport) {
      ($0.returned, $0.distributed) = (0, 0)
    },
    SurveyRow("R1-26 accounts that say nothing", .analyse, .financialReport, "block .empty") {
      $0.hasText = false
    },
    SurveyRow("R1-26 published as it was analysed", .publish),
    SurveyRow("R1-26 published before the analysis", .publish, .satisfaction, "block ") {
      $0.stage = .open
    },
    SurveyRow("R1-26 published twice", .publish, .satisfaction, "block ") { $0.stage = .published },
    SurveyRow("R1-26 figures that moved since", .publish, .satisfaction, "block .moved") {
      $0.isCurrent = false
    },
    SurveyRow(
      "R1-26 published without the few that came late", .publish, .satisfaction, "reminder .few"
    ) {
      $0.isCurrent = false
      $0.tellsFew = true
    },
    SurveyRow("R1-26 by no report", .publish, .satisfaction, "block .notice") {
      $0.isReportNotice = false
    },
  ]
}

/// Every day of the years whose notices are known.
private let noticedDays: [CivilDate] = {
  guard let first = CivilDate("2018-01-01"), let last = CivilDate("2026-12-31") else { return [] }
  return (first.daysSince1970...last.daysSince1970).map { CivilDate(daysSince1970: $0) }
}()

/// The working day that is the so many-th after a day: one day after the other, each looked at.
private func counted(_ count: Int, after start: CivilDate) -> CivilDate {
  var (day, left) = (start, count)
  while left > 0 {
    day = day.advanced(byDays: 1)
    if WorkingCalendar.standard.isWorkingDay(day) { left -= 1 }
  }
  return day
}

@Suite struct SurveyRulesTests {
  @Test(
    "R1-26 two figures of one group tell what one to four answered, and what was taken back",
    arguments: [
      ([3, 2], [3, 2], false), ([3, 2], [4, 2], true), ([3, 2], [5, 4], true),
      ([3, 2], [8, 2], false), ([3, 2], [6, 4], false), ([3, 2], [2, 3], true),
      ([3, 2], [9, 1], true), ([9, 2], [3, 2], true), ([3, 2], [], true), ([], [5], false),
    ])
  func apart(_ before: [Int], _ after: [Int], _ tells: Bool) {
    #expect(SurveyRules.tellsFew(before, after) == tells)
  }

  @Test("R1-26 between any two figures lie no answer or five, however often it is counted")
  func anyTwo() {
    // Slips come one by one, and after each somebody tries to count again.
    for seed in 0..<40 {
      var counts = [seed % 3 + 2, 3, 1]
      var shown = [counts]
      for step in 0..<60 {
        counts[(step * 7 + seed) % 3] += 1
        if !SurveyRules.tellsFew(shown[shown.count - 1], counts) { shown.append(counts) }
      }
      #expect(shown.count == 13, "every fifth: nobody waits for ever")
      let totals = shown.map { $0.reduce(0, +) }
      for (earlier, later) in zip(totals, totals.dropFirst()) {
        #expect(later - earlier >= SurveyRules.smallestGroup)
      }
    }
  }

  @Test(
    "what is done with a survey gets exactly the findings it deserves", arguments: SurveyRow.all)
  func row(_ row: SurveyRow) {
    #expect(row.found == row.expected)
  }

  @Test("R1-26 a report is published by the fifth working day after its analysis, 2018 to 2026")
  func years() {
    #expect(noticedDays.count == 3287)
    for day in noticedDays {
      let expected = counted(5, after: day)
      for minute in [0, 1439] {
        let due = SurveyRules.due(
          analysedAt: day.at(minuteOfDay: minute, in: .china), .china, .standard, .standard)
        #expect(due.date == expected, "\(day)")
        #expect(due.isProvisional == (expected.year > 2026), "\(day)")
      }
    }
  }

  @Test(
    "R1-26 a report is in time until that day's midnight on the site's clock, and late from then",
    arguments: [
      ("2026-02-13 12:00", "2026-02-27"), ("2026-02-14 12:00", "2026-02-28"),
      ("2026-04-30 00:00", "2026-05-11"), ("2026-05-08 12:00", "2026-05-14"),
      ("2026-09-24 23:59:59.999", "2026-10-09"), ("2026-09-30 12:00", "2026-10-13"),
      ("2026-12-24 12:00", "2026-12-31"), ("2026-12-31 12:00", "2027-01-07"),
    ])
  func limit(_ analysed: String, _ day: String) {
    let due = SurveyRules.due(analysedAt: moment(analysed), .china, .standard, .standard)
    #expect(due.date.description == day && due.isProvisional == day.hasPrefix("2027"))
    func state(_ published: Instant?, at now: Instant) -> ObligationState {
      Obligation(
        .r1_26, of: .post(.serviceSupervisor), due: due, metAt: published, at: now, in: .china
      ).state
    }
    let last = moment("\(day) 23:59:59.999")
    let midnight = last.advanced(byMilliseconds: 1)
    #expect(state(last, at: midnight) == .met && state(midnight, at: midnight) == .late)
    #expect(state(nil, at: last) == .open && state(nil, at: midnight) == .overdue)
  }

  @Test("R1-26 a report is due by the number that the firm decided, from the day of the site")
  func settings() {
    func due(_ days: Int, _ zone: ZoneOffset) -> String {
      var settings = PolicySettings.standard
      settings.publicationWorkingDays = days
      // In Greenwich it is still the 29th.
      let analysed = moment("2026-09-30 01:00")
      return SurveyRules.due(analysedAt: analysed, zone, .standard, settings).date.description
    }
    #expect(due(0, .china) == "2026-09-30" && due(0, .utc) == "2026-09-29")
    #expect(due(1, .china) == "2026-10-08" && due(1, .utc) == "2026-09-30")
    #expect(due(5, .china) == "2026-10-13" && due(5, .utc) == "2026-10-12")
  }
}
