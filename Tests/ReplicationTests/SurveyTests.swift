import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import TextFormats
import VisitModel

/// A manager, a supervisor and an officer, who ask what people think. Surveys go by their ids.
struct Inquiry {
  let world: World

  var manager: Laptop { world.laptops[0] }
  var supervisor: Laptop { world.laptops[1] }
  var officer: Laptop { world.laptops[2] }

  /// Wednesday, 09:00; the five working days after it end on 13 October.
  init(_ seed: UInt64) throws {
    world = try World(
      seed: seed, households: 2, roles: [.siteManager, .serviceSupervisor, .serviceOfficer])
    world.clock.set("2026-09-30 09:00")
    try world.syncAll()
  }

  /// A questionnaire of the officer's, with so many slips handed out, that everybody knows.
  func ask(_ dimensions: Set<SurveyDimension>, steps: Int = 5, slips: Int = 20) throws -> String {
    var input = SurveyInput(.satisfaction)
    input.title = "满意度"
    input.steps = steps
    input.dimensions = dimensions
    let survey = try officer.createSurvey(input, at: nil).survey.key.id.description
    _ = try officer.distributeSurvey(named: survey, slips)
    try world.syncAll()
    return survey
  }

  @discardableResult
  func enter(
    _ survey: String, _ grades: [SurveyDimension: Int], slip number: String? = nil,
    remark: String = "", on laptop: Laptop
  ) throws -> (card: SurveyCard, reminders: [Finding]) {
    var slip = SurveySlip(.paper)
    slip.slip = number
    slip.grades = grades
    slip.remark = remark
    return try laptop.answerSurvey(named: survey, slip)
  }

  @discardableResult
  func analyse(_ survey: String, on laptop: Laptop) throws -> SurveyCard {
    try laptop.analyseSurvey(named: survey, saying: "加强保洁")
  }

  @discardableResult
  func publish(_ survey: String, by notice: String, on laptop: Laptop) throws -> SurveyStage {
    try laptop.publishSurvey(named: survey, by: notice).card.stage
  }

  /// What the supervisor writes, and does not hang yet.
  func notice(_ kind: NoticeKind) throws -> String {
    var text = NoticeText(kind)
    text.title = "公告"
    text.body = "满意度调查结果"
    return try supervisor.writeNotice(text, answering: nil, at: world.clock.now, site: nil)
      .card.notice.key.id.description
  }

  func hang(_ notice: String, at: String) throws { try hang(notice, since: try .china(at)) }

  func hang(_ notice: String, since moment: Instant) throws {
    _ = try supervisor.sealNotice(named: notice, with: nil, at: world.clock.now)
    var board = PostingInput()
    board.boards = ["公告栏"]
    board.isNewPlace = true
    _ = try supervisor.postNotice(named: notice, board, at: moment)
  }

  func card(_ survey: String, _ laptop: Laptop) throws -> SurveyCard {
    try laptop.read { try laptop.surveyCard(named: survey, $0) }
  }

  /// The slips as the office has them.
  func answers(_ survey: String) throws -> [(key: RecordKey, state: RecordState)] {
    try world.syncAll()
    let key = try card(survey, officer).survey.key
    return try world.office.read { replica in
      try replica.records.members(.responseOfSurvey, of: key).map { ($0.key, $0.state) }
    }
  }

  /// What all count, which must be one thing once in sync; nobody is shown it.
  func figures(_ survey: String) throws -> SurveyFigures {
    try world.syncAll()
    let key = try card(survey, officer).survey.key
    func counted(_ replica: Replica) throws -> SurveyFigures {
      let view = SiteView(replica, key.scope)
      let found = try #require(try view.survey(key))
      return SurveyFigures(found, try view.answers(to: found))
    }
    let atOffice = try world.office.read { try counted($0) }
    for laptop in world.laptops {
      #expect(try laptop.read { try counted($0) } == atOffice)
      #expect(try card(survey, laptop).figures.returned == atOffice.returned)
    }
    return atOffice
  }
}

