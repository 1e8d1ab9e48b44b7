import Fingerprint
import RecordStore
package import VisitModel
package import Wording

/// A person who is logged in to the pages, and what they may see there.
package struct Reader: Hashable, Sendable {
  package let person: Person
  /// Must stand in each form that changes something.
  package let formToken: String
  /// Chosen on a page, now or before; nothing leaves it to the browser.
  package let language: Language?

  package init(person: Person, formToken: String, language: Language?) {
    self.person = person
    self.formToken = formToken
    self.language = language
  }

  /// Head office's people see every site and the company's own records, others their sites.
  package var seesEverySite: Bool { person.role.isCompany }

  package func sees(_ scope: ScopeID) -> Bool {
    seesEverySite || person.sites.contains(scope)
  }
}

/// How long a login lasts.
package enum SessionLifetime {
  /// After the last page (30 min), and for head office's people, who see every site (15 min).
  package static let idleMs: Int64 = 30 * 60_000
  package static let idleOfCompanyMs: Int64 = 15 * 60_000
  /// After the login (8 h).
  package static let absoluteMs: Int64 = 8 * 3_600_000
  /// The last page is noted to the minute, so that not every page writes to the disk.
  static let grainMs: Int64 = 60_000

  package static func isOver(
    _ role: Role, createdAt: Instant, seenAt: Instant, at now: Instant
  ) -> Bool {
    let since = now.millisecondsSince1970 - createdAt.millisecondsSince1970
    let idle = now.millisecondsSince1970 - seenAt.millisecondsSince1970
    let idleMax = role.isCompany ? idleOfCompanyMs : idleMs
    // A clock set back makes both negative; a login from the future is none.
    return !(-grainMs...absoluteMs).contains(since) || !(-grainMs...idleMax).contains(idle)
  }
}

package enum LoginOutcome: Hashable, Sendable {
  /// The session's name, 64 hexadecimal digits: for the cookie, and kept nowhere else.
  case entered(session: String)
  /// Unknown name, wrong password, no password or disabled: nobody is told which.
  case refused
  /// Too many failures before; nothing was tried.
  case wait(seconds: Int)
}

extension Office {
  /// Logs a person in with their name, or their id where two have one name.
  ///
  /// Takes the time and memory of one password hash, whoever is named; the caller limits how many run
  /// at once.
  /// - Parameters:
  ///   - address: of the browser; failures are counted by it too.
  ///   - language: chosen on the way in, and kept for the person; without one what they chose before.
  package func logIn(
    _ typedName: String, password: String, from address: String, language: Language?
  ) throws -> LoginOutcome {
    let (leftMs, found) = try read { replica in
      (
        try LoginDelays(replica, name: typedName, address: address).leftMs(at: now),
        try credential(typedName, on: replica)
      )
    }
    if leftMs > 0 { return .wait(seconds: Int(clamping: (leftMs + 999) / 1000)) }
    guard let found else {
      // The same work as for somebody who is known.
      _ = try passwordHash(of: password)
      return try refuse(typedName, address)
    }
    guard try found.hash.matches(password) else { return try refuse(typedName, address) }
    let renewed =
      found.hash.cost == environment.passwordCost ? nil : try passwordHash(of: password)
    let session = environment.randomness.bytes(32)
    return try write { replica in
      // The password may have been changed, or the person disabled, since it was read.
      guard try credential(typedName, on: replica) == found else { return .refused }
      if let renewed { try store(renewed, of: found.account, on: replica) }
      try LoginDelays(replica, name: typedName, address: address).forget()
      let languages = ReaderLanguages(replica.connection)
      if let language { try languages.keep(language, of: found.account) }
      try open(
        session, of: found.account, from: address,
        try language ?? languages.language(of: found.account), on: replica)
      return .entered(session: Hexadecimal.text(session))
    }
  }

  private struct Credential: Equatable {
    let account: AccountID
    let hash: PasswordHash
  }

  private func credential(_ typedName: String, on replica: Replica) throws -> Credential? {
    let people = try self.people(on: replica).filter { person in
      person.disabledAt == nil
        && (person.name.utf8.elementsEqual(typedName.utf8)
          || person.id.description.utf8.elementsEqual(typedName.utf8))
    }
    let found = try people.compactMap { person in
      try password(of: person.id, on: replica).map { Credential(account: person.id, hash: $0) }
    }
    return found.count == 1 ? found.first : nil
  }

