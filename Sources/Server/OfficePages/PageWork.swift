import ConflictFreeRecords
import Fingerprint
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import TextFormats
import VisitModel
import Wording

/// Finds what a page shows. Reads only.
struct PageWork: Sendable {
  let request: PageRequest
  let setting: PageSetting

  private var say: Words { setting.say }

  /// - Returns: nothing for what is not there, or is not for this reader: the two look alike.
  func page() throws -> Page? { try setting.office.read { try page(on: $0) } }

  private func page(on replica: Replica) throws -> Page? {
    switch request.route {
    case .overview:
      return try OverviewPage(setting: setting, month: month(), request: request)
        .page(on: replica)
    case .sites: return try SitesPage(setting: setting, month: month()).page(on: replica)
    case .months: return try MonthsPage(setting: setting).page(on: replica)
    case .draws: return try DrawsPage(setting: setting, month: month()).page(on: replica)
    case .queue:
      return try QueuePage(setting, named: request.segments["item"])?.page(request, on: replica)
    case .plan:
      return try PlanPage(setting: setting, choice: choice("/plan"), month: month())
        .page(on: replica)
    case .mine: return try MinePage(setting: setting, month: month()).page(on: replica)
    case .site: return try site(on: replica)
    case .round: return try round(on: replica)
    case .household: return try household(on: replica)
    case .search:
      return try SearchPage(setting: setting, query: request.query).page(on: replica)
    case .visits:
      return try VisitsPage(
        setting: setting, choice: choice("/visits"), month: month(),
        visitor: request.query["visitor"]
      ).page(on: replica)
    case .visit: return try visit(on: replica)
    case .duplicates: return try duplicates(on: replica)
    case .duplicate: return try duplicate(on: replica)
    case .conflicts: return try conflicts(on: replica)
    case .conflict: return try conflict(on: replica)
    case .settledConflicts: return try settledConflicts(on: replica)
    case .settledConflict:
      return try SettledPath(request, setting, on: replica).map {
        try SettledPage(setting: setting, view: $0.view).page(on: replica)
      }
    case .reviews:
      return try ReviewsPage(setting: setting, choice: choice("/reviews")).page(on: replica)
    case .review: return try review(on: replica)
    case .matters:
      return try MattersPage(setting: setting, choice: choice("/matters")).page(on: replica)
    case .matter: return try matter(on: replica)
    case .summary: return try summary(on: replica)
    case .letters: return try LettersPage(setting: setting).page(on: replica)
    case .letter: return try letter(on: replica)
    case .notices:
      return try NoticesPage(setting: setting, choice: choice("/notices")).page(on: replica)
    case .notice: return try notice(on: replica)
    case .meetings:
      return try MeetingsPage(setting: setting, choice: choice("/meetings")).page(on: replica)
    case .meeting: return try meeting(on: replica)
    case .petitions: return try PetitionsPage(setting: setting).page(on: replica)
    case .petition: return try petition(on: replica)
    case .incidents:
      return try IncidentsPage(setting: setting, choice: choice("/incidents")).page(on: replica)
    case .incident: return try incident(on: replica)
    case .surveys:
      return try SurveysPage(setting: setting, choice: choice("/surveys")).page(on: replica)
    case .survey: return try survey(on: replica)
    case .due: return try DuePage(setting: setting, choice: choice("/due")).page(on: replica)
    case .forms: return try FormsPage(setting: setting, choice: choice("/print")).page(on: replica)
    case .retention: return try RetentionPage(setting: setting).page(on: replica)
    case .imports: return ImportsPage(setting: setting, request: request).page()
    case .listImport: return try listImport(on: replica)
    case .devices: return try DevicesPage(setting: setting, request: request).page(on: replica)
    case .tokens: return try TokensPage(setting: setting).page(on: replica)
    case .accounts: return try AccountsPage(setting: setting, request: request).page(on: replica)
    case .audit: return try AuditPage(setting, before: request.query["before"])?.page(on: replica)
    case .held: return try HeldPage(setting: setting).list(on: replica)
    case .heldBundle: return try held(on: replica)
    case .exports: return try ExportsPage(setting: setting).page()
    case .style, .loginForm, .login, .logout, .language, .decide, .reopen, .settle,
      .undoSettlement, .acceptVisit, .returnVisit, .recontact, .route, .handOver, .report,
      .closeMatter,
      .submitSummary,
      .approveSummary, .returnSummary, .decideMatter, .writeLetter, .replyLetter, .writeNotice,
      .sealNotice, .postNotice, .takeDownNotice, .checkNotice, .archiveNotice, .withdrawNotice,
      .amendNotice, .recordMeeting, .skipMeeting, .confirmMeeting, .finishTask, .filePetition,
      .acceptPetition, .replyPetition, .answerPetition, .escalatePetition, .takePetition,
      .decidePetition, .withdrawPetition, .recordIncident, .tellIncident, .confirmIncident,
      .closeIncident, .voidIncident, .createSurvey, .distributeSurvey, .answerSurvey,
      .analyseSurvey, .publishSurvey, .withdrawSurvey, .linkSurvey, .destroyTexts, .holdBack,
      .releaseHold, .uploadList, .confirmImport, .confirm, .revoke, .disable, .makeToken,
      .revokeToken, .admit, .calendar,
      .board,
      .slip, .answerSlip,
      .startExport, .discardExport, .exportFile,
      .printBlank, .printVisit, .printRegister, .printSummary, .printLetter, .printNotice,
      .printMinutes, .printPetition, .printSurvey, .find:
      return nil
    }
  }

