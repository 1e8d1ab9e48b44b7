package import VisitModel
import Wording

/// Everything the rules ask about something that somebody is about to do with a survey.
package struct SurveyFacts: Hashable, Sendable {
  package enum Act: Hashable, Sendable { case create, answer, analyse, publish }

  package var act: Act
  package var kind: SurveyKind
  package var stage: SurveyStage = .open
  package var hasTitle = true
  package var hasDimensions = true
  /// 3, 4 or 5.
  package var steps = 5
  /// A grade beyond the steps, or of what is not asked.
  package var hasForeignGrade = false
  package var isSlipUsed = false
  package var isBlankAnswer = false
  package var returned = 0
  package var distributed = 0
  package var hasText = true
  /// The answers are still those that were analysed.
  package var isCurrent = true
  /// The notice by which it is to be published is a report, and issued.
  package var isReportNotice = true

  package init(_ act: Act, _ kind: SurveyKind) {
    self.act = act
    self.kind = kind
  }
}

/// R1-26: data are true and accurate, and published in time.
package enum SurveyRules {
  /// Fewer valid answers than these are not shown: whoever knows some of them would know the others.
  package static let smallestGroup = 5

  /// The last day of the publication (A27): so many working days after that of the analysis.
  package static func due(
    analysedAt: Instant, _ zone: ZoneOffset, _ calendar: WorkingCalendar,
    _ settings: PolicySettings
  ) -> WorkingCalendar.DueDate {
    calendar.due(
      after: LocalTime(analysedAt, in: zone).date, workingDays: settings.publicationWorkingDays)
  }

  package static func findings(_ facts: SurveyFacts) -> [Finding] {
    var found: [Finding] = []
    func block(_ why: Phrase, _ cure: Phrase) {
      found.append(Finding(.r1_26, .block, Message(why), Message(cure)))
    }
    let asks = facts.kind == .satisfaction
    switch facts.act {
    case .create:
      if !facts.hasTitle { block(.ruleSurveyTitle, .ruleSurveyTitleCure) }
      if asks, !(3...5).contains(facts.steps) { block(.ruleSurveySteps, .ruleSurveyStepsCure) }
      if asks, !facts.hasDimensions { block(.ruleSurveyNothing, .ruleSurveyNothingCure) }
    case .answer:
      if !asks { block(.ruleSurveyNoAnswers, .ruleSurveyNoAnswersCure) }
      if facts.stage == .published || facts.stage == .withdrawn {
        block(.ruleSurveyOver, .ruleSurveyOverCure)
      }
      if facts.hasForeignGrade { block(.ruleSurveyGrade, .ruleSurveyGradeCure) }
      if facts.isSlipUsed { block(.ruleSurveySlip, .ruleSurveySlipCure) }
      if facts.isBlankAnswer {
        found.append(
          Finding(
            .r1_26, .reminder, Message(.ruleSurveyBlank), Message(.ruleSurveyBlankCure)))
      }
    case .analyse:
      if facts.stage == .published || facts.stage == .withdrawn {
        block(.ruleSurveyOver, .ruleSurveyOverCure)
      }
      if asks, facts.returned == 0 { block(.ruleSurveyNoReturns, .ruleSurveyNoReturnsCure) }
      if asks, facts.distributed < facts.returned {
        block(.ruleSurveyTooMany, .ruleSurveyTooManyCure)
      }
      if !asks, !facts.hasText { block(.ruleReportEmpty, .ruleReportEmptyCure) }
    case .publish:
      if facts.stage != .analysed { block(.ruleNotAnalysed, .ruleNotAnalysedCure) }
      if !facts.isCurrent { block(.ruleFiguresMoved, .ruleFiguresMovedCure) }
      if !facts.isReportNotice { block(.ruleNoReportNotice, .ruleNoReportNoticeCure) }
    }
    return found
  }
}
