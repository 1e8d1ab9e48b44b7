import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

// The key for the ids of numbered slips, which lies in the survey under the survey's own key.

extension Laptop {
  /// Makes and seals one; nothing for a report, which brings no answers.
  func freshSlipKey(
    of survey: RecordKey, _ kind: SurveyKind, in zone: ZoneOffset
  ) throws -> (sealed: Value, new: NewHouseholdKey?)? {
    guard kind == .satisfaction else { return nil }
    let (key, new) = try householdKey(survey, year: LocalTime(now, in: zone).date.year, .visit)
    let digits = Hexadecimal.text(environment.randomness.bytes(Survey.slipKeyByteCount))
    return (try seal(digits, under: key, in: survey, field: SurveyField.slipKey), new)
  }

  /// - Returns: nothing for a survey that an earlier program began without one.
  /// - Throws: `FieldFault.failed` while its key is not here: the slip would come under another id, and
  ///   count twice.
  func openedSlipKey(of survey: Survey) throws -> [UInt8]? {
    guard let sealed = survey.slipKey else { return nil }
    guard let digits = try open(sealed, in: survey.key, field: SurveyField.slipKey),
      let key = Survey.slipKey(digits)
    else { throw FieldFault.failed(Message(.surveySlipKeyMissing)) }
    return key
  }
}
