import CommunicationPolicy
package import Fingerprint
package import TextFormats
package import VisitModel

/// The figures of a survey: a function of its answers alone. Abstentions are in no base, and groups too
/// small to hide in are not shown (R1-26). Nobody is shown them before an analysis froze them
/// (`ShownFigures`).
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

  /// No survey comes near it. Numbers of a record are whatever its writer signed, and larger ones could not be
  /// counted with.
  package static let numberMax = 1_000_000_000

  package let returned: Int
  /// 0 … `numberMax`.
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
  package var returnPerMille: Int? { Self.returnPerMille(returned, of: distributed) }

  static func returnPerMille(_ returned: Int, of distributed: Int) -> Int? {
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
