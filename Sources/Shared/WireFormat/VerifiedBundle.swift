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
    let parsed = try ParsedEnvelope(envelope)
    guard parsed.isAuthentic else { throw .badSignature }
    return VerifiedBundle(parsed)
  }

  /// Checks many envelopes with one signature for each unbroken run of a device.
  ///
  /// `previous` covers the previous envelope with its signature, so a checked signature vouches for
  /// the whole run of links before it. Where the newest of a run fails, each of the run is checked
  /// alone, so that one bad envelope never condemns its neighbours.
  /// - Returns: for each envelope, in order, the bundle or what is wrong with it.
  package static func batch(_ envelopes: [[UInt8]]) -> [Result<VerifiedBundle, WireFault>] {
    let parsed = envelopes.map { envelope in
      Result { () throws(WireFault) in try ParsedEnvelope(envelope) }
    }
    var byLink: [Digest: Int] = [:]
    for (index, result) in parsed.enumerated() {
      if case .success(let one) = result { byLink[one.link] = index }
    }
    /// The held predecessor of each envelope, and which envelopes are nobody's predecessor.
    var before: [Int: Int] = [:]
    var isFollowed: Set<Int> = []
    for (index, result) in parsed.enumerated() {
      guard case .success(let one) = result, let previous = one.bundle.header.previous,
        let earlier = byLink[previous], case .success(let other) = parsed[earlier],
        other.bundle.header.device == one.bundle.header.device
      else { continue }
      before[index] = earlier
      isFollowed.insert(earlier)
    }
    var vouched: Set<Int> = []
    for (index, result) in parsed.enumerated() where !isFollowed.contains(index) {
      guard case .success(let newest) = result, newest.isAuthentic else { continue }
      var next: Int? = index
      while let current = next, vouched.insert(current).inserted { next = before[current] }
    }
    return parsed.enumerated().map { index, result in
      switch result {
      case .failure(let fault): return .failure(fault)
      case .success(let one):
        return vouched.contains(index) || one.isAuthentic
          ? .success(VerifiedBundle(one)) : .failure(.badSignature)
      }
    }
  }

  /// Reads back an envelope that this replica verified before it stored it.
  package static func stored(_ envelope: [UInt8]) throws(WireFault) -> VerifiedBundle {
    VerifiedBundle(try ParsedEnvelope(envelope))
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
    return VerifiedBundle(try ParsedEnvelope(envelope))
  }
}
