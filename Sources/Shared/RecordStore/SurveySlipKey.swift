import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

// A slip's number says to whom it was handed out, and an answer's id is computed from it, so that a slip
// counts once. There are few numbers: without a secret whoever reads the records would try them all.

extension Survey {
  package static let slipKeyByteCount = 32

  /// - Parameter digits: what was sealed.
  /// - Returns: nothing for what is no such key.
  package static func slipKey(_ digits: String) -> [UInt8]? {
    guard let key = Hexadecimal.bytes(digits), key.count == slipKeyByteCount else { return nil }
    return key
  }

  /// The id of the answer that a numbered slip brings.
  /// - Parameters:
  ///   - number: in its one written form.
  ///   - slipKey: the opened one; nothing where the survey has none.
  package func answer(of number: String, _ slipKey: [UInt8]?) -> RecordID {
    guard let slipKey else {
      return RecordIdentity.surveyResponse(survey: key.id, slip: number)
    }
    return RecordIdentity.surveyResponse(survey: key.id, slip: number, key: slipKey)
  }
}