  private func site(on replica: Replica) throws -> Page? {
    guard let site = try setting.site(request.segments["code"], on: replica) else { return nil }
    return try SitePage(setting: setting, site: site, month: month()).page(on: replica)
  }

  private func round(on replica: Replica) throws -> Page? {
    guard let site = try setting.site(request.segments["code"], on: replica) else { return nil }
    return try RoundMapPage(setting: setting, site: site, query: request.query).page(on: replica)
  }

  private func household(on replica: Replica) throws -> Page? {
    guard let id = request.segments["id"].flatMap({ RecordID(hex: $0) }) else { return nil }
    return try HouseholdPage(setting: setting, id: id).page(on: replica)
  }

  private func visit(on replica: Replica) throws -> Page? {
    guard let path = try VisitPath(request, setting, on: replica) else { return nil }
    return try VisitPage(setting: setting, site: path.site, visit: path.visit).page(on: replica)
  }

  private func duplicate(on replica: Replica) throws -> Page? {
    guard let path = try CasePath(request, setting, on: replica),
      let view = try path.view(setting, on: replica)
    else { return nil }
    return try DuplicatePage(setting: setting, view: view).page(on: replica)
  }

  private func choice(_ address: String) -> SiteChoice {
    SiteChoice(setting: setting, address: address, code: request.query["site"])
  }

  /// The present month where none is asked for.
  /// - Throws: `ListFault` for what is no month: the figures of another must not pass for it.
  private func month() throws -> CivilMonth {
    let office = setting.office
    guard let text = request.query["month"], !text.utf8.isEmpty else {
      return LocalTime(office.now, in: office.environment.zone).date.civilMonth
    }
    guard let month = CivilMonth(text) else {
      throw ListFault.unknownValue(text, of: "month", allowed: ["YYYY-MM"])
    }
    return month
  }

  private func duplicates(on replica: Replica) throws -> Page? {
    guard let cases = try CaseListing(setting, site: request.query["site"], on: replica) else {
      return nil
    }
    var page = Page(say(.duplicatesTitle))
    page.keeping = ["site"]
    page.blocks = [.listing(try cases.answer(request, keeping: page.keeping, on: replica))]
    return page
  }

  private func conflicts(on replica: Replica) throws -> Page? {
    let conflicts: [OpenConflict]
    if let code = request.query["site"] {
      guard let site = try setting.site(code, on: replica) else { return nil }
      conflicts = try setting.deciding.conflicts(of: site.scope, on: replica)
    } else {
      conflicts = try setting.deciding.conflicts(on: replica)
    }
    let table = try ConflictTable(setting: setting).table(conflicts, on: replica)
    return Page(
      say(.labelConflicts),
      [
        conflicts.isEmpty ? .note(say(.pageNothing)) : .table(table),
        .links([SettledTable.link(say)]),
      ])
  }

