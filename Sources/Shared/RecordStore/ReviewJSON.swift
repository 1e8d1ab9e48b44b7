import ConflictFreeRecords
import Fingerprint
package import TextFormats
import VisitModel

/// The review of a visit as JSON, the same from both programs.
package enum ReviewJSON {
  /// - Parameter visitors: names of those who were there, the recorder first.
  ///   - texts: opened where the key is here.
  package static func object(
    _ item: ReviewItem, unit: String, visitors: [String], reviewer: String?, owing: String?,
    comment: String?, reply: String?
  ) -> JSON {
    .object([
      "visit": .string(item.visit.key.id.description), "unit": .string(unit),
      "start": .string(item.visit.start.utcText),
      "recordedAt": .string(item.visit.recordedAt.utcText), "late": .bool(item.isLate),
      "visitors": .array(visitors.map(JSON.string)), "stage": .string(item.stage.name),
      "reviewer": reviewer.map(JSON.string),
      "reviewedAt": item.review.map { .string($0.at.utcText) },
      "owing": owing.map(JSON.string),
      "part": item.review.map { .string($0.part.name) }, "comment": comment.map(JSON.string),
      "reply": reply.map(JSON.string), "sampled": .bool(item.isSampled),
      "recontact": item.recontact.map { .string($0.outcome.name) },
      "shown": .string(item.shown.description),
    ])
  }
}
