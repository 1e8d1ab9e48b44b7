import Fingerprint
import RecordStore
import VisitModel
import WireFormat
import Wording

extension Office {
  /// Held bundles are looked after within a week.
  package static let heldDaysMax = 7

  /// Looks at everything that can go wrong with an office while it seems to work. Reads all of the
  /// log, and computes from it anew what is shown. Gets to its end also where something cannot be read.
  package func checkup(
    _ folder: OfficeFolder, _ files: any OfficeFiles,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> [Check] {
    try logChecks(progress) + [
      try look(.view) { try viewCheck(files, progress) }, try look(.database, databaseCheck),
      try permissionCheck(folder, files), try spaceCheck(folder, files),
      try look(.clock, clockCheck), try look(.frames, frameCheck), try look(.forks, forkCheck),
      try look(.devices, deviceCheck), try look(.revoked, revokedCheck), try look(.held, heldCheck),
    ]
  }

  /// Runs a look into the store; what cannot be read is a trouble of its own.
  private func look(_ subject: Check.Subject, _ body: () throws -> Check) throws -> Check {
    do { return try body() } catch StoreFault.damaged(let what) {
      return Check(
        subject, false, Message(.verifyFault, [what]), Message(.officeCureRebuild))
    } catch let fault as WireFault {
      // A bundle that is damaged; nothing can be computed from it.
      return Check(
        subject, false, Message(.verifyFault, ["\(fault)"]), Message(.officeCureDamagedLog))
    }
  }

  /// What one pass over the log tells.
  private func logChecks(_ progress: (Int, Int) -> Void) throws -> [Check] {
    let found: Soundness
    do { found = try verify(progress: progress) } catch StoreFault.damaged(let what) {
      return [
        Check(.log, false, Message(.verifyFault, [what]), Message(.officeCureDamagedLog))
      ]
    }
    return [
      Check(
        .log,
        found.faults.map {
          Check.Trouble(what: Message(.verifyFault, [$0]), cure: Message(.officeCureDamagedLog))
        }),
      Check(
        .keys,
        found.missingKeys.map {
          Check.Trouble(what: $0.message, cure: Message(.officeCureMissingKeys))
        }),
      Check(
        .keyFile, found.isKeyFileSound, Message(.officeKeyFileDamaged),
        Message(.officeCureKeyFile)),
    ]
  }

  private func viewCheck(
    _ files: any OfficeFiles, _ progress: (Int, Int) -> Void
  ) throws -> Check {
    let differences = try ViewCheck.differences(
      in: environment.database, computedIn: files.openScratch(), progress: progress)
    return Check(
      .view,
      differences.map {
        Check.Trouble(what: Message(.officeTroubleView, [$0]), cure: Message(.officeCureRebuild))
      })
  }

  private func databaseCheck() throws -> Check {
    Check(
      .database,
      try (environment.database.integrityCheck() + environment.keyDatabase.integrityCheck()).map {
        Check.Trouble(what: Message(.verifyFault, [$0]), cure: Message(.officeCureDamagedLog))
      })
  }

  private func permissionCheck(
    _ folder: OfficeFolder, _ files: any OfficeFiles
  ) throws -> Check {
    let names = [OfficeFolder.store, OfficeFolder.keys, OfficeFolder.secrets, OfficeFolder.mark]
    var troubles: [Check.Trouble] = []
    for path in [folder.path] + names.map({ folder.file($0) }) {
      guard let mode = try files.mode(of: path), mode & 0o077 != 0 else { continue }
      troubles.append(
        Check.Trouble(
          what: Message(.officeTroublePermissions, [path]),
          cure: Message(.officeCurePermissions, [path])))
    }
    return Check(.permissions, troubles)
  }

  /// Room for a backup and a restore, and a tenth of the disk.
  private func spaceCheck(_ folder: OfficeFolder, _ files: any OfficeFiles) throws -> Check {
    let (free, total) = try files.space(around: folder.path)
    var store: Int64 = 0
    for name in [OfficeFolder.store, OfficeFolder.keys] {
      store += min(try files.size(of: folder.file(name)) ?? 0, Int64.max / 16)
    }
    let isRoomy = free >= total / 10 && free / 3 >= store
    return Check(
      .space, isRoomy,
      Message(.officeTroubleSpace, ["\(free / 1_048_576)", "\(total / 1_048_576)"]),
      Message(.officeCureSpace))
  }

  /// A clock that is behind what it once showed was set back, or was ahead.
  private func clockCheck() throws -> Check {
    let newest = try read { replica in
      try replica.connection.first("SELECT COALESCE(MAX(storedMs), 0) FROM bundle") {
        Instant(millisecondsSince1970: try $0.integer(0))
      }
    }
    guard let newest else { return Check(.clock) }
    let zone = environment.zone
    return Check(
      .clock, now.advanced(byMilliseconds: 120_000) >= newest,
      Message(.officeTroubleClock, [now.wallText(in: zone), newest.wallText(in: zone)]),
      Message(.officeCureClock))
  }

  private func frameCheck() throws -> Check {
    let month = LocalTime(now, in: environment.zone).date.civilMonth
    let missing = try read { replica in
      try SiteView.all(in: replica).filter { site in
        let view = SiteView(replica, site.scope)
        return try view.frame(of: month) == nil && !view.households().isEmpty
      }.count
    }
    return Check(
      .frames, missing == 0, Message(.officeTroubleFrames, ["\(missing)", month.description]),
      Message(.officeCureFrames))
  }

  /// A fork with one writer id is a copied directory at work; others come of restores, and are told
  /// by `device list`.
  private func forkCheck() throws -> Check {
    let copies = try read { try $0.log.forks() }.filter(\.isCopy)
    return Check(
      .forks,
      copies.map {
        Check.Trouble(
          what: Message(.officeTroubleFork, [$0.device.fingerprint]), cure: Message(.officeCureFork)
        )
      })
  }

  private func deviceCheck() throws -> Check {
    let (waiting, unsound) = try read {
      (try awaitingConfirmation(on: $0).count, try unsoundContacts(on: $0))
    }
    let troubles = [
      (waiting, Message(.devicesWait, ["\(waiting)"]), Message(.officeCureDevices)),
      (unsound, Message(.officeTroubleContacts, ["\(unsound)"]), Message(.officeCureContacts)),
    ]
    return Check(
      .devices, troubles.filter { $0.0 > 0 }.map { Check.Trouble(what: $0.1, cure: $0.2) })
  }

  private func revokedCheck() throws -> Check {
    let counts = try read { try admittedBeforeRevocation(on: $0) }
    return Check(
      .revoked,
      counts.sorted { $0.key < $1.key }.map {
        Check.Trouble(
          what: Message(.officeTroubleRevoked, [$0.key.fingerprint, "\($0.value)"]),
          cure: Message(.officeCureRevoked))
      })
  }

  private func heldCheck() throws -> Check {
    let limit = now.advanced(byMilliseconds: -Int64(Self.heldDaysMax) * 86_400_000)
    let old = try read { try $0.log.held() }.filter { $0.storedAt < limit }
    return Check(
      .held, old.isEmpty, Message(.officeTroubleHeld, ["\(old.count)", "\(Self.heldDaysMax)"]),
      Message(.officeCureHeld))
  }
}
