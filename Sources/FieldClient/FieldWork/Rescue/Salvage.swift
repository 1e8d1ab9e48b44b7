import ConflictFreeRecords
import Fingerprint
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat
import Wording

/// What was saved out of a file.
package struct SalvageSummary: Sendable {
  /// Different bundles that were found whole.
  package var found = 0
  package var intake = IntakeSummary()
  /// Rows and items that could not be put together, or whose signature does not hold.
  package var unreadable = 0
  /// SQLite could not read the file, so that its pages were read one by one.
  package var wasDamaged = false
}

extension Rescue {
  /// Brings every bundle that authenticates out of a file into the store, by the way of the import: out
  /// of an export, a backup, a store, a damaged store, a directory with such files, or any bytes.
  ///
  /// Reads a copy, changes nothing at the source. Idempotent.
  /// - Throws: `FieldFault.failed` when there is nothing of that name, or it is another company's;
  ///   `StoreFault` when this laptop's own store takes no more. Repeating it brings the rest.
  package func salvage(
    _ path: String, into field: FieldEnvironment, progress: (_ done: Int) -> Void = { _ in }
  ) throws -> SalvageSummary {
    var salvage = try Salvage(self, field)
    do {
      for source in try sources(path) {
        try salvage.take(source)
        progress(salvage.found)
      }
    } catch let own as Salvage.OwnStoreFault { throw own.fault }
    return try salvage.finish()
  }

  /// A file, or those in a directory that may hold bundles.
  private func sources(_ path: String) throws -> [String] {
    guard let facts = try disk.facts(path) else {
      throw FieldFault.failed(Message(.salvageNothing, [path]))
    }
    if !facts.isDirectory { return [path] }
    return try disk.names(in: path).map { path + "/" + $0 }.filter { file in
      guard let facts = try disk.facts(file), !facts.isDirectory, facts.size > 0 else {
        return false
      }
      return !Self.isCompanion(file)
    }
  }
}

extension Rescue {
  /// Whether a file of a data directory or a backup holds no bundles: keys, marks, drafts, locks, and
  /// the private keys that were kept when new ones were made (`device.key.2026-…`).
  private static func isCompanion(_ path: String) -> Bool {
    let name: [UInt8] = path.utf8.split(separator: 0x2F).last.map { Array($0) } ?? []
    let beginnings = [Name.secret, "transport.key"]
    let ends = [
      Name.mark, Name.draft, "draft.damaged", Name.keys, ".keys", ".secret", "-journal", "lock",
    ]
    return beginnings.contains { name.starts(with: $0.utf8) }
      || ends.contains { name.reversed().starts(with: $0.utf8.reversed()) }
  }
}

/// One rescue at work.
private struct Salvage {
  /// The laptop's own store took no more. Told apart from what is wrong with the file that is read,
  /// which is worth reading on.
  struct OwnStoreFault: Error { let fault: StoreFault }

  private let rescue: Rescue
  private let field: FieldEnvironment
  private var intake: Intake
  private(set) var summary = SalvageSummary()
  private var seen: Set<BundleID> = []
  private var number = 0

  var found: Int { seen.count }

  init(_ rescue: Rescue, _ field: FieldEnvironment) throws {
    self.rescue = rescue
    self.field = field
    intake = try Intake(field)
  }

  mutating func take(_ path: String) throws {
    let beginning = try rescue.disk.bytes(of: path, from: 0, count: 16)
    if beginning.starts(with: [0x1F, 0x8B]) { return try takeExport(path) }
    let copy = rescue.file(Rescue.Name.salvaging)
    try rescue.disk.removeDirectory(copy)
    try rescue.disk.makeDirectory(copy)
    do { try takeStore(path, copy + "/" + Rescue.Name.store) } catch {
      try rescue.disk.removeDirectory(copy)
      throw error
    }
    try rescue.disk.removeDirectory(copy)
  }

  mutating func finish() throws -> SalvageSummary {
    try intake.finish()
    summary.found = seen.count
    summary.intake = intake.summary
    summary.unreadable += intake.summary.refused.count { $0.why != .otherCompany }
    try mend()
    return summary
  }

  private mutating func take(
    _ envelope: [UInt8], _ keys: [WrappedKey], _ receipt: [UInt8]?
  ) throws {
    number += 1
    guard seen.insert(Verification.identity(envelope)).inserted else { return }
    let isTaken: Bool
    do {
      isTaken = try intake.take(envelope, keys: keys, receipt: receipt, number: number)
    } catch let fault as StoreFault { throw OwnStoreFault(fault: fault) }
    if !isTaken { seen.remove(Verification.identity(envelope)) }
  }

  private mutating func takeExport(_ path: String) throws {
    var file = try ExportReader()
    var items: [ExportFile.Item] = []
    try rescue.disk.read(path) { bytes in
      file.feed(bytes) { items.append($0) }
      for item in items { try take(item) }
      items = []
    }
    file.finish { items.append($0) }
    for item in items { try take(item) }
  }

  private mutating func take(_ item: ExportFile.Item) throws {
    switch item {
    case .head(let head): try requireOurs(head.office.bytes, head.officeName)
    case .enrolment(let number, let envelope): intake.learn(enrolment: envelope, number: number)
    case .bundle(_, let bundle): try take(bundle.envelope, bundle.keys, nil)
    case .damaged, .malformedKeys: summary.unreadable += 1
    case .missing(let numbers): summary.unreadable += numbers.count
    // What a doubtful member gave is judged by its signatures, like all the rest.
    case .doubtful, .end, .cut: break
    }
  }

  private func requireOurs(_ office: [UInt8], _ name: String) throws {
    guard office == intake.office.bytes else {
      throw FieldFault.failed(
        Message(.exportOfAnotherCompany, [name, String(Hexadecimal.text(office).prefix(16))]))
    }
  }

