import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import Wording

@Suite("A meeting") struct MeetingTests {
  @Test("of a department prepares the company meeting that follows it (R2-06)")
  func week() throws {
    let firm = try MinutesFirm(901)
    let friday = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
    #expect(friday.meeting.week == CivilDate("2026-09-07"), "the week ahead")
    #expect(friday.meeting.lookedBack == CivilDate("2026-08-31"))
    firm.world.clock.set("2026-09-07 18:00")
    _ = try firm.company("2026-09-07 10:00")
    try firm.sync()
    let before = try firm.officer.recordMeeting(try firm.minutes("2026-09-07 09:59"), at: nil)
    #expect(before.meeting.week == CivilDate("2026-09-07"))
    #expect(before.meeting.key != friday.meeting.key, "a meeting a day has minutes of its own")
    let again = try firm.minutes("2026-09-07 10:00")
    #expect(
      refusal { _ = try firm.officer.recordMeeting(again, at: nil) } == "F-saw meeting.there")
    let after = try firm.officer.recordMeeting(again, at: nil, saw: before.frontier)
    #expect(after.meeting.key == before.meeting.key)
    #expect(after.meeting.week == CivilDate("2026-09-14"))
  }

  @Test("is written again though the number of one of its tasks is the largest that there is")
  func largestOrder() throws {
    let firm = try MinutesFirm(908)
    let made = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
    let task = try #require(made.meeting.tasks.first)
    try firm.officer.write { replica in
      _ = try firm.officer.write(
        [RecordEdit(.meetingTask, task.key.id, [MeetingTaskField.order: .integer(.max)])],
        in: task.key.scope, on: replica)
    }
    let name = made.meeting.key.id.description
    let known = try firm.officer.read { try firm.officer.meetingCard(named: name, $0) }
    let again = try firm.officer.recordMeeting(
      try firm.minutes("2026-09-04 15:00"), at: nil, saw: known.frontier)
    #expect(again.meeting.tasks.count == 2)
  }

  @Test("of a department prepares the next week's, however late the company's minutes come (R2-06)")
  func lateMinutes() throws {
    let firm = try MinutesFirm(907)
    firm.world.clock.set("2026-09-14 18:00")
    let made = try firm.officer.recordMeeting(try firm.minutes("2026-09-14 14:00"), at: nil)
    #expect(made.meeting.week == CivilDate("2026-09-14"), "nobody has heard of the company's yet")
    firm.world.clock.set("2026-09-15 09:00")
    _ = try firm.company("2026-09-14 10:00")
    try firm.sync()
    let name = made.meeting.key.id.description
    let known = try firm.officer.read { try firm.officer.meetingCard(named: name, $0) }
    #expect(known.meeting.week == CivilDate("2026-09-21"))
    #expect(try firm.due(.r2_06) == [.met])
  }

  @Test("R2-06 of a department is met before the company's meeting, and without it is overdue")
  func dueBefore() throws {
    let firm = try MinutesFirm(902)
    _ = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
    try firm.sync()
    #expect(try firm.due(.r2_06) == [.met])
    firm.world.clock.set("2026-09-07 18:00")
    _ = try firm.company("2026-09-07 10:00")
    #expect(try firm.due(.r2_06) == [.met, .open], "the next one is before next Monday's")
    firm.world.clock.set("2026-09-14 18:00")
    _ = try firm.company("2026-09-14 10:00")
    #expect(try firm.due(.r2_06) == [.met, .overdue, .open])
  }

  @Test("of the company is met by the first working day of its week, and else is overdue (R2-05)")
  func monday() throws {
    let firm = try MinutesFirm(903)
    firm.world.clock.set("2026-09-28 12:00")
    _ = try firm.company("2026-09-28 10:00")
    #expect(try firm.due(.r2_05, ofCompany: true) == [.met])
    // 5 October 2026 is a day off; Thursday the 8th is the first working day of its week.
    firm.world.clock.set("2026-10-08 23:00")
    #expect(try firm.due(.r2_05, ofCompany: true) == [.met, .open])
    firm.world.clock.set("2026-10-09 00:00")
    #expect(try firm.due(.r2_05, ofCompany: true) == [.met, .overdue])
    _ = try firm.company("2026-10-08 10:00")
    #expect(try firm.due(.r2_05, ofCompany: true) == [.met, .met], "held in time")
    #expect(try firm.world.office.escalate() == 0)
    firm.world.clock.set("2026-10-13 00:00")
    #expect(try firm.world.office.escalate() == 1 && firm.world.office.escalate() == 0)
  }

  @Test("is left out only in a week without a working day (R2-05, A35)")
  func skipped() throws {
    let firm = try MinutesFirm(904)
    let office = firm.world.office
    func skip(_ day: String) throws {
      _ = try office.skipMeeting(
        .company, nil, week: try #require(CivilDate(day)), reason: "春节", of: office.company,
        by: firm.affairs)
    }
    #expect(refusal { try skip("2026-09-07") } == "R2-05 rule.R2-05")
    #expect(refusal { try skip("2026-02-18") } == nil, "16 to 22 February 2026 are all off")
  }

  @Test(
    "has minutes that are confirmed by its chair; by another, or changed then, is refused (R2-07, R2-08)"
  )
  func confirmed() throws {
    let firm = try MinutesFirm(905)
    var without = try firm.minutes("2026-09-04 15:00")
    without.texts = [:]
    without.tasks = []
    #expect(
      refusal { _ = try firm.officer.recordMeeting(without, at: nil) } == "R2-08 rule.R2-07")
    let made = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
    let id = made.meeting.key.id.description
    #expect(
      refusal { _ = try firm.officer.confirmMeeting(named: id) } == "R2-08 rule.R2-07.chair")
    try firm.sync()
    let confirmed = try firm.manager.confirmMeeting(named: id)
    #expect(confirmed.meeting.isConfirmed && confirmed.texts[MeetingField.review] == "marker-Xq7")
    try firm.sync()
    #expect(
      refusal {
        _ = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
      } == "meeting.confirmedAlready")
    #expect(try firm.due(.r2_08) == [.met])
    let company = try firm.company("2026-09-03 10:00")
    #expect(
      refusal { try firm.world.office.confirmMeeting(company, by: firm.affairs) }
        == "R2-07 rule.R2-07.chair")
    try firm.world.office.confirmMeeting(company, by: firm.general)
    #expect(try firm.due(.r2_07, ofCompany: true) == [.met])
    var input = MeetingInput(.company, nil, start: try firm.moment("2026-08-28 10:00"))
    input.chair = firm.general
    input.minuteTaker = firm.affairs
    input.texts = [MeetingField.review: "x"]
    let manager = firm.manager.account
    #expect(
      refusal {
        _ = try firm.world.office.recordMeeting(
          input, of: firm.world.office.company, by: manager)
      } == "R2-07 rule.R2-07.role")
  }

  @Test("of which a task is moved behind the chair's back is to be confirmed again (R2-07, R2-08)")
  func confirmedWhole() throws {
    let firm = try MinutesFirm(907)
    let made = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
    let id = made.meeting.key.id.description
    try firm.sync()
    // Neither knows of the other: the chair confirms, the minute-taker gives somebody a week more.
    #expect(try firm.manager.confirmMeeting(named: id).meeting.isConfirmed)
    var later = try firm.minutes("2026-09-04 15:00")
    later.tasks = [(who: "P1", due: try #require(CivilDate("2026-09-18")), text: "换灯")]
    let saw = try firm.officer.read { try $0.frontier(of: made.meeting.key) }
    _ = try firm.officer.recordMeeting(later, at: nil, saw: saw)
    try firm.sync()
    for laptop in firm.world.laptops {
      let meeting = try laptop.read { try laptop.meetingCard(named: id, $0) }.meeting
      #expect(meeting.confirmed != nil && !meeting.isConfirmed)
    }
    #expect(try firm.due(.r2_08) != [.met])
    #expect(try firm.manager.confirmMeeting(named: id).meeting.isConfirmed)
    // That a task is done changes nothing of what was agreed.
    let task = try #require(made.meeting.tasks.first)
    _ = try firm.officer.finishTask(named: task.key.id.description)
    try firm.sync()
    #expect(try firm.due(.r2_08) == [.met])
  }

  @Test("looks back on the tasks of the last one, and on older ones that are not done (R2-06)")
  func agenda() throws {
    let firm = try MinutesFirm(906)
    let first = try firm.officer.recordMeeting(try firm.minutes("2026-09-04 15:00"), at: nil)
    firm.world.clock.set("2026-09-11 16:00")
    _ = try firm.officer.recordMeeting(try firm.minutes("2026-09-11 15:00"), at: nil)
    func agenda() throws -> [String?] {
      try firm.officer.read { replica in
        try firm.officer.agenda(
          of: .customerService, at: try firm.officer.site(named: nil, replica), replica)
      }.map(\.text)
    }
    #expect(try agenda() == ["换灯", "换灯"])
    let task = try #require(first.meeting.tasks.first)
    _ = try firm.officer.finishTask(named: task.key.id.description)
    #expect(try agenda() == ["换灯"], "the old one is done")
  }
}
