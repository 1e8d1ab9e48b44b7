import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import TextFormats
import VisitModel
import Wording

@Suite("A single answer") struct SurveySecrecyTests {
  @Test("R1-26 moves nothing that is shown of an open survey but how many slips came back")
  func open() throws {
    let site = try Inquiry(1121)
    let survey = try site.ask([.cleaning, .overall])
    for _ in 0..<7 { try site.enter(survey, [.cleaning: 1, .overall: 2], on: site.officer) }
    var texts: [[String]] = []
    for grade in 1...3 {
      try site.enter(survey, [.cleaning: grade], on: site.officer)
      let card = try site.card(survey, site.officer)
      #expect(card.figures.frozen == nil && card.figures.lines.isEmpty)
      #expect(card.figures.returned == 7 + grade && card.figures.distributed == 20)
      let json = SurveyJSON.object(
        card.survey, card.stage, figures: card.figures, publishedAt: nil, due: nil
      ) { _ in "" }
      let text = String(decoding: json.text(), as: UTF8.self)
      #expect(!text.contains("digest"), "few figures are possible: a digest tells which they are")
      texts.append(text.split(separator: ",").map(String.init).filter { !$0.contains("return") })
    }
    #expect(Set(texts).count == 1, "one text, whatever the slip says")
  }

  @Test("R1-26 is not read off by counting again: one to four answers more are refused, five count")
  func between() throws {
    let site = try Inquiry(1122)
    let survey = try site.ask([.cleaning, .security])
    // Security stays hidden the first time, with four.
    for index in 0..<6 {
      let grades: [SurveyDimension: Int] = index < 4 ? [.security: 1] : [:]
      try site.enter(survey, grades.merging([.cleaning: 2]) { _, new in new }, on: site.officer)
    }
    let first = try #require(try site.analyse(survey, on: site.officer).figures.frozen)
    #expect(first.lines.map(\.isSuppressed) == [true, false])
    let report = try site.notice(.report)
    for late in 1...4 {
      try site.enter(survey, [.cleaning: 5], on: site.officer)
      #expect(try refusedRule { try site.analyse(survey, on: site.officer) } == "R1-26", "\(late)")
      let card = try site.card(survey, site.officer)
      #expect(card.figures.frozen == first && card.figures.since == late)
      #expect(!card.figures.isCurrent && card.figures.areTooFewSince)
    }
    // A fifth that grades only what was hidden would tell of the four others.
    try site.enter(survey, [.security: 1], on: site.officer)
    #expect(try refusedRule { try site.analyse(survey, on: site.officer) } == "R1-26")
    try site.enter(survey, [.cleaning: 1], on: site.officer)
    let second = try #require(try site.analyse(survey, on: site.officer).figures.frozen)
    #expect(second.returned == 12 && second.lines.allSatisfy { !$0.isSuppressed })
    #expect(second.lines.map(\.valid) == [5, 11])
    try site.world.syncAll()
    #expect(try site.card(survey, site.manager).figures.frozen == second)
    #expect(
      try refusedRule { try site.publish(survey, by: report, on: site.officer) } == nil,
      "the notice was written after the first analysis")
  }

  @Test("R1-26 that comes late alone does not hold up what everybody else answered, and is told")
  func late() throws {
    let site = try Inquiry(1123)
    let survey = try site.ask([.overall])
    for _ in 0..<5 { try site.enter(survey, [.overall: 1], on: site.officer) }
    try site.analyse(survey, on: site.officer)
    let report = try site.notice(.report)
    try site.world.syncAll()
    try site.enter(survey, [.overall: 5], on: site.officer)
    let published = try site.officer.publishSurvey(named: survey, by: report)
    #expect(published.reminders.map(\.why.phrase) == [.ruleFiguresFew])
    try site.world.syncAll()
    try site.hang(report, since: site.world.clock.now)
    let card = try site.card(survey, site.supervisor)
    #expect(card.stage == .published && card.figures.lines.map(\.counts) == [[5, 0, 0, 0, 0]])
  }

  @Test("R1-26 is not found by the number of its slip, and a slip entered twice is one answer")
  func slips() throws {
    let site = try Inquiry(1124)
    let survey = try site.ask([.overall])
    for laptop in [site.manager, site.officer] {
      try site.enter(survey, [.overall: 2], slip: "甲-0177", on: laptop)
    }
    let answers = try site.answers(survey)
    #expect(answers.count == 1 && answers[0].state.text(SurveyResponseField.slip) == nil)
    #expect(try site.world.stored(["满意度", "甲-0177"]) == ["满意度"])
    let found = try site.card(survey, site.officer).survey
    #expect(found.slipKey != nil)
    #expect(answers[0].key.id != found.answer(of: "甲-0177", nil), "nobody finds it by trying")
    // With the survey's key goes the last way from a number to its answer.
    let supervisor = site.supervisor
    try supervisor.environment.keyDatabase.write { try KeyTable.clear($0) }
    #expect(throws: FieldFault.self) {
      try site.enter(survey, [.overall: 2], slip: "甲-0177", on: supervisor)
    }
    #expect(try site.answers(survey).count == 1)
  }

  @Test("R1-26 of a survey that an earlier program began counts each slip once, as before")
  func old() throws {
    let site = try Inquiry(1125)
    let survey = try site.ask([.overall])
    let key = try site.card(survey, site.officer).survey.key
    let without = RecordEdit(.survey, key.id, [SurveyField.slipKey: .text("")])
    _ = try site.officer.write { replica in
      try site.officer.write([without], in: key.scope, on: replica)
    }
    try site.world.syncAll()
    for laptop in [site.manager, site.officer] {
      try site.enter(survey, [.overall: 2], slip: "017", on: laptop)
    }
    let answers = try site.answers(survey)
    #expect(answers.map(\.key.id) == [RecordIdentity.surveyResponse(survey: key.id, slip: "017")])
  }
}
