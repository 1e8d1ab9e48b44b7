import TextFormats
package import VisitModel

/// Every address of the pages and who may ask for it: the one table. An address that is not here does
/// not exist, and a role that is not named for one may not use it.
package enum PageRoute: CaseIterable, Hashable, Sendable {
  case style, loginForm, login, logout, language
  case overview, site, household
  case duplicates, duplicate, decide, reopen
  case conflicts, conflict, settle
  case reviews, review, acceptVisit, returnVisit, recontact
  case matters, matter, route, handOver, report, closeMatter
  case summary, submitSummary, approveSummary, returnSummary, decideMatter, writeLetter
  case letters, letter, replyLetter
  case due, calendar
  case devices, confirm, revoke
  case held, heldBundle, admit

  package enum Method: Hashable, Sendable { case get, post }

  package enum Audience: Hashable, Sendable {
    /// Also those who are not logged in.
    case anyone
    case roles(Set<Role>)
  }

  /// GET changes nothing.
  package var method: Method {
    switch self {
    case .login, .logout, .language, .decide, .reopen, .settle, .acceptVisit, .returnVisit,
      .recontact, .route, .handOver, .report, .closeMatter, .submitSummary, .approveSummary,
      .returnSummary, .decideMatter, .writeLetter, .replyLetter, .confirm, .revoke, .admit:
      .post
    case .style, .loginForm, .overview, .site, .household, .duplicates, .duplicate, .conflicts,
      .conflict, .reviews, .review, .matters, .matter, .summary, .letters, .letter, .due, .calendar,
      .devices, .held, .heldBundle:
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
    case .site: "/site/{code}"
    case .household: "/household/{id}"
    case .duplicates: "/duplicates"
    case .duplicate: "/duplicates/{site}/{round}/{household}"
    case .decide: "/duplicates/{site}/{round}/{household}/decide"
    case .reopen: "/duplicates/{site}/{round}/{household}/reopen"
    case .conflicts: "/conflicts"
    case .conflict, .settle: "/conflicts/{scope}/{type}/{id}/{field}"
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
    case .due: "/due"
    case .calendar: "/calendar/{account}/{key}"
    case .devices: "/devices"
    case .confirm: "/devices/confirm"
    case .revoke: "/devices/revoke"
    case .held: "/held"
    case .heldBundle, .admit: "/held/{id}"
    }
  }

  /// Which sites a person sees on a page is a second question (`Reader.sees`).
  package var audience: Audience {
    switch self {
    // A calendar program has no session; the address holds a key.
    case .style, .loginForm, .login, .calendar: .anyone
    case .logout, .language, .overview, .due, .site, .household, .duplicates, .duplicate,
      .conflicts,
      .conflict:
      .roles(Set(Role.allCases))
    // R1-39: neither side judges itself.
    case .decide, .reopen: .roles([.companyReviewer, .administrator])
    case .settle:
      .roles([.siteManager, .serviceSupervisor, .companyReviewer, .administrator])
    // R1-54: whoever had part in the visit is refused by the use case.
    case .reviews, .review, .acceptVisit, .returnVisit, .recontact:
      .roles([.siteManager, .serviceSupervisor, .companyReviewer, .administrator])
    // What households said is for those who see to it.
    case .matters, .matter, .route, .handOver, .report, .closeMatter:
      .roles([
        .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer, .companyReviewer,
      ])
    case .summary, .letters, .letter:
      .roles([.siteManager, .serviceSupervisor, .companyReviewer, .administrator])
    case .submitSummary: .roles([.siteManager, .serviceSupervisor])
    case .approveSummary, .returnSummary, .decideMatter: .roles([.siteManager, .companyReviewer])
    case .writeLetter: .roles([.siteManager])
    case .replyLetter: .roles([.companyReviewer, .administrator])
    case .devices, .confirm, .revoke, .held, .heldBundle, .admit: .roles([.administrator])
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

/// Addresses as links: every segment encoded.
package enum PageLink {
  package static func site(_ code: String) -> String { "/site/" + PercentEncoding.encode(code) }

  static func site(_ code: String, month: CivilMonth) -> String {
    site(code) + "?month=\(month)"
  }

  static func household(_ id: RecordID) -> String { "/household/\(id)" }

  package static func duplicate(_ site: String, round: Int, household: RecordID) -> String {
    "/duplicates/\(PercentEncoding.encode(site))/\(round)/\(household)"
  }

  package static func review(_ site: String, visit: RecordID) -> String {
    "/reviews/\(PercentEncoding.encode(site))/\(visit)"
  }

  package static func matter(_ site: String, matter: RecordID) -> String {
    "/matters/\(PercentEncoding.encode(site))/\(matter)"
  }

  package static func summary(_ site: String, month: CivilMonth) -> String {
    "/summaries/\(PercentEncoding.encode(site))/\(month)"
  }

  package static func letter(_ site: String, letter: RecordID) -> String {
    "/letters/\(PercentEncoding.encode(site))/\(letter)"
  }

  static func calendar(_ account: AccountID, key: String) -> String {
    "/calendar/\(account)/\(key)"
  }

  static func chosen(_ address: String, site code: String) -> String {
    address + "?site=" + PercentEncoding.encode(code)
  }

  static func login(next: String) -> String { "/login?next=" + PercentEncoding.encode(next) }

  /// Where to go after a login or a choice of language: a page of ours, never another's address.
  package static func safe(_ next: String?) -> String {
    guard let next, next.utf8.first == 0x2F, next.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return "/" }
    let path = next.utf8.prefix { $0 != 0x3F }
    let route = PageRoute.page(at: String(decoding: Array(path), as: UTF8.self))
    guard let route, route != .style, route != .loginForm else { return "/" }
    return next
  }
}
