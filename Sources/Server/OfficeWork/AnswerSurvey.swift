package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import SyncProtocol
package import VisitModel
import Wording

// How answers come to a survey: entered by somebody, or by the link on a slip, without a login.

/// What a link finds.
package enum SlipState: Hashable, Sendable {
  case open
  /// The slip was entered already, by whichever way; each counts once.
  case used
  /// The survey is analysed, published, withdrawn, or past its last day.
  case closed
}

/// A slip that a link names, with its survey.
package struct LinkedSlip: Sendable {
  package let survey: Survey
  /// In its one written form.
  package let number: String
  package let state: SlipState
}

extension Office {
  /// Enters one answer, from a slip or as somebody gives it (R1-26).
  /// - Returns: what to remind of.
  @discardableResult
  package func answerSurvey(
    _ key: RecordKey, _ slip: SurveySlip, by account: AccountID
  ) throws -> [Finding] {
    if let text = slip.slip, slip.number == nil {
      throw OfficeFault.wrongUsage(Message(.surveyNotASlip, [text]))
    }
    let fresh = RecordKey(
      scope: key.scope, type: .surveyResponse,
      id: RecordID(prefixOf: environment.randomness.bytes(16)))
    // Asked before anything is sealed, so that no key is made for what is refused, and once more inside.
    let known = try read { replica in
      let (desk, survey) = try surveyAndDesk(key, by: account, on: replica)
      let record = try slip.number.map { try requiredAnswer(of: $0, to: survey) } ?? fresh
      let planned = try desk.answer(survey, slip, as: record, room: nil, remark: nil)
      try requireNothing(in: planned.findings)
      return (survey: survey, record: record)
    }
    let texts = try sealed(slip, of: known.survey, as: known.record)
    return try onSurvey(key, nil, by: account) { desk, survey in
      try desk.answer(
        survey, slip, as: known.record, room: texts.room, remark: texts.remark)
    }
  }

  // MARK: Links

  /// `<number>-<key>`: nobody guesses the key of a slip, and it opens nothing else. It is the first 8 bytes
  /// of a keyed hash, so that it can be typed from paper.
  package func slip(_ number: String, of survey: RecordID) -> String {
    number + "-" + Hexadecimal.text(slipKey(number, of: survey))
  }

  private func slipKey(_ number: String, of survey: RecordID) -> [UInt8] {
    let tag = Array("rounds survey link v1".utf8) + [0]
    let key = KeyedHash.sha256(
      key: secrets.challengeKey, tag + survey.bytes + Array(number.utf8))
    return Array(key.prefix(8))
  }

  /// Links of slips in a row, with numbers of at least three digits, as on paper. Making them stores
  /// nothing.
  package func slips(
    from first: Int, count: Int, of survey: RecordID
  ) -> [(number: String, slip: String)] {
    (first..<first + count).map { one in
      let digits = String(one)
      let number = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
      return (number: number, slip: slip(number, of: survey))
    }
  }

  /// - Returns: nothing for what is no survey with questions, and for a key that is not the slip's; the
  ///   two look alike.
  package func linkedSlip(
    _ slip: String, of survey: RecordKey, on replica: Replica
  ) throws -> LinkedSlip? {
    let bytes = Array(slip.utf8)
    guard let dash = bytes.lastIndex(of: 0x2D), bytes.count <= Bounds.lineBytesMax else {
      return nil
    }
    let number = String(decoding: bytes[..<dash], as: UTF8.self)
    let given = Hexadecimal.bytes(String(decoding: bytes[(dash + 1)...], as: UTF8.self)) ?? []
    guard ConstantTime.areEqual(given, slipKey(number, of: survey.id)),
      UnitCode(number)?.text.utf8.elementsEqual(number.utf8) ?? false,
      let found = try SiteView(replica, survey.scope).survey(survey),
      found.kind == .satisfaction
    else { return nil }
    return LinkedSlip(
      survey: found, number: number, state: try state(of: number, found, on: replica))
  }

  private func state(
    of number: String, _ survey: Survey, on replica: Replica
  ) throws -> SlipState {
    guard let record = try answer(of: number, to: survey) else { return .closed }
    if try replica.records.state(of: record) != nil { return .used }
    return try takesLinks(survey, on: replica) ? .open : .closed
  }

  /// Whether links lead to its questions: it asks some, is open, and its last day is not over.
  package func takesLinks(_ survey: Survey, on replica: Replica) throws -> Bool {
    guard survey.kind == .satisfaction,
      try SiteView(replica, survey.key.scope).stage(of: survey) == .open
    else { return false }
    return survey.closesOn.map { $0 >= LocalTime(now, in: survey.zone).date } ?? true
  }

  /// Stores what somebody answered by the link of a slip, as the office's own writing: nobody is logged in.
  /// - Parameter answer: its way and its number are those of the link.
  /// - Returns: what the link found; the answer is stored where the slip was open. Nothing as
  ///   `linkedSlip`.
  /// - Throws: `OfficeFault.refused` (R1-26) for a grade that nobody asked for.
  package func answerByLink(
    _ slip: String, of survey: RecordKey, _ answer: SurveySlip
  ) throws -> SlipState? {
    let known = try read { try linkedSlip(slip, of: survey, on: $0) }
    guard let known, known.state == .open else { return known?.state }
    let record = try requiredAnswer(of: known.number, to: known.survey)
    var answer = answer
    answer.way = .link
    answer.slip = known.number
    let texts = try sealed(answer, of: known.survey, as: record)
    return try write { replica in
      let now = try linkedSlip(slip, of: survey, on: replica)
      guard let now, now.state == .open else { return now?.state }
      let desk = try surveyDesk(of: survey.scope, by: nil, on: replica)
      let planned = try desk.answer(
        now.survey, answer, as: record, room: texts.room, remark: texts.remark)
      try requireNothing(in: planned.findings)
      try publish(planned.edits, in: survey.scope, on: replica)
      return .open
    }
  }

  // MARK: What they are made of

  /// - Throws: `OfficeFault.failed` where the key for it is not here, or was destroyed.
  private func requiredAnswer(of number: String, to survey: Survey) throws -> RecordKey {
    guard let record = try answer(of: number, to: survey) else {
      throw OfficeFault.failed(Message(.surveySlipKeyMissing))
    }
    return record
  }

  /// The texts of a slip under the survey's own key, which is made where there is none.
  private func sealed(
    _ slip: SurveySlip, of survey: Survey, as record: RecordKey
  ) throws -> (room: Value?, remark: Value?) {
    if slip.room.isBlank, slip.remark.isBlank { return (nil, nil) }
    let owner = survey.key.id
    let year = LocalTime(survey.created.at, in: survey.zone).date.year
    let key = try householdKeys(of: [owner], in: survey.key.scope, year: year, .visit)[owner]
    func sealed(_ text: String, _ field: UInt32) throws -> Value? {
      text.isBlank ? nil : try sealedText(text, key, in: record, field)
    }
    return (
      try sealed(slip.room, SurveyResponseField.room),
      try sealed(slip.remark, SurveyResponseField.remark)
    )
  }
}
