import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
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
  /// SQLite could not read the file, or a bundle in it is broken, so that its pages and bytes were read
  /// one by one.
  package var wasDamaged = false
  /// What the damaged store said of this laptop and did not fit the enrolment that the office signed,
  /// which counts instead; by its name in the store.
  package var corrected: [String] = []
}

extension Rescue {
  /// Brings every bundle that authenticates out of a file into the store, by the way of the import: out
  /// of an export, a backup, a store, a damaged store, a directory with such files, or any bytes.
  ///
  /// Changes nothing at the source: SQLite works on a copy. Idempotent.
  /// - Throws: `FieldFault.failed` when there is nothing of that name, or it is another company's;
  ///   `StoreFault` when this laptop's own store takes no more. Repeating it brings the rest.
  package func salvage(
    _ path: String, into field: FieldEnvironment, progress: (_ done: Int) -> Void = { _ in }
  ) throws -> SalvageSummary {
    try salvage(path, into: Salvage(self, try Intake(field), field), progress: progress)
  }

  /// The same for this laptop's own store, which is put together anew: what it holds bundles of, it
  /// follows.
  func salvageOwn(
    into field: FieldEnvironment, progress: (_ done: Int) -> Void
  ) throws -> SalvageSummary {
    let intake = try Intake(field, isFollowing: true)
    return try salvage(
      file(Name.store), into: Salvage(self, intake, field), progress: progress)
  }

  private func salvage(
    _ path: String, into start: Salvage, progress: (_ done: Int) -> Void
  ) throws -> SalvageSummary {
    var salvage = start
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
    let names = try disk.names(in: path)
    let all = Set(names)
    return try names.filter { name in
      guard let facts = try disk.facts(path + "/" + name), !facts.isDirectory, facts.size > 0
      else { return false }
      return !Self.isCompanion(name) && !Self.isBeside(name, all)
    }
    .map { path + "/" + $0 }
  }
}

