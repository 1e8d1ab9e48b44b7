import CommunicationPolicy
import ConflictFreeRecords
import Console
import Fingerprint
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// What one person has to do and by when, as an iCalendar feed: rules, sites and days, and nothing about
/// any household. A calendar program has no session, so the address holds a key of its own.
struct CalendarFeed {
  let office: Office
  let language: Language

  /// - Returns: nothing for an unknown or disabled person, or a wrong key; the two look alike.
  func text(account: AccountID, key: String, on replica: Replica) throws -> [UInt8]? {
    guard let given = Hexadecimal.bytes(key),
      office.isCalendarKey(given, of: account),
      let person = try office.person(account, on: replica), person.disabledAt == nil
    else { return nil }
    let sites = try SiteView.all(in: replica)
      .filter { person.role.isCompany || person.sites.contains($0.scope) }
    var events: [ICalendar.Event] = []
    for site in sites {
      let all = try obligations(of: person, at: site, on: replica)
      events += try due(all, of: person, on: replica).map { event($0, at: site.name) }
    }
    if person.role.isCompany {
      let own = try office.companyObligations(on: replica)
      events += try due(own, of: person, on: replica).map { event($0, at: office.name) }
    }
    return ICalendar.text(events)
  }

  /// What of them is still to be done by this person: theirs by name, or by the post they hold.
  private func due(
    _ all: [SiteObligation], of person: Person, on replica: Replica
  ) throws -> [SiteObligation] {
    try all.filter { one in
      guard one.obligation.state == .open || one.obligation.state == .overdue else {
        return false
      }
      let isTheirs =
        switch one.obligation.who {
        case .person(let account): account == person.id
        case .post(let role): role == person.role
        }
      return try isTheirs && office.mayRead(one.subject, person, on: replica)
    }
  }

  /// Head office owes answers to letters and to petitions; all else is the sites', of which there are
  /// thousands.
  private func obligations(
    of person: Person, at site: SiteFacts, on replica: Replica
  ) throws -> [SiteObligation] {
    person.role.isCompany
      ? try office.letterObligations(of: site.scope, on: replica)
        + office.petitionObligations(of: site.scope, on: replica)
      : try office.obligations(of: site.scope, on: replica)
  }

  private func event(_ one: SiteObligation, at place: String) -> ICalendar.Event {
    let rule = one.obligation.rule
    let day = one.obligation.due.description.utf8.filter { $0 != 0x2D }
    let date = String(decoding: Array(day), as: UTF8.self)
    let what = rule.obligation.text(in: language)
    let stamp = one.obligation.due.startOfDay(in: .china).utcText.utf8
      .filter { $0 != 0x2D && $0 != 0x3A }
    return ICalendar.Event(
      uid: "\(one.subject.id)-\(rule.rawValue)@rounds", start: date + "T170000",
      end: date + "T173000",
      stamp: String(decoding: Array(stamp).prefix(15), as: UTF8.self) + "Z",
      summary: "\(rule.rawValue) \(what)", location: place, isCancelled: false)
  }
}
