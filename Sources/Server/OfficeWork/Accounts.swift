import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

extension Office {
  /// Sets or changes a person's password for the pages. Whoever is logged in as them is logged out,
  /// and their programs' tokens end.
  /// - Throws: `OfficeFault.refused` for a password that can be guessed, `.failed` for an account that
  ///   is not known, or is disabled.
  package func setPassword(of account: AccountID, to password: String) throws {
    let person = try read { try requireEnabled(account, on: $0) }
    do { try PasswordRule.check(password, names: [person.name, name]) } catch {
      throw error.fault
    }
    let hash = try passwordHash(of: password)
    try write { replica in
      try store(hash, of: account, on: replica)
      try endSessions(of: account, on: replica)
      try endTokens(of: account, on: replica)
    }
  }

  /// A hash with a salt of its own, at the cost of today.
  func passwordHash(of password: String) throws -> PasswordHash {
    try PasswordHash(
      of: password, salt: environment.randomness.bytes(PasswordHash.saltByteCount),
      cost: environment.passwordCost)
  }

  /// The person of an account that takes part.
  @discardableResult
  func requireEnabled(_ account: AccountID, on replica: Replica) throws -> Person {
    guard let person = try self.person(account, on: replica) else {
      throw OfficeFault.failed(Message(.accountUnknown, [account.description]))
    }
    guard person.disabledAt == nil else {
      throw OfficeFault.failed(Message(.accountIsDisabled, [person.name]))
    }
    return person
  }

  /// Ends a person's access to the pages at once, for good, and voids their one-time codes. Their
  /// laptops are revoked by themselves, because unsent work may still be on them.
  /// - Parameter decider: an administrator; the office itself for a command.
  /// - Returns: how many of their laptops are not revoked.
  /// - Throws: `OfficeFault.refused` with F-role for another decider, `.failed` for an account that is not
  ///   known.
  @discardableResult
  package func disable(
    _ account: AccountID, by decider: AccountID = Office.account
  ) throws -> Int {
    try write { replica in
      try requireAdministrator(decider, on: replica)
      guard let person = try self.person(account, on: replica) else {
        throw OfficeFault.failed(Message(.accountUnknown, [account.description]))
      }
      if person.disabledAt == nil {
        try publish(
          [
            RecordEdit(
              .account, account.named(), [AccountField.disabledAt: .instant(now)])
          ], in: company, by: decider, on: replica)
      }
      try endSessions(of: account, on: replica)
      try endTokens(of: account, on: replica)
      try replica.connection.run(
        "DELETE FROM enrolmentCode WHERE account = ? AND device IS NULL", [.blob(account.bytes)])
      return try devices(on: replica)
        .filter { $0.account == account && $0.revokedAt == nil }.count
    }
  }

  /// A command is the office's own: whoever may run it owns the machine.
  func requireAdministrator(_ decider: AccountID, on replica: Replica) throws {
    if decider == Office.account { return }
    let person = try person(decider, on: replica)
    guard person?.role == .administrator, person?.disabledAt == nil else {
      throw OfficeFault.refused(
        rule: "F-role", why: Message(.accountsOnlyAdministrators),
        cure: Message(.onlyAdministratorsCure))
    }
  }

  /// Who has a password.
  package func accountsWithPassword(on replica: Replica) throws -> Set<AccountID> {
    Set(
      try replica.connection.rows("SELECT account FROM credential") { row in
        guard let account = AccountID(bytes: try row.blob(0)) else {
          throw StoreFault.damaged("an account")
        }
        return account
      })
  }

  func password(of account: AccountID, on replica: Replica) throws -> PasswordHash? {
    let text = try replica.connection.first(
      "SELECT phc FROM credential WHERE account = ?", [.blob(account.bytes)]
    ) { try $0.text(0) }
    guard let text else { return nil }
    guard let hash = PasswordHash(phc: text) else { throw StoreFault.damaged("a password") }
    return hash
  }

  func store(_ hash: PasswordHash, of account: AccountID, on replica: Replica) throws {
    try replica.connection.run(
      """
      INSERT INTO credential (account, phc, changedMs) VALUES (?,?,?)
      ON CONFLICT (account) DO UPDATE SET phc = excluded.phc, changedMs = excluded.changedMs
      """,
      [.blob(account.bytes), .text(hash.phc), .integer(now.millisecondsSince1970)])
  }
}
