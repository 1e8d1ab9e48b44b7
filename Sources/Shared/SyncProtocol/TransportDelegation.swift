package import Fingerprint

/// The device's word that another key may sign requests in its name.
///
/// A laptop whose vault is locked cannot use its signing key and must still sync. The transport key
/// signs requests and nothing else: a bundle names the device and is checked against the device's own
/// key, and household keys are wrapped to the device's sealing key.
package enum TransportDelegation {
  /// What `delegation` signs: SHA-256 of the tag, a zero byte and the transport key.
  package static func message(_ transportKey: VerifyingKey) -> [UInt8] {
    Digest(domain: "rounds transport v1", transportKey.bytes).bytes
  }
}
