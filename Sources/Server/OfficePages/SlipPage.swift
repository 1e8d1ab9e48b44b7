import CommunicationPolicy
import ConflictFreeRecords
import Console
import Hummingbird
import NIOPosix
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A slip of a questionnaire behind its own address, for whoever holds it: the questions, and nothing of any
/// person. Nobody is asked who they are, and nothing is remembered but the answer.
struct SlipPage: Sendable {
  let office: Office
  let request: PageRequest

  private var say: Words { Words(request.language(nil)) }

  /// Where the slip is, as the answer goes there and comes back.
  private var address: String {
    let path = request.address.utf8.prefix { $0 != 0x3F }
    let language = request.query["lang"] == nil ? "" : "?lang=" + say.language.rawValue
    return String(decoding: Array(path), as: UTF8.self) + language
  }

  /// - Returns: nothing for an address with a key that is not the slip's, and for what is not there.
  func page() throws -> Page? {
    guard let (slip, site) = try office.read({ try found(on: $0) }) else { return nil }
    return page(of: slip, slip.state, at: site)
  }

  /// Stores what the form holds.
  /// - Returns: where to go; or a page that says why nothing was stored. Nothing as `page`.
  /// - Throws: `PageAction.Malformed` for a form that no page of ours sends.
  func answer(_ form: FormFields) throws -> (next: String?, page: Page)? {
    guard let (slip, site) = try office.read({ try found(on: $0) }) else { return nil }
    var answer = SurveySlip(.link)
    answer.grades = try form.grades(of: slip.survey)
    answer.room = try form.lineIfAny("room")
    answer.remark = try form.text("remark")
    if slip.state == .open, answer.grades.isEmpty, answer.remark.isBlank {
      var page = self.page(of: slip, .open, at: site)
      page.blocks.insert(.alert(say(.slipNothing)), at: 0)
      page.status = 400
      return (nil, page)
    }
    guard
      let state = try office.answerByLink(
        request.segments["slip"] ?? "", of: slip.survey.key, answer)
    else { return nil }
    if state == .open { return (address, page(of: slip, .used, at: site)) }
    var page = self.page(of: slip, state, at: site)
    page.status = 409
    return (nil, page)
  }

  private func found(on replica: Replica) throws -> (LinkedSlip, SiteFacts)? {
    guard let code = request.segments["site"].flatMap({ UnitCode($0) }),
      let id = request.segments["survey"].flatMap({ RecordID(hex: $0) }),
      let text = request.segments["slip"],
      let site = try SiteView(replica, office.scope(ofSite: code)).facts(),
      let slip = try office.linkedSlip(
        text, of: RecordKey(scope: site.scope, type: .survey, id: id), on: replica)
    else { return nil }
    return (slip, site)
  }

  private func page(of slip: LinkedSlip, _ state: SlipState, at site: SiteFacts) -> Page {
    var page = Page(slip.survey.title, [.note(site.name)])
    switch state {
    case .used: page.blocks.append(.note(say(.slipUsed)))
    case .closed: page.blocks.append(.note(say(.slipClosed)))
    case .open:
      page.blocks += [
        .note(say(.slipHow, "\(slip.survey.steps)")), .form(form(of: slip)),
      ]
    }
    return page
  }

  private func form(of slip: LinkedSlip) -> PageForm {
    let question = slip.survey.question
    var inputs = PageForm.Input.grades(of: slip.survey, say)
    inputs += [
      .text(
        name: "remark", label: question.isBlank ? say(.slipRemark) : question,
        bytesMax: Bounds.textBytesMax, isRequired: false),
      .optionalLine(name: "room", label: say(.slipRoom)),
    ]
    let legend = [say(.labelSlip), slip.number].joined(separator: " ")
    return PageForm(address, legend: legend, inputs, button: say(.slipSend))
  }
}

extension PageRoutes {
  /// A cookie changes nothing here, and no link leads into the office.
  func slip(_ asked: PageRequest) async throws -> Response {
    let slip = SlipPage(office: office, request: asked)
    let page = try await NIOThreadPool.singleton.runIfActive { try slip.page() }
    guard let page else { return trouble(.pageNotFound, 404, asked, nil) }
    return render(page, asked, nil)
  }

  /// The address is known to whoever was given it, and a form that another's page sends is refused before.
  func answerSlip(_ asked: PageRequest, _ form: FormFields) async throws -> Response {
    let slip = SlipPage(office: office, request: asked)
    do {
      let done = try await NIOThreadPool.singleton.runIfActive { try slip.answer(form) }
      guard let done else { return trouble(.pageNotFound, 404, asked, nil) }
      if let next = done.next { return response.redirect(to: next) }
      return render(done.page, asked, nil)
    } catch is PageAction.Malformed {
      return trouble(.pageMalformed, 400, asked, nil)
    } catch is OfficeFault {
      return trouble(.pageMalformed, 400, asked, nil)
    }
  }
}
