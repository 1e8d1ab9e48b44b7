import CommunicationPolicy
import ConflictFreeRecords
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// A reviewer's way through the queue of a site.
struct ReviewQueue {
  let setting: PageSetting
  let site: SiteFacts

  /// Where to go on once a visit was decided: to the next after it that waits for this reader, in the order of
  /// the queue and from its head again, so that one that was left out comes back last; where none waits, to the
  /// queue.
  func next(after visit: RecordKey, on replica: Replica) throws -> String {
    let items = try setting.office.reviews(of: site.scope, on: replica)
    let place = items.firstIndex { $0.visit.key == visit } ?? 0
    let order = items[place...].dropFirst() + items[..<place]
    guard let next = try order.first(where: { try waits($0, on: replica) }) else { return list }
    return PageLink.review(site.code, visit: next.visit.key.id)
  }

  /// What the rules would say to a form with a comment; whoever may send back nothing may accept nothing.
  private func waits(_ item: ReviewItem, on replica: Replica) throws -> Bool {
    guard item.stage.isWaiting else { return false }
    let person = setting.reader.person
    return try SiteView(replica, site.scope).findings(
      .sendBack, on: item, by: person.id, person.role, comment: setting.say(.labelComment)
    ).isEmpty
  }

  /// Head office chose the site before.
  private var list: String {
    setting.reader.seesEverySite ? PageLink.chosen("/reviews", site: site.code) : "/reviews"
  }
}
