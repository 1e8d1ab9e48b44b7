import Fingerprint
import Listings
import OfficeWork
import RecordStore
import Spreadsheets
import VisitModel
import Wording

/// What importing a list would do, row by row, and the form to do it; once it is done, what it did, with every
/// row that was not taken.
struct ImportPage {
  let setting: PageSetting
  let upload: Upload
  let choice: ImportChoice

  private var say: Words { setting.say }
  private var zone: ZoneOffset { setting.office.environment.zone }
  private var done: Upload.Done? { upload.done[choice.query] }

  /// - Returns: nothing for a site that the reader may not see.
  func page(on replica: Replica) throws -> Page? {
    guard let target = try target(on: replica) else { return nil }
    var page = Page(say(done == nil ? .importPreviewTitle : .importDoneTitle))
    page.keeping = ImportChoice.keys
    switch book {
    case .failure(let fault):
      page.blocks = [facts(target, nil, nil), .alert(say.message(fault.message))]
      page.blocks += chooser(nil, nil)
    case .success(let book):
      page.blocks = try blocks(book, target, on: replica)
    }
    page.blocks.append(.links([PageCell(say(.importAgain), url: PageRoute.imports.path)]))
    return page
  }

  private var book: Result<RosterBook, WorkbookFault> {
    Result { () throws(WorkbookFault) in
      try RosterBook(
        upload.bytes, as: choice.encoding, fileBytesMax: Bounds.uploadBytesMax)
    }
  }

  /// What the list is for, in words.
  private func target(on replica: Replica) throws -> String? {
    switch upload.kind {
    case .sites: return say(.importSitesLegend)
    case .households(let site):
      guard setting.reader.sees(site), let facts = try SiteView(replica, site).facts() else {
        return nil
      }
      return say(.importHouseholdsOf, facts.name)
    }
  }

  private func blocks(
    _ book: RosterBook, _ target: String, on replica: Replica
  ) throws -> [Page.Block] {
    let columns = ImportedList.columns(upload.kind)
    let number = choice.sheet ?? book.likelySheet(columns)
    let list: ImportedList
    let sheet: SheetTable
    do throws(RosterTableFault) {
      sheet = try book.sheet(choice.sheet, for: columns)
      list = try ImportedList(sheet, upload.kind)
    } catch {
      return [facts(target, book, number), .alert(say.message(error.message))]
        + chooser(book, number)
    }
    let preview = try list.preview(setting.office, on: replica)
    let rows = ImportRows(say: say, list: list, preview: preview, sheet: sheet)
    var blocks = [facts(target, book, number)]
    if let done {
      blocks.append(
        .note(
          say(
            .importDone, done.at.wallText(in: zone), "\(done.counts.added)",
            "\(done.counts.changed)", "\(done.counts.unchanged)", "\(list.faults.count)")))
    } else {
      blocks.append(.note(say(.importNothingYet)))
      if let other = book.otherEncodings.first, let encoding = book.book.encoding {
        blocks.append(.alert(say(.importEncodingGuessed, encoding.name, other.name)))
      }
      blocks += chooser(book, number)
    }
    blocks += [.heading(say(.importTotals)), rows.totals, .note(say(.importBlanks))]
    blocks.append(.table(rows.headings))
    if let oddities = rows.oddities { blocks.append(.table(oddities)) }
    blocks.append(.listing(PageListing(rows.listing)))
    if done == nil { blocks.append(confirmation(preview, list.faults.count)) }
    return blocks
  }

  private func facts(_ target: String, _ book: RosterBook?, _ sheet: Int?) -> Page.Block {
    var facts: [(label: String, value: PageCell)] = [
      (say(.importFor), PageCell(target)),
      (
        say(.labelFile), PageCell(upload.fileName.utf8.isEmpty ? "–" : upload.fileName)
      ),
      (say(.importKept), PageCell(until.wallText(in: zone))),
    ]
    if let encoding = book?.book.encoding {
      facts.append((say(.importEncoding), PageCell(encoding.name)))
    } else if let book, let sheet, book.book.sheets.indices.contains(sheet - 1) {
      facts.append((say(.importSheet), PageCell(book.name(ofSheet: sheet))))
    }
    return .facts(facts)
  }

  private var until: Instant {
    Instant(
      millisecondsSince1970: upload.at.millisecondsSince1970 + UploadShelf.lifetimeMs)
  }

  /// The choice of sheet or encoding, where there is one.
  /// - Parameter book: nothing where the file could not be read as it was chosen.
  private func chooser(_ book: RosterBook?, _ sheet: Int?) -> [Page.Block] {
    var inputs: [PageForm.Input] = []
    if let book, book.book.encoding == nil, book.sheetNumbers.count > 1 {
      let options = book.sheetNumbers.map { (value: "\($0)", label: book.name(ofSheet: $0)) }
      inputs.append(
        .select(
          name: "sheet", label: say(.importSheet), options: options,
          chosen: sheet.map { "\($0)" }))
    }
    let isUnclear = !(book?.otherEncodings.isEmpty ?? true) || choice.encoding != nil
    if isUnclear, book == nil || book?.book.encoding != nil {
      let options = TextEncoding.allCases.map { encoding in
        (value: encoding.rawValue, label: "\(encoding.name) (\(encoding.rawValue))")
      }
      inputs.append(
        .select(
          name: "encoding", label: say(.importEncoding), options: options,
          chosen: (choice.encoding ?? book?.book.encoding)?.rawValue))
    }
    if inputs.isEmpty { return [] }
    return [
      .search(
        PageSearch(
          action: PageLink.listImport(upload.id), label: say(.importChoose), inputs: inputs,
          button: say(.importChooseButton)))
    ]
  }

  /// Nothing to confirm where nothing would change.
  private func confirmation(_ preview: ImportPreview, _ notTaken: Int) -> Page.Block {
    let counts = preview.counts
    guard counts.added + counts.changed > 0 else { return .note(say(.importNoChange)) }
    return .form(
      PageForm(
        PageLink.listImport(upload.id) + "/confirm" + choice.query,
        legend: say(
          .importConfirmLegend, "\(counts.added)", "\(counts.changed)", "\(notTaken)"),
        hidden: [("shown", preview.digest.description)], [], button: say(.importConfirm)))
  }
}
