package import ConflictFreeRecords
package import Fingerprint
package import RecordCatalogue
package import VisitModel
package import WireFormat

/// Who writes, with which key, and what the writer's clocks say.
package struct Author: Sendable {
  package var key: SigningKey
  package var account: AccountID
  package var program: String
  package var zone: ZoneOffset
  package var boot: BootID

  package init(
    key: SigningKey, account: AccountID, program: String, zone: ZoneOffset, boot: BootID
  ) {
    self.key = key
    self.account = account
    self.program = program
    self.zone = zone
    self.boot = boot
  }
}

/// Wall and monotonic clock at one moment. The wall clock can be set by anyone; the monotonic one counts
/// from the start of the machine, cannot be set, and never goes back until the next start.
package struct ClockReading: Hashable, Sendable {
  package let now: Instant
  package let monotonicMs: UInt64

  package init(now: Instant, monotonicMs: UInt64) {
    self.now = now
    self.monotonicMs = monotonicMs
  }
}

extension Replica {
  /// What an editor is shown when nothing narrower is said: the whole frontier of the record.
  package func frontier(of key: RecordKey) throws -> [ChangeID] {
    try records.state(of: key)?.frontier ?? []
  }

  /// Writes one bundle of this device: one action of one person.
  ///
  /// The chain of `previous` runs over everything the device ever wrote, in all scopes; it is read
  /// and moved in this transaction, so two programs at once cannot fork it.
  /// - Parameters:
  ///   - saw: for records whose editor was shown less than the present frontier.
  /// - Throws: `WireFault` for a bundle that is too large or breaks a bound; nothing is stored then.
  package func write(
    _ edits: [RecordEdit], in scope: ScopeID, saw: [RecordID: [ChangeID]] = [:],
    by author: Author, at clock: ClockReading, delivery: Delivery
  ) throws -> VerifiedBundle {
    var changes: [Change] = []
    for edit in edits {
      let key = RecordKey(scope: scope, type: edit.type, id: edit.id)
      var shown = try saw[edit.id] ?? frontier(of: key)
      if KnownBug.active == .onePrior { shown = Array(shown.prefix(1)) }
      changes.append(edit.change(saw: shown))
    }
    let header = BundleHeader(
      scope: scope, device: author.key.verifyingKey, writer: try writerID(),
      previous: try Meta.bytes("tip", connection).flatMap(Digest.init(bytes:)),
      claimedAt: clock.now, zone: author.zone, boot: author.boot,
      monotonicMs: clock.monotonicMs,
      lastReceipt: try Meta.bytes("lastReceipt", connection).flatMap(Digest.init(bytes:)),
      program: author.program, account: author.account)
    let signed = try Signing.sign(Bundle(header: header, changes: changes), with: author.key)
    try store(signed, Admission(inView: true, delivery: delivery), at: clock.now)
    try Meta.set("tip", signed.link.bytes, connection)
    try Meta.set("ownCount", integer: try ownCount() + 1, connection)
    return signed
  }

  /// How many bundles this store's device wrote in it; only grows, so that an old copy shows.
  package func ownCount() throws -> Int { try Meta.integer("ownCount", connection) ?? 0 }

  /// This installation's random writer id, minted by `mintWriter`.
  package func writerID() throws -> WriterID {
    guard let bytes = try Meta.bytes("writer", connection), bytes.count == 8 else {
      throw StoreFault.damaged("the store has no writer id")
    }
    return WriterID(bytes.reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// Takes a new writer id, keeping the chain: at installation, and after any restore.
  package func mintWriter(_ random: UInt64) throws {
    try Meta.set("writer", WriterID(random).bytes, connection)
  }

  /// Which changes of a record this replica had stored by a moment on its own clock, reduced to
  /// those without a descendant among them.
  package func frontier(of key: RecordKey, storedBy moment: Instant) throws -> [ChangeID] {
    guard let state = try records.state(of: key) else { return [] }
    var known: [PlacedChange] = []
    for change in try records.changes(of: state) {
      if let bundle = try log.bundle(change.id.bundle), bundle.storedAt <= moment {
        known.append(change)
      }
    }
    return Ancestry(known).frontier.sorted()
  }
}
