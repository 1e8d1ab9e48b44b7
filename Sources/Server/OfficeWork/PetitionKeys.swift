import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat

/// Petitions that came into view, or named a party, since their keys last got a number. Laptops whose cursor
/// had passed such a key before were refused it, and have to be offered it once more.
struct PetitionKeyOffers {
  /// By bundle, so that what comes while one is dealt with is not taken for it.
  struct Offer {
    let bundle: BundleID
    let petition: RecordKey
  }

  let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// Creates the table. Idempotent.
  static func prepare(_ connection: any SQLConnection, _ d: SQLDialect) throws {
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS petitionKeyOffer (
        bundle \(d.blob) NOT NULL, petition \(d.blob) NOT NULL, scope \(d.blob) NOT NULL,
        CONSTRAINT petitionKeyOfferKey PRIMARY KEY (bundle, petition)
      )\(d.tableSuffix)
      """)
  }

  func add(_ offer: Offer) throws {
    try connection.run(
      "INSERT INTO petitionKeyOffer (bundle, petition, scope) VALUES (?, ?, ?) "
        + "ON CONFLICT (bundle, petition) DO NOTHING",
      [
        .blob(offer.bundle.bytes), .blob(offer.petition.id.bytes),
        .blob(offer.petition.scope.bytes),
      ])
  }

  func all() throws -> [Offer] {
    try connection.rows("SELECT bundle, petition, scope FROM petitionKeyOffer", []) { row in
      guard let bundle = BundleID(bytes: try row.blob(0)),
        let petition = RecordID(bytes: try row.blob(1)),
        let scope = ScopeID(bytes: try row.blob(2))
      else { throw StoreFault.damaged("an offer of a key") }
      return Offer(
        bundle: bundle, petition: RecordKey(scope: scope, type: .petition, id: petition))
    }
  }

  func remove(_ offer: Offer) throws {
    try connection.run(
      "DELETE FROM petitionKeyOffer WHERE bundle = ? AND petition = ?",
      [.blob(offer.bundle.bytes), .blob(offer.petition.id.bytes)])
  }
}

extension Office {
  /// Notes whose keys are to be offered once more, in the transaction that shows the petition: log and keys
  /// are two databases, and a stop between them must not lose it.
  func notePetitions(of bundle: VerifiedBundle, on replica: Replica) throws {
    // The company's keys go to no laptop.
    let scope = bundle.bundle.header.scope
    guard bundle.bundle.isReadable, scope != company else { return }
    let offers = PetitionKeyOffers(replica.connection)
    for change in bundle.bundle.changes where change.type == .petition {
      let namesParty =
        change[PetitionField.employee] != nil || change[PetitionField.superior] != nil
      guard namesParty else { continue }
      try offers.add(
        PetitionKeyOffers.Offer(
          bundle: bundle.id,
          petition: RecordKey(scope: scope, type: .petition, id: change.record)))
    }
  }

  /// Gives the keys of such petitions new numbers, so that the laptops of their parties get them with this
  /// sync or their next (A39). Stopped half way it is done again, which only costs numbers.
  func offerPetitionKeys() throws {
    let open = try read { try PetitionKeyOffers($0.connection).all() }
    if open.isEmpty { return }
    try environment.keyDatabase.write { connection in
      for offer in open {
        try KeyTable.renumber(
          of: offer.petition.id, in: offer.petition.scope,
          retentionClass: RetentionClass.petition.rawValue, connection)
      }
    }
    try write { replica in
      for offer in open { try PetitionKeyOffers(replica.connection).remove(offer) }
    }
  }
}
