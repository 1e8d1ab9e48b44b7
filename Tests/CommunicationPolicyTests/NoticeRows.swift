import CommunicationPolicy
import Testing
import VisitModel
import Wording

/// `2026-11-11 09:00:00.001` on a wall clock in China.
func moment(_ text: String) -> Instant {
  guard let moment = Instant(text, defaultZone: .china) else {
    Issue.record("no moment: \(text)")
    return Instant(millisecondsSince1970: 0)
  }
  return moment
}

extension NoticeFacts {
  /// Done on Monday 2 November 2026 with a notice to which no rule objects: in the form that the
  /// procedures name, sealed, and about Wednesday the 11th from 9 to 11 where it begins at all.
  static func unobjectionable(_ act: Act, _ kind: NoticeKind) -> NoticeFacts {
    var facts = NoticeFacts(act, kind, at: november(2, 9), recordedAt: november(2, 9))
    facts.form = kind.usualForm
    facts.isSealed = true
    if kind.hasStart {
      facts.start = november(11, 9)
      facts.end = november(11, 11)
    }
    return facts
  }

  /// It is done at this moment, and written down at once.
  mutating func tell(at text: String) {
    at = moment(text)
    recordedAt = at
  }

  /// The work is at other hours, and is told of ten days before it begins.
  mutating func move(from first: String, to last: String?) {
    start = moment(first)
    end = last.map(moment)
    at = moment(first).advanced(byMilliseconds: -10 * 86_400_000)
    recordedAt = at
  }

  /// Work without its lead time, for a reason, and allowed.
  mutating func allow(by role: Role?) {
    isEmergency = true
    hasEmergencyReason = true
    approver = role
  }
}

/// One case of a rule: what differs from the unobjectionable notice, and everything that is said.
struct NoticeRow: Sendable, CustomTestStringConvertible {
  /// Begins with the rule it is about.
  let claim: String
  /// Rule, severity and phrase of every finding, in order; none: it is done.
  let expected: [String]
  let found: [String]

  init(
    _ claim: String, _ act: NoticeFacts.Act, _ kind: NoticeKind, _ expected: [String] = [],
    settings: PolicySettings = .standard, change: (inout NoticeFacts) -> Void = { _ in }
  ) {
    self.claim = claim
    self.expected = expected
    var facts = NoticeFacts.unobjectionable(act, kind)
    change(&facts)
    found = NoticeRules.findings(facts, .standard, settings).map {
      "\($0.label) \($0.why.phrase.key)"
    }
  }

  var testDescription: String { claim }
}

extension NoticeRow {
  static let all = written + sealed + days + times

