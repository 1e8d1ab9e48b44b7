import RecordCatalogue
import Testing
import VisitModel

@Suite("Computed names")
struct IdentityVectorTests {
  @Test("of records are those of the vectors, for every kind there is")
  func records() throws {
    let file: IdentityFile = try VectorFile.read("identity")
    file.records.check { one in
      let id = try identity(of: one)
      #expect(id == one.id, "\(one.name)")
    }
    #expect(
      Set(file.records.all.map(\.kind)) == [
        "site", "unit", "household", "round", "turn", "monthFrame", "drawEntry", "device",
        "assignment", "interviewer", "signature", "reason", "custodianKey", "slot", "settlement",
        "admission", "calendarYear", "calendarDay", "review", "recontact", "handling",
        "summary", "summaryAmendment", "letterMatter", "waiver", "escalation", "policySetting",
        "noticePlace", "meeting", "retentionHold", "surveyResponse", "surveySlip",
      ])
  }

  @Test("are computed from unit codes in one spelling")
  func acceptedCodes() throws {
    let file: IdentityFile = try VectorFile.read("identity")
    file.unitCodes.accepted.check { one in
      #expect(utf8(one.typed) == one.typedUTF8.bytes, "\(one.name)")
      #expect(utf8(one.normalised) == one.normalisedUTF8.bytes, "\(one.name)")
      let code = try #require(UnitCode(one.typed), "\(one.name)")
      #expect(Hex(utf8(code.text)) == one.normalisedUTF8, "\(one.name)")
      let again = try #require(UnitCode(code.text), "\(one.name)")
      #expect(Hex(utf8(again.text)) == one.normalisedUTF8, "twice: \(one.name)")
    }
  }

  @Test("are not computed from unit codes with two spellings or none")
  func refusedCodes() throws {
    let file: IdentityFile = try VectorFile.read("identity")
    file.unitCodes.refused.check { one in
      #expect(utf8(one.typed) == one.typedUTF8.bytes, "\(one.name)")
      #expect(UnitCode(one.typed) == nil, "\(one.name)")
    }
  }

  private func identity(of record: IdentityFile.Record) throws -> RecordID {
    let given = record.inputs
    switch record.kind {
    case "site":
      return RecordIdentity.site(company: try #require(given.company), code: try code(given))
        .named()
    case "unit":
      return RecordIdentity.unit(
        company: try #require(given.company), site: try #require(given.site),
        code: try code(given))
    case "household":
      return RecordIdentity.household(
        unit: try #require(given.unit), previous: given.previous)
    case "round":
      return RecordIdentity.round(
        site: try #require(given.site), number: try #require(given.number))
    case "turn":
      return RecordIdentity.turn(
        round: try #require(given.round), household: try #require(given.household))
    case "monthFrame":
      let number = try #require(given.month)
      let month = try #require(CivilMonth(number: number))
      return RecordIdentity.monthFrame(site: try #require(given.site), month: month)
    case "drawEntry":
      return RecordIdentity.drawEntry(
        draw: try #require(given.draw), household: try #require(given.household))
    case "device": return RecordIdentity.device(try #require(given.key).bytes)
    case "assignment":
      return RecordIdentity.assignment(
        account: try #require(given.account), site: try #require(given.site))
    case "interviewer":
      return RecordIdentity.interviewer(
        visit: try #require(given.visit), account: try #require(given.account))
    case "signature": return RecordIdentity.signature(visit: try #require(given.visit))
    case "reason":
      return RecordIdentity.reason(
        about: try #require(given.about), rule: try #require(given.rule))
    case "custodianKey":
      return RecordIdentity.custodianKey(
        site: try #require(given.site), key: try #require(given.key).bytes)
    case "slot":
      return RecordIdentity.slot(
        site: try #require(given.site), listVersion: try #require(given.listVersion),
        order: try #require(given.order))
    case "settlement": return RecordIdentity.settlement(visit: try #require(given.visit))
    case "review": return RecordIdentity.review(visit: try #require(given.visit))
    case "recontact": return RecordIdentity.recontact(visit: try #require(given.visit))
    case "handling": return RecordIdentity.handling(matter: try #require(given.matter))
    case "summary":
      let number = try #require(given.month)
      let month = try #require(CivilMonth(number: number))
      return RecordIdentity.summary(site: try #require(given.site), month: month)
    case "summaryAmendment":
      return RecordIdentity.summaryAmendment(
        summary: try #require(given.summary), number: try #require(given.number))
    case "letterMatter":
      return RecordIdentity.letterMatter(
        letter: try #require(given.letter), matter: try #require(given.matter))
    case "waiver":
      return RecordIdentity.waiver(
        subject: try #require(given.about), rule: try #require(given.rule))
    case "escalation":
      return RecordIdentity.escalation(
        subject: try #require(given.about), rule: try #require(given.rule))
    case "admission": return RecordIdentity.admission(of: try #require(given.bundle).bytes)
    case "calendarYear":
      return RecordIdentity.calendarYear(
        company: try #require(given.company), year: try #require(given.year))
    case "calendarDay":
      let year = try #require(given.year)
      let date = try #require(given.date)
      return RecordIdentity.calendarDay(
        company: try #require(given.company), date: try #require(CivilDate(date)),
        year: year == 0 ? nil : year)
    case "policySetting":
      let date = try #require(given.date)
      return RecordIdentity.policySetting(
        company: try #require(given.company), from: try #require(CivilDate(date)),
        decision: try #require(given.decision))
    case "noticePlace":
      return RecordIdentity.noticePlace(
        notice: try #require(given.notice), code: try code(given))
    case "meeting": return try meeting(given)
    case "retentionHold":
      return RecordIdentity.retentionHold(subject: try #require(given.subject))
    case "surveyResponse":
      return RecordIdentity.surveyResponse(
        survey: try #require(given.survey), slip: try #require(given.slip))
    case "surveySlip":
      return RecordIdentity.surveyResponse(
        survey: try #require(given.survey), slip: try #require(given.slip),
        key: try #require(given.key).bytes)
    default: throw UnknownName(name: record.kind)
    }
  }

  private func meeting(_ given: IdentityFile.Inputs) throws -> RecordID {
    let kind = try #require(given.kind)
    let week = try #require(given.week)
    let department = try given.department.map { number in
      try #require(Department(rawValue: number))
    }
    return RecordIdentity.meeting(
      scope: try #require(given.scope), try #require(MeetingKind(rawValue: kind)),
      department: department, day: try #require(CivilDate(week)))
  }

  /// The codes of the vectors are normalised already.
  private func code(_ given: IdentityFile.Inputs) throws -> UnitCode {
    let text = try #require(given.code)
    let code = try #require(UnitCode(text))
    #expect(utf8(code.text) == utf8(text))
    return code
  }
}
