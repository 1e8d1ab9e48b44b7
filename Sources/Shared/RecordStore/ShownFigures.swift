import CommunicationPolicy

/// What anybody is shown of a survey's answers: how many slips came back, and of what they say just what the
/// last analysis froze. Figures that moved with each slip would tell what it says to whoever reads them
/// before and after (R1-26).
package struct ShownFigures: Hashable, Sendable {
  /// Handed out, and come back, by now.
  package let distributed: Int
  package let returned: Int
  /// As they were analysed; nothing before.
  package let frozen: SurveyFigures?
  /// The answers are still those that were analysed.
  package let isCurrent: Bool
  /// Counted again, they would tell what few answered since; so they are not, until more came.
  package let areTooFewSince: Bool

  package init(_ survey: Survey, _ answers: [SurveyAnswer]) {
    let now = SurveyFigures(survey, answers)
    distributed = now.distributed
    returned = now.returned
    frozen = survey.analysed == nil ? nil : SurveyFigures(frozenIn: survey)
    isCurrent = survey.isCurrent(now)
    areTooFewSince = now.tellFew(sinceLastOf: survey)
  }

  /// Of slips handed out, in tenths of a percent; nothing before any was.
  package var returnPerMille: Int? {
    SurveyFigures.returnPerMille(returned, of: distributed)
  }

  /// None before the analysis.
  package var lines: [SurveyFigures.Line] { frozen?.lines ?? [] }

  /// How many slips came back after the analysis.
  package var since: Int { frozen.map { max(0, returned - $0.returned) } ?? 0 }

  /// Whether what was analysed may be told: as it is, or because those who came late are too few.
  package var mayBePublished: Bool { isCurrent || areTooFewSince }
}

extension SurveyFigures {
  /// Whether whoever reads these beside those of the last analysis learns what few answered: in a dimension
  /// that was shown, or by leaving it out. One that was not shown then has nothing to be held against.
  func tellFew(sinceLastOf survey: Survey) -> Bool {
    guard let last = SurveyFigures(frozen: survey.figures) else { return false }
    let shown = last.lines.filter { !$0.isSuppressed }
    if shown.isEmpty { return false }
    if SurveyRules.tellsFew([last.returned], [returned]) { return true }
    return shown.contains { old in
      let now = lines.first { $0.dimension == old.dimension }
      return SurveyRules.tellsFew(old.counts, now?.counts ?? [])
    }
  }
}
