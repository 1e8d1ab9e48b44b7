import ConflictFreeRecords
import Fingerprint
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat
import Wording

// What the log, its tables and its books say.

extension Doctor {
  /// Bundles, receipts and the clock, out of one pass over the log.
  func log() -> [DoctorFinding] {
    guard let database else { return [.unknown(.bundles), .unknown(.receipts), .unknown(.clock)] }
    let office = own?.office.signingKey
    let found: LogCheck
    do {
      found = try database.read { try Replica($0).checkLog(office: office, own: own?.device) }
    } catch {
      let trouble = DoctorFinding.trouble(
        .bundles, .doctorDatabase, ["\(error)"], cure: .doctorSalvage,
        [file(Rescue.Name.store)])
      return [trouble, .unknown(.receipts), .unknown(.clock)]
    }
    return [bundles(found), receipts(found), clock(found)]
  }

  /// All that is asked of a copy before it may take a store's place, but whose it is. The clock is this
  /// machine's, and no fault of a copy.
  func copyFindings() -> [DoctorFinding] {
    [keys()] + log().filter { $0.name != .clock } + [feed(), view(), chain()]
  }

  private func bundles(_ found: LogCheck) -> DoctorFinding {
    guard let first = found.damaged.first else {
      return found.misfiled == 0
        ? .ok(.bundles)
        : .trouble(.bundles, .doctorMisfiled, ["\(found.misfiled)"], cure: .doctorRebuild)
    }
    return .trouble(
      .bundles, .doctorBundles, ["\(found.damaged.count)", String(first.prefix(16))],
      cure: .doctorSalvage, [file(Rescue.Name.store)])
  }

  private func receipts(_ found: LogCheck) -> DoctorFinding {
    found.withoutReceipt == 0
      ? .ok(.receipts)
      : .trouble(
        .receipts, .doctorReceipts, ["\(found.withoutReceipt)"], cure: .doctorRebuildAndSync)
  }

  /// Two minutes either way are the accuracy of clocks that people set.
  private func clock(_ found: LogCheck) -> DoctorFinding {
    look(.clock) {
      let now = rescue.now()
      let tolerance: Int64 = 120_000
      if let newest = found.newest, now.advanced(byMilliseconds: tolerance) < newest {
        return .trouble(.clock, .doctorClockBehind, [newest.utcText], cure: .doctorSetClock)
      }
      let facts = try database?.read { connection in
        (
          off: try Meta.integer("clockDifferenceMs", connection),
          receipt: try Meta.integer("lastReceiptMs", connection)
        )
      }
      if let receipt = facts?.receipt {
        let moment = Instant(millisecondsSince1970: Int64(receipt))
        if now.advanced(byMilliseconds: tolerance) < moment {
          return .trouble(.clock, .doctorClockBehind, [moment.utcText], cure: .doctorSetClock)
        }
      }
      if let off = facts?.off, off.magnitude > UInt(tolerance) {
        return .trouble(.clock, .doctorClockOff, ["\(off / 1000)"], cure: .doctorSetClock)
      }
      return .ok(.clock)
    }
  }

  /// Whether what the office sent is kept as it came.
  func feed() -> DoctorFinding {
    guard let database else { return .unknown(.feed) }
    do {
      let faults = try database.read { try Replica($0).feedFaults() }
      guard let first = faults.first else { return .ok(.feed) }
      return .trouble(
        .feed, .doctorFeed, ["\(faults.count)", "\(first)"], cure: .doctorRebuildAndSync)
    } catch {
      return .trouble(.feed, .doctorFeed, ["1", "\(error)"], cure: .doctorRebuildAndSync)
    }
  }

  func view() -> DoctorFinding {
    guard let database else { return .unknown(.view) }
    do {
      let empty = try rescue.open("", .memory)
      var found = try ViewCheck.differences(in: database, computedIn: empty)
      if found.isEmpty { found = try database.flaws() }
      guard let first = found.first else { return .ok(.view) }
      return .trouble(.view, .doctorView, ["\(found.count)", first], cure: .doctorRebuild)
    } catch is WireFault {
      // A damaged bundle is told of by itself; until it is mended nothing can be computed.
      return .unknown(.view)
    } catch {
      return .trouble(.view, .doctorView, ["1", "\(error)"], cure: .doctorRebuild)
    }
  }

  func chain() -> DoctorFinding {
    guard let database, let own else { return .unknown(.chain) }
    return look(.chain) {
      let (kept, found) = try database.read { connection -> (Digest?, Digest?) in
        let replica = Replica(connection)
        return (
          // Empty where new keys begin a chain.
          try Meta.bytes("tip", connection).flatMap(Digest.init(bytes:)),
          try replica.chainEnd(of: own.device, by: replica.writerID())
        )
      }
      return kept == found
        ? .ok(.chain) : .trouble(.chain, .doctorChain, cure: .doctorRebuild)
    }
  }

  /// What is unsent for long, and what the office holds.
  func books() -> [DoctorFinding] {
    guard let database, let own else { return [.unknown(.unsent), .unknown(.held)] }
    let books: (own: DeliveryBooks, carried: DeliveryBooks)
    do { books = try database.read { try BundleLog($0).books(of: own.device) } } catch {
      return [.unknown(.unsent), .unknown(.held)]
    }
    let held = books.own[.held] + books.own[.unreadable]
    return [
      unsent([books.own, books.carried]),
      held == 0
        ? .ok(.held)
        : .trouble(.held, .doctorHeld, ["\(held)"], cure: .doctorCallAdministrator),
    ]
  }

  private func unsent(_ books: [DeliveryBooks]) -> DoctorFinding {
    let threeDays: Int64 = 3 * 86_400_000
    let limit = rescue.now().advanced(byMilliseconds: -threeDays)
    guard let oldest = books.compactMap(\.oldestPending).min(), oldest < limit else {
      return .ok(.unsent)
    }
    let count = books.reduce(0) { $0 + $1[.pending] }
    return .trouble(
      .unsent, .doctorUnsent, ["\(count)", oldest.utcText], cure: .doctorSync)
  }
}
