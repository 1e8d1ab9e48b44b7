import ConflictFreeRecords
import Console
import Fingerprint
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// The reader's own: their laptops and when each was last heard of; for whoever meets households what came
/// back to them, what they agreed, and their visits and attempts of a month.
struct MinePage {
  let setting: PageSetting
  let month: CivilMonth

  private var say: Words { setting.say }
  private var person: Person { setting.reader.person }
  private var office: Office { setting.office }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.mineTitle))
    page.keeping = ["month"]
    guard person.role.meetsHouseholds else {
      page.blocks = [.listing(PageListing(try laptops(on: replica)))]
      return page
    }
    let sites = try HomeQueue(setting, on: replica).ownSites()
    page.blocks = [
      .links([
        PageCell(say(.pageMonthBefore, month.previous.description), url: url(month.previous)),
        PageCell(say(.pageMonthAfter, month.next.description), url: url(month.next)),
      ])
    ]
    if HomeItem.queue(of: person.role).contains(.returned) {
      let returned = try HomeQueue(setting, on: replica).returned().rows.count
      page.blocks.append(
        .facts([
          (
            say(.homeReturned),
            .number("\(returned)", url: PageLink.queue(HomeItem.returned.rawValue))
          )
        ]))
    }
    page.blocks += [
      .listing(PageListing(try appointments(sites, on: replica))),
      .listing(PageListing(try visits(sites, on: replica))),
      .listing(PageListing(try attempts(sites, on: replica))),
      .listing(PageListing(try laptops(on: replica))),
    ]
    return page
  }

  private func url(_ month: CivilMonth) -> String { "/mine?month=\(month)" }

  /// Visits at which they were, or which they recorded.
  private func visits(_ sites: [SiteFacts], on replica: Replica) throws -> Listing {
    var listing = Listing(
      "visits", Message(.mineVisits, [month.description]),
      [
        ListColumn("unit", .labelUnit, .code), ListColumn("site", .labelSite, .text),
        ListColumn("start", .labelStart, .moment), ListColumn("kind", .labelKind, .word),
        ListColumn("review", .labelReview, .word, isFilter: true),
      ])
    for site in sites {
      let view = SiteView(replica, site.scope)
      for (visit, _) in try view.visits(of: month) {
        guard let item = try view.review(of: visit.key), item.participants.contains(person.id)
        else { continue }
        listing.append([
          unit(try view.household(visit.household), visit.household), .text(site.name),
          .moment(visit.start, in: visit.zone), .word(visit.kind.phrase),
          .word(item.stage.phrase),
        ])
      }
    }
    return listing
  }

  private func attempts(_ sites: [SiteFacts], on replica: Replica) throws -> Listing {
    var listing = Listing(
      "attempts", Message(.mineAttempts, [month.description]),
      [
        ListColumn("unit", .labelUnit, .code), ListColumn("site", .labelSite, .text),
        ListColumn("when", .labelWhen, .moment), ListColumn("outcome", .labelOutcome, .word),
      ])
    for site in sites {
      let view = SiteView(replica, site.scope)
      for (_, state) in try replica.records.states(of: .attempt, in: site.scope) {
        guard let account = state.reference(AttemptField.account), account.id == person.id.named(),
          let at = state.instant(AttemptField.at),
          LocalTime(at, in: site.zone).date.civilMonth == month,
          let household = state.reference(AttemptField.household)?.id
        else { continue }
        let outcome = state.code(AttemptField.outcome, as: AttemptOutcome.self)
        listing.append([
          unit(try view.household(household), household), .text(site.name),
          .moment(at, in: site.zone), outcome.map { .word($0.phrase) } ?? .empty,
        ])
      }
    }
    return listing
  }

  private func unit(_ household: HouseholdFacts?, _ id: RecordID) -> ListCell {
    .code(household?.unitCode ?? "–", address: PageLink.household(id))
  }

  /// What they agreed with households, and is not over.
  private func appointments(_ sites: [SiteFacts], on replica: Replica) throws -> Listing {
    var listing = Listing(
      "appointments", Message(.mineAppointments),
      AppointmentRow.columns + [ListColumn("site", .labelSite, .text)])
    for site in sites {
      let view = SiteView(replica, site.scope)
      for one in try view.appointments(endingAfter: office.now)
      where one.state == .agreed && one.account == person.id {
        listing.append(try AppointmentRow.cells(one, at: site, view) + [.text(site.name)])
      }
    }
    return listing
  }

  private func laptops(on replica: Replica) throws -> Listing {
    let own = try office.devices(on: replica).filter { $0.account == person.id }
      .sorted { $0.enrolledAt < $1.enrolledAt }
    let contacts = try office.contacts(of: own, on: replica)
    let zone = office.environment.zone
    return Listing(
      "laptops", Message(.mineLaptops),
      [
        ListColumn("fingerprint", .labelFingerprint, .code),
        ListColumn("name", .labelDevice, .text), ListColumn("enrolled", .labelEnrolled, .moment),
        ListColumn("lastContact", .labelLastContact, .moment),
        ListColumn("revoked", .labelRevoked, .moment),
      ],
      rows: own.map { device in
        [
          .code(device.key.fingerprint), .text(device.name), .moment(device.enrolledAt, in: zone),
          ListCell((contacts[device.key] ?? .unknown).value(in: zone)),
          .moment(device.revokedAt, in: zone),
        ]
      })
  }
}
