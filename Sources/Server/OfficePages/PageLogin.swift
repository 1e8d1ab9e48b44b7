import Console
import Dispatch
import Hummingbird
import NIOPosix
import OfficeWork
import TextFormats
import VisitModel
import Wording

// Logging in and out, and what stands around every page.

extension PageRoutes {
  func loginPage(
    _ asked: PageRequest, _ form: FormFields, _ trouble: LoginPage.Trouble? = nil
  ) -> Response {
    let chosen = form["lang"].flatMap { Language(rawValue: $0) }
    let language = chosen ?? asked.language(nil)
    let next = PageLink.safe(form["next"])
    let page = LoginPage(say: Words(language), next: next, chosen: chosen).page(trouble)
    var frame = self.frame(asked, nil, language)
    frame.kept = "next=\(PercentEncoding.encode(next))&"
    return response.html(template.html(page, frame), status: page.status)
  }

  func logIn(_ asked: PageRequest, _ form: FormFields) async throws -> Response {
    guard let name = form["name"], let password = form["password"] else {
      return loginPage(asked, form, .refused)
    }
    let office = office
    let address = asked.remoteAddress
    let language = form["lang"].flatMap { Language(rawValue: $0) }
    let outcome: LoginOutcome
    do {
      outcome = try await logins.pass {
        try await Self.aside {
          try office.logIn(name, password: password, from: address, language: language)
        }
      }
    } catch is Turnstile.Full {
      return loginPage(asked, form, .busy)
    }
    switch outcome {
    case .refused: return loginPage(asked, form, .refused)
    case .wait(let seconds): return loginPage(asked, form, .wait(seconds: seconds))
    case .entered(let session):
      // An older session of this browser ends with the login that replaces it.
      try await end(asked.session)
      return response.redirect(
        to: PageLink.safe(form["next"]),
        cookie: SessionCookie.setting(session, isTLS: isTLS))
    }
  }

  /// Works on a thread of its own. On a small machine two password hashes would take every thread of
  /// the pool, and the syncs would wait behind them; how many there are is the turnstile's matter.
  private static func aside<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
    }
  }

  func logOut(_ asked: PageRequest) async throws -> Response {
    try await end(asked.session)
    return response.redirect(to: "/login", cookie: SessionCookie.ending(isTLS: isTLS))
  }

  private func end(_ session: String?) async throws {
    guard let session else { return }
    let office = office
    try await NIOThreadPool.singleton.runIfActive { try office.endSession(session) }
  }

  func setting(_ asked: PageRequest, _ reader: Reader) -> PageSetting {
    PageSetting(
      office: office, reader: reader, say: Words(asked.language(reader.language)),
      exports: exports)
  }

  func frame(
    _ asked: PageRequest, _ reader: Reader?, _ language: Language? = nil
  ) -> PageTemplate.Frame {
    let language = language ?? asked.language(reader?.language)
    let say = Words(language)
    let links: [(PageRoute, Phrase)] = [
      (.overview, .pageOverview), (.search, .searchTitle), (.sites, .sheetTitle),
      (.months, .monthsTitle), (.mine, .mineTitle), (.plan, .planPageTitle), (.due, .dueTitle),
      (.visits, .visitsTitle),

      (.reviews, .reviewsTitle),
      (.matters, .mattersTitle), (.incidents, .incidentsTitle), (.letters, .lettersTitle),
      (.notices, .noticesTitle), (.surveys, .surveysTitle), (.meetings, .meetingsTitle),
      (.petitions, .petitionsTitle), (.forms, .pageForms),
      (.duplicates, .duplicatesTitle), (.conflicts, .labelConflicts),
      (.exports, .exportsTitle),
      (.retention, .retentionTitle), (.imports, .importsTitle), (.devices, .pageDevices),
      (.held, .pageHeld),
      (.accounts, .accountsTitle), (.audit, .auditTitle),
      (.tokens, .tokensTitle),
    ]
    return PageTemplate.Frame(
      company: office.name, language: language,
      address: asked.route.method == .get ? asked.address : "/",
      account: reader.map {
        (name: $0.person.name, role: say($0.person.role.phrase), token: $0.formToken)
      },
      navigation: links.filter { $0.0.admits(reader?.person.role) }
        .map { PageCell(say($0.1), url: $0.0.path) })
  }

  func render(_ page: Page, _ asked: PageRequest, _ reader: Reader?) -> Response {
    response.html(template.html(page, frame(asked, reader)), status: page.status)
  }

  /// A page that says in one sentence why there is no other.
  func trouble(
    _ phrase: Phrase, _ status: Int, _ asked: PageRequest, _ reader: Reader?
  ) -> Response {
    trouble(Message(phrase), status, asked, reader)
  }

  func trouble(
    _ message: Message, _ status: Int, _ asked: PageRequest, _ reader: Reader?
  ) -> Response {
    let say = Words(asked.language(reader?.language))
    return render(
      Page(say(.pageTrouble), [.alert(say.message(message))], status: status), asked, reader)
  }

  /// Where not even the address could be read, or something failed.
  func plainTrouble(_ phrase: Phrase, _ status: Int, _ language: Language) -> Response {
    let say = Words(language)
    let frame = PageTemplate.Frame(
      company: office.name, language: language, address: "/", account: nil, navigation: [])
    return response.html(
      template.html(Page(say(.pageTrouble), [.alert(say(phrase))]), frame), status: status)
  }
}

extension PageRoute {
  /// Where to look again after something was refused.
  func afterRefusal(_ asked: PageRequest) -> String {
    switch self {
    case .decide, .reopen, .acceptVisit, .returnVisit, .recontact, .route, .handOver, .report,
      .closeMatter, .submitSummary, .approveSummary, .returnSummary, .decideMatter, .writeLetter,
      .replyLetter, .sealNotice, .postNotice, .takeDownNotice, .checkNotice, .archiveNotice,
      .withdrawNotice, .amendNotice, .confirmMeeting, .finishTask, .acceptPetition,
      .replyPetition, .answerPetition, .escalatePetition, .takePetition, .decidePetition,
      .withdrawPetition, .tellIncident, .confirmIncident, .closeIncident, .voidIncident,
      .distributeSurvey, .answerSurvey, .analyseSurvey, .publishSurvey, .withdrawSurvey,
      .linkSurvey:
      let path = asked.address.utf8.split(separator: 0x2F).dropLast()
      return "/" + path.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "/")
    case .writeNotice: return NoticeHome.list(asked.segments["site"])
    case .recordMeeting, .skipMeeting: return MeetingHome.list(asked.segments["site"])
    case .filePetition: return PageRoute.petitions.path
    case .recordIncident: return listed(.incidents, asked)
    case .createSurvey: return listed(.surveys, asked)
    case .destroyTexts, .holdBack, .releaseHold: return "/retention"
    // The page itself says what became of the conflict.
    case .settle, .undoSettlement: return asked.path
    case .uploadList: return PageRoute.imports.path
    case .confirmImport: return PageLink.listImport(asked)
    case .confirm, .revoke: return "/devices"
    case .makeToken, .revokeToken: return "/tokens"
    case .disable: return PageRoute.accounts.path
    case .admit: return "/held"
    case .startExport, .discardExport: return PageRoute.exports.path
    default: return "/"
    }
  }

  /// The list of the site that the address names.
  private func listed(_ list: PageRoute, _ asked: PageRequest) -> String {
    asked.segments["site"].map { PageLink.chosen(list.path, site: $0) } ?? list.path
  }
}