  private func settledConflicts(on replica: Replica) throws -> Page {
    let settled = try setting.deciding.settled(on: replica)
    let listing = try SettledTable(setting: setting).listing(settled, on: replica)
    return Page(say(.sidesSettledTitle), [.listing(PageListing(listing))])
  }

  private func conflict(on replica: Replica) throws -> Page? {
    guard let (record, field) = ConflictPath.record(request) else { return nil }
    let found = try setting.deciding.conflicts(of: record.scope, on: replica)
      .first { $0.record == record && $0.field == field }
    if let found { return try ConflictPage(setting: setting, one: found).page(on: replica) }
    // Settled since the page was opened, or by now: what became of it stands at the same address.
    return try SettledPath.newest(about: record, field, setting, on: replica).map {
      try SettledPage(setting: setting, view: $0).page(on: replica)
    }
  }

  private func review(on replica: Replica) throws -> Page? {
    guard let path = try VisitPath(request, setting, on: replica),
      let item = try setting.office.review(of: path.visit, on: replica)
    else { return nil }
    return try ReviewPage(setting: setting, site: path.site, item: item).page(on: replica)
  }

  private func matter(on replica: Replica) throws -> Page? {
    guard let path = try MatterPath(request, setting, on: replica),
      let matter = try SiteView(replica, path.site.scope).matter(path.matter)
    else { return nil }
    return try MatterPage(setting: setting, site: path.site, matter: matter).page(on: replica)
  }

  private func summary(on replica: Replica) throws -> Page? {
    guard let path = try MonthPath(request, setting, on: replica) else { return nil }
    let summary = try setting.office.summary(
      of: path.site.scope, month: path.month, on: replica)
    return try SummaryPage(setting: setting, summary: summary).page(on: replica)
  }

  private func letter(on replica: Replica) throws -> Page? {
    guard let path = try LetterPath(request, setting, on: replica) else { return nil }
    return try LetterPage(setting: setting, site: path.site, letter: path.letter)
      .page(on: replica)
  }

  private func notice(on replica: Replica) throws -> Page? {
    if let path = try NoticePath(request, setting, on: replica) {
      return try NoticePage(setting: setting, home: path.home, notice: path.notice)
        .page(on: replica)
    }
    return try NoticePath.reading(request, setting, on: replica).map { path in
      try NoticePage(setting: setting, home: path.home, notice: path.notice)
        .page(toReadOn: replica, at: request.segments["site"])
    }
  }

  private func meeting(on replica: Replica) throws -> Page? {
    guard let path = try MeetingPath(request, setting, on: replica),
      let opened = try setting.office.meeting(path.meeting.key, on: replica)
    else { return nil }
    return try ShownMeeting(setting: setting, home: path.home, opened: opened).page(on: replica)
  }

  private func petition(on replica: Replica) throws -> Page? {
    guard let path = try PetitionPath(request, setting, on: replica) else { return nil }
    return try ShownPetition(setting: setting, home: path.home, opened: path.opened)
      .page(on: replica)
  }

  private func incident(on replica: Replica) throws -> Page? {
    guard let path = try IncidentPath(request, setting, on: replica) else { return nil }
    return try ShownIncident(setting: setting, site: path.site, opened: path.opened)
      .page(on: replica)
  }

  private func survey(on replica: Replica) throws -> Page? {
    guard let path = try SurveyPath(request, setting, on: replica) else { return nil }
    return try ShownSurvey(setting: setting, path: path, query: request.query)
      .page(on: replica)
  }

  private func held(on replica: Replica) throws -> Page? {
    guard let id = HeldPath.bundle(request) else { return nil }
    return try HeldPage(setting: setting).page(of: id, on: replica)
  }

  private func listImport(on replica: Replica) throws -> Page? {
    guard let choice = ImportChoice(request.query) else { return nil }
    guard let upload = ImportChoice.upload(request, setting) else {
      return ImportsPage(setting: setting, request: request).gone()
    }
    return try ImportPage(setting: setting, upload: upload, choice: choice).page(on: replica)
  }
}
