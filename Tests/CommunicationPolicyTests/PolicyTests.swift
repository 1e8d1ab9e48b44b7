import CommunicationPolicy
import Testing
import TextFormats
import VisitModel
import Wording

@Suite("The decisions as data")
struct PolicyTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func file(
    _ decisions: String, edition: String = "2027-01", from: String = "2027-01-01"
  ) throws -> PolicyFile {
    let text =
      #"{"edition":"\#(edition)","from":"\#(from)","source":"董事会 1 号","decisions":[\#(decisions)]}"#
    return try PolicyFile(bytes: Array(text.utf8))
  }

  @Test("ship whole: A01 to A51 and P01, each with a source, a day and every one of its values")
  func whole() throws {
    let numbers = (1...51).map { "A" + ($0 < 10 ? "0" : "") + "\($0)" } + ["P01"]
    #expect(Decision.all.map(\.id) == numbers)
    #expect(Policy.shipped.entries.map(\.decision) == numbers)
    for entry in Policy.shipped.entries {
      let decision = try #require(Decision.named(entry.decision))
      #expect(!entry.source.utf8.isEmpty && entry.from == Policy.shipped.from)
      #expect(Set(entry.values.keys) == Set(decision.settings.map(\.name)), "\(entry.decision)")
      #expect(!decision.phrase.english.utf8.isEmpty)
    }
    let names = Decision.all.flatMap(\.settings).map(\.name)
    #expect(Set(names).count == names.count, "a name stands for one setting")
  }

  @Test("say of the lost digit, and of nothing else, that its value is assumed")
  func assumed() {
    #expect(Policy.shipped.entries.filter(\.isAssumed).map(\.decision) == ["A01"])
  }

  @Test("leave no setting blank: each reaches its place")
  func reached() {
    let settings = PolicySettings.standard
    #expect(settings.activityNoticeWorkingDays == 5 && settings.drawStandsThroughDay == 5)
    #expect(
      [settings.feedbackTargetDays, settings.reviewTargetDays, settings.routingTargetDays]
        == [3, 3, 1])
    #expect([settings.pestRequestHours, settings.pestNoticeHours] == [24, 12])
    #expect([settings.outageRequestHours, settings.outageNoticeHours] == [32, 24])
    #expect([settings.repairNoticeDays, settings.publicationWorkingDays] == [1, 5])
    #expect(settings.boardEntriesPerMonth == 1 && !settings.forbidsPestControlOnHolidays)
    #expect(
      [
        settings.contractQueryWorkingDays, settings.contractChangeWorkingDays,
        settings.propertyReportWorkingDays,
      ] == [2, 2, 1])
    #expect([settings.minutesYears, settings.noticesYears, settings.visitsYears] == [1, 1, 3])
    #expect(settings.ledgerMonths == 25 && settings.petitionYears == 1)
    #expect([settings.replyDays, settings.decisionDays] == [7, 7])
    #expect(settings.recontactPercent == 10)
  }

  @Test("hold from their day on and no earlier, whatever is decided later")
  func byDay() throws {
    let policy = Policy.standard.taking(
      try file(
        #"{"decision":"A14","values":{"lateFrom":"21:00","lateUntil":"06:00","earlyUntil":"08:00"}}"#
      ).entries
        + file(
          #"{"decision":"A14","values":{"lateFrom":"20:30","lateUntil":"06:00","earlyUntil":null}}"#,
          edition: "b",
          from: "2027-03-01"
        ).entries)
    let minutes = try ["2026-12-31", "2027-01-01", "2027-02-28", "2027-03-01", "2030-01-01"].map {
      policy.settings(on: try day($0)).lateMinute
    }
    #expect(minutes == [1320, 1260, 1260, 1230, 1230])
    #expect(policy.settings(on: try day("2027-02-01")).earlyMinute == 480)
    #expect(policy.settings(on: try day("2027-03-01")).earlyMinute == nil)
    // What nobody decided anew is as it was, and days before the first edition go by the first.
    #expect(policy.settings(on: try day("2027-03-01")).summaryDay == 5)
    #expect(policy.settings(on: try day("2010-01-01")) == .standard)
    #expect(policy.entry(of: "A14", on: try day("2027-02-01"))?.source == "董事会 1 号")
    #expect(policy.history(of: "A14").map(\.edition) == ["2026-11", "2027-01", "b"])
  }

  @Test("do not depend on the order in which editions came")
  func order() throws {
    let one = try file(#"{"decision":"A17","values":{"summaryDay":7}}"#)
    let other = try file(
      #"{"decision":"A17","values":{"summaryDay":9}}"#, edition: "b", from: "2027-05-01")
    let policies = [
      Policy.standard.taking(one.entries + other.entries),
      Policy.standard.taking(other.entries + one.entries),
      Policy.standard.taking(other.entries).taking(one.entries),
    ]
    for text in ["2026-12-31", "2027-01-01", "2027-05-01"] {
      #expect(Set(try policies.map { $0.settings(on: try day(text)) }).count == 1, "\(text)")
    }
  }

  /// What is wrong with a file, and the place it names.
  struct Refused: Sendable, CustomTestStringConvertible {
    let decisions: String
    let path: String
    let kind: PolicyFault.Kind
    var testDescription: String { decisions }
  }

  @Test(
    "refuse a file that names what there is not, naming the place",
    arguments: [
      Refused(
        decisions: #"{"decision":"A52","values":{}}"#, path: "decisions[0].decision",
        kind: .decision("A52")),
      Refused(
        decisions: #"{"decision":"A17","values":{"day":5}}"#, path: "decisions[0].values.day",
        kind: .setting("day")),
      Refused(
        decisions: #"{"decision":"A17","values":{"summaryDay":29}}"#,
        path: "decisions[0].values.summaryDay", kind: .value("summaryDay", range: "1…28")),
      Refused(
        decisions:
          #"{"decision":"A14","values":{"lateFrom":"24:00","lateUntil":"06:00","earlyUntil":null}}"#,
        path: "decisions[0].values.lateFrom", kind: .value("lateFrom", range: "HH:MM")),
      Refused(
        decisions:
          #"{"decision":"A03","values":{"bracketLimits":[500,300,800],"bracketPercents":[4,5,6,7]}}"#,
        path: "decisions[0].values.bracketLimits",
        kind: .value("bracketLimits", range: "3 × 1…1000000 ↑")),
      Refused(
        decisions: #"{"decision":"A14","values":{"lateFrom":"22:00","lateUntil":"06:00"}}"#,
        path: "decisions[0].values", kind: .incomplete("earlyUntil")),
      Refused(
        decisions: #"{"decision":"A12","values":{"returnVisit":"any"}}"#,
        path: "decisions[0].values.returnVisit", kind: .fixed("returnVisit", only: "linked")),
      Refused(
        decisions:
          #"{"decision":"A18","values":{"approvalWorkingDays":2}},{"decision":"A18","values":{"approvalWorkingDays":3}}"#,
        path: "decisions[1]", kind: .decision("A18")),
      Refused(
        decisions:
          #"{"decision":"A32","values":{"minutesYears":1,"noticesYears":1,"visitsYears":3,"ledgerMonths":12}}"#,
        path: "decisions[0].values.ledgerMonths",
        kind: .value("ledgerMonths", range: "25…1200")),
    ])
  func refused(_ row: Refused) {
    #expect(throws: PolicyFault(path: row.path, kind: row.kind)) { try file(row.decisions) }
  }

  @Test("refuse a file without a day, without an edition, or with a member nobody knows")
  func shape() {
    #expect(throws: PolicyFault.self) { try file("", from: "1 January") }
    #expect(throws: PolicyFault.self) { try file("", edition: "") }
    #expect(throws: JSONShapeFault.self) {
      try file(#"{"decision":"A17","valeus":{"summaryDay":5}}"#)
    }
    #expect(throws: JSONFault.self) { try PolicyFile(bytes: Array("{".utf8)) }
  }

  @Test("read back from the text of a record what was written into it")
  func recorded() throws {
    for entry in Policy.shipped.entries {
      let text = String(decoding: entry.valuesJSON.text(), as: UTF8.self)
      let read = PolicyEntry(
        decision: entry.decision, edition: entry.edition, from: entry.from, source: entry.source,
        isAssumed: entry.isAssumed, valuesText: text)
      #expect(read == entry)
    }
    // A later program's value leaves the setting as it was, and the others count.
    let later = try #require(
      PolicyEntry(
        decision: "A20", edition: "x", from: try day("2027-01-01"), source: "", isAssumed: false,
        valuesText: #"{"feedbackTargetDays":"soon","reviewTargetDays":7,"other":1}"#))
    let settings = Policy.standard.taking([later]).settings(on: try day("2027-01-01"))
    #expect((settings.feedbackTargetDays, settings.reviewTargetDays) == (3, 7))
  }

  @Test("show of a visit, a matter and a month what bears on each, and of the rest nothing")
  func inForce() throws {
    let visit = PolicyInForce(.standard, for: .visit, on: try day("2026-09-01"))
    #expect(
      visit.text.utf8.starts(
        with: "A13 telephoneCounts=false; A14 lateFrom=22:00 lateUntil=06:00".utf8))
    let month = PolicyInForce(.standard, for: .month, on: try day("2026-09-01"))
    #expect(month.entries.map(\.decision).contains("A03"))
    #expect(
      month.text
        == "A03 bracketLimits=300/500/800 bracketPercents=4/5/6/7; "
        + "A07 managerMinimum=5 supervisorMinimum=5; A17 summaryDay=5; A18 approvalWorkingDays=2")
    let matter = PolicyInForce(.standard, for: .matter, on: try day("2026-09-01"))
    #expect(matter.entries.map(\.decision) == ["A20", "A21"])
  }
}
