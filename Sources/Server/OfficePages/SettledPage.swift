import ConflictFreeRecords
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Conflicts that were settled, in a row each.
struct SettledTable {
  let setting: PageSetting

  private var say: Words { setting.say }

  static func link(_ say: Words) -> PageCell {
    PageCell(say(.sidesSettledTitle), url: PageRoute.settledConflicts.path)
  }

  /// What somebody said in a record is shown on the conflict's own page alone.
  func listing(_ settled: [SettledConflict], on replica: Replica) throws -> Listing {
    var listing = Listing(
      "settled", Message(.sidesSettledTitle),
      [
        ListColumn("record", .labelRecord, .text), ListColumn("site", .labelSite, .text),
        ListColumn("field", .labelField, .text),
        ListColumn("chosen", .sidesChosen, .text, isSortable: false),
        ListColumn("person", .labelPerson, .text), ListColumn("when", .labelWhen, .moment),
        ListColumn("state", .labelState, .word, isFilter: true),
      ])
    var places: [ScopeID: (name: String, zone: ZoneOffset)] = [:]
    let undone = Set(settled.compactMap(\.undoes))
    for one in settled {
      let scope = one.about.scope
      let place: (name: String, zone: ZoneOffset)
      if let known = places[scope] {
        place = known
      } else {
        let site = try SiteView(replica, scope).facts()
        place = (site?.name ?? setting.office.name, site?.zone ?? setting.office.environment.zone)
        places[scope] = place
      }
      let words = ValueWords(setting: setting, zone: place.zone)
      listing.append([
        .text(
          words.kind(one.about.type) + " " + String(one.about.id.description.prefix(8)),
          address: PageLink.settled(one.notice)),
        .text(place.name), .text(words.field(one.field, of: one.about.type)),
        .text(try chosen(one, words, on: replica)),
        .text(try setting.person(one.account, on: replica)),
        .moment(one.decidedAt, in: place.zone), .word(state(of: one, undone: undone)),
      ])
    }
    return listing
  }

  private func chosen(
    _ one: SettledConflict, _ words: ValueWords, on replica: Replica
  ) throws -> String {
    let head = try one.chosen.flatMap {
      try replica.written($0, to: one.about, field: one.field)
    }
    if case .sealed? = head?.value { return ValueWords.hidden }
    return try words.text(head?.value, of: one.about, field: one.field, on: replica)
  }

  private func state(of one: SettledConflict, undone: Set<RecordKey>) -> Phrase {
    if undone.contains(one.notice) { return .sidesStateUndone }
    return one.undoes == nil ? .codeCaseSettled : .sidesStateUndoing
  }
}

/// One settled conflict: every value that was shown, which was taken, by whom and when, what became of it, and
/// the form to undo it.
struct SettledPage {
  let setting: PageSetting
  let view: SettledView

