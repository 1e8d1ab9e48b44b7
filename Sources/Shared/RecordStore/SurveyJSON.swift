package import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import TextFormats
package import VisitModel

/// Surveys as JSON, the same from both programs.
package enum SurveyJSON {
  /// - Parameter due: the last day of the publication; nothing before the analysis.
  package static func object(
    _ survey: Survey, _ stage: SurveyStage, figures: ShownFigures, publishedAt: Instant?,
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
      "createdAt": .string(survey.created.at.utcText),
      "distributed": .integer(figures.distributed), "returned": .integer(figures.returned),
      "returnPerMille": figures.returnPerMille.map { .integer($0) },
      "figures": figures.frozen?.json,
      "digest": figures.frozen.map { .string($0.digest.description) },
      "analysedAt": survey.analysed.map { .string($0.at.utcText) },
      "current": survey.analysed == nil ? nil : .bool(figures.isCurrent),
      "tooFewSince": survey.analysed == nil ? nil : .bool(figures.areTooFewSince),
      "text": .string(survey.text), "publishBy": due.map { .string($0.date.description) },
      "provisional": due.map { .bool($0.isProvisional) },
      "notice": survey.notice.map { .string($0.id.description) },
      "publishedAt": publishedAt.map { .string($0.utcText) },
      "withdrawn": try survey.withdrawn.map { withdrawn in
        .object([
          "reason": .string(survey.withdrawReason), "by": .string(try name(withdrawn.account)),
          "at": .string(withdrawn.at.utcText),
        ])
      },
      "policy": policy?.json,
      "saw": saw.map(JSON.string),
    ])
  }
}
