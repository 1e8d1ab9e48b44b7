import OfficeWork
import RecordStore
import Spreadsheets
import VisitModel
import Wording

/// Where lists are handed in, and those of this login that wait.
struct ImportsPage {
  /// Names in the hidden field of the two forms.
  static let sites = "sites"
  static let households = "households"

  let setting: PageSetting
  let request: PageRequest

  private var say: Words { setting.say }

  func page() -> Page {
    var page = Page(say(.importsTitle))
    page.blocks = [
      .note(say(.importsNote)),
      .form(form(Self.households, .importHouseholdsLegend, [site])),
      .form(form(Self.sites, .importSitesLegend, [])),
    ]
    let uploads =
      request.session.map { setting.office.uploads.uploads(of: $0, at: setting.office.now) } ?? []
    if !uploads.isEmpty {
      page.blocks.append(.heading(say(.importsWaiting)))
      page.blocks.append(
        .links(uploads.map { PageCell(name($0), url: PageLink.listImport($0.id)) }))
    }
    return page
  }

  /// What is shown where an upload was and is no more; it says the same of one that never was.
  func gone() -> Page {
    Page(
      say(.importsTitle),
      [
        .alert(say(.importGone)),
        .links([PageCell(say(.importAgain), url: PageRoute.imports.path)]),
      ], status: 404)
  }

  private func name(_ upload: Upload) -> String {
    let time = upload.at.wallText(in: setting.office.environment.zone)
    return upload.fileName.utf8.isEmpty ? time : upload.fileName + " · " + time
  }

  private var site: PageForm.Input {
    .line(name: "site", label: say(.importSite), bytesMax: Bounds.lineBytesMax)
  }

  private func form(_ kind: String, _ legend: Phrase, _ inputs: [PageForm.Input]) -> PageForm {
    let file = PageForm.Input.file(
      name: UploadedFile.field,
      label: say(.importFile, "\(Bounds.uploadBytesMax / 1_048_576)"),
      accept: ".xlsx,.xlsm,.csv,.txt")
    return PageForm(
      PageRoute.uploadList.path, legend: say(legend), hidden: [("kind", kind)],
      inputs + [file], button: say(.importLook))
  }
}