@Suite("A survey") struct SurveyTests {
  @Test(
    "whose record has numbers that no survey has is shown all the same, and stops no program",
    arguments: [
      Int64.max, Int64.min, Int64.max / 2 + 1, -1,
    ])
  func strangeNumbers(_ number: Int64) throws {
    let site = try Inquiry(1120)
    let survey = try site.ask([.cleaning])
    for _ in 0..<5 { try site.enter(survey, [.cleaning: 1], on: site.officer) }
    let key = try site.card(survey, site.officer).survey.key
    let figures = """
      {"distributed":\(number),"returned":\(number),"dimensions":[\
      {"dimension":"cleaning","valid":1,"counts":[\(number),\(number),1]}]}
      """
    try site.officer.write { replica in
      _ = try site.officer.write(
        [
          RecordEdit(
            .survey, key.id,
            [
              SurveyField.distributed: .integer(number),
              SurveyField.figures: .bytes(Array(figures.utf8)),
            ])
        ], in: key.scope, on: replica)
    }
    let counted = try site.figures(survey)
    #expect(counted.returned == 5 && (0...SurveyFigures.numberMax).contains(counted.distributed))
    let known = SurveyFigures(frozen: Array(figures.utf8))
    #expect(known == nil, "no survey counted so many")
    if number < 0 {
      #expect(try refusedRule { try site.analyse(survey, on: site.officer) } == "R1-26")
    }
    _ = try site.officer.distributeSurvey(named: survey, 10)
    let analysed = try site.analyse(survey, on: site.officer)
    #expect(analysed.figures.frozen?.returned == 5)
  }

  @Test("keeps frozen figures that a survey can have, and none with more grades than there are")
  func frozenNumbers() throws {
    func text(_ counts: String) -> [UInt8] {
      Array(
        """
        {"distributed":20,"returned":9,"dimensions":[{"dimension":"cleaning","counts":[\(counts)]}]}
        """.utf8)
    }
    #expect(SurveyFigures(frozen: text("5,0,0,0,4"))?.lines.first?.valid == 9)
    #expect(SurveyFigures(frozen: text("1,1,1,1,1,1")) == nil)
    #expect(SurveyFigures(frozen: text("5,-1,0,0,4")) == nil)
    #expect(SurveyFigures(frozen: text("5,\(SurveyFigures.numberMax + 1)")) == nil)
  }

