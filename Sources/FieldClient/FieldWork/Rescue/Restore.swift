import ConflictFreeRecords
import Fingerprint
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat
package import Wording

/// What a restore did.
package struct RestoreSummary: Sendable {
  /// Bundles in the backup.
  package var bundles = 0
  /// Where everything lies that was there before, within the data directory.
  package var aside = ""
  /// What was there before and the backup lacked, taken back in; nothing with `--as-of-backup`.
  package var takenBack: SalvageSummary?
  /// Why nothing could be taken back.
  package var notTakenBack: Message?
  /// Household keys taken back with it.
  package var keysTakenBack = 0
  /// It was an earlier restore that had stopped, and this finished it.
  package var wasFinished = false
}

extension Rescue {
  /// Puts a backup in place of the store. Steps, in this order, each on disk before the next:
  ///
  /// 1. Everything is copied into `restoring/` and checked there. Until now nothing has changed, and a
  ///    stop leaves the old store in use.
  /// 2. There the store takes a new writer id, keeping the chain, and a new mark.
  /// 3. `restoring/ready` names the directory for what is there now. From now on the restore is decided,
  ///    and every other command waits for it.
  /// 4. What is there is moved aside file by file, and the new files are moved in.
  /// 5. What the old store held and the backup lacks is taken back in.
  /// 6. `restoring/` goes.
  ///
  /// A second run finishes one that stopped after step 3, whatever its arguments.
  /// - Parameters:
  ///   - path: nothing to finish one that stopped.
  ///   - keys: where the household keys are, if not in `path.keys`.
  ///   - asOfBackup: leaves what is newer than the backup aside.
  /// - Throws: `FieldFault.failed`; nothing in place was touched then.
  package func restore(
    _ path: String?, keys: String?, asOfBackup: Bool,
    progress: (_ done: Int) -> Void = { _ in }
  ) throws -> RestoreSummary {
    var summary = RestoreSummary()
    if try isRestoreUnfinished() {
      summary.wasFinished = true
    } else {
      guard let path else { throw FieldFault.wrongUsage(Message(.restoreWhat)) }
      try disk.removeDirectory(file(Name.restoring))
      do { try prepare(path, keys ?? path + ".keys", asOfBackup: asOfBackup) } catch {
        if try !isRestoreUnfinished() { try disk.removeDirectory(file(Name.restoring)) }
        throw error
      }
    }
    try finish(&summary, progress)
    return summary
  }

  /// Steps 4 to 6; each may be repeated.
  private func finish(
    _ summary: inout RestoreSummary, _ progress: (_ done: Int) -> Void
  ) throws {
    let plan = try plan()
    summary.aside = plan.aside
    try exchange(plan.aside)
    let field = try world(disk.home)
    summary.bundles = try field.database.read { connection in
      try connection.first("SELECT COUNT(*) FROM bundle") { Int(try $0.integer(0)) } ?? 0
    }
    try takeErased(from: file(plan.aside), field)
    if !plan.asOfBackup, try disk.facts(file(plan.aside + "/" + Name.store)) != nil {
      summary.keysTakenBack = try takeKeysBack(from: file(plan.aside), field)
      do {
        summary.takenBack = try salvage(
          file(plan.aside + "/" + Name.store), into: field, progress: progress)
      } catch FieldFault.failed(let why) {
        // Another company's, for one; it stays aside and the restore is done.
        summary.notTakenBack = why
      }
    }
    try installation(of: field.database, in: disk.home).note()
    try disk.removeDirectory(file(Name.restoring))
  }

  /// Steps 1 to 3.
  private func prepare(_ path: String, _ keys: String, asOfBackup: Bool) throws {
    for name in [path, keys] {
      guard try disk.facts(name)?.isDirectory == false else {
        throw FieldFault.failed(Message(.backupMissing, [name]))
      }
      // A backup has none. A store that was copied as it stood may lack what its journal would undo.
      if let journal = try disk.facts(name + "-journal"), journal.size > 0 {
        throw FieldFault.failed(Message(.backupWithJournal, [name]))
      }
    }
    try disk.makeDirectory(file(Name.restoring))
    let directory = file(Name.restoring) + "/"
    try disk.copy(path, to: directory + Name.store)
    try disk.copy(keys, to: directory + Name.keys)
    try bringSecret(path + ".secret", to: directory + Name.secret)
    // Looked at before it is opened to work in, which would make tables.
    for name in [Name.store, Name.keys] {
      let given = name == Name.store ? path : keys
      let flaws: [String]
      do {
        let database = try open(directory + name, .reading)
        flaws = try name == Name.store ? database.flaws() : database.integrityCheck()
      } catch let fault as StoreFault where fault.tellsOfTheFile {
        // Of the copy in `restoring/`, which nobody named.
        throw FieldFault.failed(Message(.restoreUnsound, [given, "\(fault)", path]))
      }
      if let flaw = flaws.first {
        throw FieldFault.failed(Message(.restoreUnsound, [given, flaw, path]))
      }
    }
    let field = try world(file(Name.restoring))
    let doctor = Doctor(self, in: file(Name.restoring))
    // First whose it is: all else is looked at as this laptop's.
    try requireSound([doctor.databaseFile(), doctor.enrolment()], path, keys)
    try requireFitting(field, try field.database.read { try OwnEnrolment($0) })
    try requireSound(doctor.copyFindings(), path, keys)
    try decide(field, aside: try dated("before-restore"), asOfBackup: asOfBackup)
  }

