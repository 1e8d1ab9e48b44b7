package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
package import RecordCatalogue
import TextFormats
package import VisitModel

/// What somebody asks, or reports.
package struct SurveyInput: Sendable {
  package var kind: SurveyKind
  package var title = ""
  package var steps = 5
  package var dimensions: Set<SurveyDimension> = Set(SurveyDimension.allCases)
  package var question = ""
  package var closesOn: CivilDate?

  package init(_ kind: SurveyKind) { self.kind = kind }
}

/// One slip as somebody reads it.
package struct SurveySlip: Sendable {
  package var way: SurveyWay
  package var grades: [SurveyDimension: Int] = [:]
  /// As somebody types it: `017`, ` 017` and `０17` are one slip.
  package var slip: String? {
    didSet { number = slip.flatMap { UnitCode($0)?.text } }
  }
  /// In its one written form; nothing for a slip without a number, and for what is none.
  package private(set) var number: String?
  package var room = ""
  package var remark = ""

  package init(_ way: SurveyWay) { self.way = way }
}

/// The changes by which surveys go on, with what R1-26 says; the same on a laptop and at the office.
package struct SurveyDesk {
  package let view: SiteView
  package let zone: ZoneOffset
  /// Who acts; nothing for an answer that came by a link.
  package let account: RecordKey?
  package let now: Instant

  package typealias Planned = (edits: [RecordEdit], findings: [Finding])

  package init(_ view: SiteView, zone: ZoneOffset, by account: RecordKey?, at now: Instant) {
    self.view = view
    self.zone = zone
    self.account = account
    self.now = now
  }

  /// - Parameter slipKey: fresh and sealed; a questionnaire has one.
  package func create(_ input: SurveyInput, as id: RecordID, slipKey: Value?) -> Planned {
    var facts = SurveyFacts(.create, input.kind)
    facts.hasTitle = !input.title.isBlank
    facts.steps = input.steps
    facts.hasDimensions = !input.dimensions.isEmpty
    let asks = input.kind == .satisfaction
    let mask = input.dimensions.reduce(0) { $0 | 1 << ($1.rawValue - 1) }
    return (
      [
        RecordEdit(
          .survey, id,
          [
            SurveyField.kind: .code(input.kind), SurveyField.title: .text(input.title),
            SurveyField.steps: asks ? .integer(Int64(input.steps)) : nil,
            SurveyField.dimensions: asks ? .integer(Int64(mask)) : nil,
            SurveyField.question: input.question.isBlank ? nil : .text(input.question),
            SurveyField.closesOn: input.closesOn.map { .date($0) },
            SurveyField.zoneMinutes: .integer(Int64(zone.minutes)),
            SurveyField.account: account.map { .reference($0) },
            SurveyField.createdAt: .instant(now), SurveyField.slipKey: asks ? slipKey : nil,
          ])
      ], SurveyRules.findings(facts)
    )
  }

  /// How many slips were handed out in all.
  package func distribute(_ survey: Survey, _ count: Int) -> Planned {
    (
      [
        RecordEdit(
          .survey, survey.key.id, [SurveyField.distributed: .integer(Int64(max(0, count)))])
      ], []
    )
  }

  /// The record of a slip: computed where it has a number, so that two who enter it meet in one.
  /// - Parameter slipKey: of the survey, opened; nothing where it has none.
  package func key(
    of slip: SurveySlip, to survey: Survey, _ slipKey: [UInt8]?, fresh: RecordID
  ) -> RecordKey {
    view.key(.surveyResponse, slip.number.map { survey.answer(of: $0, slipKey) } ?? fresh)
  }

  /// - Parameters:
  ///   - room, remark: sealed; nothing where nothing is said.
  package func answer(
    _ survey: Survey, _ slip: SurveySlip, as record: RecordKey, room: Value?, remark: Value?
  ) throws -> Planned {
    var facts = SurveyFacts(.answer, survey.kind)
    facts.stage = try view.stage(of: survey)
    facts.hasForeignGrade = slip.grades.contains { dimension, grade in
      !survey.dimensions.contains(dimension) || !(1...survey.steps).contains(grade)
    }
    facts.isSlipUsed = try view.replica.records.state(of: record) != nil
    facts.isBlankAnswer = slip.grades.isEmpty
    var edit = RecordEdit(
      .surveyResponse, record.id,
      [
        SurveyResponseField.survey: .reference(survey.key),
        SurveyResponseField.way: .code(slip.way), SurveyResponseField.at: .instant(now),
        SurveyResponseField.account: account.map { .reference($0) },
        SurveyResponseField.room: room, SurveyResponseField.remark: remark,
      ])
    for (dimension, grade) in slip.grades {
      edit[SurveyResponseField.grade(of: dimension)] = .integer(Int64(grade))
    }
    return ([edit], SurveyRules.findings(facts))
  }

  /// The end of the analysis, with the figures as they are now (A27). Beside those of the last one they
  /// must not tell what few answered.
  package func analyse(_ survey: Survey, text: String) throws -> Planned {
    let figures = SurveyFigures(survey, try view.answers(to: survey))
    var facts = SurveyFacts(.analyse, survey.kind)
    facts.stage = try view.stage(of: survey)
    facts.returned = figures.returned
    facts.distributed = figures.distributed
    facts.hasText = !text.isBlank
    facts.tellsFew = figures.tellFew(sinceLastOf: survey)
    var edit = RecordEdit(
      .survey, survey.key.id,
      [
        SurveyField.figures: .bytes(figures.json.text()),
        SurveyField.digest: .bytes(figures.digest.bytes), SurveyField.text: .text(text),
      ])
    // Counting again gives nobody five more days.
    if survey.analysed == nil {
      edit[SurveyField.analysedAt] = .instant(now)
      edit[SurveyField.analysedBy] = account.map { .reference($0) }
    }
    return ([edit], SurveyRules.findings(facts))
  }

  /// Names the notice by which it is published; it counts from when that hangs.
  package func publish(_ survey: Survey, by notice: Notice) throws -> Planned {
    var facts = SurveyFacts(.publish, survey.kind)
    facts.stage = try view.stage(of: survey)
    let figures = SurveyFigures(survey, try view.answers(to: survey))
    facts.isCurrent = survey.isCurrent(figures)
    facts.tellsFew = figures.tellFew(sinceLastOf: survey)
    facts.isReportNotice =
      notice.text.kind == .report && notice.withdrawn == nil
      && (notice.issued.map { issued in survey.analysed.map { issued.at >= $0.at } ?? false }
        ?? false)
    return (
      [
        RecordEdit(
          .survey, survey.key.id,
          [
            SurveyField.notice: .reference(notice.key),
            SurveyField.publishedBy: account.map { .reference($0) },
          ])
      ], SurveyRules.findings(facts)
    )
  }

  package func withdraw(_ survey: Survey, reason: String) -> Planned {
    (
      [
        RecordEdit(
          .survey, survey.key.id,
          [
            SurveyField.withdrawnAt: .instant(now),
            SurveyField.withdrawnBy: account.map { .reference($0) },
            SurveyField.withdrawReason: .text(reason),
          ])
      ], []
    )
  }
}
