import Console
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// Every person with their role and sites, whether they may log in, and the form to disable one of those that are
/// shown. People are added by a command, because their first password has to reach them by a way that is no page.
struct AccountsPage {
  let setting: PageSetting
  let request: PageRequest

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    let office = setting.office
    let people = try office.people(on: replica)
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var page = Page(say(.accountsTitle))
    let shown = try answer(people, on: replica)
    page.blocks = [.listing(PageListing(answered: shown))]
    let ids = Set(shown.listing.rows.compactMap(\.last).map(\.value))
    let others = people.filter { one in
      one.disabledAt == nil && one.id != setting.reader.person.id
        && ids.contains(.code(one.id.description))
    }
    if !others.isEmpty { page.blocks.append(.form(form(others))) }
    if shown.count > 1 { page.blocks.append(.note(say(.accountsShown))) }
    page.blocks.append(.note(say(.accountsNote)))
    return page
  }

  private func answer(_ people: [Person], on replica: Replica) throws -> ListPage {
    let empty = Listing("accounts", Message(.accountsTitle), columns)
    let standings = try Standings(setting.office, on: replica)
    var page = try request.answer(people, in: empty, say.language) { shown in
      try rows(shown, standings, on: replica)
    }
    // One row for each role with and without a password: of what rows can be chosen by, all that there is.
    let kinds = Dictionary(
      people.map { ([$0.role.rawValue, standings.mayLogIn($0) ? 1 : 0], $0) }
    ) { first, _ in first }
    page.choices =
      page.question.answer(
        from: empty.with(try rows(Array(kinds.values), standings, on: replica)), page.offer,
        in: say.language
      ).choices
    return page
  }

  private var columns: [ListColumn] {
    [
      ListColumn("name", .labelName, .text),
      ListColumn("role", .labelRole, .word, isFilter: true),
      ListColumn("sites", .labelSites, .text),
      ListColumn("mayLogIn", .accountsMayLogIn, .yesNo, isFilter: true),
      ListColumn("laptops", .pageDevices, .number),
      ListColumn("disabled", .labelDisabled, .moment), ListColumn("id", .labelId, .code),
    ]
  }

  /// Who has a password, and how many laptops.
  private struct Standings {
    let withPassword: Set<AccountID>
    let laptops: [AccountID: Int]

    init(_ office: Office, on replica: Replica) throws {
      withPassword = try office.accountsWithPassword(on: replica)
      laptops = try office.devices(on: replica).reduce(into: [:]) { counts, device in
        if device.revokedAt == nil { counts[device.account, default: 0] += 1 }
      }
    }

    func mayLogIn(_ person: Person) -> Bool {
      person.disabledAt == nil && withPassword.contains(person.id)
    }
  }

  private func rows(
    _ people: some Collection<Person>, _ standings: Standings, on replica: Replica
  ) throws -> [[ListCell]] {
    let codes = try codes(of: people, on: replica)
    return people.map { person in
      [
        .text(person.name), .word(person.role.phrase),
        .text(person.sites.compactMap { codes[$0] }.joined(separator: ", ")),
        .yesNo(standings.mayLogIn(person)),
        .number(standings.laptops[person.id] ?? 0, address: PageRoute.devices.path),
        .moment(person.disabledAt, in: setting.office.environment.zone),
        .code(person.id.description),
      ]
    }
  }

  /// Each site once, however many people work there.
  private func codes(
    of people: some Collection<Person>, on replica: Replica
  ) throws -> [ScopeID: String] {
    var codes: [ScopeID: String] = [:]
    for scope in Set(people.flatMap(\.sites)) {
      codes[scope] = try SiteView(replica, scope).facts()?.code
    }
    return codes
  }

  /// Nobody is chosen until somebody chooses.
  private func form(_ people: [Person]) -> PageForm {
    PageForm(
      PageRoute.disable.path, legend: say(.accountsDisable),
      [
        .select(
          name: "account", label: say(.labelPerson),
          options: [(value: "", label: say(.accountsChoose))]
            + people.map { person in
              (
                value: person.id.description,
                label: person.name + " – " + say(person.role.phrase) + " – "
                  + String(person.id.description.prefix(8))
              )
            }),
        .sure(name: "sure", label: say(.accountsSure)),
      ], button: say(.accountsDisable))
  }
}
