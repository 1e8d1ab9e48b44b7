package import Fingerprint
package import RecordStore
import TextFormats
import VisitModel
package import Wording

/// Where a data directory lies, as the machine names it.
package struct InstallationPlace: Hashable, Sendable {
  /// Hash of the machine's own id; empty where it has none.
  package let machine: String
  /// Number of the file system; kept for support and not compared, because it may change at a start.
  package let device: UInt64
  /// Number of the directory in it; 0 where it is not known.
  package let inode: UInt64

  package init(machine: String, device: UInt64, inode: UInt64) {
    self.machine = machine
    self.device = device
    self.inode = inode
  }
}

/// A small owner-only file beside the database, replaced as a whole: as `SecretFile`, but for the sync.
package protocol InstallationFile: Sendable {
  /// - Returns: nothing when there is no file.
  func load() throws -> [UInt8]?
  /// - Parameter isSynced: false where losing the newest contents at a power cut does no harm.
  func save(_ bytes: [UInt8], isSynced: Bool) throws
}

/// What the file beside the database remembers of it, so that a copied directory and a database file
/// that was put back are noticed: neither can tell by itself.
package struct InstallationMark: Hashable, Sendable {
  /// Random; the database holds the same.
  package var id: String
  package var place: InstallationPlace
  /// How many bundles this device had written here.
  package var ownCount: Int
  /// The end of its chain; empty before the first.
  package var tip: String

  package init(id: String, place: InstallationPlace, ownCount: Int, tip: String) {
    self.id = id
    self.place = place
    self.ownCount = ownCount
    self.tip = tip
  }

  /// - Returns: nothing when the bytes are no mark of ours.
  package init?(file: [UInt8]) {
    let json: JSON
    do { json = try JSON.parse(file, bytesMax: 4096) } catch { return nil }
    guard case .string(let id)? = json["installation"], !id.isEmpty,
      case .string(let machine)? = json["machine"],
      case .string(let deviceText)? = json["device"], let device = UInt64(deviceText),
      case .string(let inodeText)? = json["directory"], let inode = UInt64(inodeText),
      case .integer(let count)? = json["ownBundles"], count >= 0,
      case .string(let tip)? = json["chainEnd"]
    else { return nil }
    self.init(
      id: id, place: InstallationPlace(machine: machine, device: device, inode: inode),
      ownCount: Int(clamping: count), tip: tip)
  }

  package var file: [UInt8] {
    JSON.object([
      "installation": .string(id), "machine": .string(place.machine),
      "device": .string("\(place.device)"), "directory": .string("\(place.inode)"),
      "ownBundles": .integer(ownCount), "chainEnd": .string(tip),
    ]).text(pretty: true) + [0x0A]
  }
}

/// How a database stands to the mark beside it.
package enum InstallationVerdict: Hashable, Sendable {
  case same
  /// Neither knows of an installation yet.
  case first
  /// The directory lies elsewhere than the mark says: it was copied.
  case copiedDirectory
  /// The database belongs to another mark, or to one that did not come along.
  case copiedDatabase
  /// The database is older than the mark: an old file was put back.
  case olderDatabase

  /// - Parameters:
  ///   - isMarked: whether there is a file at all; one that cannot be read tells nothing, and is no
  ///     reason to alarm anybody.
  ///   - id: what the database holds.
  package init(
    isMarked: Bool, _ mark: InstallationMark?, id: String?, ownCount: Int,
    place: InstallationPlace
  ) {
    guard let mark else {
      self = id == nil ? .first : isMarked ? .same : .copiedDatabase
      return
    }
    let isElsewhere =
      !mark.place.machine.isEmpty && !place.machine.isEmpty && mark.place.machine != place.machine
      || mark.place.inode != 0 && place.inode != 0 && mark.place.inode != place.inode
    if ownCount < mark.ownCount {
      self = .olderDatabase
    } else if id == nil {
      self = .first
    } else if id != mark.id {
      self = .copiedDatabase
    } else {
      self = isElsewhere ? .copiedDirectory : .same
    }
  }

  /// What the person is told, once.
  package var notice: Message? {
    switch self {
    case .same, .first: nil
    case .copiedDirectory: Message(.directoryCopied)
    case .copiedDatabase: Message(.databaseCopied)
    case .olderDatabase: Message(.databaseOlder)
    }
  }
}

/// The mark of this installation, kept up with the database.
package struct Installation: Sendable {
  private let database: any SQLDatabase
  private let file: any InstallationFile
  private let place: InstallationPlace

  package init(
    _ database: any SQLDatabase, _ file: any InstallationFile, at place: InstallationPlace
  ) {
    self.database = database
    self.file = file
    self.place = place
  }

  /// How things stand. Changes nothing.
  package func verdict() throws -> InstallationVerdict {
    let mark = load()
    let facts = try facts()
    return InstallationVerdict(
      isMarked: mark.isPresent, mark.mark, id: facts.id, ownCount: facts.ownCount, place: place)
  }

  /// Looks whether the database is where and what it was left as. If not, this installation takes a new
  /// writer id from `randomness`, keeping its chain, so that the office can tell the branches apart.
  /// Nothing is overwritten, and both branches count.
  /// - Returns: what it found.
  @discardableResult
  package func settle(_ randomness: Randomness) throws -> InstallationVerdict {
    let verdict = try verdict()
    switch verdict {
    case .same: break
    case .first:
      // The file first: a database that knows its installation is never without one, so that a stop
      // in between alarms nobody.
      let id = load().mark?.id ?? Hexadecimal.text(randomness.bytes(16))
      try save(id: id, isSynced: true)
      try database.write { try Meta.set("installation", Array(id.utf8), $0) }
    case .copiedDirectory, .copiedDatabase, .olderDatabase:
      try begin(randomness)
    }
    return verdict
  }

  /// Makes this database another installation than the one it was copied from.
  package func begin(_ randomness: Randomness) throws {
    let id = Hexadecimal.text(randomness.bytes(16))
    let writer = randomness.word()
    try database.write { connection in
      try Replica(connection).mintWriter(writer)
      try Meta.set("installation", Array(id.utf8), connection)
    }
    try save(id: id, isSynced: true)
  }

  /// Notes how far the database has come. A note that is lost only misses a notice.
  package func note() throws {
    let facts = try facts()
    guard let id = facts.id else { return }
    let now = InstallationMark(id: id, place: place, ownCount: facts.ownCount, tip: facts.tip)
    if load().mark != now { try file.save(now.file, isSynced: false) }
  }

  private func save(id: String, isSynced: Bool) throws {
    let facts = try facts()
    let mark = InstallationMark(id: id, place: place, ownCount: facts.ownCount, tip: facts.tip)
    try file.save(mark.file, isSynced: isSynced)
  }

  private func facts() throws -> (id: String?, ownCount: Int, tip: String) {
    try database.read { connection in
      (
        try Meta.bytes("installation", connection).map { String(decoding: $0, as: UTF8.self) },
        try Replica(connection).ownCount(),
        Hexadecimal.text(try Meta.bytes("tip", connection) ?? [])
      )
    }
  }

  /// A file that cannot be read is there all the same; the doctor says what is wrong with it.
  private func load() -> (isPresent: Bool, mark: InstallationMark?) {
    do {
      guard let bytes = try file.load() else { return (false, nil) }
      return (true, InstallationMark(file: bytes))
    } catch { return (true, nil) }
  }
}
