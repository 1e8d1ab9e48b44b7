import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
import SyncProtocol
import VisitModel

extension Laptop {
  /// Every obligation of a site, by due day; those of a petition only for whoever may read it (A39).
  package func obligations(of site: SiteFacts, _ replica: Replica) throws -> [SiteObligation] {
    try SiteView(replica, site.scope)
      .obligations(try replica.workingCalendar(of: office.company), at: now)
      .filter { try mayRead($0.subject, replica) }
  }

  /// Whether it is this person's: by name, or by the post they hold.
  package func isMine(_ one: SiteObligation, _ replica: Replica) throws -> Bool {
    switch one.obligation.who {
    case .person(let account): account == self.account
    case .post(let role): try visitor(replica).role == role
    }
  }
}
