import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Does what a form asks. The request came from a page of ours, with the token of the reader's session,
/// and the reader's role may use the route; which sites it may touch is asked here.
struct PageAction: Sendable {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields
  var file: UploadedFile?

  /// - Returns: the page to go to; nothing for what is not there, or is not for this reader.
  /// - Throws: `OfficeFault` when the use case refuses, `Malformed` for a form that no page of ours
  ///   sends.
  func perform() throws -> String? {
    switch request.route {
    case .decide: try decide()
    case .reopen: try reopen()
    case .settle: try settle()
    case .undoSettlement:
      try UndoAction(request: request, setting: setting, form: form).perform()
    case .acceptVisit: try review { _ in .accept }
    case .returnVisit: try review { try sendBack($0) }
    case .recontact: try recontact()
    case .route: try handle { .route(to: try $0.code("to"), handler: nil) }
    case .handOver: try handle { _ in .handOver }
    case .report: try handle { .report(try $0.code("status")) }
    case .closeMatter: try handle { try ending($0) }
    case .submitSummary, .approveSummary, .returnSummary, .decideMatter, .writeLetter,
      .replyLetter:
      try SummaryAction(request: request, setting: setting, form: form).perform()
    case .writeNotice, .sealNotice, .postNotice, .takeDownNotice, .checkNotice, .archiveNotice,
      .withdrawNotice, .amendNotice:
      try NoticeAction(request: request, setting: setting, form: form).perform()
    case .recordMeeting, .skipMeeting, .confirmMeeting, .finishTask:
      try MeetingAction(request: request, setting: setting, form: form).perform()
    case .filePetition, .acceptPetition, .replyPetition, .answerPetition, .escalatePetition,
      .takePetition, .decidePetition, .withdrawPetition:
      try PetitionAction(request: request, setting: setting, form: form).perform()
    case .recordIncident, .tellIncident, .confirmIncident, .closeIncident, .voidIncident:
      try IncidentAction(request: request, setting: setting, form: form).perform()
    case .createSurvey, .distributeSurvey, .answerSurvey, .analyseSurvey, .publishSurvey,
      .withdrawSurvey, .linkSurvey:
      try SurveyAction(request: request, setting: setting, form: form).perform()
    case .destroyTexts, .holdBack, .releaseHold:
      try RetentionAction(request: request, setting: setting, form: form).perform()
    case .startExport, .discardExport:
      try ExportAction(request: request, setting: setting, form: form).perform()
    case .uploadList, .confirmImport:
      try ImportAction(request: request, setting: setting, form: form, file: file).perform()
    case .confirm: try confirm()
    case .revoke: try revoke()
    case .revokeToken: try revokeToken()
    case .disable: try disable()
    case .admit: try admit()
    case .language: language()
    case .search, .visits, .visit: nil
    case .style, .loginForm, .login, .logout, .overview, .sites, .months, .draws, .queue, .plan,
      .mine, .site, .round,
      .household,
      .duplicates,
      .duplicate, .conflicts, .conflict, .settledConflicts, .settledConflict, .reviews, .review,
      .matters, .matter, .summary, .letters,
      .letter, .notices, .notice, .board, .meetings, .meeting, .petitions, .petition, .incidents,
      .incident, .surveys, .survey, .slip, .answerSlip, .due, .calendar, .retention, .imports,
      .listImport, .devices, .accounts, .audit, .tokens, .makeToken, .held, .heldBundle, .exports,
      .exportFile,
      .forms, .printBlank, .printVisit, .printRegister, .printSummary,
      .printLetter, .printNotice, .printMinutes, .printPetition, .printSurvey, .find:
      nil
    }
  }

  struct Malformed: Error {}

  private func decide() throws -> String? {
    guard let path = try setting.office.read({ try CasePath(request, setting, on: $0) })
    else { return nil }
    let shown = (form["shown"] ?? "").utf8.split(separator: 0x20)
      .map { RecordID(hex: String(decoding: Array($0), as: UTF8.self)) }
    guard let visit = form["visit"].flatMap({ RecordID(hex: $0) }),
      let against = form["against"].flatMap({ RecordID(hex: $0) }),
      let kind = form["kind"].flatMap({ SettlementKind(name: $0) }),
      let saw = form["saw"].flatMap({ SawToken.changes($0) }), shown.allSatisfy({ $0 != nil })
    else { throw Malformed() }
    try setting.deciding.decide(
      CaseDecision(
        visit: RecordKey(scope: path.site.scope, type: .visit, id: visit), against: against,
        kind: kind, reason: try form.line("reason"), shown: shown.compactMap { $0 }, saw: saw))
    return back(to: path)
  }

  private func reopen() throws -> String? {
    guard let path = try setting.office.read({ try CasePath(request, setting, on: $0) })
    else { return nil }
    guard let visit = form["visit"].flatMap({ RecordID(hex: $0) }),
      let saw = form["saw"].flatMap({ SawToken.changes($0) })
    else { throw Malformed() }
    try setting.deciding.reopen(
      RecordKey(scope: path.site.scope, type: .visit, id: visit), saw: saw)
    return back(to: path)
  }

