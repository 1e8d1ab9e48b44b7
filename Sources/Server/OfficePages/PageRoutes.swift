import HTTPTypes
package import Hummingbird
import Listings
import Logging
import NIOCore
import NIOPosix
package import OfficeWork
import PrintedForms
import Spreadsheets
import TextFormats
import VisitModel
import Wording

/// The pages, behind a login (docs/decisions/0019). What each address needs is decided here in one
/// order: form from our own page, session, role, token, and only then the work.
package struct PageRoutes: Sendable {
  let office: Office
  let isTLS: Bool
  let template: PageTemplate
  let forms: FormTemplate
  let response: PageResponse
  let exports: ExportDesk
  /// 16 people wait at most a few seconds; more are an attack.
  let logins = Turnstile(inside: 2, waiting: 16)

  /// - Parameter isTLS: whether browsers reach this server over TLS; cookies are then bound to it.
  package init(_ office: Office, isTLS: Bool, exports: ExportDesk) throws {
    self.office = office
    self.exports = exports
    self.isTLS = isTLS
    template = try PageTemplate()
    forms = try FormTemplate()
    response = PageResponse(isTLS: isTLS)
  }

  package func add<Context: RemoteAddressRequestContext>(
    to router: some RouterMethods<Context>
  ) {
    addData(to: router)
    for route in PageRoute.allCases {
      let method: HTTPRequest.Method = route.method == .get ? .get : .post
      router.on(RouterPath(route.path), method: method) { request, context -> Response in
        do {
          return try await answer(route, request, from: context.remoteAddress?.ipAddress)
        } catch {
          // Nothing was changed. What went wrong is for whoever runs the server.
          context.logger.error("\(route): \(error)")
          return plainTrouble(.pageFault, 500, language(of: request))
        }
      }
    }
  }

  /// As the browser asks for it, where nothing else is known of who reads.
  private func language(of request: Request) -> Language {
    Language(preference: request.headers[.acceptLanguage], environment: [:])
  }

  private func answer(
    _ route: PageRoute, _ request: Request, from address: String?
  ) async throws -> Response {
    guard let asked = PageRequest(route, request, from: address, isTLS: isTLS) else {
      return plainTrouble(.pageMalformed, 400, language(of: request))
    }
    if route == .style { return response.css(Stylesheet.css) }
    if route == .calendar { return try await calendar(asked) }
    if route == .board { return try await board(asked) }
    if route == .slip { return try await slip(asked) }
    if route.method == .post, !asked.isFromOwnPage {
      return trouble(.pageNotFromHere, 403, asked, nil)
    }
    if route == .answerSlip {
      let form: FormFields
      do { form = try await fields(asked, request) } catch let refusal as FormBody.Refusal {
        return trouble(.pageMalformed, refusal.status, asked, nil)
      }
      return try await answerSlip(asked, form)
    }
    let reader = try await self.reader(of: asked)
    if !route.admits(reader?.person.role) {
      guard let reader else {
        return response.redirect(
          to: route.method == .get ? PageLink.login(next: asked.address) : "/login")
      }
      return trouble(.pageForbidden, 403, asked, reader)
    }
    let sent: SentForm
    do {
      sent =
        route == .uploadList
        ? try await FormBody.upload(of: request)
        : SentForm(fields: try await fields(asked, request))
    } catch let refusal as FormBody.Refusal {
      return trouble(refusal.message(on: route), refusal.status, asked, reader)
    }
    let form = sent.fields
    switch route {
    case .loginForm: return loginPage(asked, form)
    case .login: return try await logIn(asked, form)
    default: break
    }
    guard let reader else { return response.redirect(to: "/login") }
    if route.method == .post {
      guard FormToken.isRight(form[FormToken.field], for: reader.formToken) else {
        return trouble(.pageNotFromHere, 403, asked, reader)
      }
      return try await act(asked, sent, reader)
    }
    if asked.route.isPaper { return try await paper(asked, reader) }
    if asked.route == .find { return try await find(asked, reader) }
    if route == .exportFile { return try await exportFile(asked, reader) }
    return try await show(asked, reader)
  }

  private func calendar(_ asked: PageRequest) async throws -> Response {
    let language = asked.query["lang"].flatMap { Language(rawValue: $0) } ?? .hans
    let feed = CalendarFeed(office: office, language: language)
    let text = try await NIOThreadPool.singleton.runIfActive { () throws -> [UInt8]? in
      guard let account = asked.segments["account"].flatMap({ AccountID(hex: $0) }),
        let key = asked.segments["key"]
      else { return nil }
      return try office.read { try feed.text(account: account, key: key, on: $0) }
    }
    guard let text else { return plainTrouble(.pageNotFound, 404, language) }
    return response.calendar(text)
  }

  private func fields(_ asked: PageRequest, _ request: Request) async throws -> FormFields {
    if asked.route.method == .get { return asked.query }
    return try await FormBody.fields(of: request)
  }

  private func reader(of asked: PageRequest) async throws -> Reader? {
    guard let session = asked.session else { return nil }
    let office = office
    return try await NIOThreadPool.singleton.runIfActive {
      try office.reader(ofSession: session)
    }
  }

  /// What a GET is answered with.
  private enum Shown: Sendable {
    case page(html: String, status: Int)
    case file(PageFile)
    case nothing
  }

  private func show(_ asked: PageRequest, _ reader: Reader) async throws -> Response {
    let work = PageWork(request: asked, setting: setting(asked, reader))
    let language = asked.language(reader.language)
    do {
      let shown = try await NIOThreadPool.singleton.runIfActive { () throws -> Shown in
        guard let page = try work.page()?.answered(asked, language) else { return .nothing }
        if let file = try PageFile(page, asked, work.setting) { return .file(file) }
        return .page(html: template.html(page, frame(asked, reader)), status: page.status)
      }
      switch shown {
      case .page(let html, let status): return response.html(html, status: status)
      case .file(let file): return response.file(file)
      case .nothing: return trouble(.pageNotFound, 404, asked, reader)
      }
    } catch let fault as ListFault {
      return trouble(fault.message, 400, asked, reader)
    } catch let fault as WorkbookWriteFault {
      return trouble(ExportTrouble.message(fault), 500, asked, reader)
    }
  }

  private func act(
    _ asked: PageRequest, _ sent: SentForm, _ reader: Reader
  ) async throws -> Response {
    let form = sent.fields
    if asked.route == .logout { return try await logOut(asked) }
    let action = PageAction(
      request: asked, setting: setting(asked, reader), form: form, file: sent.file)
    do {
      if asked.route == .makeToken {
        // No redirect: the token is in this one answer and nowhere else.
        let page = try await NIOThreadPool.singleton.runIfActive { try action.madeToken() }
        return render(page, asked, reader)
      }
      let next = try await NIOThreadPool.singleton.runIfActive { () throws -> String? in
        if asked.route == .language { try remember(form, asked) }
        return try action.perform()
      }
      guard let next else { return trouble(.pageNotFound, 404, asked, reader) }
      return response.redirect(to: next)
    } catch is PageAction.Malformed {
      let page = Page(
        Words(asked.language(reader.language))(.pageTrouble),
        [.alert(Words(asked.language(reader.language))(.pageMalformed))], status: 400)
      return try await again(page, asked, form, reader)
    } catch let fault as OfficeFault {
      return try await again(refused(fault, asked, reader), asked, form, reader)
    }
  }

  /// Why nothing was done, and below it the page as it is now, with the form as it was typed.
  private func again(
    _ page: Page, _ asked: PageRequest, _ form: FormFields, _ reader: Reader
  ) async throws -> Response {
    let html = try await NIOThreadPool.singleton.runIfActive { () throws -> String in
      var page = page
      let stale = StaleTab(request: asked, setting: setting(asked, reader), form: form)
      if page.status == 409 {
        // Before the link that leads back.
        page.blocks.insert(contentsOf: try stale.blocks(), at: max(0, page.blocks.count - 1))
      }
      guard let shown = try redisplayed(asked, form, reader) else {
        page.blocks += stale.typed()
        return template.html(page, frame(asked, reader))
      }
      page.blocks += shown.blocks
      return template.html(page, frame(shown.request, reader, asked.language(reader.language)))
    }
    return response.html(html, status: page.status)
  }

  private func remember(_ form: FormFields, _ asked: PageRequest) throws {
    guard let language = form["lang"].flatMap({ Language(rawValue: $0) }),
      let session = asked.session
    else { throw PageAction.Malformed() }
    try office.setLanguage(language, ofSession: session)
  }

  /// Somebody decided meanwhile, or a rule forbids it: what changed is said, nothing is overwritten.
  private func refused(
    _ fault: OfficeFault, _ asked: PageRequest, _ reader: Reader
  ) -> Page {
    let say = Words(asked.language(reader.language))
    var page = Page(say(.pageRefused), status: 409)
    switch fault {
    case .refused(let rule, let why, let cure):
      page.blocks = [
        .alert(say.message(why)), .note(say.message(cure)),
        .facts([(label: say(.labelRule), value: PageCell(rule))]),
      ]
    case .failed(let message): page.blocks = [.alert(say.message(message))]
    case .wrongUsage(let message):
      page.blocks = [.alert(say.message(message))]
      page.status = 400
    }
    page.blocks.append(.links([PageCell(say(.pageBack), url: asked.route.afterRefusal(asked))]))
    return page
  }
}

extension FormBody.Refusal {
  fileprivate func message(on route: PageRoute) -> Message {
    guard route == .uploadList, self == .tooLarge else { return Message(.pageMalformed) }
    return Message(.bookTooLarge, ["\(Bounds.uploadBytesMax / 1_048_576)"])
  }

  fileprivate var status: Int {
    switch self {
    case .notAForm: 415
    case .tooSlow: 408
    case .malformed: 400
    case .tooLarge: 413
    }
  }
}
