import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// The suggestions and appeals that the reader may read, wherever they were handed in, and the form to hand
/// in another. Of others the page says nothing, not even how many there are (A39).
struct PetitionsPage {
  let setting: PageSetting

  /// How long one that has ended is listed; its page stays.
  private static let shownDays = 2 * 366

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.petitionsTitle))
    for home in try PetitionHome.all(setting, on: replica) {
      let found = try opened(at: home, on: replica)
      if found.isEmpty { continue }
      page.blocks.append(.table(try table(found, of: home, on: replica)))
    }
    if page.blocks.isEmpty { page.blocks.append(.note(say(.pageNothing))) }
    let own = try PetitionHome.own(setting, on: replica)
    if !own.isEmpty { page.blocks.append(.note(say(.petitionReaders))) }
    for home in own {
      page.blocks.append(.form(PetitionForms(setting: setting, home: home).file()))
    }
    return page
  }

  /// The newest first.
  private func opened(at home: PetitionHome, on replica: Replica) throws -> [OfficePetition] {
    let office = setting.office
    let reader = setting.reader.person
    let since = office.now.advanced(byMilliseconds: -Int64(Self.shownDays) * 86_400_000)
    let listed = try office.petitions(of: home.scope, for: reader, on: replica)
      .filter { petition in petition.closedAt.map { $0 >= since } ?? true }
    return try listed.reversed().compactMap { petition in
      try office.petition(petition.key, for: reader, on: replica)
    }
  }

  private func table(
    _ petitions: [OfficePetition], of home: PetitionHome, on replica: Replica
  ) throws -> PageTable {
    var table = PageTable(
      say(.petitionsOf, home.name(setting)), say.all(PetitionRow.headings))
    for one in petitions {
      let petition = one.petition
      let due = petition.decisionDue(one.settings) ?? petition.replyDue(one.settings)
      let row = PetitionRow(
        id: String(petition.key.id.description.prefix(8)), kind: petition.kind,
        matter: one.texts[PetitionField.matter] ?? "•••",
        employee: try setting.person(petition.employee, on: replica),
        superior: try setting.person(petition.superior, on: replica),
        submittedAt: petition.submittedAt.wallText(in: petition.zone), due: due.description,
        stage: petition.stage)
      let link = PageCell(row.id, url: PageLink.petition(home.word, petition: petition.key.id))
      table.append([link] + row.cells.map { PageCell(say.cell($0)) })
    }
    return table
  }
}