  private var say: Words { setting.say }
  private var settled: SettledConflict { view.settled }
  private var words: ValueWords { ValueWords(setting: setting, zone: view.zone) }
  private var table: SidesTable {
    SidesTable(
      setting: setting, record: settled.about, field: settled.field, words: words)
  }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.sidesSettledOne, view.siteName))
    page.blocks = [.facts(try facts(on: replica))]
    page.blocks += try table.blocks(view.sides, on: replica)
    let person = setting.reader.person
    if PageRoute.undoSettlement.admits(person.role) {
      page.blocks.append(.heading(say(.sidesUndo)))
      if !Office.maySettle(settled.about, person) {
        page.blocks.append(.note(say(.onlyAdministrators)))
      } else if view.standing == .standing, !view.restorable.isEmpty {
        page.blocks += [.note(say(.sidesUndoNote)), .form(try form(on: replica))]
      } else {
        page.blocks.append(.note(say(.undoOvertaken)))
      }
    }
    page.blocks.append(.links([SettledTable.link(say)]))
    return page
  }

  private func facts(
    on replica: Replica
  ) throws -> [(label: String, value: PageCell)] {
    let chosen = view.sides.first { $0.head.change == settled.chosen }
    var facts: [(label: String, value: PageCell)] = [
      (say(.labelSite), PageCell(view.siteName)),
      (say(.labelRecord), PageCell(words.kind(settled.about.type))),
      (say(.labelField), PageCell(words.field(settled.field, of: settled.about.type))),
      (
        say(.sidesChosen),
        PageCell(try chosen.map { try table.value(of: $0, on: replica) } ?? "–")
      ),
      (say(.sidesSettledBy), PageCell(try setting.person(settled.account, on: replica))),
      (say(.labelWhen), PageCell(settled.decidedAt.wallText(in: view.zone))),
    ]
    if let undoes = settled.undoes {
      facts.append(
        (say(.sidesStateUndoing), PageCell(say(.sidesThat), url: PageLink.settled(undoes))))
    }
    switch view.standing {
    case .standing: facts.append((say(.labelState), PageCell(say(.sidesStands))))
    case .undone(let by):
      facts.append(
        (say(.labelState), PageCell(say(.sidesStateUndone), url: PageLink.settled(by))))
    case .overtaken: facts.append((say(.labelState), PageCell(say(.sidesOvertaken))))
    }
    return facts
  }

  private func form(on replica: Replica) throws -> PageForm {
    let restorable = Set(view.restorable.map(\.head.change))
    let options = try view.sides.enumerated()
      .filter { restorable.contains($0.element.head.change) }
      .map { index, side in
        (
          value: side.head.change.description,
          label: "\(index + 1): \(try table.value(of: side, on: replica))"
        )
      }
    return PageForm(
      PageLink.settled(settled.notice), legend: say(.sidesUndoLegend),
      hidden: [("saw", SawToken.text(view.saw))],
      [
        .choice(
          name: "head", label: say(.sidesUndoChoice), options: options, isFirstChosen: true)
      ], button: say(.sidesUndo))
  }
}

/// The settled conflict that an address names.
struct SettledPath {
  let view: SettledView

  /// - Returns: nothing for what is not there and for what the reader may not see, alike.
  init?(_ request: PageRequest, _ setting: PageSetting, on replica: Replica) throws {
    guard let scope = request.segments["scope"].flatMap({ ScopeID(hex: $0) }),
      let id = request.segments["settlement"].flatMap({ RecordID(hex: $0) }),
      setting.reader.sees(scope),
      let view = try setting.office.settledView(
        RecordKey(scope: scope, type: .conflictSettlement, id: id), on: replica),
      try setting.office.mayRead(view.settled.about, setting.reader.person, on: replica)
    else { return nil }
    self.view = view
  }

  /// The newest settlement of a field.
  /// - Returns: nothing where there is none, or it is not the reader's to see.
  static func newest(
    about record: RecordKey, _ field: UInt32, _ setting: PageSetting, on replica: Replica
  ) throws -> SettledView? {
    guard setting.reader.sees(record.scope),
      try setting.office.mayRead(record, setting.reader.person, on: replica),
      let settled = try replica.settledConflicts(in: record.scope)
        .first(where: { $0.about == record && $0.field == field })
    else { return nil }
    return try setting.office.settledView(settled.notice, on: replica)
  }
}

/// Undoes the settlement of a conflict.
struct UndoAction {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields

  /// - Returns: the page to go to; nothing for what is not there, or is not for this reader.
  func perform() throws -> String? {
    guard let path = try setting.office.read({ try SettledPath(request, setting, on: $0) })
    else { return nil }
    guard let head = ConflictPage.change(form["head"]),
      let saw = form["saw"].flatMap({ SawToken.changes($0) })
    else { throw PageAction.Malformed() }
    try setting.deciding.undo(path.view.settled.notice, restoring: head, saw: saw)
    return PageRoute.settledConflicts.path
  }
}
