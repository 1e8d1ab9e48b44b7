import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

// The key for the ids of numbered slips, which lies in the survey under the survey's own key.

extension Office {
  /// Makes and seals one; nothing for a report, which brings no answers.
  func freshSlipKey(
    of survey: RecordKey, _ kind: SurveyKind, in zone: ZoneOffset
  ) throws -> Value? {
    guard kind == .satisfaction else { return nil }
    let year = LocalTime(now, in: zone).date.year
    let key = try householdKeys(of: [survey.id], in: survey.scope, year: year, .visit)[survey.id]
    let digits = Hexadecimal.text(environment.randomness.bytes(Survey.slipKeyByteCount))
    return try sealedText(digits, key, in: survey, SurveyField.slipKey)
  }

  /// The record of the answer that a numbered slip brings.
  /// - Returns: nothing where the key for it is not here, or was destroyed.
  func answer(of number: String, to survey: Survey) throws -> RecordKey? {
    func record(_ slipKey: [UInt8]?) -> RecordKey {
      RecordKey(
        scope: survey.key.scope, type: .surveyResponse, id: survey.answer(of: number, slipKey))
    }
    guard let sealed = survey.slipKey else { return record(nil) }
    guard let digits = try opened(sealed, in: survey.key, field: SurveyField.slipKey) else {
      return nil
    }
    return Survey.slipKey(digits).map { record($0) }
  }
}
