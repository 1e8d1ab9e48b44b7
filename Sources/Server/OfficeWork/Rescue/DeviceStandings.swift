package import Fingerprint
package import RecordStore
import VisitModel
import Wording

/// How an office that was restored came to know of a laptop.
package enum DeviceOrigin: Int, CodeSet {
  /// Enrolled since the restore, by this office itself.
  case enrolledSince = 0
  /// The backup knew it.
  case inBackup
  /// The store that was set aside knew it.
  case takenBack
  /// A laptop brought its enrolment back.
  case broughtBack
}

/// Which laptops of a restored office an administrator has confirmed. A truth of the office's own,
/// outside the log: it is about this life of the database.
struct DeviceStandings {
  private let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  static func prepare(_ connection: any SQLConnection, _ d: SQLDialect) throws {
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS deviceStanding (
        device \(d.blob) NOT NULL PRIMARY KEY, origin \(d.integer) NOT NULL,
        confirmedMs \(d.integer)
      )\(d.tableSuffix)
      """)
  }

  /// Forgets the epoch before: whoever was confirmed then is to be confirmed again.
  func begin(with devices: [VerifyingKey]) throws {
    try connection.run("DELETE FROM deviceStanding")
    for device in devices { try add(device, .inBackup, confirmedAt: nil) }
  }

  /// Notes a laptop that is not noted yet.
  func add(_ device: VerifyingKey, _ origin: DeviceOrigin, confirmedAt: Instant?) throws {
    try connection.run(
      "INSERT INTO deviceStanding (device, origin, confirmedMs) VALUES (?,?,?) "
        + "ON CONFLICT (device) DO NOTHING",
      [
        .blob(device.bytes), .integer(origin.rawValue),
        confirmedAt.map { SQLValue.integer($0.millisecondsSince1970) } ?? .null,
      ])
  }

  func confirm(_ device: VerifyingKey, at now: Instant) throws {
    try add(device, .broughtBack, confirmedAt: nil)
    try connection.run(
      "UPDATE deviceStanding SET confirmedMs = ? WHERE device = ? AND confirmedMs IS NULL",
      [.integer(now.millisecondsSince1970), .blob(device.bytes)])
  }

  /// Those that waited and were confirmed, by time.
  func confirmed() throws -> [(device: VerifyingKey, at: Instant)] {
    try connection.rows(
      "SELECT device, confirmedMs FROM deviceStanding "
        + "WHERE confirmedMs IS NOT NULL AND origin <> ? ORDER BY confirmedMs, device",
      [.integer(DeviceOrigin.enrolledSince.rawValue)]
    ) { row in
      guard let device = VerifyingKey(bytes: try row.blob(0)) else {
        throw StoreFault.damaged("a laptop's standing")
      }
      return (device, Instant(millisecondsSince1970: try row.integer(1)))
    }
  }

  func standing(
    of device: VerifyingKey
  ) throws -> (origin: DeviceOrigin, isConfirmed: Bool) {
    let row = try connection.first(
      "SELECT origin, confirmedMs FROM deviceStanding WHERE device = ?", [.blob(device.bytes)]
    ) { (try $0.integer(0), $0.isNull(1)) }
    guard let row else { return (.broughtBack, false) }
    return (DeviceOrigin(rawValue: Int(row.0)) ?? .broughtBack, !row.1)
  }
}

extension Office {
  /// Laptops that an administrator has still to confirm after a restore: every one with a right
  /// that was not enrolled since. They work on meanwhile; a revocation may be what was lost.
  package func awaitingConfirmation(on replica: Replica) throws -> [Device] {
    guard try restoredAt(on: replica) != nil else { return [] }
    let standings = DeviceStandings(replica.connection)
    return try devices(on: replica).filter { device in
      try device.revokedAt == nil && !standings.standing(of: device.key).isConfirmed
    }
  }

  /// How this office came to know of a laptop; nothing while it was never restored.
  package func origin(of device: Device, on replica: Replica) throws -> DeviceOrigin? {
    guard try restoredAt(on: replica) != nil else { return nil }
    return try DeviceStandings(replica.connection).standing(of: device.key).origin
  }

  /// Notes that an administrator knows these laptops. Idempotent.
  /// - Parameter keys: nothing for all that wait.
  /// - Returns: how many waited.
  /// - Throws: `OfficeFault.failed` for a key that was never enrolled; none is confirmed then.
  @discardableResult
  package func confirmDevices(_ keys: [VerifyingKey]?) throws -> Int {
    try write { replica in
      for key in keys ?? [] where try device(key, on: replica) == nil {
        throw OfficeFault.failed(Message(.deviceUnknown, [key.fingerprint]))
      }
      let chosen = keys.map { Set($0) }
      let waiting = try awaitingConfirmation(on: replica).map(\.key)
        .filter { chosen?.contains($0) ?? true }
      let standings = DeviceStandings(replica.connection)
      for key in waiting { try standings.confirm(key, at: now) }
      return waiting.count
    }
  }

  /// A laptop enrolled in a restored office needs no confirmation: the administrator has just
  /// invited it.
  func noteEnrolled(_ device: VerifyingKey, on replica: Replica) throws {
    guard try restoredAt(on: replica) != nil else { return }
    try DeviceStandings(replica.connection).add(device, .enrolledSince, confirmedAt: now)
  }

  /// How many bundles of each revoked laptop were admitted since the restore although their receipt
  /// is younger than the revocation, which was not known here at the time.
  package func admittedBeforeRevocation(on replica: Replica) throws -> [VerifyingKey: Int] {
    guard let restored = try restoredAt(on: replica) else { return [:] }
    var counts: [VerifyingKey: Int] = [:]
    for device in try devices(on: replica) {
      guard let revoked = device.revokedAt else { continue }
      let since = max(restored.millisecondsSince1970, revoked.millisecondsSince1970)
      let count =
        try replica.connection.first(
          "SELECT COUNT(*) FROM bundle WHERE device = ? AND inView = 1 AND reason = 0 "
            + "AND isLate = 0 AND storedMs > ?", [.blob(device.key.bytes), .integer(since)]
        ) { Int(try $0.integer(0)) } ?? 0
      if count > 0 { counts[device.key] = count }
    }
    return counts
  }
}
