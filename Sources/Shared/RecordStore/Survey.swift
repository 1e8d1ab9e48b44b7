import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import VisitModel

/// A questionnaire or a report as its record says.
package struct Survey: Hashable, Sendable {
  package let key: RecordKey
  package let kind: SurveyKind
  package let title: String
  package let steps: Int
  package let dimensions: [SurveyDimension]
  package let question: String
  package let closesOn: CivilDate?
  package let zone: ZoneOffset
  package let created: Deed
  /// 0 … `SurveyFigures.numberMax`.
  package let distributed: Int
  package let analysed: Deed?
  package let figures: [UInt8]
  package let digest: [UInt8]
  package let text: String
  package let notice: RecordKey?
  package let isWithdrawn: Bool
  /// Nothing where an earlier program withdrew it.
  package let withdrawn: Deed?
  package let withdrawReason: String
  /// For the ids of numbered slips; nothing in a survey that an earlier program began.
  package let slipKey: SealedValue?

  init?(_ key: RecordKey, _ record: RecordState) {
    guard let kind = record.code(SurveyField.kind, as: SurveyKind.self),
      let created = Deed(record, by: SurveyField.account, at: SurveyField.createdAt)
    else { return nil }
    self.key = key
    self.kind = kind
    self.created = created
    title = record.text(SurveyField.title) ?? ""
    let steps = record.integer(SurveyField.steps) ?? 5
    self.steps = (3...5).contains(steps) ? steps : 5
    let mask = record.integer(SurveyField.dimensions) ?? 0
    dimensions = SurveyDimension.allCases.filter { mask & (1 << ($0.rawValue - 1)) != 0 }
    question = record.text(SurveyField.question) ?? ""
    closesOn = record.date(SurveyField.closesOn)
    zone = record.integer(SurveyField.zoneMinutes).flatMap(ZoneOffset.init) ?? .china
    distributed = min(
      max(0, record.integer(SurveyField.distributed) ?? 0), SurveyFigures.numberMax)
    analysed = Deed(record, by: SurveyField.analysedBy, at: SurveyField.analysedAt)
    figures = record.bytes(SurveyField.figures) ?? []
    digest = record.bytes(SurveyField.digest) ?? []
    text = record.text(SurveyField.text) ?? ""
    notice = record.reference(SurveyField.notice)
    isWithdrawn = record.instant(SurveyField.withdrawnAt) != nil
    withdrawn = Deed(record, by: SurveyField.withdrawnBy, at: SurveyField.withdrawnAt)
    withdrawReason = record.text(SurveyField.withdrawReason) ?? ""
    slipKey = record.sealed(SurveyField.slipKey)
  }

  /// Whether these are the figures that were analysed.
  package func isCurrent(_ figures: SurveyFigures) -> Bool { digest == figures.digest.bytes }
}

/// One slip that came back.
package struct SurveyAnswer: Hashable, Sendable {
  package let key: RecordKey
  package let way: SurveyWay
  package let at: Instant
  package let account: AccountID?
  /// Within the survey's steps; what is absent is an abstention.
  package let grades: [SurveyDimension: Int]

  init?(_ key: RecordKey, _ record: RecordState, of survey: Survey) {
    guard let way = record.code(SurveyResponseField.way, as: SurveyWay.self),
      let at = record.instant(SurveyResponseField.at),
      record.instant(SurveyResponseField.voidedAt) == nil
    else { return nil }
    self.key = key
    self.way = way
    self.at = at
    account = record.reference(SurveyResponseField.account).map { $0.id.named() }
    var grades: [SurveyDimension: Int] = [:]
    for dimension in survey.dimensions {
      guard let grade = record.integer(SurveyResponseField.grade(of: dimension)),
        (1...survey.steps).contains(grade)
      else { continue }
      grades[dimension] = grade
    }
    self.grades = grades
  }
}

extension SiteView {
  /// Every survey and report of the scope, the oldest first.
  package func surveys() throws -> [Survey] {
    try replica.records.states(of: .survey, in: scope)
      .compactMap { Survey(key(.survey, $0.id), $0.state) }
      .sorted { ($0.created.at, $0.key) < ($1.created.at, $1.key) }
  }

  package func survey(_ key: RecordKey) throws -> Survey? {
    try replica.records.state(of: key).flatMap { Survey(key, $0) }
  }

  /// The slips that came back, in the order of their ids, which says nothing of who answered.
  package func answers(to survey: Survey) throws -> [SurveyAnswer] {
    try replica.records.members(.responseOfSurvey, of: survey.key)
      .compactMap { SurveyAnswer($0.key, $0.state, of: survey) }.sorted { $0.key < $1.key }
  }

  /// How far it is: published is what hangs.
  package func stage(of survey: Survey) throws -> SurveyStage {
    if survey.isWithdrawn { return .withdrawn }
    guard survey.analysed != nil else { return .open }
    return try publishedAt(survey) == nil ? .analysed : .published
  }

  /// Since when its notice hangs: after the analysis, whatever becomes of the sheet later.
  package func publishedAt(_ survey: Survey) throws -> Instant? {
    guard let analysed = survey.analysed,
      let notice = try survey.notice.flatMap({ try notice($0) }), let told = notice.toldAt,
      told >= analysed.at, notice.withdrawn.map({ $0.at > told }) ?? true
    else { return nil }
    return told
  }
}

extension ObligationReader {
  /// R1-26: published so many working days after the analysis.
  func surveys() throws -> [SiteObligation] {
    try view.surveys().compactMap { survey in
      guard let analysed = survey.analysed, !survey.isWithdrawn else { return nil }
      let month = LocalTime(analysed.at, in: zone).date.civilMonth
      let published = try view.publishedAt(survey)
      guard published == nil || month >= present.previous.previous else { return nil }
      return try obligation(
        .r1_26, of: .post(.serviceSupervisor),
        due: SurveyRules.due(
          analysedAt: analysed.at, zone, calendar, settings(at: analysed.at)),
        about: survey.key, household: nil, month: month, metAt: published)
    }
  }
}
