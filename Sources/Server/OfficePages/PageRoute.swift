import TextFormats
package import VisitModel

/// Every address of the pages and who may ask for it: the one table. An address that is not here does
/// not exist, and a role that is not named for one may not use it.
package enum PageRoute: CaseIterable, Hashable, Sendable {
  case style, loginForm, login, logout, language
  case overview, queue, plan, mine, site, round, household
  case search, visits, visit
  case sites, months, draws
  case duplicates, duplicate, decide, reopen
  case conflicts, conflict, settle
  case settledConflicts, settledConflict, undoSettlement
  case reviews, review, acceptVisit, returnVisit, recontact
  case matters, matter, route, handOver, report, closeMatter
  case summary, submitSummary, approveSummary, returnSummary, decideMatter, writeLetter
  case letters, letter, replyLetter
  case notices, notice, writeNotice, sealNotice, postNotice, takeDownNotice, checkNotice
  case archiveNotice, withdrawNotice, amendNotice
  case board
  case meetings, meeting, recordMeeting, skipMeeting, confirmMeeting, finishTask
  case petitions, petition, filePetition, acceptPetition, replyPetition, answerPetition
  case escalatePetition, takePetition, decidePetition, withdrawPetition
  case incidents, incident, recordIncident, tellIncident, confirmIncident, closeIncident
  case voidIncident
  case surveys, survey, createSurvey, distributeSurvey, answerSurvey, analyseSurvey
  case publishSurvey, withdrawSurvey, linkSurvey
  case slip, answerSlip
  case due, calendar
  case forms, printBlank, printVisit, printRegister, printSummary, printLetter, printNotice
  case printMinutes, printPetition, printSurvey
  case find
  case retention, destroyTexts, holdBack, releaseHold
  case imports, uploadList, listImport, confirmImport
  case devices, confirm, revoke
  case tokens, makeToken, revokeToken
  case accounts, disable, audit
  case held, heldBundle, admit
  case exports, startExport, discardExport, exportFile

  package enum Method: Hashable, Sendable { case get, post }

  package enum Audience: Hashable, Sendable {
    /// Also those who are not logged in.
    case anyone
    case roles(Set<Role>)
  }

  /// GET changes nothing.
  package var method: Method {
    switch self {
    case .login, .logout, .language, .decide, .reopen, .settle, .undoSettlement, .acceptVisit,
      .returnVisit,
      .recontact, .route, .handOver, .report, .closeMatter, .submitSummary, .approveSummary,
      .returnSummary, .decideMatter, .writeLetter, .replyLetter, .writeNotice, .sealNotice,
      .postNotice, .takeDownNotice, .checkNotice, .archiveNotice, .withdrawNotice, .amendNotice,
      .recordMeeting, .skipMeeting, .confirmMeeting, .finishTask, .filePetition,
      .acceptPetition, .replyPetition, .answerPetition, .escalatePetition, .takePetition,
      .decidePetition, .withdrawPetition, .recordIncident, .tellIncident, .confirmIncident,
      .closeIncident, .voidIncident, .createSurvey, .distributeSurvey, .answerSurvey,
      .analyseSurvey, .publishSurvey, .withdrawSurvey, .linkSurvey, .answerSlip, .destroyTexts,
      .holdBack, .releaseHold, .uploadList, .confirmImport, .confirm, .revoke, .disable, .makeToken,
      .revokeToken, .admit,
      .startExport,
      .discardExport:
      .post
    case .search, .visits, .visit: .get
    case .style, .loginForm, .overview, .sites, .months, .draws, .queue, .plan, .mine, .site,
      .round, .household,
      .duplicates,
      .duplicate,
      .conflicts, .conflict, .settledConflicts, .settledConflict, .reviews, .review, .matters,
      .matter, .summary, .letters, .letter,
      .notices,
      .notice, .board, .meetings, .meeting, .petitions, .petition, .incidents, .incident,
      .surveys, .survey, .slip, .due, .calendar, .retention, .imports, .listImport, .devices,
      .accounts, .audit,
      .tokens, .held,
      .heldBundle,
      .exports, .exportFile, .forms, .printBlank, .printVisit, .printRegister, .printSummary,
      .printLetter, .printNotice, .printMinutes, .printPetition, .printSurvey, .find:
      .get
    }
  }

  /// Segments in braces stand for any text.
  package var path: String {
    switch self {
    case .style: "/style.css"
    case .loginForm, .login: "/login"
    case .logout: "/logout"
    case .language: "/language"
    case .overview: "/"
    case .sites: "/sites"
    case .months: "/months"
    case .draws: "/draws"
    case .queue: "/queue/{item}"
    case .plan: "/plan"
    case .mine: "/mine"
    case .site: "/site/{code}"
    case .round: "/site/{code}/round"
    case .household: "/household/{id}"
    case .search: "/search"
    case .visits: "/visits"
    case .visit: "/visits/{site}/{visit}"
    case .duplicates: "/duplicates"
    case .duplicate: "/duplicates/{site}/{round}/{household}"
    case .decide: "/duplicates/{site}/{round}/{household}/decide"
    case .reopen: "/duplicates/{site}/{round}/{household}/reopen"
    case .conflicts: "/conflicts"
    case .conflict, .settle: "/conflicts/{scope}/{type}/{id}/{field}"
    case .settledConflicts: "/conflicts/settled"
    case .settledConflict, .undoSettlement: "/conflicts/settled/{scope}/{settlement}"
    case .reviews: "/reviews"
    case .review: "/reviews/{site}/{visit}"
    case .acceptVisit: "/reviews/{site}/{visit}/accept"
    case .returnVisit: "/reviews/{site}/{visit}/return"
    case .recontact: "/reviews/{site}/{visit}/recontact"
    case .matters: "/matters"
    case .matter: "/matters/{site}/{matter}"
    case .route: "/matters/{site}/{matter}/route"
    case .handOver: "/matters/{site}/{matter}/hand-over"
    case .report: "/matters/{site}/{matter}/report"
    case .closeMatter: "/matters/{site}/{matter}/close"
    case .summary: "/summaries/{site}/{month}"
    case .submitSummary: "/summaries/{site}/{month}/submit"
    case .approveSummary: "/summaries/{site}/{month}/approve"
    case .returnSummary: "/summaries/{site}/{month}/return"
    case .decideMatter: "/summaries/{site}/{month}/decide"
    case .writeLetter: "/summaries/{site}/{month}/letter"
    case .letters: "/letters"
    case .letter: "/letters/{site}/{letter}"
    case .replyLetter: "/letters/{site}/{letter}/reply"
    case .notices: "/notices"
    case .notice: "/notices/{site}/{notice}"
    case .writeNotice: "/notices/{site}/write"
    case .sealNotice: "/notices/{site}/{notice}/seal"
    case .postNotice: "/notices/{site}/{notice}/post"
    case .takeDownNotice: "/notices/{site}/{notice}/take-down"
    case .checkNotice: "/notices/{site}/{notice}/check"
    case .archiveNotice: "/notices/{site}/{notice}/archive"
    case .withdrawNotice: "/notices/{site}/{notice}/withdraw"
    case .amendNotice: "/notices/{site}/{notice}/amend"
    case .board: "/board/{site}"
    case .meetings: "/meetings"
    case .meeting: "/meetings/{site}/{meeting}"
    case .recordMeeting: "/meetings/{site}/record"
    case .skipMeeting: "/meetings/{site}/skip"
    case .confirmMeeting: "/meetings/{site}/{meeting}/confirm"
    case .finishTask: "/meetings/{site}/{meeting}/done"
    case .petitions: "/petitions"
    case .petition: "/petitions/{site}/{petition}"
    case .filePetition: "/petitions/{site}/file"
    case .acceptPetition: "/petitions/{site}/{petition}/accept"
    case .replyPetition: "/petitions/{site}/{petition}/reply"
    case .answerPetition: "/petitions/{site}/{petition}/answer"
    case .escalatePetition: "/petitions/{site}/{petition}/escalate"
    case .takePetition: "/petitions/{site}/{petition}/take"
    case .decidePetition: "/petitions/{site}/{petition}/decide"
    case .withdrawPetition: "/petitions/{site}/{petition}/withdraw"
    case .incidents: "/incidents"
    case .incident: "/incidents/{site}/{incident}"
    case .recordIncident: "/incidents/{site}/record"
    case .tellIncident: "/incidents/{site}/{incident}/tell"
    case .confirmIncident: "/incidents/{site}/{incident}/confirm"
    case .closeIncident: "/incidents/{site}/{incident}/close"
    case .voidIncident: "/incidents/{site}/{incident}/void"
    case .surveys: "/surveys"
    case .survey: "/surveys/{site}/{survey}"
    case .createSurvey: "/surveys/{site}/create"
    case .distributeSurvey: "/surveys/{site}/{survey}/distribute"
    case .answerSurvey: "/surveys/{site}/{survey}/answer"
    case .analyseSurvey: "/surveys/{site}/{survey}/analyse"
    case .publishSurvey: "/surveys/{site}/{survey}/publish"
    case .withdrawSurvey: "/surveys/{site}/{survey}/withdraw"
    case .linkSurvey: "/surveys/{site}/{survey}/links"
    case .slip, .answerSlip: "/survey/{site}/{survey}/{slip}"
    case .due: "/due"
    case .calendar: "/calendar/{account}/{key}"
    case .forms: "/print"
    case .printBlank: "/print/blank/{site}/{form}"
    case .printVisit: "/print/visit/{site}/{visit}"
    case .printRegister: "/print/register/{site}/{month}"
    case .printSummary: "/print/summary/{site}/{month}"
    case .printLetter: "/print/letter/{site}/{letter}"
    case .printNotice: "/print/notice/{site}/{notice}"
    case .printMinutes: "/print/minutes/{site}/{meeting}"
    case .printPetition: "/print/petition/{site}/{petition}"
    case .printSurvey: "/print/survey/{site}/{survey}"
    case .find: "/find/{type}/{id}"
    case .retention: "/retention"
    case .destroyTexts: "/retention/destroy"
    case .holdBack: "/retention/hold"
    case .releaseHold: "/retention/release"
    case .imports, .uploadList: "/imports"
    case .listImport: "/imports/{id}"
    case .confirmImport: "/imports/{id}/confirm"
    case .devices: "/devices"
    case .confirm: "/devices/confirm"
    case .revoke: "/devices/revoke"
    case .tokens: "/tokens"
    case .makeToken: "/tokens/make"
    case .revokeToken: "/tokens/revoke"
    case .accounts: "/accounts"
    case .disable: "/accounts/disable"
    case .audit: "/audit"
    case .held: "/held"
    case .heldBundle, .admit: "/held/{id}"
    case .exports: "/exports"
    case .startExport: "/exports/start"
    case .discardExport: "/exports/discard"
    case .exportFile: "/exports/{id}/file"
    }
  }

  /// Which sites a person sees on a page is a second question (`Reader.sees`).
  package var audience: Audience {
    switch self {
    // A calendar program has no session; the address holds a key. Households have no accounts; what the
    // board shows them hangs in their lobbies, and the address of a slip holds a key.
    case .style, .loginForm, .login, .calendar, .board, .slip, .answerSlip: .anyone
    // Everybody has their own tokens, and no other's.
    // What each role may take along is asked of `ExportSet`.
    // Which lines a post has is `HomeItem`'s.
    case .logout, .language, .overview, .months, .queue, .mine, .due, .exports, .startExport,
      .discardExport,
      .exportFile, .tokens, .makeToken, .revokeToken:
      .roles(Set(Role.allCases))
    // They go through every site, and show no household.
    case .sites, .draws: .roles(Set(Role.allCases.filter(\.isCompany)))
    // Those who visit.
    case .plan:
      .roles([
        .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer,
        .engineeringSupervisor, .companyVisitor, .companyReviewer,
      ])
    // Blank forms say nothing; whose record a code is of is asked by the page it leads to.
    case .forms, .printBlank, .find: .roles(Set(Role.allCases))
    // They show single households.
    case .site, .round, .household, .search, .visits, .visit, .duplicates, .duplicate, .conflicts,
      .conflict, .settledConflicts, .settledConflict:
      .roles(Set(Role.allCases.filter(\.meetsHouseholds)))
    // R1-39: neither side judges itself.
    case .decide, .reopen: .roles([.companyReviewer, .administrator])
    case .settle, .undoSettlement:
      .roles([.siteManager, .serviceSupervisor, .companyReviewer, .administrator])
    // R1-54: whoever had part in the visit is refused by the use case.
    case .reviews, .review, .acceptVisit, .returnVisit, .recontact, .printVisit:
      .roles([.siteManager, .serviceSupervisor, .companyReviewer, .administrator])
    // What households said is for those who see to it (`Office.attendants`).
    case .matters, .matter, .route, .handOver, .report, .closeMatter, .incidents, .incident,
      .recordIncident, .tellIncident, .confirmIncident, .closeIncident, .voidIncident:
      .roles([
        .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer, .companyReviewer,
      ])
    case .summary, .letters, .letter:
      .roles([.siteManager, .serviceSupervisor, .companyReviewer, .administrator])
    // On paper they hold what households said, which the pages of letters and summaries do not.
    case .printRegister, .printSummary, .printLetter:
      .roles([.siteManager, .serviceSupervisor, .companyReviewer])
    case .submitSummary: .roles([.siteManager, .serviceSupervisor])
    case .approveSummary, .returnSummary, .decideMatter: .roles([.siteManager, .companyReviewer])
    case .writeLetter: .roles([.siteManager])
    case .replyLetter: .roles([.companyReviewer, .administrator])
    // R2-11: the company's own are done by head office alone (`NoticeHome`), and read by sites. Results are
    // figures of nobody in person; what was answered in words is asked for by role (`ShownSurvey`).
    case .notices, .notice, .writeNotice, .sealNotice, .postNotice, .takeDownNotice,
      .checkNotice, .archiveNotice, .withdrawNotice, .amendNotice, .surveys, .survey,
      .createSurvey, .distributeSurvey, .answerSurvey, .analyseSurvey, .publishSurvey,
      .withdrawSurvey, .linkSurvey, .printNotice, .printSurvey:
      .roles([
        .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer,
        .engineeringSupervisor, .companyReviewer, .administrator, .generalManager,
        .generalAffairs,
      ])
    // Whose minutes are shown to whom is `MeetingHome`'s.
    case .meetings, .meeting, .recordMeeting, .skipMeeting, .confirmMeeting, .finishTask,
      .printMinutes:
      .roles([
        .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer,
        .engineeringSupervisor, .companyReviewer, .administrator, .generalManager,
        .generalAffairs,
      ])
    // A39: who reads which is asked of each petition (`PetitionPath`).
    case .petitions, .petition, .filePetition, .acceptPetition, .replyPetition, .answerPetition,
      .escalatePetition, .takePetition, .decidePetition, .withdrawPetition, .printPetition:
      .roles(Set(Role.allCases))
    // A32: `Office.keepers`.
    case .retention, .destroyTexts, .holdBack, .releaseHold:
      .roles([.administrator, .generalAffairs])
    // A roster can lift "do not visit", which is the office's word: no post at a site may.
    case .imports, .uploadList, .listImport, .confirmImport, .devices, .confirm, .revoke, .accounts,
      .disable, .audit, .held,
      .heldBundle, .admit:
      .roles([.administrator])
    }
  }

  package func admits(_ role: Role?) -> Bool {
    switch audience {
    case .anyone: true
    case .roles(let roles): role.map { roles.contains($0) } ?? false
    }
  }

  /// What stands in the place of the braces, decoded.
  /// - Returns: nothing for another path, and for bytes that are no text.
  package func segments(of path: String) -> [String: String]? {
    let wanted = self.path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    let given = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    guard wanted.count == given.count else { return nil }
    var segments: [String: String] = [:]
    for (name, segment) in zip(wanted, given) {
      if name.first == 0x7B {
        guard let text = PercentEncoding.decode(segment), !text.utf8.isEmpty else { return nil }
        segments[String(decoding: Array(name.dropFirst().dropLast()), as: UTF8.self)] = text
      } else if !name.elementsEqual(segment) {
        return nil
      }
    }
    return segments
  }

  /// The page that a GET of the path shows.
  package static func page(at path: String) -> PageRoute? {
    allCases.first { $0.method == .get && $0.segments(of: path) != nil }
  }
}
