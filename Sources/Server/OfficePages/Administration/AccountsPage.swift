import Console
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// Every person with their role and sites, whether they may log in, and the form to disable one. People are
/// added by a command, because their first password has to reach them by a way that is no page.
struct AccountsPage {
  let setting: PageSetting

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    let office = setting.office
    let people = try office.people(on: replica)
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var page = Page(say(.accountsTitle))
    page.blocks = [.listing(PageListing(try listing(people, on: replica)))]
    let others = people.filter { $0.disabledAt == nil && $0.id != setting.reader.person.id }
    if !others.isEmpty { page.blocks.append(.form(form(others))) }
    page.blocks.append(.note(say(.accountsNote)))
    return page
  }

  private func listing(_ people: [Person], on replica: Replica) throws -> Listing {
    let office = setting.office
    let zone = office.environment.zone
    let withPassword = try office.accountsWithPassword(on: replica)
    var laptops: [AccountID: Int] = [:]
    for device in try office.devices(on: replica) where device.revokedAt == nil {
      laptops[device.account, default: 0] += 1
    }
    var listing = Listing(
      "accounts", Message(.accountsTitle),
      [
        ListColumn("name", .labelName, .text),
        ListColumn("role", .labelRole, .word, isFilter: true),
        ListColumn("sites", .labelSites, .text),
        ListColumn("mayLogIn", .accountsMayLogIn, .yesNo, isFilter: true),
        ListColumn("laptops", .pageDevices, .number),
        ListColumn("disabled", .labelDisabled, .moment), ListColumn("id", .labelId, .code),
      ])
    let codes = try codes(of: people, on: replica)
    for person in people {
      let isEnabled = person.disabledAt == nil
      listing.append([
        .text(person.name), .word(person.role.phrase),
        .text(person.sites.compactMap { codes[$0] }.joined(separator: ", ")),
        .yesNo(isEnabled && withPassword.contains(person.id)),
        .number(laptops[person.id] ?? 0, address: PageRoute.devices.path),
        .moment(person.disabledAt, in: zone), .code(person.id.description),
      ])
    }
    return listing
  }

  /// Each site once, however many people work there.
  private func codes(of people: [Person], on replica: Replica) throws -> [ScopeID: String] {
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
