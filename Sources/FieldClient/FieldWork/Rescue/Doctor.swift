import ConflictFreeRecords
import Fingerprint
import RecordStore
import SyncProtocol
import VisitModel
import Wording

extension Rescue {
  /// Looks at everything this laptop's records depend on. Changes nothing, and gets to its end whatever
  /// is broken.
  package func examine() -> [DoctorFinding] {
    let doctor = Doctor(self)
    return [
      doctor.restore(), doctor.permissions(), doctor.deviceKey(), doctor.databaseFile(),
      doctor.keys(),
    ] + doctor.log() + [
      doctor.view(), doctor.chain(), doctor.installation(), doctor.authorities(),
    ] + doctor.books() + [doctor.space(), doctor.encryption()]
  }

  /// Mends what can be computed again: tables and sums from the log, the end of the own chain, missing
  /// receipts, and a key table that SQLite cannot read, which is moved aside and filled by the next sync.
  package func mend() throws {
    let isSetAside = try setBadKeysAside()
    let field = try world(disk.home)
    try field.database.write { connection in
      let replica = Replica(connection)
      try replica.rebuild(field.database.dialect)
      try replica.mendSums()
      guard try Meta.bytes("enrolment", connection) != nil else { return }
      let own = try OwnEnrolment(connection)
      try replica.mendChain(of: own.device, by: replica.writerID())
      try replica.forgetBadReceipts(office: own.office.signingKey)
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

/// One examination: what is opened once is looked at by several checks.
struct Doctor {
  let rescue: Rescue
  /// Nothing when it does not open or is not there.
  let database: (any SQLDatabase)?
  let databaseFault: String?
  let own: OwnEnrolment?
  let secret: Secret

  enum Secret {
    case missing
    /// The file cannot be read, or not trusted.
    case fault(String)
    case open(DeviceSecrets)
    /// Under a passphrase.
    case wrapped
    case damaged
  }

  init(_ rescue: Rescue) {
    self.rescue = rescue
    secret = Self.secret(rescue)
    var opened: (any SQLDatabase)?
    var fault: String?
    let path = rescue.file(Rescue.Name.store)
    do {
      if try rescue.disk.facts(path) != nil { opened = try rescue.open(path, .work) }
    } catch { fault = "\(error)" }
    var enrolment: OwnEnrolment?
    // Not enrolled, or the store is broken, which the look at the store tells.
    do { enrolment = try opened?.read { try OwnEnrolment($0) } } catch { enrolment = nil }
    database = opened
    databaseFault = fault
    own = enrolment
  }

  private static func secret(_ rescue: Rescue) -> Secret {
    do {
      guard let bytes = try rescue.secrets.load() else { return .missing }
      switch VaultFile(bytes) {
      case .open(let secrets): return .open(secrets)
      case .wrapped: return .wrapped
      case nil: return .damaged
      }
    } catch { return .fault("\(error)") }
  }

  /// Runs a look; what stops it is a trouble of its own.
  func look(
    _ name: DoctorFinding.Name, _ body: () throws -> DoctorFinding
  ) -> DoctorFinding {
    do { return try body() } catch {
      return .trouble(name, .doctorFault, ["\(error)"], cure: .doctorCallAdministrator)
    }
  }

  func restore() -> DoctorFinding {
    look(.restore) {
      try rescue.isRestoreUnfinished()
        ? .trouble(.restore, .restoreUnfinished, cure: .doctorFinishRestore) : .ok(.restore)
    }
  }

  func deviceKey() -> DoctorFinding {
    switch secret {
    case .missing where own == nil: return .unknown(.deviceKey)
    case .missing:
      return .trouble(.deviceKey, .doctorSecretMissing, cure: .doctorBringSecret)
    case .fault(let why):
      return .trouble(.deviceKey, .doctorFault, [why], cure: .doctorBringSecret)
    case .damaged: return .trouble(.deviceKey, .secretsDamaged, cure: .doctorBringSecret)
    case .wrapped: return .ok(.deviceKey)
    case .open(let secrets):
      if let own, secrets.signing.verifyingKey != own.device {
        return .trouble(.deviceKey, .secretOfAnother, cure: .doctorBringSecret)
      }
      return .ok(.deviceKey)
    }
  }

  func databaseFile() -> DoctorFinding {
    let salvage = [rescue.file(Rescue.Name.store)]
    if let databaseFault {
      return .trouble(
        .database, .doctorDatabase, [databaseFault], cure: .doctorSalvage, salvage)
    }
    guard let database else {
      return .trouble(.database, .doctorDatabaseMissing, cure: .doctorRestore)
    }
    return look(.database) {
      if let flaw = try database.integrityCheck().first {
        return .trouble(.database, .doctorDatabase, [flaw], cure: .doctorSalvage, salvage)
      }
      return own == nil
        ? DoctorFinding(.database, .hint, Message(.notEnrolled)) : .ok(.database)
    }
  }

  func keys() -> DoctorFinding {
    let path = rescue.file(Rescue.Name.keys)
    return look(.keys) {
      guard try rescue.disk.facts(path) != nil else {
        return .trouble(.keys, .doctorKeysMissing, cure: .doctorRebuildAndSync)
      }
      do {
        let table = try rescue.open(path, .work)
        if let flaw = try table.integrityCheck().first {
          return .trouble(.keys, .doctorKeys, [flaw], cure: .doctorRebuildAndSync)
        }
        return try keys(table)
      } catch let fault as StoreFault {
        return .trouble(.keys, .doctorKeys, ["\(fault)"], cure: .doctorRebuildAndSync)
      }
    }
  }

  /// Whether the keys are there that were fetched, and open.
  private func keys(_ table: any SQLDatabase) throws -> DoctorFinding {
    guard let database else { return .ok(.keys) }
    let heads = try database.read { try Feed($0).heads() }
    let count = try table.read { connection in
      try connection.first("SELECT COUNT(*) FROM householdKey") { try $0.integer(0) } ?? 0
    }
    if count == 0, heads.contains(where: { $0.keyCursor > 0 }) {
      return .trouble(.keys, .doctorKeysMissing, cure: .doctorRebuildAndSync)
    }
    guard case .open(let secrets) = secret else { return .ok(.keys) }
    do {
      try table.read { connection in
        let keys = KeyTable(connection, storeKey: secrets.storeKey)
        for head in heads { _ = try keys.page(of: head.scope, after: 0, limit: .max - 1) }
      }
    } catch is SealingFailure {
      return .trouble(.keys, .keysDoNotFit, cure: .doctorBringSecret)
    }
    return .ok(.keys)
  }
}
