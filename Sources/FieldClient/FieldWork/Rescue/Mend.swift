import ConflictFreeRecords
import Fingerprint
import RecordStore
import SyncProtocol
import VisitModel
import Wording

extension Rescue {
  /// Mends what can be computed again: rows, tables and sums from the log, what the laptop knows of its
  /// enrolment from what the office signed, the end of the own chain; and feeds and receipts, which the
  /// next sync brings. A key table that SQLite cannot read is moved aside and filled by the next sync.
  package func mend() throws {
    let isSetAside = try setBadKeysAside()
    let field = try world(disk.home)
    if let device = try mendLog(field), try !field.bareBundles(of: device).isEmpty {
      try field.markBareBundles()
    }
    let isEmpty = try field.keyDatabase.read { connection in
      try connection.first("SELECT COUNT(*) FROM householdKey") { try $0.integer(0) } == 0
    }
    if isSetAside || isEmpty {
      try field.database.write { connection in
        let feed = Feed(connection)
        for var head in try feed.heads() {
          head.keyCursor = 0
          try feed.store(head)
        }
      }
    }
  }

  /// - Returns: this laptop's device; nothing where it is not enrolled, or no longer knows enough of it.
  private func mendLog(_ field: FieldEnvironment) throws -> VerifyingKey? {
    let key = Doctor.Secret(secrets).device
    return try field.database.write { connection -> VerifyingKey? in
      let replica = Replica(connection)
      try replica.mendFiling()
      _ = try replica.mendViews(own: key)
      try replica.rebuild(field.database.dialect)
      try replica.mendSums()
      try replica.mendFeeds()
      let facts = try EnrolmentFacts(connection, key: key)
      try facts.mend(connection)
      guard facts.isEnrolled, facts.isMendable else { return nil }
      let own = try OwnEnrolment(connection)
      try replica.mendChain(of: own.device, by: replica.writerID())
      try replica.log.mendDeliveries(office: own.office.signingKey, own: own.device)
      // What waits to be sent after that is shown like all own work.
      if try replica.mendViews(own: own.device) > 0 {
        try replica.rebuild(field.database.dialect)
        try replica.mendSums()
      }
      try OutgoingKeys(connection).dropMalformed()
      return own.device
    }
  }

  /// - Returns: whether there was a table to set aside.
  private func setBadKeysAside() throws -> Bool {
    guard try disk.facts(file(Name.keys)) != nil else { return true }
    do {
      if try open(file(Name.keys), .work).integrityCheck().isEmpty { return false }
    } catch let fault as StoreFault where fault.tellsOfTheFile {
      // Falls through: what SQLite does not open is set aside as well.
    }
    let aside = try dated("before-rebuild")
    try disk.makeDirectory(file(aside))
    for name in [Name.keys, Name.keys + "-journal"] where try disk.facts(file(name)) != nil {
      try disk.move(file(name), to: file(aside + "/" + name))
    }
    return true
  }
}
