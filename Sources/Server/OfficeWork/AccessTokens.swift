import CommunicationPolicy
package import Fingerprint
package import RecordStore
package import VisitModel
import Wording

/// A token with which a program of a person, such as a spreadsheet, reads data as that person. The token
/// itself is shown once and kept nowhere here.
package struct AccessToken: Hashable, Sendable {
  /// A hash of the token, by which it is found and revoked; it opens nothing.
  package let id: Digest
  /// What its owner calls it.
  package let name: String
  package let createdAt: Instant
  package let expiresAt: Instant
  /// To the hour; nothing before the first use.
  package let usedAt: Instant?

  /// What every token begins with, so that one that lies in a file is known for what it is.
  package static let mark = "rounds_"
  /// Of one person at a time.
  package static let countMax = 10
  package static let nameBytesMax = 100
  /// Days that a token may last, as the page offers them.
  package static let lifetimes = [30, 90, 365]

  /// The use is noted to the hour, so that reading does not mean a synced write for every request.
  static let grainMs: Int64 = 3_600_000

  /// Whether a text could be a token at all.
  static func isOfForm(_ text: String) -> Bool {
    let secret = text.utf8.dropFirst(mark.utf8.count)
    return text.utf8.starts(with: mark.utf8) && secret.count == 64
      && secret.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  func isOver(at now: Instant) -> Bool {
    // A clock that was set back makes one from the future, which is none.
    now >= expiresAt || now.advanced(byMilliseconds: Self.grainMs) < createdAt
  }
}

package enum TokenOutcome: Hashable, Sendable {
  case entered(Reader)
  /// Unknown, over, revoked, another person's, or its owner is disabled: nobody is told which.
  case refused
  /// Too many wrong ones came from there before.
  case wait(seconds: Int)
}

extension Office {
  /// Makes a token for a person.
  /// - Parameter days: one of `AccessToken.lifetimes`.
  /// - Returns: the token: to be shown once.
  /// - Throws: `OfficeFault.wrongUsage` for a name that is empty or too long, or another lifetime;
  ///   `.failed` where the person has `AccessToken.countMax` already, or is disabled.
  package func makeToken(
    named name: String, days: Int, for account: AccountID
  ) throws -> String {
    guard !name.isBlank, name.utf8.count <= AccessToken.nameBytesMax,
      AccessToken.lifetimes.contains(days)
    else { throw OfficeFault.wrongUsage(Message(.tokenNameWanted)) }
    let token = AccessToken.mark + Hexadecimal.text(environment.randomness.bytes(32))
    try write { replica in
      try requireEnabled(account, on: replica)
      let ms = now.millisecondsSince1970
      try replica.connection.run(
        "DELETE FROM accessToken WHERE expiresMs <= ?", [.integer(ms)])
      guard try tokens(of: account, on: replica).count < AccessToken.countMax else {
        throw OfficeFault.failed(Message(.tokenTooMany, ["\(AccessToken.countMax)"]))
      }
      try replica.connection.run(
        "INSERT INTO accessToken (id, account, name, createdMs, expiresMs) VALUES (?,?,?,?,?)",
        [
          .blob(Self.tokenID(token).bytes), .blob(account.bytes), .text(name), .integer(ms),
          .integer(ms + Int64(days) * 86_400_000),
        ])
    }
    return token
  }

  /// A person's tokens that are not over, the newest first.
  package func tokens(of account: AccountID, on replica: Replica) throws -> [AccessToken] {
    try replica.connection.rows(
      """
      SELECT id, name, createdMs, expiresMs, usedMs FROM accessToken WHERE account = ?
      ORDER BY createdMs DESC, id
      """, [.blob(account.bytes)]
    ) { try Self.token($0) }
    .filter { !$0.isOver(at: now) }
  }

  private static func token(_ row: borrowing SQLRow) throws -> AccessToken {
    guard let id = Digest(bytes: try row.blob(0)) else { throw StoreFault.damaged("a token") }
    return AccessToken(
      id: id, name: try row.text(1),
      createdAt: Instant(millisecondsSince1970: try row.integer(2)),
      expiresAt: Instant(millisecondsSince1970: try row.integer(3)),
      usedAt: row.isNull(4) ? nil : Instant(millisecondsSince1970: try row.integer(4)))
  }

  /// Ends one of a person's own tokens. One that is not there is no error.
  package func revokeToken(_ id: Digest, of account: AccountID) throws {
    try write { replica in
      try replica.connection.run(
        "DELETE FROM accessToken WHERE id = ? AND account = ?",
        [.blob(id.bytes), .blob(account.bytes)])
    }
  }

  /// Who a program's token stands for, with that person's rights as they are now.
  ///
  /// A right token always passes: nobody guesses 256 bits, and programs behind one address must not wait for
  /// a neighbour's mistake. Wrong ones are counted by address, apart from passwords, and while the address
  /// waits no more is written for them. What has not the form of a token, such as a password, is no guess: it
  /// is refused and not counted.
  /// - Parameter name: the owner's, as the program was told; nothing where it sends a token alone.
  package func reader(
    ofToken text: String, named name: String?, from address: String
  ) throws -> TokenOutcome {
    guard AccessToken.isOfForm(text) else { return .refused }
    let id = Self.tokenID(text)
    if let (found, person) = try read({ try owner(of: id, named: name, on: $0) }) {
      try noteUse(of: found)
      return .entered(Reader(person: person, formToken: "", language: nil))
    }
    let leftMs = try read { try LoginDelays($0, tokensFrom: address).leftMs(at: now) }
    if leftMs > 0 { return .wait(seconds: Int(clamping: (leftMs + 999) / 1000)) }
    try write { try LoginDelays($0, tokensFrom: address).countFailure(at: now) }
    return .refused
  }

  private func owner(
    of id: Digest, named name: String?, on replica: Replica
  ) throws -> (AccessToken, Person)? {
    let row = try replica.connection.first(
      "SELECT id, name, createdMs, expiresMs, usedMs, account FROM accessToken WHERE id = ?",
      [.blob(id.bytes)]
    ) { (token: try Self.token($0), account: AccountID(bytes: try $0.blob(5))) }
    guard let row, let account = row.account, !row.token.isOver(at: now),
      let person = try self.person(account, on: replica), person.disabledAt == nil
    else { return nil }
    if let name {
      guard
        name.utf8.elementsEqual(person.name.utf8)
          || name.utf8.elementsEqual(account.description.utf8)
      else { return nil }
    }
    return (row.token, person)
  }

  private func noteUse(of token: AccessToken) throws {
    let ms = now.millisecondsSince1970
    if let used = token.usedAt, ms - used.millisecondsSince1970 < AccessToken.grainMs { return }
    try write { replica in
      try replica.connection.run(
        "UPDATE accessToken SET usedMs = ? WHERE id = ?", [.integer(ms), .blob(token.id.bytes)])
    }
  }

  private static func tokenID(_ token: String) -> Digest {
    Digest(domain: "rounds token v1", Array(token.utf8))
  }

  func endTokens(of account: AccountID, on replica: Replica) throws {
    try replica.connection.run(
      "DELETE FROM accessToken WHERE account = ?", [.blob(account.bytes)])
  }

  func endAllTokens(on replica: Replica) throws {
    try replica.connection.run("DELETE FROM accessToken")
  }
}
