import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import SeededRandom
import SyncProtocol
import TestSupport
import Testing
import VisitModel

/// A year of one site and its head office: meetings every week, notices, the board every month, two surveys,
/// petitions, contracts. Which day a thing falls on, and who does it, follows from the seed.
struct Year {
  let world: World
  let general: AccountID
  let affairs: AccountID
  private var random: SplitMix64
  private(set) var notices = 0
  private(set) var emergencies = 0
  private(set) var meetings = 0
  private(set) var petitions = 0
  private(set) var answers = 0

  var manager: Laptop { world.laptops[0] }
  var supervisor: Laptop { world.laptops[1] }
  var officer: Laptop { world.laptops[2] }
  var office: Office { world.office }

  init(_ seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    world = try World(
      seed: seed, households: 3, roles: [.siteManager, .serviceSupervisor, .serviceOfficer])
    general = try world.office.addAccount(name: "GM", role: .generalManager, sites: [])
    affairs = try world.office.addAccount(name: "GA", role: .generalAffairs, sites: [])
  }

  func sync() throws {
    for _ in 0..<2 { for laptop in world.laptops { _ = try laptop.synchronise() } }
  }

  /// - Parameter check: at the end of each month.
  mutating func play(_ check: (Year, CivilMonth) throws -> Void) throws {
    var day = try #require(CivilDate("2026-01-01"))
    let last = try #require(CivilDate("2026-12-31"))
    while day <= last {
      try morning(of: day)
      if day.day == 4 { try board(on: day) }
      if day.day == 6 || day.day == 20 { try outage(on: day) }
      if day.day == 12 { try petition(on: day) }
      if day.day == 15, day.month % 6 == 5 { try survey(on: day) }
      if day == day.civilMonth.lastDay {
        world.clock.set("\(day) 20:00")
        try sync()
        try check(self, day.civilMonth)
      }
      day = day.advanced(byDays: 1)
    }
  }

  /// Both meetings of a week, on the company's day.
  private mutating func morning(of day: CivilDate) throws {
    let week = MeetingWeek.monday(of: day)
    guard MeetingWeek.companyDay(of: week, .standard).day == day else { return }
    world.clock.set("\(day) 09:00")
    var own = FieldMeetingInput(.customerService, start: world.clock.now)
    own.chair = "P0"
    own.texts = [MeetingField.review: "总结", MeetingField.points: "布置"]
    let recorded = try officer.recordMeeting(own, at: nil)
    _ = try officer.synchronise()
    _ = try manager.synchronise()
    _ = try manager.confirmMeeting(named: recorded.meeting.key.id.description)
    world.clock.set("\(day) 10:30")
    var input = MeetingInput(.company, nil, start: world.clock.now)
    input.chair = general
    input.minuteTaker = affairs
    input.texts = [MeetingField.decisions: "决定"]
    let company = try office.recordMeeting(input, of: office.company, by: affairs)
    try office.confirmMeeting(company, by: general)
    meetings += 2
  }

  private mutating func notice(
    _ kind: NoticeKind, on day: CivilDate, start: Instant?, emergency: EmergencyInput? = nil,
    _ place: PostingInput
  ) throws -> RecordKey {
    var text = NoticeText(kind)
    text.title = kind.name
    text.body = "内容"
    text.start = start
    let done = try supervisor.writeNotice(
      text, answering: nil, at: world.clock.now, emergency: emergency, site: nil)
    let name = done.card.notice.key.id.description
    _ = try supervisor.sealNotice(named: name, with: nil, at: world.clock.now)
    _ = try supervisor.postNotice(named: name, place, at: world.clock.now)
    _ = try supervisor.archiveNotice(named: name, at: "柜1", since: world.clock.now)
    notices += 1
    return done.card.notice.key
  }

  private mutating func board(on day: CivilDate) throws {
    world.clock.set("\(day) 11:00")
    var place = PostingInput()
    place.boards = ["宣传栏"]
    place.isNewPlace = true
    _ = try notice(.education, on: day, start: nil, place)
  }

  /// In time, or one time in four a burst pipe.
  private mutating func outage(on day: CivilDate) throws {
    world.clock.set("\(day) 12:00")
    var place = PostingInput()
    place.isEverywhere = true
    let isEmergency = random.next() % 4 == 0
    let start = day.advanced(byDays: isEmergency ? 0 : 2).at(minuteOfDay: 780, in: .china)
    _ = try notice(
      .waterOutage, on: day, start: start,
      emergency: isEmergency ? EmergencyInput(reason: "爆管", approver: "P0") : nil, place)
    if isEmergency { emergencies += 1 }
  }

  /// Replied to in the week, and agreed or decided.
  private mutating func petition(on day: CivilDate) throws {
    world.clock.set("\(day) 13:00")
    let key = try officer.filePetition(
      .suggestion, department: .customerService, to: "P0",
      texts: [PetitionField.matter: "排班", PetitionField.facts: "事实"], at: nil
    ).petition.key
    let name = key.id.description
    _ = try officer.synchronise()
    _ = try manager.synchronise()
    world.clock.set("\(day) 14:00")
    _ = try manager.act(.reply, onPetition: name, texts: [PetitionField.reply: "同意"])
    _ = try manager.synchronise()
    _ = try officer.synchronise()
    if random.next() % 2 == 0 {
      _ = try officer.act(.answer, onPetition: name, answer: .agrees)
    } else {
      _ = try officer.act(
        .escalate, onPetition: name, texts: [PetitionField.objection: "仍不妥"])
      _ = try officer.synchronise()
      try office.actOnPetition(
        key, .decide, texts: [PetitionField.decision: "处理"], by: affairs)
    }
    petitions += 1
  }

  /// Handed out, answered, analysed and on the board the same day.
  private mutating func survey(on day: CivilDate) throws {
    world.clock.set("\(day) 15:00")
    var input = SurveyInput(.satisfaction)
    input.title = "满意度 \(day)"
    let survey = try supervisor.createSurvey(input, at: nil).survey.key.id.description
    _ = try supervisor.distributeSurvey(named: survey, 12)
    for number in 1...9 {
      var slip = SurveySlip(.paper)
      slip.slip = "\(number)"
      slip.grades = [.cleaning: 1 + Int(random.next() % 5), .overall: 1 + Int(random.next() % 5)]
      _ = try supervisor.answerSurvey(named: survey, slip)
      answers += 1
    }
    _ = try supervisor.analyseSurvey(named: survey, saying: "措施")
    var place = PostingInput()
    place.boards = ["公告栏"]
    place.isNewPlace = true
    let report = try notice(.report, on: day, start: nil, place)
    _ = try supervisor.publishSurvey(named: survey, by: report.id.description)
  }
}
