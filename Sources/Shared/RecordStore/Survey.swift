import CommunicationPolicy
package import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import TextFormats
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
  package let distributed: Int
  package let analysed: Deed?
  package let figures: [UInt8]
  package let digest: [UInt8]
  package let text: String
  package let notice: RecordKey?
  package let isWithdrawn: Bool

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
    distributed = max(0, record.integer(SurveyField.distributed) ?? 0)
    analysed = Deed(record, by: SurveyField.analysedBy, at: SurveyField.analysedAt)
    figures = record.bytes(SurveyField.figures) ?? []
    digest = record.bytes(SurveyField.digest) ?? []
    text = record.text(SurveyField.text) ?? ""
    notice = record.reference(SurveyField.notice)
    isWithdrawn = record.instant(SurveyField.withdrawnAt) != nil
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
  package let slip: String?
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
    slip = record.text(SurveyResponseField.slip)
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

/// The figures of a survey: a function of its answers alone. Abstentions are in no base, and groups too
/// small to hide in are not shown (R1-26).
package struct SurveyFigures: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let dimension: SurveyDimension
    /// Answers with a grade: the base.
    package let valid: Int
    /// By grade, the best first.
    package let counts: [Int]

    /// Fewer than may be shown.
    package var isSuppressed: Bool { valid < SurveyRules.smallestGroup }

    /// The two best of five and of four grades, the best of three; in tenths of a percent, rounded half up.
    package var satisfiedPerMille: Int? {
      guard !isSuppressed else { return nil }
      let good = counts.prefix(counts.count > 3 ? 2 : 1).reduce(0, +)
      return (good * 2000 + valid) / (2 * valid)
    }

    /// In hundredths of a grade, rounded half up; the lower the better.
    package var meanHundredths: Int? {
      guard !isSuppressed else { return nil }
      let sum = counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
      return (sum * 200 + valid) / (2 * valid)
    }
  }

  package let returned: Int
  package let distributed: Int
  package let lines: [Line]

  package init(_ survey: Survey, _ answers: [SurveyAnswer]) {
    returned = answers.count
    distributed = survey.distributed
    lines = survey.dimensions.map { dimension in
      var counts = Array(repeating: 0, count: survey.steps)
      for answer in answers {
        if let grade = answer.grades[dimension] { counts[grade - 1] += 1 }
      }
      return Line(dimension: dimension, valid: counts.reduce(0, +), counts: counts)
    }
  }

  /// Of slips handed out, in tenths of a percent; nothing before any was.
  package var returnPerMille: Int? {
    distributed == 0 ? nil : (returned * 2000 + distributed) / (2 * distributed)
  }

  /// Canonical: members in this order, without white space; what is too small to show is not in it.
  package var json: JSON {
    .object([
      "distributed": .integer(distributed), "returned": .integer(returned),
      "returnPerMille": returnPerMille.map { .integer($0) },
      "dimensions": .array(
        lines.map { line in
          .object([
            "dimension": .string(line.dimension.name),
            "valid": line.isSuppressed ? nil : .integer(line.valid),
            "counts": line.isSuppressed ? nil : .array(line.counts.map { .integer($0) }),
            "satisfiedPerMille": line.satisfiedPerMille.map { .integer($0) },
            "meanHundredths": line.meanHundredths.map { .integer($0) },
            "suppressed": .bool(line.isSuppressed),
          ])
        }),
    ])
  }

  /// SHA-256 with the tag `rounds survey v1` over the canonical text.
  package var digest: Digest { Digest(domain: "rounds survey v1", json.text()) }
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
