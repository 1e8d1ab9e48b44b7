import CommunicationPolicy
import Testing
import VisitModel

/// When a visit began and was entered, and whether that was in time.
struct SubmissionRow: Sendable, CustomTestStringConvertible {
  let claim: String
  let start: Instant
  let entered: Instant
  let isLate: Bool

  init(_ claim: String, _ start: Instant, _ entered: Instant, isLate: Bool) {
    self.claim = claim
    self.start = start
    self.entered = entered
    self.isLate = isLate
  }

  var testDescription: String { claim }
}

@Suite struct SubmissionClockTests {
  @Test(
    "a record is in time until 24:00 of the day after the visit began (R1-53, A16)",
    arguments: [
      SubmissionRow(
        "R1-53 the same evening", november(10, 19), november(10, 20), isLate: false),
      SubmissionRow(
        "R1-53 the last minute of the next day", november(10, 9), november(11, 23, 59),
        isLate: false),
      SubmissionRow("R1-53 the first after it", november(10, 9), november(12, 0), isLate: true),
      SubmissionRow(
        "R1-53 a visit from 23:55 belongs to the day it began", november(10, 23, 55),
        november(12, 0), isLate: true),
      SubmissionRow(
        "R1-53 one from 00:00 has a day more", november(11, 0), november(12, 0), isLate: false),
      SubmissionRow(
        "R1-53 the next day is a calendar day, be it a Sunday", november(14, 10),
        november(16, 8), isLate: true),
    ])
  func deadline(_ row: SubmissionRow) {
    #expect(
      SubmissionClock.isLate(start: row.start, recordedAt: row.entered, .china) == row.isLate)
  }

  @Test("the day is the one on the wall of the site, not of Greenwich")
  func zone() {
    // 01:00 on the 11th in China is still the 10th in Greenwich.
    let start = november(11, 1)
    #expect(SubmissionClock.deadline(start: start, .china) == november(13, 0))
    #expect(SubmissionClock.deadline(start: start, .utc) == november(12, 8))
  }

  @Test("the deadline itself is the first moment that is late, over any month's end")
  func monthEnd() {
    let deadline = SubmissionClock.deadline(start: november(30, 12), .china)
    #expect(deadline.wallText(in: .china) == "2026-12-02 00:00")
    let before = deadline.advanced(byMilliseconds: -1)
    #expect(!SubmissionClock.isLate(start: november(30, 12), recordedAt: before, .china))
    #expect(SubmissionClock.isLate(start: november(30, 12), recordedAt: deadline, .china))
  }
}
