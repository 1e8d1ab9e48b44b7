import ConflictFreeRecords
import Fingerprint
package import RecordStore
import SyncProtocol
import VisitModel
import WireFormat

/// What a restored office took back from the store that was set aside.
package struct TakenBack: Hashable, Sendable {
  package var admitted = 0
  package var held = 0
  /// Bundles that could not be read, or whose signature does not hold; they stay in the store set
  /// aside.
  package var unreadable = 0
  package var keys = 0
  /// The store set aside is of another company: nothing was taken from it.
  package var isOfAnother = false
  /// Why the store set aside could not be read to its end; nothing when it was.
  package var trouble: String?

  package init() {}
}

extension Office {
  /// Takes into this office every bundle of another store of the same office that it lacks, each
  /// with its own signature checked. What was admitted there is admitted and published here, in the
  /// order of the feeds there; what was held is held. Receipts stay as they were given. Keys come
  /// first; keys that were destroyed there are destroyed here.
  ///
  /// Idempotent, and may be stopped at any point and repeated.
  /// - Parameter taken: counts what came over, also when an error ends it.
  package func takeBack(
    from old: any SQLDatabase, keys: (any SQLDatabase)?, into taken: inout TakenBack,
    progress: (_ done: Int) -> Void = { _ in }
  ) throws {
    guard try old.read({ try Meta.bytes("company", $0) }) == company.bytes else {
      taken.isOfAnother = true
      return
    }
    if let keys { taken.keys += try takeBackKeys(from: keys) }
    let known = Set(try read { try devices(on: $0).map(\.key) })
    let scopes = try old.read { try Replica($0).feed.heads().map(\.scope) }
    // The company's records tell who the others are.
    for scope in [company] + scopes.filter({ $0 != company }) {
      let ids = try old.read { connection in
        try connection.rows(
          "SELECT bundle FROM feed WHERE scope = ? ORDER BY position", [.blob(scope.bytes)]
        ) { try $0.blob(0) }
      }
      try takeBack(ids, areAdmitted: true, from: old, into: &taken, progress)
    }
    let held = try old.read { connection in
      try connection.rows("SELECT id FROM bundle WHERE inView = 0 ORDER BY storedMs, id") {
        try $0.blob(0)
      }
    }
    try takeBack(held, areAdmitted: false, from: old, into: &taken, progress)
    try write { replica in
      try decideAgain(on: replica)
      // Own bundles that came back continue the chain; so does the next one.
      try replica.mendChain(of: secrets.signing.verifyingKey)
      let standings = DeviceStandings(replica.connection)
      for device in try devices(on: replica) where !known.contains(device.key) {
        try standings.add(device.key, .takenBack, confirmedAt: nil)
      }
    }
  }

  /// A few hundred a transaction, so that none is large.
  private func takeBack(
    _ ids: [[UInt8]], areAdmitted: Bool, from old: any SQLDatabase, into taken: inout TakenBack,
    _ progress: (_ done: Int) -> Void
  ) throws {
    var rest = ids[...]
    while !rest.isEmpty {
      let part = rest.prefix(500)
      rest = rest.dropFirst(500)
      var counts = TakenBack()
      try write { replica in
        for id in part {
          switch try takeBack(id, isAdmitted: areAdmitted, from: old, on: replica) {
          case .taken: if areAdmitted { counts.admitted += 1 } else { counts.held += 1 }
          case .known: continue
          case .unreadable: counts.unreadable += 1
          }
        }
      }
      taken.admitted += counts.admitted
      taken.held += counts.held
      taken.unreadable += counts.unreadable
      progress(taken.admitted + taken.held)
    }
  }

  private enum Step { case taken, known, unreadable }

  private func takeBack(
    _ id: [UInt8], isAdmitted: Bool, from old: any SQLDatabase, on replica: Replica
  ) throws -> Step {
    let isInView = try replica.connection.first(
      "SELECT inView FROM bundle WHERE id = ?", [.blob(id)]
    ) { try $0.integer(0) == 1 }
    if let isInView, isInView || !isAdmitted { return .known }
    guard let name = BundleID(bytes: id) else { return .unreadable }
    let logged: LoggedBundle
    let bundle: VerifiedBundle
    do {
      guard let found = try old.read({ try Replica($0).log.bundle(name) }) else {
        return .unreadable
      }
      logged = found
      bundle = try Verification.single(found.envelope)
    } catch is WireFault { return .unreadable } catch StoreFault.damaged { return .unreadable }
    guard bundle.id == name, bundle.bundle.header.scope == logged.scope else {
      return .unreadable
    }
    if isInView == nil {
      let admission = Admission(
        inView: isAdmitted, reason: logged.reason, isLate: logged.isLate)
      try replica.store(bundle, admission, at: logged.storedAt, receipt: logged.receipt)
    } else {
      try replica.admit(bundle, isLate: logged.isLate)
    }
    if isAdmitted {
      try replica.publish(name, in: logged.scope)
      try notePetitions(of: bundle, on: replica)
    }
    return .taken
  }

  private func takeBackKeys(from old: any SQLDatabase) throws -> Int {
    var rows: [KeyTable.Row] = []
    let erased = try old.read { connection in
      let table = KeyTable(connection, storeKey: secrets.storeKey)
      try table.forEach { rows.append($0) }
      return try table.erased()
    }
    return try environment.keyDatabase.write { connection in
      let table = KeyTable(connection, storeKey: secrets.storeKey)
      try table.erase(erased)
      var count = 0
      for row in rows {
        guard let key = row.key, try table.key(row.id) == nil else { continue }
        try table.add(
          key, of: row.scope, isMadeHere: row.isMadeHere,
          nonce: environment.randomness.bytes(DataKey.nonceByteCount))
        if try table.key(row.id) != nil { count += 1 }
      }
      return count
    }
  }
}
