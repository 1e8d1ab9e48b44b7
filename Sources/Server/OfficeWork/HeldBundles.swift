package import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import RecordStore
package import VisitModel
import WireFormat
import Wording

/// A bundle that waits for an administrator, with what can be said of it without opening a text.
package struct HeldBundle: Hashable, Sendable {
  package let logged: LoggedBundle
  /// The key that signed it.
  package let writer: VerifyingKey
  package let account: AccountID
  package let claimedAt: Instant
  package let zone: ZoneOffset
  package let program: String
  /// How many changes it has for each kind of record; empty where this program is too old to read
  /// them.
  package let changes: [RecordType: Int]
  /// Texts about people in it, and how many of them the office has the key of.
  package let texts: Int
  package let openable: Int
  /// Nothing for a laptop that was never enrolled.
  package let device: Device?
  package let person: Person?
  /// Why it can never be admitted; nothing when it can.
  package let bar: AdmissionBar?
}

/// Why no administrator can let a bundle take part.
package enum AdmissionBar: Int, CodeSet {
  /// Written for a later program; this one would admit what it cannot see.
  case unreadable = 1
  /// Of a site that is not this company's.
  case anotherCompany
  /// It changes what only the office may: people, rights, the company itself.
  case officeOnly
}

extension Office {
  /// Every bundle that waits, oldest first.
  package func heldBundles(on replica: Replica) throws -> [HeldBundle] {
    try replica.log.held().map { try held($0, on: replica) }
  }

  /// The one held bundle whose id begins with `prefix`.
  /// - Throws: `OfficeFault.failed` when none does, more than one does, or there are fewer than six
  ///   digits.
  package func heldBundle(named prefix: String, on replica: Replica) throws -> HeldBundle {
    let digits = prefix.utf8.map { (0x41...0x46).contains($0) ? $0 + 0x20 : $0 }
    let found = try replica.log.held().filter { $0.id.description.utf8.starts(with: digits) }
    guard digits.count >= 6, let one = found.first, found.count == 1 else {
      throw OfficeFault.failed(Message(.heldUnknown, [prefix]))
    }
    return try held(one, on: replica)
  }

  /// The id of a bundle that waits, by its beginning, or of any in the log, by the whole of it:
  /// what was admitted already may be named again.
  package func bundle(named text: String, on replica: Replica) throws -> BundleID {
    if let id = Hexadecimal.bytes(text).flatMap({ BundleID(bytes: $0) }) { return id }
    return try heldBundle(named: text, on: replica).logged.id
  }

  private func held(_ logged: LoggedBundle, on replica: Replica) throws -> HeldBundle {
    let bundle = try Stored.bundle(logged.envelope).bundle
    let header = bundle.header
    var changes: [RecordType: Int] = [:]
    var keys: [DataKeyID] = []
    if bundle.isReadable {
      for change in bundle.changes {
        changes[change.type, default: 0] += 1
        for field in change.fields {
          if case .sealed(let text) = field.value { keys.append(text.keyID) }
        }
      }
    }
    let openable = try environment.keyDatabase.read { connection in
      let table = KeyTable(connection, storeKey: secrets.storeKey)
      return try keys.filter { try table.key($0) != nil }.count
    }
    return HeldBundle(
      logged: logged, writer: header.device, account: header.account,
      claimedAt: header.claimedAt, zone: header.zone, program: header.program, changes: changes,
      texts: keys.count, openable: openable, device: try device(header.device, on: replica),
      person: try person(header.account, on: replica), bar: try bar(bundle, on: replica))
  }

  private func bar(_ bundle: Bundle, on replica: Replica) throws -> AdmissionBar? {
    guard bundle.isReadable else { return .unreadable }
    let scope = bundle.header.scope
    if scope == company { return .officeOnly }
    if try replica.records.state(of: siteKey(scope)) == nil { return .anotherCompany }
    let isTrust = bundle.changes.contains {
      RecordType.writtenByOfficeOnly.contains($0.type)
    }
    return isTrust ? .officeOnly : nil
  }

  /// Lets held bundles take part, and records who decided it and why, in one transaction: all of
  /// them or none. Those that take part already are passed over.
  /// - Parameter account: who decides; `Office.account` for the office itself.
  /// - Returns: how many were admitted now.
  /// - Throws: `OfficeFault.refused` for a bundle that can never take part, `.failed` for one that
  ///   the log lacks.
  @discardableResult
  package func admitHeld(
    _ ids: [BundleID], reason: String, by account: AccountID
  ) throws -> Int {
    guard reason.utf8.count <= Bounds.lineBytesMax else {
      throw OfficeFault.wrongUsage(
        Message(.textTooLong, ["--reason", "\(reason.utf8.count)", "\(Bounds.lineBytesMax)"]))
    }
    return try write { replica in
      var decided: [ScopeID: [BundleID]] = [:]
      for id in ids {
        guard let logged = try replica.log.bundle(id) else {
          throw OfficeFault.failed(Message(.heldUnknown, [id.description]))
        }
        if logged.inView { continue }
        let bundle = try Stored.bundle(logged.envelope)
        if let obstacle = try bar(bundle.bundle, on: replica) { throw refusal(of: id, obstacle) }
        try replica.admit(bundle, isLate: true)
        try replica.publish(id, in: logged.scope)
        try notePetitions(of: bundle, on: replica)
        decided[logged.scope, default: []].append(id)
      }
      for (scope, bundles) in decided.sorted(by: { $0.key < $1.key }) {
        try record(bundles, in: scope, reason, account, on: replica)
      }
      return decided.values.reduce(0) { $0 + $1.count }
    }
  }

  /// A few hundred decisions to a bundle, so that none is too large.
  private func record(
    _ bundles: [BundleID], in scope: ScopeID, _ reason: String, _ account: AccountID,
    on replica: Replica
  ) throws {
    var rest = bundles[...]
    while !rest.isEmpty {
      let part = rest.prefix(100)
      rest = rest.dropFirst(100)
      try publish(
        part.map { id in
          RecordEdit(
            .admission, RecordIdentity.admission(of: id.bytes),
            [
              AdmissionField.bundle: .bytes(id.bytes), AdmissionField.reason: .text(reason),
              AdmissionField.account: .reference(accountKey(account)),
              AdmissionField.decidedAt: .instant(now),
            ])
        }, in: scope, on: replica)
    }
  }

  private func refusal(of id: BundleID, _ bar: AdmissionBar) -> OfficeFault {
    let name = String(id.description.prefix(16))
    return .refused(
      rule: "F-held", why: Message(.heldBarred(bar.rawValue), [name]),
      cure: Message(.heldBarredCure(bar.rawValue)))
  }
}