  /// What stands on the sheet, for which time and places, and whether there is a sheet at all.
  static let written: [NoticeRow] = [
    NoticeRow("R1-15 pest control by a slip", .issue, .pestControl),
    NoticeRow(
      "R1-15 pest control on a slip that says nothing", .issue, .pestControl,
      ["R1-15 block rule.notice.empty"]
    ) { $0.hasBody = false },
    NoticeRow(
      "R1-15 and R3-04 pest control by telephone alone", .issue, .pestControl,
      ["R1-15 block rule.notice.hasToHang", "R3-04 block rule.notice.hasToHang"]
    ) { $0.form = .telephone },
    NoticeRow(
      "R1-15 pest control in buildings of which none is named", .request, .pestControl,
      ["R1-15 block rule.notice.noPlaces"]
    ) { $0.lacksPlaces = true },
    NoticeRow("R1-15 ten minutes ahead, on a slow clock", .issue, .pestControl) {
      $0.at = $0.recordedAt.advanced(byMilliseconds: 600_000)
    },
    NoticeRow(
      "R1-15 more than ten minutes ahead of the clock", .issue, .pestControl,
      ["R1-15 block rule.R1-10.future"]
    ) { $0.at = $0.recordedAt.advanced(byMilliseconds: 600_001) },
    NoticeRow("R1-20 a cut of water by a slip", .issue, .waterOutage),
    NoticeRow(
      "R1-20 and R3-04 a cut of power by telephone alone", .issue, .powerOutage,
      ["R1-20 block rule.notice.hasToHang", "R3-04 block rule.notice.hasToHang"]
    ) { $0.form = .telephone },
    NoticeRow(
      "R1-20 a slip emptied by a change", .amend(movedFrom: nil), .waterOutage,
      ["R1-20 block rule.notice.empty"]
    ) { $0.hasTitle = false },
    NoticeRow(
      "R1-20 a cut of water at no time", .issue, .waterOutage,
      ["R1-20 block rule.notice.noStart"]
    ) { $0.start = nil },
    NoticeRow(
      "R1-20 a cut of power that ends as it begins", .request, .powerOutage,
      ["R1-20 block rule.notice.endsFirst"]
    ) { $0.end = $0.start },
    NoticeRow("R1-23 an activity by poster", .issue, .activity),
    NoticeRow(
      "R1-23 an activity by a plain notice", .issue, .activity, ["R1-23 reminder rule.R1-23"]
    ) { $0.form = .notice },
    NoticeRow(
      "R1-23 an activity is no work that a department asks for", .request, .activity,
      ["R1-23 block rule.notice.noRequest"]),
    NoticeRow("R1-25 education on the board", .issue, .education),
    NoticeRow(
      "R1-25 education by telephone", .issue, .education, ["R1-25 block rule.notice.hasToHang"]
    ) { $0.form = .telephone },
    NoticeRow(
      "R1-25 education has no lead time to be rid of", .issue, .education,
      ["R1-25 block rule.emergency.none"]
    ) { $0.allow(by: .siteManager) },
    NoticeRow("R1-27 disturbing repairs told of by telephone", .issue, .repairDisturbance) {
      $0.form = .telephone
    },
    NoticeRow(
      "R1-27 disturbing repairs at no time", .issue, .repairDisturbance,
      ["R1-27 block rule.notice.noStart"]
    ) { $0.start = nil },
    NoticeRow("R3-04 a cut of water by 通告", .issue, .waterOutage) { $0.form = .announcement },
    NoticeRow("R3-05 parking cards by a notice", .issue, .parkingCard),
    NoticeRow("R3-05 a typhoon is warned of as it comes", .issue, .typhoonWarning) {
      $0.start = $0.at
    },
    NoticeRow(
      "R3-05 a typhoon by telephone alone", .issue, .typhoonWarning,
      ["R3-05 block rule.notice.hasToHang"]
    ) { $0.form = .telephone },
    NoticeRow(
      "R3-05 a notice about parking cards that says nothing", .issue, .parkingCard,
      ["R3-05 block rule.notice.empty"]
    ) { $0.hasBody = false },
    NoticeRow("R3-06 a notice about something else", .issue, .other),
    NoticeRow(
      "R3-06 an activity by telephone alone", .issue, .activity,
      ["R3-06 block rule.notice.hasToHang"]
    ) { $0.form = .telephone },
    NoticeRow(
      "R3-06 something else in a notice without a title", .issue, .other,
      ["R3-06 block rule.notice.empty"]
    ) { $0.hasTitle = false },
  ]

  /// Telephone or paper, whose seal, and where the original goes.
  static let sealed: [NoticeRow] = [
    NoticeRow("R2-09 a call of which a memo is kept", .issue, .other) { $0.form = .telephone },
    NoticeRow(
      "R2-09 a call of which nothing is kept", .issue, .other, ["R2-09 block rule.R2-09.memo"]
    ) {
      $0.form = .telephone
      $0.hasBody = false
    },
    NoticeRow(
      "R2-09 nothing on paper to seal", .seal(.serviceDepartment), .other,
      ["R2-09 block rule.R2-09"]
    ) { $0.form = .telephone },
    NoticeRow("R2-09 nothing on paper to hang", .post, .other, ["R2-09 block rule.R2-09"]) {
      $0.form = .telephone
    },
    NoticeRow("R2-10 the service centre's own seal", .seal(.serviceDepartment), .waterOutage),
    NoticeRow(
      "R2-10 the company's seal on the service centre's notice", .seal(.company), .waterOutage,
      ["R2-10 block rule.R2-10.wrong"]),
    NoticeRow("R2-10 hung under its seal", .post, .waterOutage),
    NoticeRow(
      "R2-10 hung without a seal on these words", .post, .waterOutage,
      ["R2-10 block rule.R2-10"]
    ) { $0.isSealed = false },
    NoticeRow("R2-11 the company's own seal", .seal(.company), .report) { $0.issuer = .company },
    NoticeRow(
      "R2-11 the service department's seal on the company's notice", .seal(.serviceDepartment),
      .report, ["R2-11 block rule.R2-10.wrong"]
    ) { $0.issuer = .company },
    NoticeRow("R2-11 hung under the company's seal", .post, .report) { $0.issuer = .company },
    NoticeRow("R2-11 hung without the company's seal", .post, .report, ["R2-11 block rule.R2-10"]) {
      $0.issuer = .company
      $0.isSealed = false
    },
    NoticeRow("R2-12 the original goes to the archive", .archive, .waterOutage),
    NoticeRow("R2-12 a call has no original", .archive, .other, ["R2-12 block rule.R2-12"]) {
      $0.form = .telephone
    },
  ]
}
