import Hummingbird
import NIOPosix
import OfficeWork
import PrintedForms
import RecordSheets
import Wording

extension PageRoute {
  /// Whether it is answered with a form for the printer, without anything of a page around it.
  var isPaper: Bool {
    switch self {
    case .printBlank, .printVisit, .printRegister, .printSummary, .printLetter, .printNotice,
      .printMinutes, .printPetition, .printSurvey:
      true
    default: false
    }
  }
}

extension PageRoutes {
  func paper(_ asked: PageRequest, _ reader: Reader) async throws -> Response {
    let work = PaperWork(request: asked, setting: setting(asked, reader))
    let language = asked.language(reader.language)
    do {
      let html = try await NIOThreadPool.singleton.runIfActive { () throws -> [UInt8]? in
        try work.form().map { forms.html($0, language) }
      }
      guard let html else { return trouble(.pageNotFound, 404, asked, reader) }
      return response.paper(html, styles: forms.styleSource)
    } catch let none as NoSheet {
      return trouble(none.why, 404, asked, reader)
    }
  }

  /// Leads on to the page of the record that a code names.
  func find(_ asked: PageRequest, _ reader: Reader) async throws -> Response {
    let finding = RecordFinding(request: asked, setting: setting(asked, reader))
    let address = try await NIOThreadPool.singleton.runIfActive { try finding.address() }
    guard let address else { return trouble(.pageNotFound, 404, asked, reader) }
    return response.redirect(to: address)
  }
}
