import Fingerprint
import Listings
import OfficeWork
import TextFormats
import VisitModel
import Wording

/// What the reader asked to take along, how far it is, and the form to ask for more.
struct ExportsPage {
  let setting: PageSetting

  /// Months that can be chosen, the present one included.
  static let monthsMax = 36

  private var say: Words { setting.say }
  private var zone: ZoneOffset { setting.office.environment.zone }

  func page() throws -> Page {
    _ = try setting.exports.expire(at: setting.office.now)
    let exports = setting.exports.exports(of: setting.reader.person.id)
    var page = Page(say(.exportsTitle), [.note(say(.exportsNote))])
    if !exports.isEmpty { page.blocks.append(.listing(PageListing(listing(exports)))) }
    if exports.contains(where: { !$0.isOver }) {
      page.blocks.append(.links([PageCell(say(.exportLookAgain), url: PageRoute.exports.path)]))
    }
    page.blocks.append(.form(start()))
    if !exports.isEmpty { page.blocks.append(.form(discard(exports))) }
    return page
  }

  private func listing(_ exports: [Export]) -> Listing {
    Listing(
      "exports", Message(.exportsOwn),
      [
        ListColumn("asked", .exportAskedAt, .moment), ListColumn("set", .exportSet, .word),
        ListColumn("months", .labelMonth, .text), ListColumn("form", .exportForm, .code),
        ListColumn("state", .labelState, .word, isFilter: true),
        ListColumn("sites", .exportSites, .text), ListColumn("rows", .exportRows, .number),
        ListColumn("until", .exportKeptUntil, .moment),
        ListColumn("file", .exportFile, .text, isSortable: false),
      ], rows: exports.map { row($0) })
  }

  private func row(_ export: Export) -> [ListCell] {
    let progress = export.progress
    return [
      .moment(export.askedAt, in: zone), .word(export.order.set.phrase),
      .text(export.order.monthsText), .code(export.order.form.rawValue), state(export),
      progress.ofSites.map { .text("\(progress.sites) / \($0)") }
        ?? .unknown(Message(.exportNotBegun)),
      .number(progress.rows), .moment(export.keptUntil, in: zone), file(export),
    ]
  }

  private func state(_ export: Export) -> ListCell {
    switch export.stage {
    case .waiting: .word(.exportWaiting)
    case .running: .word(.exportRunning)
    case .done: .word(.exportDone)
    case .failed(let why): ListCell(.word(.exportFailed), remark: why)
    }
  }

  private func file(_ export: Export) -> ListCell {
    guard case .done(let bytes) = export.stage, export.isOpen(to: setting.reader) else {
      return .empty
    }
    // Rounded up: a file of a few bytes is not of none.
    return .text(
      say(.exportFetch, "\((bytes + 1023) / 1024)"), address: PageLink.exportFile(export.id))
  }

  // MARK: Forms

  private func start() -> PageForm {
    let role = setting.reader.person.role
    let this = LocalTime(setting.office.now, in: zone).date.civilMonth
    let months = Self.months(until: this).map {
      (value: $0.description, label: $0.description)
    }
    return PageForm(
      PageRoute.startExport.path, legend: say(.exportStartLegend),
      [
        .choice(
          name: "set", label: say(.exportSet),
          options: ExportSet.allCases.filter { $0.admits(role) }
            .map { (value: $0.rawValue, label: say($0.phrase)) }, isFirstChosen: true),
        .select(
          name: "from", label: say(.exportFrom), options: months, chosen: this.description),
        .select(
          name: "until", label: say(.exportUntil), options: months, chosen: this.description),
        .choice(
          name: "form", label: say(.exportForm),
          options: ListQuestion.File.allCases.map {
            (value: $0.rawValue, label: $0.rawValue.uppercased())
          }, isFirstChosen: true),
      ], button: say(.exportStart))
  }

  private func discard(_ exports: [Export]) -> PageForm {
    PageForm(
      PageRoute.discardExport.path, legend: say(.exportDiscardLegend),
      [
        .select(
          name: "export", label: say(.exportFile),
          options: exports.map { export in
            let words = [
              export.askedAt.wallText(in: zone), say(export.order.set.phrase),
              export.order.monthsText, export.order.form.rawValue.uppercased(),
            ]
            return (
              value: export.id, label: words.filter { !$0.isEmpty }.joined(separator: " · ")
            )
          })
      ], button: say(.exportDiscard))
  }

  /// The newest first.
  static func months(until last: CivilMonth) -> [CivilMonth] {
    var months = [last]
    while months.count < monthsMax, let earliest = months.last {
      months.append(earliest.previous)
    }
    return months
  }
}

/// Does what a form about exports asks.
struct ExportAction {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields

  func perform() throws -> String? {
    switch request.route {
    case .startExport: try start()
    case .discardExport: try discard()
    default: nil
    }
  }

  private func start() throws -> String? {
    let office = setting.office
    let this = LocalTime(office.now, in: office.environment.zone).date.civilMonth
    let offered = ExportsPage.months(until: this)
    guard let set = form["set"].flatMap({ ExportSet(rawValue: $0) }),
      let file = form["form"].flatMap({ ListQuestion.File(rawValue: $0) }),
      let from = form["from"].flatMap({ CivilMonth($0) }),
      let until = form["until"].flatMap({ CivilMonth($0) }), offered.contains(from),
      offered.contains(until)
    else { throw PageAction.Malformed() }
    guard set.admits(setting.reader.person.role) else { return nil }
    guard from <= until else { throw OfficeFault.wrongUsage(Message(.exportMonthsWrong)) }
    _ = try setting.exports.expire(at: office.now)
    try setting.exports.order(
      ExportOrder(
        set: set, form: file, months: from...until, language: setting.say.language),
      as: Hexadecimal.text(office.environment.randomness.bytes(16)),
      by: setting.reader.person.id, at: office.now)
    return PageRoute.exports.path
  }

  private func discard() throws -> String? {
    guard let id = form["export"] else { throw PageAction.Malformed() }
    guard try setting.exports.discard(id, of: setting.reader.person.id) else { return nil }
    return PageRoute.exports.path
  }
}
