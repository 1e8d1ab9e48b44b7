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
  /// Counted again, the figures would tell what fewer than the smallest group answered.
  package var tellsFew = false
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

  /// Whether two figures of one group, read side by side, tell what fewer than the smallest group answered.
  /// Nothing that was counted may be missing: where figures only grow, and by no fewer than that, the same
  /// holds between any two of them, however often it is counted.
  /// - Parameters: how many by grade, of a group that was shown.
  package static func tellsFew(_ before: [Int], _ after: [Int]) -> Bool {
    var added = 0
    for index in 0..<max(before.count, after.count) {
      let old = index < before.count ? before[index] : 0
      let more = (index < after.count ? after[index] : 0) - old
      if more < 0 { return true }
      added += more
    }
    return (1..<smallestGroup).contains(added)
  }

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
    func few(_ severity: Finding.Severity) {
      let size = ["\(smallestGroup)"]
      found.append(
        Finding(
          .r1_26, severity, Message(.ruleFiguresFew, size), Message(.ruleFiguresFewCure, size)))
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
      if facts.tellsFew { few(.block) }
    case .publish:
      if facts.stage != .analysed { block(.ruleNotAnalysed, .ruleNotAnalysedCure) }
      if !facts.isCurrent {
        // They are not to be counted again, and must not hold up what everybody else answered.
        if facts.tellsFew {
          few(.reminder)
        } else {
          block(.ruleFiguresMoved, .ruleFiguresMovedCure)
        }
      }
      if !facts.isReportNotice { block(.ruleNoReportNotice, .ruleNoReportNoticeCure) }
    }
    return found
  }
}
