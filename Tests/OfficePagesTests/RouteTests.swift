import ConflictFreeRecords
import OfficePages
import OfficeWork
import RecordCatalogue
import Testing
import VisitModel

@Suite("The table of pages")
struct RouteTests {
  private static let atSites: Set<Role> = [
    .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer, .engineeringSupervisor,
  ]

  @Test("opens to nobody who is not logged in but the login, its style, and what has a reason")
  func withoutLogin() {
    let open = PageRoute.allCases.filter { $0.admits(nil) }
    // A key in the address opens a calendar and a slip; the board is everybody's.
    #expect(
      Set(open) == [.style, .loginForm, .login, .calendar, .board, .slip, .answerSlip])
  }

  @Test("gives each role what is written here, and nothing else", arguments: PageRoute.allCases)
  func roles(_ route: PageRoute) {
    let everyone = Set(Role.allCases)
    let firm: Set<Role> = [.generalManager, .generalAffairs]
    let allowed: Set<Role> =
      switch route {
      case .style, .loginForm, .login, .logout, .language, .overview, .months, .queue, .mine,
        .due,
        .calendar,
        .board,
        .petitions, .petition, .filePetition, .acceptPetition, .replyPetition, .answerPetition,
        .escalatePetition, .takePetition, .decidePetition, .withdrawPetition, .slip, .answerSlip,
        .exports, .startExport, .discardExport, .exportFile,
        .forms, .printBlank, .printPetition, .find, .tokens, .makeToken,
        .revokeToken:
        everyone
      case .site, .round, .household, .search, .visits, .visit, .duplicates, .duplicate, .conflicts,
        .conflict, .settledConflicts, .settledConflict:
        everyone.subtracting(firm)
      case .sites, .draws:
        [.companyVisitor, .companyReviewer, .administrator, .generalManager, .generalAffairs]
      case .plan: Self.atSites.union([.companyVisitor, .companyReviewer])
      case .decide, .reopen: [.companyReviewer, .administrator]
      case .settle, .undoSettlement, .reviews, .review, .acceptVisit, .returnVisit, .recontact,
        .printVisit:
        [.siteManager, .serviceSupervisor, .companyReviewer, .administrator]
      case .matters, .matter, .route, .handOver, .report, .closeMatter, .incidents, .incident,
        .recordIncident, .tellIncident, .confirmIncident, .closeIncident, .voidIncident:
        [
          .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer, .companyReviewer,
        ]
      case .summary, .letters, .letter:
        [.siteManager, .serviceSupervisor, .companyReviewer, .administrator]
      case .printRegister, .printSummary, .printLetter:
        [.siteManager, .serviceSupervisor, .companyReviewer]
      case .submitSummary: [.siteManager, .serviceSupervisor]
      case .approveSummary, .returnSummary, .decideMatter: [.siteManager, .companyReviewer]
      case .writeLetter: [.siteManager]
      case .replyLetter: [.companyReviewer, .administrator]
      case .notices, .notice, .writeNotice, .sealNotice, .postNotice, .takeDownNotice,
        .checkNotice, .archiveNotice, .withdrawNotice, .amendNotice, .meetings, .meeting,
        .recordMeeting, .skipMeeting, .confirmMeeting, .finishTask, .surveys, .survey,
        .createSurvey, .distributeSurvey, .answerSurvey, .analyseSurvey, .publishSurvey,
        .withdrawSurvey, .linkSurvey, .printNotice, .printMinutes, .printSurvey:
        everyone.subtracting([.companyVisitor])
      case .retention, .destroyTexts, .holdBack, .releaseHold:
        [.administrator, .generalAffairs]
      case .imports, .uploadList, .listImport, .confirmImport, .devices, .confirm, .revoke,
        .accounts, .disable, .audit, .held,
        .heldBundle, .admit:
        [.administrator]
      }
    for role in Role.allCases {
      #expect(route.admits(role) == allowed.contains(role), "\(role) at \(route)")
    }
  }

  @Test("shows no single household to those who see to the firm's own affairs alone")
  func noHouseholds() {
    for role in Role.allCases where !role.meetsHouseholds {
      for route in [
        PageRoute.site, .round, .household, .search, .visits, .visit, .duplicate, .conflict,
        .settledConflict,
        .review,
        .matter, .incident,
        .summary,
        .letter, .printVisit, .printRegister, .printSummary, .printLetter,
      ] { #expect(!route.admits(role), "\(role) at \(route)") }
    }
  }

  @Test("lets those alone destroy who may (A32)")
  func keepers() {
    for role in Role.allCases {
      #expect(PageRoute.destroyTexts.admits(role) == Office.keepers.contains(role), "\(role)")
    }
  }

  @Test("opens words of households to those who see to them")
  func attendants() {
    for route in [PageRoute.matter, .incident, .closeIncident] {
      for role in Role.allCases {
        #expect(route.admits(role) == Office.attendants.contains(role), "\(role) at \(route)")
      }
    }
  }

  @Test("puts words of households on paper for those who see to them and for reviewers alone")
  func onPaper() {
    for role in Role.allCases {
      for route in [PageRoute.printRegister, .printSummary, .printLetter]
      where route.admits(role) {
        #expect(Office.attendants.contains(role), "\(role) at \(route)")
      }
      #expect(PageRoute.printVisit.admits(role) == PageRoute.review.admits(role))
    }
  }

  @Test("lets nobody at a site decide between site and company")
  func noJudgeOfItself() {
    for role in Self.atSites.union([.companyVisitor]) { #expect(!PageRoute.decide.admits(role)) }
  }

  @Test("changes things by POST alone")
  func methods() {
    let posts = PageRoute.allCases.filter { $0.method == .post }
    #expect(
      Set(posts) == [
        .login, .logout, .language, .decide, .reopen, .settle, .undoSettlement, .acceptVisit,
        .returnVisit,
        .recontact, .route, .handOver, .report, .closeMatter, .submitSummary, .approveSummary,
        .returnSummary, .decideMatter, .writeLetter, .replyLetter, .writeNotice, .sealNotice,
        .postNotice, .takeDownNotice, .checkNotice, .archiveNotice, .withdrawNotice,
        .amendNotice, .recordMeeting, .skipMeeting, .confirmMeeting, .finishTask, .filePetition,
        .acceptPetition, .replyPetition, .answerPetition, .escalatePetition, .takePetition,
        .decidePetition, .withdrawPetition, .recordIncident, .tellIncident, .confirmIncident,
        .closeIncident, .voidIncident, .createSurvey, .distributeSurvey, .answerSurvey,
        .analyseSurvey, .publishSurvey, .withdrawSurvey, .linkSurvey, .answerSlip,
        .destroyTexts, .holdBack, .releaseHold, .uploadList, .confirmImport, .confirm, .revoke,
        .disable, .makeToken, .revokeToken, .admit, .startExport,
        .discardExport,
      ])
  }

  @Test("names no address twice for one method")
  func unique() {
    var seen: Set<String> = []
    for route in PageRoute.allCases {
      #expect(seen.insert("\(route.method) \(route.path)").inserted, "\(route)")
    }
  }

  @Test("reads what stands in an address")
  func segments() throws {
    let household = try #require(RecordID(hex: "000102030405060708090a0b0c0d0e0f"))
    let address = PageLink.duplicate("北京-望京/1", round: 3, household: household)
    #expect(PageRoute.duplicate.segments(of: address)?["site"] == "北京-望京/1")
    #expect(PageRoute.duplicate.segments(of: address)?["round"] == "3")
    #expect(PageRoute.page(at: address) == .duplicate)
    #expect(PageRoute.page(at: "/") == .overview)
    #expect(PageRoute.page(at: "/conflicts/settled") == .settledConflicts)
    let settled = PageLink.settled(
      RecordKey(scope: household.named(), type: .conflictSettlement, id: household))
    #expect(PageRoute.page(at: settled) == .settledConflict)
    #expect(PageRoute.undoSettlement.segments(of: settled)?["settlement"] == "\(household)")
    let visit = PageLink.visit("北京-望京/1", visit: household)
    #expect(PageRoute.visit.segments(of: visit)?["site"] == "北京-望京/1")
    #expect(PageRoute.page(at: visit) == .visit && PageRoute.page(at: "/visits") == .visits)
    #expect(PageRoute.page(at: "/sites") == .sites)
    let notice = PageLink.notice("company", notice: household)
    #expect(PageRoute.notice.segments(of: notice)?["site"] == "company")
    #expect(PageRoute.sealNotice.segments(of: notice + "/seal")?["notice"] == "\(household)")
    #expect(PageRoute.page(at: PageLink.board("北京-望京/1")) == .board)
    let meeting = PageLink.meeting("company", meeting: household)
    #expect(PageRoute.meeting.segments(of: meeting)?["site"] == "company")
    let confirmed = PageRoute.confirmMeeting.segments(of: meeting + "/confirm")
    #expect(confirmed?["meeting"] == "\(household)")
    let petition = PageLink.petition("北京-望京/1", petition: household)
    #expect(PageRoute.petition.segments(of: petition)?["site"] == "北京-望京/1")
    let decided = PageRoute.decidePetition.segments(of: petition + "/decide")
    #expect(decided?["petition"] == "\(household)")
    let slip = PageLink.slip("北京-望京/1", survey: household, slip: "017-00ff")
    #expect(PageRoute.slip.segments(of: slip)?["site"] == "北京-望京/1")
    #expect(PageRoute.answerSlip.segments(of: slip)?["slip"] == "017-00ff")
    #expect(PageRoute.page(at: slip) == .slip)
    #expect(PageRoute.page(at: "/print/blank/S1/visit") == .printBlank)
    #expect(PageRoute.printVisit.segments(of: "/print/visit/S1/00")?["visit"] == "00")
    #expect(PageRoute.page(at: "/find/visit/00") == .find)
    let survey = PageLink.survey("S1", survey: household)
    #expect(PageRoute.page(at: survey) == .survey)
    #expect(PageRoute.site.segments(of: "/site/") == nil)
    #expect(PageRoute.site.segments(of: "/site/a/b") == nil)
    #expect(PageRoute.site.segments(of: "/site/%FF") == nil)
    #expect(PageRoute.site.segments(of: "/sites/a") == nil)
  }

  @Test(
    "sends nobody to another's address after a login",
    arguments: [
      ("/duplicates", "/duplicates"), ("/find/visit/00", "/find/visit/00"),
      ("/?month=2026-09", "/?month=2026-09"),
      ("/site/S1?month=2026-09", "/site/S1?month=2026-09"), ("//evil.example/", "/"),
      ("/\\evil.example", "/"), ("https://evil.example/", "/"), ("evil", "/"), ("", "/"),
      ("/login", "/"), ("/style.css", "/"), ("/nowhere", "/"), ("/ duplicates", "/"),
      ("/duplicates\r\nSet-Cookie: a=b", "/"), ("/v1/sync", "/"),
    ])
  func safeNext(_ asked: String, _ expected: String) {
    #expect(PageLink.safe(asked) == expected)
    #expect(PageLink.safe(nil) == "/")
  }
}
