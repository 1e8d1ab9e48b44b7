/// What is analysed and published (R1-26).
package enum SurveyKind: Int, CodeSet {
  /// A questionnaire about satisfaction.
  case satisfaction = 1
  /// Accounts, which bring no answers.
  case financialReport
}

/// What a questionnaire asks to be graded (forms of the trade).
package enum SurveyDimension: Int, CodeSet {
  case security = 1, cleaning, greening, repair, facilities, customerService, notices, activities
  case overall
}

/// How an answer came.
package enum SurveyWay: Int, CodeSet { case laptop = 1, link, paper }

/// How far a survey is; computed, never stored.
package enum SurveyStage: Int, CodeSet { case open = 1, analysed, published, withdrawn }