  private mutating func takeStore(_ path: String, _ copy: String) throws {
    try rescue.disk.copy(path, to: copy)
    if try rescue.disk.facts(path + "-journal") != nil {
      // SQLite takes back what was half written when the program stopped.
      try rescue.disk.copy(path + "-journal", to: copy + "-journal")
    }
    if try takeRows(copy) { return }
    summary.wasDamaged = true
    try takePages(copy)
    try takeBytes(copy)
  }

  /// By SQLite.
  /// - Returns: whether the file is whole.
  private mutating func takeRows(_ path: String) throws -> Bool {
    do {
      let database = try rescue.open(path, .work)
      try database.write { try Schema.prepare($0, database.dialect) }
      guard try database.integrityCheck().isEmpty else { return false }
      if let office = try database.read({ try Meta.bytes("office.signingKey", $0) }) {
        let name = try database.read { try Meta.bytes("office.name", $0) } ?? []
        try requireOurs(office, String(decoding: name, as: UTF8.self))
      }
      try database.read { connection in
        let keys = OutgoingKeys(connection)
        try BundleLog(connection).forEachEnvelope { envelope, receipt in
          try take(
            envelope, try keys.keys(with: Verification.identity(envelope)), receipt)
        }
      }
      return true
    } catch is StoreFault { return false }
  }

  /// Page by page, twice: first the keys that travel with bundles, then the bundles.
  private mutating func takePages(_ path: String) throws {
    var keys: [BundleID: [WrappedKey]] = [:]
    let pages = try rescue.pages(of: path)
    _ = try pages.forEachRow { row in
      switch StoreRow(row) {
      case .key(let key, let bundle): keys[bundle, default: []].append(key)
      case .fact("office.signingKey", let value): try requireOurs(value, "")
      case .fact, .bundle, nil: break
      }
    }
    let unreadable = try pages.forEachRow { row in
      guard case .bundle(let envelope, let receipt)? = StoreRow(row) else { return }
      try take(envelope, keys[Verification.identity(envelope)] ?? [], receipt)
    }
    summary.unreadable += unreadable
  }

  /// Byte by byte; what is no envelope after all is no loss.
  private mutating func takeBytes(_ path: String) throws {
    var scan = EnvelopeScan()
    var found: [[UInt8]] = []
    try rescue.disk.read(path) { bytes in
      scan.feed(bytes) { found.append($0) }
      for envelope in found where Self.isEnvelope(envelope) { try take(envelope, [], nil) }
      found = []
    }
    scan.finish { found.append($0) }
    for envelope in found where Self.isEnvelope(envelope) { try take(envelope, [], nil) }
  }

  private static func isEnvelope(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try Verification.single(bytes)
      return true
    } catch { return false }
  }

  /// The chain goes on where it ended, and what waits to be sent has its household keys with it.
  private func mend() throws {
    let own = try field.database.read { try OwnEnrolment($0) }
    try field.database.write { try Replica($0).mendChain(of: own.device) }
    try field.markBareBundles()
    let laptop: Laptop
    // Without the private keys nothing can be wrapped; the next sync looks again.
    do { laptop = try Laptop(field) } catch is FieldFault { return }
    try laptop.dressBareBundles()
  }
}

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
  /// - Throws: `FieldFault.failed` when it no longer says which office it belongs to; nothing in place
  ///   was touched then.
  package func salvageInPlace(
    progress: (_ done: Int) -> Void = { _ in }
  ) throws -> (summary: SalvageSummary, aside: String) {
    // What lies in `restoring/` then is the store that is to be.
    if try isRestoreUnfinished() { throw FieldFault.failed(Message(.restoreUnfinished)) }
    try disk.removeDirectory(file(Name.restoring))
    try disk.makeDirectory(file(Name.restoring))
    let summary: SalvageSummary
    let aside: String
    do {
      try bringCompanions()
      let field = try world(file(Name.restoring))
      try bringFacts(into: field)
      summary = try salvage(file(Name.store), into: field, progress: progress)
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

  /// Whose laptop it is, and which scopes it follows: those it holds bundles of. The office corrects that
  /// with the next sync.
  private func bringFacts(into field: FieldEnvironment) throws {
    var facts: [String: [UInt8]] = [:]
    var scopes: Set<ScopeID> = []
    _ = try pages(of: file(Name.store)).forEachRow { row in
      switch StoreRow(row) {
      case .fact(let name, let value): facts[name] = value
      case .bundle(let envelope, _):
        // Bytes that are no bundle any more name no scope.
        do { scopes.insert(try Verification.stored(envelope).bundle.header.scope) } catch { return }
      case .key, nil: break
      }
    }
    guard facts["enrolment"] != nil, facts["office.signingKey"] != nil, facts["url"] != nil else {
      throw FieldFault.failed(Message(.salvageKnowsNoOffice))
    }
    try field.database.write { connection in
      for (name, value) in facts { try Meta.set(name, value, connection) }
      for scope in scopes { try Replica(connection).follow(scope) }
    }
    _ = try field.database.read { try OwnEnrolment($0) }
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
  /// - Parameter thoroughly: also looks at every bundle's bytes.
  package func isBroken(thoroughly: Bool) throws -> Bool {
    guard try disk.facts(file(Name.store)) != nil else { return false }
    do {
      let database = try open(file(Name.store), .work)
      if try !database.integrityCheck().isEmpty { return true }
      guard thoroughly else { return false }
      return try database.read { try !Replica($0).checkLog(office: nil, own: nil).damaged.isEmpty }
    } catch let fault as StoreFault where fault.tellsOfTheFile { return true }
  }
}
