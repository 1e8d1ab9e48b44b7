import OfficePages
import Testing
import VisitModel

@Suite("The table of pages")
struct RouteTests {
  private static let atSites: Set<Role> = [
    .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer, .engineeringSupervisor,
  ]

  @Test("opens to nobody who is not logged in but the login and its style")
  func withoutLogin() {
    let open = PageRoute.allCases.filter { $0.admits(nil) }
    #expect(Set(open) == [.style, .loginForm, .login, .calendar])
  }

  @Test("gives each role what is written here, and nothing else", arguments: PageRoute.allCases)
  func roles(_ route: PageRoute) {
    let everyone = Set(Role.allCases)
    let allowed: Set<Role> =
      switch route {
      case .style, .loginForm, .login, .logout, .language, .overview, .due, .calendar, .site,
        .household,
        .duplicates, .duplicate, .conflicts, .conflict:
        everyone
      case .decide, .reopen: [.companyReviewer, .administrator]
      case .settle, .reviews, .review, .acceptVisit, .returnVisit, .recontact:
        [.siteManager, .serviceSupervisor, .companyReviewer, .administrator]
      case .matters, .matter, .route, .handOver, .report, .closeMatter:
        [
          .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer, .companyReviewer,
        ]
      case .summary, .letters, .letter:
        [.siteManager, .serviceSupervisor, .companyReviewer, .administrator]
      case .submitSummary: [.siteManager, .serviceSupervisor]
      case .approveSummary, .returnSummary, .decideMatter: [.siteManager, .companyReviewer]
      case .writeLetter: [.siteManager]
      case .replyLetter: [.companyReviewer, .administrator]
      case .devices, .confirm, .revoke, .held, .heldBundle, .admit: [.administrator]
      }
    for role in Role.allCases {
      #expect(route.admits(role) == allowed.contains(role), "\(role) at \(route)")
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
        .login, .logout, .language, .decide, .reopen, .settle, .acceptVisit, .returnVisit,
        .recontact, .route, .handOver, .report, .closeMatter, .submitSummary, .approveSummary,
        .returnSummary, .decideMatter, .writeLetter, .replyLetter, .confirm, .revoke, .admit,
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
    #expect(PageRoute.site.segments(of: "/site/") == nil)
    #expect(PageRoute.site.segments(of: "/site/a/b") == nil)
    #expect(PageRoute.site.segments(of: "/site/%FF") == nil)
    #expect(PageRoute.site.segments(of: "/sites/a") == nil)
  }

  @Test(
    "sends nobody to another's address after a login",
    arguments: [
      ("/duplicates", "/duplicates"), ("/?month=2026-09", "/?month=2026-09"),
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
