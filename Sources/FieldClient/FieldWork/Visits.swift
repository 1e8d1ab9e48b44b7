package import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

extension Laptop {
  /// Reads records for the person at this laptop.
  package func reader(_ replica: Replica) -> RecordReader {
    RecordReader(replica) { account in
      try personName(account, replica)
    } open: { value, record, field in
      try open(value, in: record, field: field)
    }
  }

  /// Visits of a site, newest first.
  package func visits(
    of site: SiteFacts, month: CivilMonth? = nil, _ replica: Replica
  ) throws -> [VisitSummary] {
    let view = SiteView(replica, site.scope)
    return try (month.map { try view.visits(of: $0) } ?? view.visits()).map(\.summary)
      .sorted { ($0.start, $0.key) > ($1.start, $1.key) }
  }

  package func visitCard(_ key: RecordKey, _ replica: Replica) throws -> VisitCard {
    guard let card = try reader(replica).visit(key) else {
      throw FieldFault.failed(Message(.noSuchRecord, [key.id.description]))
    }
    return card
  }
}