  private func refuse(_ typedName: String, _ address: String) throws -> LoginOutcome {
    try write { try LoginDelays($0, name: typedName, address: address).countFailure(at: now) }
    return .refused
  }

  private func open(
    _ session: [UInt8], of account: AccountID, from address: String, _ language: Language?,
    on replica: Replica
  ) throws {
    let ms = now.millisecondsSince1970
    try replica.connection.run(
      "DELETE FROM session WHERE createdMs < ?", [.integer(ms - SessionLifetime.absoluteMs)])
    try replica.connection.run(
      """
      INSERT INTO session (id, account, csrf, createdMs, seenMs, address, language)
      VALUES (?,?,?,?,?,?,?)
      """,
      [
        .blob(Self.sessionID(session)), .blob(account.bytes),
        .blob(environment.randomness.bytes(32)), .integer(ms), .integer(ms), .text(address),
        language.map { SQLValue.text($0.rawValue) } ?? .null,
      ])
  }

  private static func sessionID(_ session: [UInt8]) -> [UInt8] {
    Digest(domain: "rounds session v1", session).bytes
  }

  /// Who a cookie's session belongs to, if it is still open. Looking counts as use.
  package func reader(ofSession text: String) throws -> Reader? {
    guard let name = Hexadecimal.bytes(text), name.count == 32 else { return nil }
    let id = Self.sessionID(name)
    let found = try read { try openSession(id, on: $0) }
    guard let found else { return nil }
    let idle = now.millisecondsSince1970 - found.seenAt.millisecondsSince1970
    if idle >= SessionLifetime.grainMs {
      try write { replica in
        try replica.connection.run(
          "UPDATE session SET seenMs = ? WHERE id = ?",
          [.integer(now.millisecondsSince1970), .blob(id)])
      }
    }
    return found.reader
  }

  private func openSession(
    _ id: [UInt8], on replica: Replica
  ) throws -> (reader: Reader, seenAt: Instant)? {
    let row = try replica.connection.first(
      "SELECT account, csrf, createdMs, seenMs, language FROM session WHERE id = ?", [.blob(id)]
    ) { row in
      (
        account: AccountID(bytes: try row.blob(0)), token: try row.blob(1),
        createdAt: Instant(millisecondsSince1970: try row.integer(2)),
        seenAt: Instant(millisecondsSince1970: try row.integer(3)),
        language: row.isNull(4) ? nil : Language(rawValue: try row.text(4))
      )
    }
    guard let row, let account = row.account, let person = try self.person(account, on: replica),
      person.disabledAt == nil,
      !SessionLifetime.isOver(
        person.role, createdAt: row.createdAt, seenAt: row.seenAt, at: now)
    else { return nil }
    return (
      Reader(person: person, formToken: Hexadecimal.text(row.token), language: row.language),
      row.seenAt
    )
  }

  /// Logs out. A session that is not there is no error.
  package func endSession(_ text: String) throws {
    guard let name = Hexadecimal.bytes(text) else { return }
    try write { replica in
      try replica.connection.run(
        "DELETE FROM session WHERE id = ?", [.blob(Self.sessionID(name))])
    }
  }

  func endSessions(of account: AccountID, on replica: Replica) throws {
    try replica.connection.run("DELETE FROM session WHERE account = ?", [.blob(account.bytes)])
  }

  func endAllSessions(on replica: Replica) throws {
    try replica.connection.run("DELETE FROM session")
  }

  /// Remembers in which language a person reads: in this login, and in those to come. Others of theirs that
  /// are open stay as they are.
  package func setLanguage(_ language: Language, ofSession text: String) throws {
    guard let name = Hexadecimal.bytes(text) else { return }
    try write { replica in
      try replica.connection.run(
        "UPDATE session SET language = ? WHERE id = ?",
        [.text(language.rawValue), .blob(Self.sessionID(name))])
      let account = try replica.connection.first(
        "SELECT account FROM session WHERE id = ?", [.blob(Self.sessionID(name))]
      ) { row in
        guard let account = AccountID(bytes: try row.blob(0)) else {
          throw StoreFault.damaged("a session")
        }
        return account
      }
      // A session that is not there any more is nobody's.
      guard let account else { return }
      try ReaderLanguages(replica.connection).keep(language, of: account)
    }
  }
}
