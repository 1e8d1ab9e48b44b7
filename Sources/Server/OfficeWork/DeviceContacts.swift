package import Fingerprint
package import RecordStore
package import VisitModel

/// When a laptop was last heard of, as far as this office remembers. No truth: nothing is decided by it, no
/// record holds it, and an office that was restored begins anew.
package enum DeviceContact: Hashable, Sendable {
  /// It synced or was enrolled then.
  case seen(Instant)
  /// Not since this moment, from which on the office remembers; before it nobody knows.
  case notSince(Instant)
  /// The office has not begun to remember.
  case unknown

  /// Nothing where it is not known.
  package var moment: Instant? { if case .seen(let instant) = self { instant } else { nil } }

  /// So long without a word may be a holiday; longer, somebody should ask (72 h).
  package static let silenceMaxMs: Int64 = 72 * 3_600_000

  /// Whether it has been silent for too long.
  /// - Returns: nothing where that cannot be known yet.
  package func isSilent(at now: Instant) -> Bool? {
    func isLong(since instant: Instant) -> Bool {
      now.millisecondsSince1970 - instant.millisecondsSince1970 > Self.silenceMaxMs
    }
    switch self {
    case .seen(let instant): return isLong(since: instant)
    case .notSince(let instant): return isLong(since: instant) ? true : nil
    case .unknown: return nil
    }
  }
}

/// The last contacts, by device.
struct DeviceContacts {
  /// A contact is noted to the minute, so that not every sync means another write.
  static let grainMs: Int64 = 60_000
  /// When the first contact was noted: from then on the absence of one means something.
  private static let since = "deviceContact.sinceMs"

  private let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  static func prepare(_ connection: any SQLConnection, _ d: SQLDialect) throws {
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS deviceContact (
        device \(d.blob) NOT NULL PRIMARY KEY, seenMs \(d.integer) NOT NULL
      )\(d.tableSuffix)
      """)
  }

  func seen(_ device: VerifyingKey) throws -> Instant? {
    try connection.first(
      "SELECT seenMs FROM deviceContact WHERE device = ?", [.blob(device.bytes)]
    ) { Instant(millisecondsSince1970: try $0.integer(0)) }
  }

  func seenByDevice() throws -> [[UInt8]: Instant] {
    let rows = try connection.rows("SELECT device, seenMs FROM deviceContact") { row in
      (try row.blob(0), Instant(millisecondsSince1970: try row.integer(1)))
    }
    return Dictionary(rows) { first, _ in first }
  }

  func note(_ device: VerifyingKey, at now: Instant) throws {
    if try since() == nil {
      try Meta.set(Self.since, integer: Int(clamping: now.millisecondsSince1970), connection)
    }
    try connection.run(
      "INSERT INTO deviceContact (device, seenMs) VALUES (?,?) "
        + "ON CONFLICT (device) DO UPDATE SET seenMs = excluded.seenMs",
      [.blob(device.bytes), .integer(now.millisecondsSince1970)])
  }

  func since() throws -> Instant? {
    try Meta.integer(Self.since, connection).map { Instant(millisecondsSince1970: Int64($0)) }
  }

  /// What a backup remembers is of its own day; who synced since would seem silent.
  func forget() throws {
    try connection.run("DELETE FROM deviceContact")
    try connection.run("DELETE FROM meta WHERE name = ?", [.text(Self.since)])
  }
}

extension Office {
  /// Remembers that a laptop asked, with a challenge that only it could have answered now. Where nothing can be
  /// written now, the contact is noted by the next sync: who only takes what is new is served all the same, and
  /// who brings something hears of it when that is written.
  func noteContact(of device: VerifyingKey, at now: Instant) throws {
    let last = try read { try DeviceContacts($0.connection).seen(device) }
    if let last {
      let passed = now.millisecondsSince1970 - last.millisecondsSince1970
      // A clock that was set back is noted too.
      if (0..<DeviceContacts.grainMs).contains(passed) { return }
    }
    do {
      try write { try DeviceContacts($0.connection).note(device, at: now) }
    } catch let fault as StoreFault {
      switch fault {
      case .busy, .outOfSpace, .readOnly: return
      default: throw fault
      }
    }
  }

  /// When each laptop was last heard of.
  package func contacts(
    of devices: [Device], on replica: Replica
  ) throws -> [VerifyingKey: DeviceContact] {
    let contacts = DeviceContacts(replica.connection)
    let (seen, since) = (try contacts.seenByDevice(), try contacts.since())
    return Dictionary(
      devices.map { device in
        (device.key, Self.contact(device, seen[device.key.bytes], since: since))
      }
    ) { first, _ in first }
  }

  private static func contact(
    _ device: Device, _ seen: Instant?, since: Instant?
  ) -> DeviceContact {
    if let seen { return .seen(seen) }
    guard let since else { return .unknown }
    // Enrolling is a contact, and was made while contacts were remembered.
    return device.enrolledAt >= since ? .seen(device.enrolledAt) : .notSince(since)
  }
}