  private func back(to path: CasePath) -> String {
    PageLink.duplicate(path.site.code, round: path.round, household: path.household)
  }

  private func settle() throws -> String? {
    guard let (record, field) = ConflictPath.record(request), setting.reader.sees(record.scope),
      try setting.office.read({
        try setting.office.mayRead(record, setting.reader.person, on: $0)
      })
    else { return nil }
    guard let head = ConflictPage.change(form["head"]),
      let saw = form["saw"].flatMap({ SawToken.changes($0) })
    else { throw Malformed() }
    try setting.deciding.settle(record, field: field, choosing: head, saw: saw)
    return "/conflicts"
  }

  /// - Parameter decision: reads the rest of the form.
  private func review(_ decision: (FormFields) throws -> ReviewDecision) throws -> String? {
    guard let path = try setting.office.read({ try VisitPath(request, setting, on: $0) })
    else { return nil }
    let shown = try form.digest("shown")
    let assignee = try form["to"].map { text -> AccountID in
      guard let account = AccountID(hex: text) else { throw Malformed() }
      return account
    }
    try setting.deciding.review(
      path.visit, try decision(form), to: assignee, shown: shown)
    return try setting.office.read {
      try ReviewQueue(setting: setting, site: path.site).next(after: path.visit, on: $0)
    }
  }

  private func sendBack(_ form: FormFields) throws -> ReviewDecision {
    guard let part = form["part"].flatMap({ ReviewedPart(name: $0) }) else { throw Malformed() }
    return .sendBack(part: part, comment: try form.line("comment"))
  }

  private func recontact() throws -> String? {
    guard let path = try setting.office.read({ try VisitPath(request, setting, on: $0) })
    else { return nil }
    guard let outcome = form["outcome"].flatMap({ RecontactOutcome(name: $0) }) else {
      throw Malformed()
    }
    try setting.deciding.recontact(path.visit, outcome, shown: try form.digest("shown"))
    return PageLink.review(path.site.code, visit: path.visit.id)
  }

  /// - Parameter decision: reads the rest of the form.
  private func handle(_ decision: (FormFields) throws -> MatterDecision) throws -> String? {
    guard let path = try setting.office.read({ try MatterPath(request, setting, on: $0) }),
      try setting.office.read({ try SiteView($0, path.site.scope).matter(path.matter) }) != nil
    else { return nil }
    guard let saw = form["saw"].flatMap({ SawToken.changes($0) }) else { throw Malformed() }
    let reference = try form["reference"].map { _ in try form.line("reference") } ?? ""
    try setting.deciding.handle(
      path.matter, try decision(form), reference: reference.utf8.isEmpty ? nil : reference,
      saw: saw)
    return PageLink.matter(path.site.code, matter: path.matter.id)
  }

  private func ending(_ form: FormFields) throws -> MatterDecision {
    let state: MatterState = try form.code("as")
    guard state.isFinal else { throw Malformed() }
    return .end(as: state, outcome: try form.line("outcome"))
  }

  private func confirm() throws -> String? {
    if form["device"].map({ $0.utf8.elementsEqual("all".utf8) }) ?? false {
      try setting.deciding.confirm(nil)
    } else {
      try setting.deciding.confirm(try device())
    }
    return "/devices"
  }

  private func revoke() throws -> String? {
    guard form["sure"] != nil else { throw Malformed() }
    try setting.deciding.revoke(try device())
    return "/devices"
  }

  /// Nobody shuts themselves out: no page of ours offers it.
  private func disable() throws -> String? {
    guard form["sure"] != nil, let account = form["account"].flatMap({ AccountID(hex: $0) }),
      account != setting.reader.person.id
    else { throw Malformed() }
    try setting.deciding.disable(account)
    return PageRoute.accounts.path
  }

  private func device() throws -> VerifyingKey {
    let bytes = form["device"].flatMap { Hexadecimal.bytes($0) }
    guard let key = bytes.flatMap({ VerifyingKey(bytes: $0) }) else { throw Malformed() }
    return key
  }

  private func admit() throws -> String? {
    guard let id = HeldPath.bundle(request) else { return nil }
    try setting.deciding.admit(id, reason: try form.line("reason"))
    return "/held"
  }

  /// The language itself was remembered before; what is left is the page to come back to.
  private func language() -> String? { PageLink.safe(form["next"]) }
}

extension FormFields {
  /// The token of what was shown.
  func digest(_ name: String) throws -> Digest {
    guard let digest = self[name].flatMap({ Hexadecimal.bytes($0) }).flatMap({ Digest(bytes: $0) })
    else { throw PageAction.Malformed() }
    return digest
  }

  /// A text on one line, within the bound of such texts.
  func line(_ name: String) throws -> String {
    guard let text = self[name], text.utf8.count <= Bounds.lineBytesMax,
      text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { throw PageAction.Malformed() }
    return text
  }

  func code<Set: CodeSet>(_ name: String, as _: Set.Type = Set.self) throws -> Set {
    guard let member = self[name].flatMap({ Set(name: $0) }) else { throw PageAction.Malformed() }
    return member
  }
}
