import Fingerprint
import OfficeWork
import RecordStore
import Spreadsheets
import TextFormats
import VisitModel
import Wording

/// Takes a list in, to be looked at, and imports one that was looked at.
struct ImportAction {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields
  let file: UploadedFile?

  private var office: Office { setting.office }

  func perform() throws -> String? {
    switch request.route {
    case .uploadList: try upload()
    case .confirmImport: try confirm()
    default: nil
    }
  }

  private func upload() throws -> String? {
    guard let file, let session = request.session else { throw PageAction.Malformed() }
    let kind = try kind()
    do {
      // A file that cannot be read is refused at once; of what its sheets hold the preview speaks.
      _ = try RosterBook(file.bytes, fileBytesMax: Bounds.uploadBytesMax)
    } catch { throw OfficeFault.wrongUsage(error.message) }
    let id = Hexadecimal.text(office.environment.randomness.bytes(16))
    office.uploads.put(
      file.bytes, named: Self.harmless(file.name), kind, of: session, id: id, at: office.now)
    return PageLink.listImport(id)
  }

  private func kind() throws -> Upload.Kind {
    switch form["kind"] {
    case ImportsPage.sites: return .sites
    case ImportsPage.households:
      let name = try form.line("site")
      return .households(of: try office.read { try site(name, on: $0) })
    default: throw PageAction.Malformed()
    }
  }

  /// A site as people name it: by its code, or by its name where only one has it.
  private func site(_ text: String, on replica: Replica) throws -> ScopeID {
    if let site = try setting.site(text, on: replica) { return site.scope }
    let named = try setting.sites(on: replica).filter { $0.name.utf8.elementsEqual(text.utf8) }
    guard let site = named.first, named.count == 1 else {
      throw OfficeFault.wrongUsage(
        Message(named.isEmpty ? .importSiteUnknown : .importSiteTwice, [text]))
    }
    return site.scope
  }

  private func confirm() throws -> String? {
    guard let choice = ImportChoice(request.query), let id = request.segments["id"] else {
      throw PageAction.Malformed()
    }
    let next = PageLink.listImport(id) + choice.query
    // What is not there any more says so itself; what was imported already is shown as it was.
    guard let upload = ImportChoice.upload(request, setting), upload.done[choice.query] == nil
    else { return next }
    let shown = try form.digest("shown")
    let counts = try list(upload, choice)
      .imported(office, shown: shown, by: setting.reader.person.id)
    office.uploads.note(Upload.Done(counts: counts, at: office.now), choice.query, of: id)
    return next
  }

  private func list(_ upload: Upload, _ choice: ImportChoice) throws -> ImportedList {
    do {
      let book = try RosterBook(
        upload.bytes, as: choice.encoding, fileBytesMax: Bounds.uploadBytesMax)
      let columns = ImportedList.columns(upload.kind)
      return try ImportedList(try book.sheet(choice.sheet, for: columns), upload.kind)
    } catch let fault as WorkbookFault {
      throw OfficeFault.failed(fault.message)
    } catch let fault as RosterTableFault {
      throw OfficeFault.failed(fault.message)
    }
  }

  /// The last part of a path, as some browsers send it, without what cannot be seen; at most 100 characters.
  private static func harmless(_ name: String) -> String {
    let last = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last ?? [][...]
    var plain = String.UnicodeScalarView()
    for scalar in last.prefix(100) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        continue
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
