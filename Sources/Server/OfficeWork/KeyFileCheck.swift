import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import WireFormat
import Wording

extension Office {
  /// Whether the sealing key of `office.key` is the one that the office published in its first bundle.
  /// Laptops wrap household keys to that one: with another, the office would take their bundles and
  /// drop every key that came with them.
  ///
  /// Asked of the log and its signature, not of the computed tables, which may be what is damaged.
  package func isKeyFileSound(on replica: Replica) throws -> Bool {
    let envelopes = try replica.connection.rows(
      "SELECT envelope FROM bundle WHERE device = ? AND previous = ?",
      [.blob(secrets.signing.verifyingKey.bytes), .blob([])]
    ) { try $0.blob(0) }
    let mine = Value.bytes(secrets.sealing.publicKey.bytes)
    return envelopes.flatMap { Self.sealingKeys(publishedIn: $0) }.allSatisfy { $0 == mine }
  }

  private static func sealingKeys(publishedIn envelope: [UInt8]) -> [Value] {
    let bundle: VerifiedBundle
    do { bundle = try Verification.single(envelope) } catch {
      // A damaged bundle says nothing; that it is damaged is told by whoever checks the log.
      return []
    }
    return bundle.bundle.changes.filter { $0.type == .company }.flatMap(\.fields)
      .filter { $0.number == CompanyField.sealingKey }.map(\.value)
  }

  /// What must hold before laptops are answered.
  /// - Throws: `OfficeFault.failed` with a key file in which another sealing key stands.
  package func requireSoundKeyFile() throws {
    guard try read({ try isKeyFileSound(on: $0) }) else {
      throw OfficeFault.failed(Message(.officeKeyFileDamaged))
    }
  }
}