  @Test("R1-26 answered on two laptops that had not met counts every slip, and each once")
  func merged() throws {
    let site = try Inquiry(1101)
    let survey = try site.ask([.cleaning])
    for number in 1...6 {
      try site.enter(survey, [.cleaning: 1], slip: "00\(number)", on: site.manager)
    }
    // The officer has two of these slips too, and reads one of them otherwise.
    for number in 5...9 {
      let grade = number == 6 ? 3 : 1
      try site.enter(survey, [.cleaning: grade], slip: "00\(number)", on: site.officer)
    }
    for (laptop, count) in [(site.manager, 7), (site.officer, 6)] {
      try site.enter(survey, [.cleaning: 2], on: laptop)
      #expect(try refusedRule { try site.enter(survey, [:], slip: "005", on: laptop) } == "R1-26")
      #expect(try site.card(survey, laptop).figures.returned == count)
    }
    let figures = try site.figures(survey)
    #expect(figures.returned == 11 && figures.lines[0].valid == 11, "nine slips, two without")
    #expect([[9, 2, 0, 0, 0], [8, 2, 1, 0, 0]].contains(figures.lines[0].counts))
    let asked = try site.supervisor.read { try site.supervisor.conflicts($0) }
    #expect(
      asked.contains { $0.field == SurveyResponseField.grade(of: .cleaning) },
      "somebody is to look at the slip")
    for laptop in site.world.laptops {
      #expect(try refusedRule { try site.enter(survey, [:], slip: "009", on: laptop) } == "R1-26")
      #expect(try site.world.state(laptop) == site.world.officeState())
    }
  }

  @Test("R1-26 comes to the figures that were worked out by hand, wherever they are entered")
  func byHand() throws {
    let site = try Inquiry(1102)
    let survey = try site.ask([.security, .cleaning, .repair], slips: 80)
    let cleaning = [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 5]
    let repair = [2, 5, 5, 5, 5]
    for index in 0..<17 {
      var grades: [SurveyDimension: Int] = [:]
      if index < 4 { grades[.security] = 1 }
      if index < cleaning.count { grades[.cleaning] = cleaning[index] }
      if index >= 7, index < 12 { grades[.repair] = repair[index - 7] }
      let entered = try site.enter(survey, grades, on: site.world.laptops[index % 3])
      // The last one grades nothing: it came back, and is in no base.
      #expect(entered.reminders.map(\.rule) == (index == 16 ? [.r1_26] : []))
    }
    let figures = try site.figures(survey)
    // 17 of 80 are 21.25 %, 7 of 16 are 43.75 %, 42 for 16 is 2.625: each half is rounded up.
    #expect(
      String(decoding: figures.json.text(), as: UTF8.self) == """
        {"distributed":80,"returned":17,"returnPerMille":213,"dimensions":[\
        {"dimension":"security","suppressed":true},\
        {"dimension":"cleaning","valid":16,"counts":[3,4,6,2,1],"satisfiedPerMille":438,\
        "meanHundredths":263,"suppressed":false},\
        {"dimension":"repair","valid":5,"counts":[0,1,0,0,4],"satisfiedPerMille":200,\
        "meanHundredths":440,"suppressed":false}]}
        """)
    let analysed = try site.analyse(survey, on: site.supervisor).survey
    #expect(analysed.figures == figures.json.text() && analysed.isCurrent(figures))
  }

  @Test("R1-26 shows no number of a group under five, whatever its answers are")
  func suppressed() throws {
    let site = try Inquiry(1103)
    var texts: [[UInt8]] = []
    for security in [[], [1], [5, 5], [1, 2, 3], [4, 4, 4, 4], [1, 1, 1, 1, 1]] {
      let survey = try site.ask([.security, .cleaning])
      for index in 0..<6 {
        var grades: [SurveyDimension: Int] = [.cleaning: 1]
        if index < security.count { grades[.security] = security[index] }
        try site.enter(survey, grades, on: site.officer)
      }
      let figures = try #require(try site.analyse(survey, on: site.officer).figures.frozen)
      #expect(figures.lines[0].isSuppressed == (security.count < 5))
      #expect((figures.lines[0].satisfiedPerMille == nil) == (security.count < 5))
      texts.append(figures.json.text())
    }
    #expect(Set(texts.prefix(5)).count == 1 && texts[5] != texts[0])
  }

  @Test(
    "R1-26 takes grades within the steps; the two best of 5 and 4, and the best of 3, satisfy",
    arguments: [(5, 600), (4, 600), (3, 400)])
  func satisfied(_ steps: Int, _ perMille: Int) throws {
    let site = try Inquiry(1104)
    let survey = try site.ask([.overall], steps: steps, slips: 4)
    #expect(try refusedRule { try site.analyse(survey, on: site.officer) } == "R1-26", "no answer")
    for grade in [1, 1, 2, 3, 3] { try site.enter(survey, [.overall: grade], on: site.officer) }
    for grades in [[SurveyDimension.overall: 0], [.overall: steps + 1], [.repair: 1]] {
      #expect(try refusedRule { try site.enter(survey, grades, on: site.officer) } == "R1-26")
    }
    #expect(try refusedRule { try site.analyse(survey, on: site.officer) } == "R1-26", "5 of 4")
    _ = try site.officer.distributeSurvey(named: survey, 5)
    let figures = try site.analyse(survey, on: site.officer).figures
    #expect(figures.returnPerMille == 1000 && figures.lines[0].meanHundredths == 200)
    #expect(figures.lines[0].satisfiedPerMille == perMille)
  }

  @Test("R1-26 is published only with the figures of all answers, so that a late one is analysed")
  func moved() throws {
    let site = try Inquiry(1106)
    let survey = try site.ask([.overall])
    for _ in 0..<5 { try site.enter(survey, [.overall: 1], on: site.supervisor) }
    let old = try site.notice(.report)
    #expect(
      try refusedRule { try site.publish(survey, by: old, on: site.supervisor) } == "R1-26",
      "it is not analysed")
    // The officer has five more answers, of which nobody knows.
    for grade in 1...5 { try site.enter(survey, [.overall: grade], on: site.officer) }
    try site.analyse(survey, on: site.supervisor)
    let report = try site.notice(.report)
    try site.world.syncAll()
    for laptop in site.world.laptops {
      let card = try site.card(survey, laptop)
      #expect(card.stage == .analysed && !card.figures.isCurrent && card.figures.since == 5)
      #expect(card.figures.lines[0].counts == [5, 0, 0, 0, 0], "what was analysed stands")
      #expect(try refusedRule { try site.publish(survey, by: report, on: laptop) } == "R1-26")
    }
    #expect(try site.analyse(survey, on: site.manager).figures.lines[0].counts == [6, 1, 1, 1, 1])
    #expect(
      try refusedRule { try site.publish(survey, by: old, on: site.manager) } == "R1-26",
      "a sheet from before the analysis tells nothing of it")
    #expect(try site.publish(survey, by: report, on: site.manager) == .analysed)
    try site.hang(report, since: site.world.clock.now)
    #expect(try site.figures(survey).returned == 10)
    #expect(try site.card(survey, site.officer).stage == .published)
  }

  @Test(
    "R1-26 is published from when its report hangs: by the fifth working day in time, later late",
    arguments: [
      ("2026-10-13 23:59:59.999", ObligationState.met), ("2026-10-14 00:00", .late),
    ])
  func published(_ at: String, _ state: ObligationState) throws {
    let site = try Inquiry(1107)
    let survey = try site.ask([.overall])
    for _ in 0..<5 { try site.enter(survey, [.overall: 1], on: site.officer) }
    #expect(try site.world.due(.r1_26).isEmpty, "nothing is analysed")
    try site.analyse(survey, on: site.supervisor)
    let (other, report) = (try site.notice(.other), try site.notice(.report))
    #expect(
      try refusedRule { try site.publish(survey, by: other, on: site.supervisor) } == "R1-26")
    #expect(try site.publish(survey, by: report, on: site.supervisor) == .analysed)
    site.world.clock.set("2026-10-13 23:50")
    let open = try #require(try site.world.due(.r1_26).first)
    #expect(open.state == .open && open.who == .post(.serviceSupervisor))
    #expect(open.due == CivilDate("2026-10-13") && !open.isProvisional)
    site.world.clock.set("2026-10-14 00:00")
    #expect(try site.world.due(.r1_26).map(\.state) == [.overdue])
    try site.hang(report, at: at)
    #expect(try site.world.due(.r1_26).map(\.state) == [state])
    for laptop in site.world.laptops {
      let card = try site.card(survey, laptop)
      #expect(try card.stage == .published && card.publishedAt == .china(at))
      #expect(try refusedRule { try site.enter(survey, [.overall: 1], on: laptop) } == "R1-26")
      #expect(try refusedRule { try site.analyse(survey, on: laptop) } == "R1-26")
    }
  }

  @Test("R1-26 that is of accounts brings no answers, and withdrawn is owed by nobody")
  func accounts() throws {
    let site = try Inquiry(1108)
    var input = SurveyInput(.financialReport)
    #expect(try refusedRule { _ = try site.officer.createSurvey(input, at: nil) } == "R1-26")
    input.title = "上半年收支"
    let report = try site.officer.createSurvey(input, at: nil).survey.key.id.description
    #expect(try refusedRule { try site.enter(report, [:], on: site.officer) } == "R1-26")
    #expect(
      try refusedRule { _ = try site.officer.analyseSurvey(named: report, saying: " ") }
        == "R1-26")
    #expect(try site.analyse(report, on: site.officer).stage == .analysed)
    #expect(try site.world.due(.r1_26).map(\.state) == [.open])
    #expect(throws: FieldFault.self) {
      try site.officer.withdrawSurvey(named: report, reason: " ")
    }
    #expect(try site.card(report, site.officer).stage == .analysed)
    let before = site.world.clock.now
    _ = try site.officer.withdrawSurvey(named: report, reason: "数字有误")
    #expect(try site.world.due(.r1_26).isEmpty)
    let ended = try site.card(report, site.manager).survey
    #expect(try site.card(report, site.manager).stage == .withdrawn)
    let at = try #require(ended.withdrawn?.at)
    #expect(ended.withdrawReason == "数字有误" && before < at && at <= site.world.clock.now)
  }

  @Test("R1-26 keeps what was said beside the grades sealed, and open to who works at the site")
  func sealed() throws {
    let site = try Inquiry(1109)
    let survey = try site.ask([.overall])
    for (word, laptop) in [("marker-Xq7", site.manager), ("marker-Zk3", site.officer)] {
      try site.enter(survey, [.overall: 1], remark: word, on: laptop)
    }
    try site.enter(survey, [.overall: 1], on: site.officer)
    try site.world.syncAll()
    for laptop in site.world.laptops {
      #expect(Set(try site.card(survey, laptop).remarks) == ["marker-Xq7", "marker-Zk3"])
    }
    #expect(try site.world.stored(["满意度", "marker-Xq7", "marker-Zk3"]) == ["满意度"])
    try site.supervisor.environment.keyDatabase.write { try KeyTable.clear($0) }
    #expect(try site.card(survey, site.supervisor).remarks == [nil, nil])
  }
}
