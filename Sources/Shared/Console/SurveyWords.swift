package import VisitModel
package import Wording

// Surveys, in words.

extension SurveyKind {
  package var phrase: Phrase {
    self == .satisfaction ? .codeSurveySatisfaction : .codeSurveyFinancial
  }
}

extension SurveyDimension {
  package var phrase: Phrase {
    switch self {
    case .security: .codeDimensionSecurity
    case .cleaning: .codeDimensionCleaning
    case .greening: .codeDimensionGreening
    case .repair: .codeDimensionRepair
    case .facilities: .codeDimensionFacilities
    case .customerService: .codeDimensionService
    case .notices: .codeDimensionNotices
    case .activities: .codeDimensionActivities
    case .overall: .codeDimensionOverall
    }
  }
}

extension SurveyWay {
  package var phrase: Phrase {
    switch self {
    case .laptop: .codeWayLaptop
    case .link: .codeWayLink
    case .paper: .codeWayPaper
    }
  }
}

extension SurveyStage {
  package var phrase: Phrase {
    switch self {
    case .open: .codeSurveyOpen
    case .analysed: .codeSurveyAnalysed
    case .published: .codeSurveyPublished
    case .withdrawn: .codeSurveyWithdrawn
    }
  }
}

/// One dimension's figures as a row: the same on a laptop, on paper and on a page.
package struct SurveyLineRow: Hashable, Sendable {
  package let dimension: SurveyDimension
  package let valid: Int
  package let counts: [Int]
  /// Nothing where there are too few to show.
  package let satisfiedPerMille: Int?
  package let meanHundredths: Int?
  package let smallestGroup: Int

  package init(
    _ dimension: SurveyDimension, valid: Int, counts: [Int], satisfiedPerMille: Int?,
    meanHundredths: Int?, smallestGroup: Int
  ) {
    self.dimension = dimension
    self.valid = valid
    self.counts = counts
    self.satisfiedPerMille = satisfiedPerMille
    self.meanHundredths = meanHundredths
    self.smallestGroup = smallestGroup
  }

  package static let headings: [Phrase] = [
    .labelDimension, .labelValid, .labelGrades, .labelSatisfied, .labelMean,
  ]

  package var cells: [Cell] {
    guard let satisfiedPerMille, let meanHundredths else {
      return [
        .words(Message(dimension.phrase)),
        .words(Message(.surveySuppressed, ["\(smallestGroup)"])), .text(""), .text(""), .text(""),
      ]
    }
    return [
      .words(Message(dimension.phrase)), .text("\(valid)"),
      .text(counts.map { "\($0)" }.joined(separator: " / ")),
      .text(Self.percent(satisfiedPerMille)), .text(Self.hundredths(meanHundredths)),
    ]
  }

  /// `83.3 %`
  package static func percent(_ perMille: Int) -> String { "\(perMille / 10).\(perMille % 10) %" }

  private static func hundredths(_ number: Int) -> String {
    "\(number / 100)." + (number % 100 < 10 ? "0" : "") + "\(number % 100)"
  }
}
