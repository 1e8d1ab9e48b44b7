import Fingerprint
import RecordStore
import VisitModel

/// How long somebody must wait after wrong passwords: longer each time, never for ever, so that a
/// stranger can neither guess on nor lock anybody out.
package enum LoginDelay {
  /// Whose failures are counted together.
  package enum Subject: Hashable, Sendable {
    /// One name from one address: three tries, then doubling up to a quarter of an hour.
    case nameAndAddress
    /// One address, whatever the name: an office may stand behind it. `LoginOrigin` says what counts
    /// as one.
    case address
    /// One name from anywhere: its owner, who sits elsewhere, waits a minute at most.
    case name

    var triesFree: Int {
      switch self {
      case .nameAndAddress: 3
      case .address: 20
      case .name: 50
      }
    }

    var waitMaxMs: Int64 { self == .name ? 60_000 : 900_000 }
  }

  /// Failures are forgotten when nothing happened for this long (24 h).
  static let memoryMs: Int64 = 24 * 3_600_000

  /// One failure is forgotten for each such while without another (15 min), so that an office whose
  /// people mistype a few times a day does not end up waiting. Whoever guesses on has waited as long.
  package static let forgettingMs: Int64 = 900_000

  /// How many of so many failures still count after a while without another.
  package static func left(of failures: Int, afterMs quiet: Int64) -> Int {
    max(0, failures - Int(clamping: max(0, quiet) / forgettingMs))
  }

  /// Milliseconds to wait after so many failures in a row.
  package static func waitMs(_ subject: Subject, failures: Int) -> Int64 {
    let beyond = failures - subject.triesFree
    if beyond < 0 { return 0 }
    return min(1000 << Int64(min(beyond, 20)), subject.waitMaxMs)
  }
}

/// From where somebody tries, as far as it can be told apart from others.
package enum LoginOrigin {
  /// An IPv4 address as it is. Of an IPv6 address the first 64 bits: whoever has one address of such
  /// a network can have them all.
  /// - Parameter address: as the system writes it (RFC 5952); anything else counts as it is.
  package static func network(of address: String) -> String {
    let bytes = Array(address.utf8)
    let parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard parts.count > 2, let last = parts.last else { return address }
    // An IPv4 address that came over a socket for both kinds.
    if last.contains(0x2E) { return String(decoding: Array(last), as: UTF8.self) }
    let gap = parts.firstIndex { $0.isEmpty } ?? parts.endIndex
    let before = Array(parts[..<gap])
    let behind = parts[gap...].filter { !$0.isEmpty }
    let zeros = max(0, 8 - before.count - behind.count)
    let groups = before + Array(repeating: ArraySlice([UInt8(0x30)]), count: zeros) + behind
    let network = groups.prefix(4).map { String(decoding: Array($0), as: UTF8.self) }
    return network.joined(separator: ":") + "::/64"
  }
}

/// The counted failures, in the database, so that neither a restart nor a second try at once forgets
/// them.
struct LoginDelays {
  private let connection: any SQLConnection
  private let subjects: [(kind: LoginDelay.Subject, id: [UInt8])]

  /// Wrong tokens of programs, counted apart: a spreadsheet that asks again and again with one that is over
  /// must not keep the people behind its address from logging in.
  init(_ replica: Replica, tokensFrom address: String) {
    connection = replica.connection
    let origin = Array(LoginOrigin.network(of: address).utf8)
    subjects = [(.address, Digest(domain: "rounds token address v1", origin).bytes)]
  }

  init(_ replica: Replica, name: String, address: String) {
    connection = replica.connection
    let origin = Array(LoginOrigin.network(of: address).utf8)
    subjects = [
      (
        .nameAndAddress,
        Digest(domain: "rounds login both v1", Array(name.utf8), [0], origin).bytes
      ),
      (.address, Digest(domain: "rounds login address v1", origin).bytes),
      (.name, Digest(domain: "rounds login name v1", Array(name.utf8)).bytes),
    ]
  }

  /// Milliseconds still to wait; 0 if a try may be made.
  func leftMs(at now: Instant) throws -> Int64 {
    try subjects.map { subject in
      let until = try connection.first(
        "SELECT untilMs FROM loginDelay WHERE subject = ?", [.blob(subject.id)]
      ) { try $0.integer(0) }
      // A clock that was set back must not keep anybody out for longer than the rule says.
      return min((until ?? 0) - now.millisecondsSince1970, subject.kind.waitMaxMs)
    }.max().map { max($0, 0) } ?? 0
  }

  func countFailure(at now: Instant) throws {
    try connection.run(
      "DELETE FROM loginDelay WHERE changedMs < ?",
      [.integer(now.millisecondsSince1970 - LoginDelay.memoryMs)])
    for subject in subjects {
      let before = try connection.first(
        "SELECT failures, changedMs FROM loginDelay WHERE subject = ?", [.blob(subject.id)]
      ) { row in
        try LoginDelay.left(
          of: Int(clamping: row.integer(0)),
          afterMs: now.millisecondsSince1970 - row.integer(1))
      }
      let failures = min((before ?? 0) + 1, 1_000_000)
      let until =
        now.millisecondsSince1970 + LoginDelay.waitMs(subject.kind, failures: failures)
      try connection.run(
        """
        INSERT INTO loginDelay (subject, failures, untilMs, changedMs) VALUES (?,?,?,?)
        ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures,
          untilMs = excluded.untilMs, changedMs = excluded.changedMs
        """,
        [
          .blob(subject.id), .integer(failures), .integer(until),
          .integer(now.millisecondsSince1970),
        ])
    }
  }

  /// Forgets the name's failures after the right password; the address keeps its own, because others
  /// may be guessing behind it.
  func forget() throws {
    for subject in subjects where subject.kind != .address {
      try connection.run(
        "DELETE FROM loginDelay WHERE subject = ?", [.blob(subject.id)])
    }
  }
}
