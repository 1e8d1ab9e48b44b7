import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

// Visits, what was said at them, and what was agreed for the next.

extension HomeQueue {
  /// Appointments of so many days are shown.
  private static let appointmentDays = 7

  /// Visits of theirs that were sent back: whoever is to answer does so on their laptop.
  func returned() throws -> Found {
    var found = Found()
    for site in try ownSites() {
      let view = SiteView(replica, site.scope)
      for item in try view.returnedReviews() {
        guard item.owing == person.id, let one = try view.waiting(item) else { continue }
        found.rows.append(
          row(cell(one, at: site), at: site, since: item.review?.at ?? item.visit.recordedAt))
      }
    }
    return found
  }

  // MARK: Matters

  mutating func matters(_ isWanted: (Matter) -> Bool) throws -> Found {
    let words = try present().filter { $0.matter.isOpen && isWanted($0.matter) }
    return Found(
      rows: try words.map { site, matter in
        row(try cell(matter, at: site), at: site, since: matter.source.at)
      })
  }

  /// Of what was said at visits the supervisor sees to it, of what came by other ways the front desk.
  mutating func unseen() throws -> Found {
    let isDesk = person.role == .frontDeskOfficer
    return try matters { $0.handling == nil && ($0.source.key.type == .contact) == isDesk }
  }

  /// Households that wait to hear from the reader.
  mutating func feedback() throws -> Found {
    var found = Found()
    for (site, matter) in try every() {
      guard case .owed(person.id, let until) = matter.feedback else { continue }
      found.rows.append(row(try cell(matter, at: site), at: site, until: until))
    }
    return found
  }

  /// Of the sites at which the reader works now.
  mutating func present() throws -> [(site: SiteFacts, matter: Matter)] {
    let reader = setting.reader
    return try every().filter { reader.sees($0.site.scope) }
  }

  /// Also of those at which they did.
  private mutating func every() throws -> [(site: SiteFacts, matter: Matter)] {
    if let mattersKept { return mattersKept }
    let all = try ownSites().flatMap { site in
      try SiteView(replica, site.scope).matters().map { (site: site, matter: $0) }
    }
    mattersKept = all
    return all
  }

  /// Which unit, about what; never its words.
  func cell(_ matter: Matter, at site: SiteFacts, address other: String? = nil) throws -> ListCell {
    let words = [
      try unit(matter.source.household, at: site), say(matter.topic.phrase),
      say(matter.kind.phrase),
    ]
    return .text(
      words.joined(separator: " · "),
      address: other
        ?? address(.matter, PageLink.matter(site.code, matter: matter.key.id))
        ?? matter.source.household.flatMap { address(.household, PageLink.household($0)) })
  }

  // MARK: Plan

  /// Drawn for the reader's side, and still to be visited: as `/plan` has them.
  func households() throws -> Found {
    let organiser: Organiser = person.role.isCompany ? .company : .site
    var found = Found()
    for scope in person.sites {
      let view = SiteView(replica, scope)
      guard let site = try view.facts() else { continue }
      let month = LocalTime(now, in: site.zone).date.civilMonth
      for due in try view.dueHouseholds(through: month, at: now)
      where due.organiser == organiser {
        found.rows.append(
          row(
            .text(
              due.household.unitCode + " · " + say(due.kind.phrase),
              address: address(.household, PageLink.household(due.household.key.id))),
            at: site, who: [due.drawnBy].compactMap(\.self),
            until: due.month.lastDay))
      }
    }
    return found
  }

  // MARK: Appointments

  /// What the reader agreed with households for the days to come.
  func appointments() throws -> Found {
    let end = now.advanced(byMilliseconds: Int64(Self.appointmentDays) * 86_400_000)
    var found = Found()
    for site in try ownSites() {
      for one in try SiteView(replica, site.scope).appointments(endingAfter: now) {
        guard one.state == .agreed, one.account == person.id, one.start < end else { continue }
        let words =
          try unit(one.household, at: site) + " · " + one.start.wallText(in: site.zone) + " – "
          + one.end.wallText(in: site.zone) + " · " + say(one.channel.phrase)
        found.rows.append(
          row(
            .text(words, address: address(.household, PageLink.household(one.household))),
            at: site, since: one.start))
      }
    }
    return found
  }
}
