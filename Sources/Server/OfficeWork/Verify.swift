import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
package import VisitModel
import WireFormat
package import Wording

/// What a check of everything found.
package struct Soundness: Sendable {
  package var bundles = 0
  package var scopes = 0
  package var keys = 0
  package var faults: [String] = []
  /// By scope; nothing where every text can be opened.
  package var missingKeys: [MissingKeys] = []
  /// Whether the private keys are those whose public halves the office has published.
  package var isKeyFileSound = true

  package var isSound: Bool { faults.isEmpty && missingKeys.isEmpty && isKeyFileSound }
}

/// Household keys that texts in the log name, and that are neither here nor destroyed: nobody can read
/// these texts at the office, and no laptop that comes anew will.
package struct MissingKeys: Hashable, Sendable {
  package let scope: ScopeID
  /// Ascending; at least one.
  package let keys: [DataKeyID]

  package var message: Message {
    Message(
      .officeKeysMissing,
      ["\(scope)", "\(keys.count)", keys.first.map { String($0.description.prefix(16)) } ?? ""])
  }
}

extension Office {
  /// Whether it is the office's own word of the company whose scope this store says it has.
  private func isCompany(_ bundle: Bundle) -> Bool {
    bundle.header.scope == company && bundle.header.device == secrets.signing.verifyingKey
      && bundle.changes.contains { $0.type == .company && $0.record == company.named() }
  }

  /// Checks every hash and every signature of the log alone, every running digest of the feeds, that each
  /// admitted bundle is in its feed exactly once, that every household key opens, that none is missing
  /// which a text names, and that the key file is the office's.
  package func verify(progress: (Int, Int) -> Void = { _, _ in }) throws -> Soundness {
    var named: [ScopeID: Set<DataKeyID>] = [:]
    var hasCompany = false
    var found: Soundness = try read { replica in
      var found = Soundness()
      let total = Int(
        try replica.connection.first("SELECT COUNT(*) FROM bundle") { try $0.integer(0) } ?? 0)
      try replica.connection.forEach("SELECT id, envelope FROM bundle", []) { row in
        let id = try row.blob(0)
        do {
          let bundle = try Verification.single(try row.blob(1))
          if bundle.id.bytes != id {
            found.faults.append("\(Hexadecimal.text(id)): stored under another name")
          }
          if isCompany(bundle.bundle) { hasCompany = true }
          named[bundle.bundle.header.scope, default: []].formUnion(bundle.bundle.keysNamed)
        } catch let fault as WireFault {
          found.faults.append("\(Hexadecimal.text(id)): \(fault)")
        }
        found.bundles += 1
        if found.bundles % 1000 == 0 { progress(found.bundles, total) }
      }
      if !hasCompany { found.faults.append("\(company): no bundle in the log founds this company") }
      found.scopes = try replica.feed.heads().count
      found.faults += try replica.feedSoundness().faults.map(\.description)
      found.isKeyFileSound = try isKeyFileSound(on: replica)
      return found
    }
    // After the log: the keys of a bundle were on disk before it was.
    try environment.keyDatabase.read { connection in
      let table = try KeyTable(connection, storeKey: secrets.storeKey).check()
      found.keys = table.count
      found.faults += table.closed.map { "\($0): this household key does not open" }
      for (scope, keys) in named.sorted(by: { $0.key < $1.key }) {
        let lacking = try KeyTable.lacking(keys, connection)
        if lacking.isEmpty { continue }
        found.missingKeys.append(MissingKeys(scope: scope, keys: lacking.sorted()))
      }
    }
    return found
  }
}
