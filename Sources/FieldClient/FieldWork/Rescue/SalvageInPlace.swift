import ConflictFreeRecords
import Fingerprint
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat
import Wording

extension Rescue {
  func pages(of path: String) throws -> SQLitePages {
    let disk = disk
    return try SQLitePages(size: Int(clamping: try disk.facts(path)?.size ?? 0)) {
      try disk.bytes(of: path, from: $0, count: $1)
    }
  }

  /// Puts a new store in place of one that SQLite cannot read, made of all that can be saved out of it.
  /// The damaged one is moved aside, never deleted. Crash-safe as a restore is; its second run is
  /// `restore` without a file.
  /// - Returns: what was saved, and where the damaged store lies now.
  /// - Throws: `FieldFault.failed` when it no longer proves which office it belongs to; nothing in place
  ///   was touched then.
  package func salvageInPlace(
    progress: (_ done: Int) -> Void = { _ in }
  ) throws -> (summary: SalvageSummary, aside: String) {
    // What lies in `restoring/` then is the store that is to be.
    if try isRestoreUnfinished() { throw FieldFault.failed(Message(.restoreUnfinished)) }
    try disk.removeDirectory(file(Name.restoring))
    try disk.makeDirectory(file(Name.restoring))
    var summary: SalvageSummary
    let aside: String
    do {
      try bringCompanions()
      let field = try world(file(Name.restoring))
      let corrected = try bringFacts(into: field)
      summary = try salvageOwn(into: field, progress: progress)
      summary.corrected += corrected
      try noteNewestReceipt(field)
      aside = try dated("before-salvage")
      try decide(field, aside: aside, asOfBackup: true)
    } catch {
      if try !isRestoreUnfinished() { try disk.removeDirectory(file(Name.restoring)) }
      throw error
    }
    try exchange(aside)
    try disk.removeDirectory(file(Name.restoring))
    return (summary, aside)
  }

  /// Private keys as they are, and household keys if SQLite can read them; the office hands out the
  /// latter again.
  private func bringCompanions() throws {
    let directory = file(Name.restoring) + "/"
    for name in [Name.secret, Name.keys, Name.keys + "-journal"]
    where try disk.facts(file(name)) != nil { try disk.copy(file(name), to: directory + name) }
    guard try disk.facts(directory + Name.keys) != nil else { return }
    var isSound = false
    do {
      isSound = try open(directory + Name.keys, .work).integrityCheck().isEmpty
    } catch let fault as StoreFault where fault.tellsOfTheFile { isSound = false }
    if !isSound {
      try disk.remove(directory + Name.keys)
      try disk.remove(directory + Name.keys + "-journal")
    }
  }

  /// Whose laptop it is, as the enrolment proves it. The office corrects with the next sync which scopes
  /// it follows.
  /// - Returns: names of what the store said besides and did not fit.
  private func bringFacts(into field: FieldEnvironment) throws -> [String] {
    let found = try withRemains(of: file(Name.store)) { remains -> SalvagedFacts in
      if remains.hasJournal { try remains.rollBack() }
      var found = SalvagedFacts()
      for image in remains.images {
        _ = try pages(of: image).forEachRow { row in
          if case .fact(let name, let value)? = StoreRow(row) { found.learn(name, value) }
        }
      }
      return found
    }
    let device = try secrets.load().flatMap(VaultFile.init)?.device
    guard let (facts, corrected) = found.believable(for: device) else {
      throw FieldFault.failed(Message(.salvageKnowsNoOffice))
    }
    try field.database.write { connection in
      for (name, value) in facts { try Meta.set(name, value, connection) }
      try Replica(connection).follow(try OwnEnrolment(connection).office.company)
    }
    return corrected
  }

  /// What the next bundle says that this laptop has heard of the office: the newest receipt that was
  /// saved. The store's own note of it proves nothing.
  private func noteNewestReceipt(_ field: FieldEnvironment) throws {
    try field.database.write { connection in
      let own = try OwnEnrolment(connection)
      var newest: (at: Instant, hash: Digest)?
      try BundleLog(connection).forEachEnvelope { envelope, receipt in
        guard let receipt,
          try Verification.stored(envelope).bundle.header.device == own.device,
          let word = Self.opened(receipt, own.office.signingKey)
        else { return }
        if let known = newest, word.receivedAt < known.at { return }
        newest = (word.receivedAt, ReceiptCodec.hash(receipt))
      }
      guard let last = newest else { return }
      let time = Int(clamping: last.at.millisecondsSince1970)
      try Meta.set("lastReceiptMs", integer: time, connection)
      try Meta.set("lastReceipt", last.hash.bytes, connection)
    }
  }

  /// - Returns: nothing when the office did not sign it.
  private static func opened(_ receipt: [UInt8], _ office: VerifyingKey) -> Receipt? {
    do { return try ReceiptCodec.open(receipt, office: office) } catch { return nil }
  }
}

extension Rescue {
  /// Whether a path means this laptop's own store, or the directory it lies in.
  package func isOwn(_ path: String) throws -> Bool {
    guard let facts = try disk.facts(path) else { return false }
    return try [disk.home, file(Name.store)].contains {
      let own = try disk.facts($0)
      return own?.inode == facts.inode && own?.device == facts.device
    }
  }

  /// Whether this laptop's own store is there and cannot be worked with.
  ///
  /// One with a journal beside it is looked at in a copy: SQLite would take back in the store itself what
  /// was half written, over pages that may be all that is left.
  /// - Parameter thoroughly: also looks at every bundle's bytes.
  package func isBroken(thoroughly: Bool) throws -> Bool {
    let store = file(Name.store)
    guard try disk.facts(store) != nil else { return false }
    guard let journal = try disk.facts(store + "-journal"), journal.size > 0 else {
      return try isBroken(store, thoroughly)
    }
    return try withRemains(of: store) { try isBroken($0.copy, thoroughly) }
  }

  private func isBroken(_ path: String, _ thoroughly: Bool) throws -> Bool {
    do {
      let database = try open(path, .work)
      if try !database.integrityCheck().isEmpty { return true }
      guard thoroughly else { return false }
      return try database.read { try !Replica($0).checkLog(office: nil, own: nil).damaged.isEmpty }
    } catch let fault as StoreFault where fault.tellsOfTheFile { return true }
  }
}
