package import ConflictFreeRecords
package import Fingerprint
import FoundationEssentials
import SwiftProtobuf
import VisitModel

/// A bundle whose bytes are well-formed and authentic. Only this room makes one, and a store takes
/// nothing else.
package struct VerifiedBundle: Hashable, Sendable {
  /// SHA-256 of the domain tag and the bundle's bytes.
  package let id: BundleID
  package let bundle: Bundle
  /// Bundle bytes and signature, as first written.
  package let envelope: [UInt8]
  /// What the next bundle of this device names as `previous`.
  package let link: Digest

  init(_ parsed: ParsedEnvelope) {
    id = parsed.id
    bundle = parsed.bundle
    envelope = parsed.envelope
    link = parsed.link
  }
}

/// The identity of a bundle's bytes.
package func bundleIdentity(_ bytes: [UInt8]) -> BundleID {
  Digest(domain: "rounds bundle v1", bytes)
}

/// What an Ed25519 signature of a bundle is over.
func signedMessage(_ id: BundleID) -> [UInt8] {
  Digest(domain: "rounds signature v1", id.bytes).bytes
}

/// Well-formed, but nobody has looked at the signature yet.
struct ParsedEnvelope {
  let id: BundleID
  let bundle: Bundle
  let envelope: [UInt8]
  let link: Digest
  let signature: [UInt8]

  init(_ envelope: [UInt8]) throws(WireFault) {
    guard envelope.count <= Bounds.bundleBytesMax + 128 else {
      throw .tooLarge(limit: Bounds.bundleBytesMax)
    }
    let message: Rounds_V1_Envelope
    do { message = try Rounds_V1_Envelope(serializedBytes: envelope) } catch {
      throw .malformed("not an envelope")
    }
    guard message.signature.count == 64 else { throw .malformed("a signature of 64 bytes") }
    let bytes = message.bundle.array
    id = bundleIdentity(bytes)
    bundle = try BundleCodec.decode(bytes)
    self.envelope = envelope
    signature = message.signature.array
    link = Digest(domain: "rounds envelope v1", bytes, signature)
  }

  var isAuthentic: Bool {
    bundle.header.device.isValid(signature, for: signedMessage(id))
  }
}

/// Checks envelopes as they come from files, networks and people.
package enum Verification {
  /// Checks one envelope alone.
  package static func single(_ envelope: [UInt8]) throws(WireFault) -> VerifiedBundle {
    let parsed = try ParsedEnvelope.read(envelope)
    guard parsed.isFoundAuthentic else { throw .badSignature }
    return VerifiedBundle(parsed)
  }

  /// Reads an envelope of a page whose own signature, the office's, was checked: the office checks
  /// every bundle's signature before it admits it, so here the bytes and the hashes suffice.
  package static func onSignedPage(_ envelope: [UInt8]) throws(WireFault) -> VerifiedBundle {
    VerifiedBundle(try ParsedEnvelope.read(envelope))
  }

  /// Reads back an envelope that this replica verified before it stored it.
  package static func stored(_ envelope: [UInt8]) throws(WireFault) -> VerifiedBundle {
    VerifiedBundle(try ParsedEnvelope.read(envelope))
  }

  /// The identity of an envelope's bundle bytes even where the bundle cannot be read, so that a
  /// fault can be reported against it.
  package static func identity(_ envelope: [UInt8]) -> BundleID {
    guard let message = try? Rounds_V1_Envelope(serializedBytes: envelope) else {
      return bundleIdentity(envelope)
    }
    return bundleIdentity(message.bundle.array)
  }
}

/// Writes bundles: the only place where one is signed.
package enum Signing {
  /// Encodes and signs a bundle whose header names the key's public half.
  /// - Throws: `WireFault` when it is too large or breaks a bound; nothing was signed then.
  package static func sign(_ bundle: Bundle, with key: SigningKey) throws -> VerifiedBundle {
    let bytes = try BundleCodec.encode(bundle)
    let id = bundleIdentity(bytes)
    let signature = try key.signature(for: signedMessage(id))
    let envelope = try BundleCodec.envelope(bundle: bytes, signature: signature)
    return VerifiedBundle(try ParsedEnvelope.read(envelope))
  }
}