  /// Refuses a copy in which the doctor finds a trouble.
  private func requireSound(_ findings: [DoctorFinding], _ path: String, _ keys: String) throws {
    for finding in findings where finding.state == .trouble {
      let flaw = finding.what.text(in: .english)
      throw FieldFault.failed(
        Message(.restoreUnsound, [finding.name == .keys ? keys : path, flaw, path]))
    }
  }

  /// Gives the new store in `restoring/` a writer id and a mark of its own, and says that it is to be
  /// put in place.
  func decide(_ field: FieldEnvironment, aside: String, asOfBackup: Bool) throws {
    // The mark belongs to the place where the files are going to be.
    let installation = Installation(
      field.database, mark(file(Name.restoring)), at: try place(disk.home))
    try installation.begin(field.randomness)
    try disk.write(file(Name.ready), replacing: false) { append in
      try append(Array("\(asOfBackup ? "as-of-backup" : "union")\n\(aside)\n".utf8))
    }
  }

  /// The private keys: those in place, or those in the backup.
  private func bringSecret(_ backup: String, to target: String) throws {
    for source in [file(Name.secret), backup] where try disk.facts(source) != nil {
      return try disk.copy(source, to: target)
    }
    throw FieldFault.failed(Message(.restoreNeedsSecret))
  }

  /// Refuses private keys of another laptop. Of those that a passphrase wraps it is known whose they are,
  /// and no more.
  private func requireFitting(_ field: FieldEnvironment, _ own: OwnEnrolment) throws {
    guard let file = try field.secrets.load().flatMap({ VaultFile($0) }) else { return }
    guard file.device == own.device else { throw FieldFault.failed(Message(.secretOfAnother)) }
    guard case .open(let secrets) = file else { return }
    do {
      try field.keyDatabase.read { connection in
        let table = KeyTable(connection, storeKey: secrets.storeKey)
        for head in try field.database.read({ try Feed($0).heads() }) {
          _ = try table.page(of: head.scope, after: 0, limit: 1)
        }
      }
    } catch is SealingFailure { throw FieldFault.failed(Message(.secretOfAnother)) }
  }

  private func plan() throws -> (aside: String, asOfBackup: Bool) {
    let text = String(decoding: try load(file(Name.ready)) ?? [], as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.count == 2, lines[1].utf8.starts(with: "before-".utf8) else {
      throw FieldFault.failed(Message(.storeDamaged, [Name.ready]))
    }
    return (lines[1], lines[0] == "as-of-backup")
  }

  /// Step 4. A journal goes before its database and only with it: once the new store is in place, a
  /// journal beside it is its own. Nothing opens what is half moved, because every command waits.
  func exchange(_ aside: String) throws {
    if try disk.facts(file(aside)) == nil { try disk.makeDirectory(file(aside)) }
    for name in [Name.store, Name.keys, Name.secret, Name.mark] {
      let new = file(Name.restoring + "/" + name)
      guard try disk.facts(new) != nil else { continue }
      for old in [name + "-journal", name] where try disk.facts(file(old)) != nil {
        try disk.move(file(old), to: file(aside + "/" + old))
      }
      try disk.move(new, to: file(name))
    }
  }

  /// What was destroyed since the backup stays so.
  private func takeErased(from aside: String, _ field: FieldEnvironment) throws {
    guard try disk.facts(aside + "/" + Name.keys) != nil else { return }
    do {
      try open(aside + "/" + Name.keys, .reading).read { source in
        try field.keyDatabase.write { try KeyTable.takeErased(from: source, into: $0) }
      }
    } catch is StoreFault {
      // A list that cannot be read is the office's to say again: its orders come with the next sync.
    }
  }

  /// Household keys that the old store had and the backup lacks, where both are sealed alike.
  private func takeKeysBack(from aside: String, _ field: FieldEnvironment) throws -> Int {
    guard try disk.facts(aside + "/" + Name.keys) != nil,
      try load(aside + "/" + Name.secret) == load(file(Name.secret))
    else { return 0 }
    do {
      let old = try open(aside + "/" + Name.keys, .reading)
      return try old.read { source in
        try field.keyDatabase.write { try KeyTable.takeBack(from: source, into: $0) }
      }
    } catch is StoreFault {
      // The office has them, and hands them out with the next sync.
      return 0
    }
  }
}
