import ConflictFreeRecords
import Console
import Listings
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
      page.blocks.append(.listing(PageListing(try listing(found, of: home, on: replica))))
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

  private func listing(
    _ petitions: [OfficePetition], of home: PetitionHome, on replica: Replica
  ) throws -> Listing {
    Listing(
      "petitions", Message(.petitionsOf, [home.name(setting)]),
      [
        ListColumn("id", .labelId, .code), ListColumn("kind", .labelKind, .word, isFilter: true),
        ListColumn("matter", .labelPetitionMatter, .text),
        ListColumn("employee", .labelEmployee, .text),
        ListColumn("superior", .labelSuperior, .text),
        ListColumn("submitted", .labelSubmittedOn, .moment),
        ListColumn("due", .labelDueDay, .date),
        ListColumn("state", .labelState, .word, isFilter: true),
      ],
      rows: try petitions.map { one in
        let petition = one.petition
        return [
          .code(
            String(petition.key.id.description.prefix(8)),
            address: PageLink.petition(home.word, petition: petition.key.id)),
          .word(petition.kind.phrase), .text(one.texts[PetitionField.matter] ?? "•••"),
          .text(try setting.person(petition.employee, on: replica)),
          .text(try setting.person(petition.superior, on: replica)),
          .moment(petition.submittedAt, in: petition.zone),
          .date(petition.decisionDue(one.settings) ?? petition.replyDue(one.settings)),
          .word(petition.stage.phrase),
        ]
      })
  }
}