extension Rescue {
  /// Whether a file of a data directory or a backup holds no bundles: keys, marks, drafts, locks, and
  /// the private keys that were kept when new ones were made (`device.key.2026-…`).
  private static func isCompanion(_ path: String) -> Bool {
    let name: [UInt8] = path.utf8.split(separator: 0x2F).last.map { Array($0) } ?? []
    let beginnings = [Name.secret, "transport.key"]
    let ends = [Name.mark, Name.draft, "draft.damaged", Name.keys, ".keys", ".secret", "lock"]
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
  /// Those of them that came with keys.
  private var dressed: Set<BundleID> = []
  /// Envelopes that are none; they come more than once where a file is read in more than one way.
  private var broken: Set<[UInt8]> = []
  private var number = 0

  var found: Int { seen.count }

  init(_ rescue: Rescue, _ intake: Intake, _ field: FieldEnvironment) {
    self.rescue = rescue
    self.intake = intake
    self.field = field
  }

  mutating func take(_ path: String) throws {
    let beginning = try rescue.disk.bytes(of: path, from: 0, count: 16)
    if beginning.starts(with: [0x1F, 0x8B]) { return try takeExport(path) }
    try rescue.withRemains(of: path) { try takeStore($0) }
  }

  mutating func finish() throws -> SalvageSummary {
    try intake.finish()
    summary.found = seen.count
    summary.intake = intake.summary
    summary.unreadable += intake.summary.refused.count { $0.why != .otherCompany }
    try correctOffice()
    try mend()
    return summary
  }

  private mutating func take(
    _ envelope: [UInt8], _ keys: [WrappedKey], _ receipt: [UInt8]?
  ) throws {
    let id = Verification.identity(envelope)
    // A damaged file may have given it without its keys, which another one has.
    let isAgain = seen.contains(id)
    guard !isAgain || !keys.isEmpty && !dressed.contains(id), !broken.contains(envelope) else {
      return
    }
    number += 1
    let isTaken: Bool
    do {
      isTaken = try intake.take(
        envelope, keys: keys, receipt: receipt, number: number, isAgain: isAgain)
    } catch let fault as StoreFault { throw OwnStoreFault(fault: fault) }
    guard isTaken else {
      broken.insert(envelope)
      return
    }
    seen.insert(id)
    if !keys.isEmpty { dressed.insert(id) }
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
    case .damaged, .malformedKeys, .doubtfulKeys: summary.unreadable += 1
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

  /// By SQLite; where that leaves a doubt, also page by page and byte by byte. A journal is one: what
  /// SQLite takes back by it may have been whole, and the journal not.
  private mutating func takeStore(_ remains: StoreRemains) throws {
    let brokenBefore = broken.count
    let isRead = try takeRows(remains.copy)
    let isSound = isRead && broken.count == brokenBefore
    if !isSound { summary.wasDamaged = true }
    if isSound, !remains.hasJournal { return }
    let unreadable = try remains.images.map { try takePages($0) }
    if !isSound { summary.unreadable += unreadable.max() ?? 0 }
    for file in remains.files { try takeBytes(file) }
  }

  /// By SQLite.
  /// - Returns: whether the file is whole.
  private mutating func takeRows(_ path: String) throws -> Bool {
    do {
      let database = try rescue.open(path, .work)
      try database.write { try Schema.prepare($0, database.dialect) }
      guard try database.integrityCheck().isEmpty else { return false }
      var facts = SalvagedFacts()
      for name in ["office.signingKey", "enrolment"] {
        guard let value = try database.read({ try Meta.bytes(name, $0) }) else { continue }
        facts.learn(name, value)
      }
      if let office = facts.office {
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
  /// - Returns: how many rows could not be put together.
  private mutating func takePages(_ path: String) throws -> Int {
    var keys: [BundleID: [WrappedKey]] = [:]
    var facts = SalvagedFacts()
    let pages = try rescue.pages(of: path)
    _ = try pages.forEachRow { row in
      switch StoreRow(row) {
      case .key(let key, let bundle): keys[bundle, default: []].append(key)
      case .fact(let name, let value): facts.learn(name, value)
      case .bundle, nil: break
      }
    }
    if let office = facts.office { try requireOurs(office, "") }
    return try pages.forEachRow { row in
      guard case .bundle(let envelope, let receipt)? = StoreRow(row) else { return }
      try take(envelope, keys[Verification.identity(envelope)] ?? [], receipt)
    }
  }

  /// Byte by byte; what is no envelope after all is no loss.
  private mutating func takeBytes(_ path: String) throws {
    var scan = EnvelopeScan()
    var found: [[UInt8]] = []
    try rescue.disk.read(path) { bytes in
      // Bytes can be made so that an envelope seems to begin at every eighth; only what is one is kept.
      scan.feed(bytes) { if isNew($0) { found.append($0) } }
      for envelope in found { try take(envelope, [], nil) }
      found = []
    }
    scan.finish { if isNew($0) { found.append($0) } }
    for envelope in found { try take(envelope, [], nil) }
  }

  private func isNew(_ bytes: [UInt8]) -> Bool {
    !seen.contains(Verification.identity(bytes)) && Self.isEnvelope(bytes)
  }

  private static func isEnvelope(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try Verification.single(bytes)
      return true
    } catch { return false }
  }

  /// What household keys are sealed to: the enrolment does not tell, the company's own record does.
  private mutating func correctOffice() throws {
    let name = "office.sealingKey"
    let isWrong = try field.database.write { connection -> Bool in
      let office = try OwnEnrolment(connection).office
      let company = RecordKey(
        scope: office.company, type: .company, id: office.company.named())
      // Not there before the first sync.
      guard
        let key = try Replica(connection).records.state(of: company)?.bytes(
          CompanyField.sealingKey), key != office.sealingKey.bytes
      else { return false }
      try Meta.set(name, key, connection)
      return true
    }
    if isWrong { summary.corrected.append(name) }
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
