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
      doctor.enrolment(), doctor.keys(),
    ] + doctor.log() + [
      doctor.feed(), doctor.view(), doctor.chain(), doctor.installation(), doctor.authorities(),
    ] + doctor.books() + [doctor.space(), doctor.encryption()]
  }
}

/// One examination: what is opened once is looked at by several checks.
struct Doctor {
  let rescue: Rescue
  /// Where the databases lie.
  private let directory: String
  /// Nothing when it does not open or is not there.
  let database: (any SQLDatabase)?
  let databaseFault: (any Error)?
  let own: OwnEnrolment?
  let secret: Secret

  enum Secret {
    case missing
    /// The file cannot be read, or not trusted.
    case fault(String)
    case open(DeviceSecrets)
    /// Under a passphrase; whose they are is known all the same.
    case wrapped(VerifyingKey)
    case damaged

    init(_ file: any SecretFile) {
      do {
        guard let bytes = try file.load() else {
          self = .missing
          return
        }
        switch VaultFile(bytes) {
        case .open(let secrets)?: self = .open(secrets)
        case .wrapped(let wrapped)?: self = .wrapped(wrapped.device)
        case nil: self = .damaged
        }
      } catch { self = .fault("\(error)") }
    }

    /// The device that the file says it is.
    var device: VerifyingKey? {
      switch self {
      case .open(let secrets): secrets.signing.verifyingKey
      case .wrapped(let device): device
      case .missing, .fault, .damaged: nil
      }
    }
  }

  /// - Parameter directory: where the databases lie, if not in the data directory.
  init(_ rescue: Rescue, in directory: String? = nil) {
    self.rescue = rescue
    self.directory = directory ?? rescue.disk.home
    secret = Secret(rescue.secrets)
    var opened: (any SQLDatabase)?
    var fault: (any Error)?
    let path = self.directory + "/" + Rescue.Name.store
    do {
      if try rescue.disk.facts(path) != nil { opened = try rescue.open(path, .work) }
    } catch { fault = error }
    var enrolment: OwnEnrolment?
    // Not enrolled, or the store is broken, which the look at the store tells.
    do { enrolment = try opened?.read { try OwnEnrolment($0) } } catch { enrolment = nil }
    database = opened
    databaseFault = fault
    own = enrolment
  }

  func file(_ name: String) -> String { directory + "/" + name }

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
    case .wrapped(let device):
      return own.map { $0.device == device } ?? true
        ? .ok(.deviceKey) : .trouble(.deviceKey, .secretOfAnother, cure: .doctorBringSecret)
    case .open(let secrets):
      guard let own, !own.enrolled.fits(secrets) else { return .ok(.deviceKey) }
      return .trouble(
        .deviceKey,
        secrets.signing.verifyingKey == own.device ? .doctorSecretChanged : .secretOfAnother,
        cure: .doctorBringSecret)
    }
  }

  /// What is only closed to the person need not be damaged. SQLite cannot tell the two apart, so
  /// the cure names both.
  /// - Returns: nothing for a fault of another kind.
  private static func closed(
    _ name: DoctorFinding.Name, _ fault: any Error, cure: Phrase
  ) -> DoctorFinding? {
    switch fault {
    case StoreFault.readOnly(let path):
      .trouble(name, .doctorReadOnly, [path], cure: cure, [path])
    case StoreFault.cannotOpen(let path):
      .trouble(name, .doctorCannotOpen, [path], cure: cure, [path])
    default: nil
    }
  }

  func databaseFile() -> DoctorFinding {
    let salvage = [file(Rescue.Name.store)]
    if let databaseFault {
      return Self.closed(.database, databaseFault, cure: .doctorOpenOrSalvage)
        ?? .trouble(.database, .doctorDatabase, ["\(databaseFault)"], cure: .doctorSalvage, salvage)
    }
    guard let database else {
      return .trouble(.database, .doctorDatabaseMissing, cure: .doctorRestore)
    }
    return look(.database) {
      if let flaw = try database.integrityCheck().first {
        return .trouble(.database, .doctorDatabase, [flaw], cure: .doctorSalvage, salvage)
      }
      let isEnrolled = try database.read { try EnrolmentFacts($0, key: nil).isEnrolled }
      return isEnrolled
        ? .ok(.database) : DoctorFinding(.database, .hint, Message(.notEnrolled))
    }
  }

  /// Whether the laptop still knows whose it is and which office it belongs to.
  func enrolment() -> DoctorFinding {
    guard let database else { return .unknown(.enrolment) }
    return look(.enrolment) {
      let facts = try database.read { try EnrolmentFacts($0, key: secret.device) }
      guard facts.isEnrolled else { return .unknown(.enrolment) }
      let wrong = facts.wrong
      guard !wrong.isEmpty else { return .ok(.enrolment) }
      return .trouble(
        .enrolment, .doctorEnrolment, [wrong.joined(separator: ", ")],
        cure: facts.isMendable ? .doctorRebuild : .doctorEnrolAgain)
    }
  }

  func keys() -> DoctorFinding {
    let path = file(Rescue.Name.keys)
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
        return Self.closed(.keys, fault, cure: .doctorOpenOrRebuild)
          ?? .trouble(.keys, .doctorKeys, ["\(fault)"], cure: .doctorRebuildAndSync)
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
    let bare = try bareBundles(database, table)
    if bare > 0 {
      return .trouble(
        .keys, .doctorKeysOnTheirWay, ["\(bare)"], cure: .doctorRebuildAndSync)
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
  private func bareBundles(
    _ database: any SQLDatabase, _ table: any SQLDatabase
  ) throws -> Int {
    guard let own else { return 0 }
    do {
      return try BareBundles.find(of: own.device, in: database, table).count
    } catch StoreFault.damaged {
      // A damaged bundle names no keys, and is told of by itself.
      return 0
    }
  }
}
