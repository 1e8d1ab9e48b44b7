package import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import TextFormats
package import VisitModel

/// Surveys as JSON, the same from both programs.
package enum SurveyJSON {
  /// - Parameters:
  ///   - figures: as they are now.
  ///   - due: the last day of the publication; nothing before the analysis.
  package static func object(
    _ survey: Survey, _ stage: SurveyStage, figures: SurveyFigures, publishedAt: Instant?,
    due: WorkingCalendar.DueDate?, policy: PolicyInForce? = nil, saw: String? = nil,
    _ name: (AccountID) throws -> String
  ) rethrows -> JSON {
    .object([
      "survey": .string(survey.key.id.description), "kind": .string(survey.kind.name),
      "stage": .string(stage.name), "title": .string(survey.title),
      "steps": survey.kind == .satisfaction ? .integer(survey.steps) : nil,
      "question": .string(survey.question),
      "closesOn": survey.closesOn.map { .string($0.description) },
      "by": .string(try name(survey.created.account)),
      "createdAt": .string(survey.created.at.utcText), "figures": figures.json,
      "digest": .string(figures.digest.description),
      "analysedAt": survey.analysed.map { .string($0.at.utcText) },
      "current": survey.analysed == nil
        ? nil : .bool(survey.isCurrent(figures)),
      "text": .string(survey.text), "publishBy": due.map { .string($0.date.description) },
      "provisional": due.map { .bool($0.isProvisional) },
      "notice": survey.notice.map { .string($0.id.description) },
      "publishedAt": publishedAt.map { .string($0.utcText) }, "policy": policy?.json,
      "saw": saw.map(JSON.string),
    ])
  }
}
