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

/// The last contacts, by device. No signature vouches for a note, so each carries a mark by which one that was
/// changed on the disk is known.
struct DeviceContacts {
  /// A contact is noted to the minute, so that not every sync means another write.
  static let grainMs: Int64 = 60_000
  /// The name under which it is noted when the first of all was: from then on the absence of one means something.
  private static let first: [UInt8] = []

  /// What is noted.
  struct Notes {
    var seen: [[UInt8]: Instant] = [:]
    var since: Instant?
    /// Notes that are not as they were written. One of them may be of any laptop.
    var unsound = 0
  }

  private let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  static func prepare(_ connection: any SQLConnection, _ d: SQLDialect) throws {
    // Of earlier programs, without marks. Nothing is lost that the next syncs do not tell.
    try connection.run("DROP TABLE IF EXISTS deviceContact")
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS lastContact (
        device \(d.blob) NOT NULL PRIMARY KEY, seenMs \(d.integer) NOT NULL, mark \(d.blob) NOT NULL
      )\(d.tableSuffix)
      """)
  }

  /// - Returns: nothing where there is no note, or one that was changed on the disk.
  func seen(_ device: VerifyingKey) throws -> Instant? {
    try connection.rows(
      "SELECT device, seenMs, mark FROM lastContact WHERE device = ?", [.blob(device.bytes)],
      Self.note
    ).compactMap { $0 }.first?.seen
  }

  func all() throws -> Notes {
    var notes = Notes()
    try connection.forEach("SELECT device, seenMs, mark FROM lastContact", []) { row in
      guard let note = try Self.note(row) else {
        notes.unsound += 1
        return
      }
      if note.device == Self.first {
        notes.since = note.seen
      } else {
        notes.seen[note.device] = note.seen
      }
    }
    return notes
  }

  /// Notes that rotted are forgotten with all others, as after a restore, when a laptop comes that has none: the
  /// one of which they were comes sooner or later.
  func note(_ device: VerifyingKey, at now: Instant) throws {
    if try seen(device) == nil {
      let notes = try all()
      if notes.unsound > 0 { try forget() }
      if notes.unsound > 0 || notes.since == nil { try put(Self.first, now) }
    }
    try put(device.bytes, now)
  }

  /// What a backup remembers is of its own day; who synced since would seem silent.
  func forget() throws { try connection.run("DELETE FROM lastContact") }

  private func put(_ device: [UInt8], _ seen: Instant) throws {
    try connection.run(
      "INSERT INTO lastContact (device, seenMs, mark) VALUES (?,?,?) "
        + "ON CONFLICT (device) DO UPDATE SET seenMs = excluded.seenMs, mark = excluded.mark",
      [
        .blob(device), .integer(seen.millisecondsSince1970),
        .blob(Self.mark(device, seen.millisecondsSince1970)),
      ])
  }

  private static func mark(_ device: [UInt8], _ seenMs: Int64) -> [UInt8] {
    let number = withUnsafeBytes(of: seenMs.bigEndian) { Array($0) }
    return Digest(domain: "rounds last contact v1", number + device).bytes
  }

  /// - Returns: nothing where the mark is not that of the note, or a value of another kind than was written.
  private static func note(_ row: borrowing SQLRow) throws -> (device: [UInt8], seen: Instant)? {
    do {
      let (device, seenMs) = (try row.blob(0), try row.integer(1))
      guard try row.blob(2) == mark(device, seenMs) else { return nil }
      return (device, Instant(millisecondsSince1970: seenMs))
    } catch StoreFault.damaged { return nil }
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
    let notes = try DeviceContacts(replica.connection).all()
    return Dictionary(
      devices.map { ($0.key, Self.contact($0, notes)) }
    ) { first, _ in first }
  }

  /// How many notes of last contacts are not as they were written.
  package func unsoundContacts(on replica: Replica) throws -> Int {
    try DeviceContacts(replica.connection).all().unsound
  }

  private static func contact(_ device: Device, _ notes: DeviceContacts.Notes) -> DeviceContact {
    if let seen = notes.seen[device.key.bytes] { return .seen(seen) }
    guard notes.unsound == 0, let since = notes.since else { return .unknown }
    // Enrolling is a contact, and was made while contacts were remembered.
    return device.enrolledAt >= since ? .seen(device.enrolledAt) : .notSince(since)
  }
}
