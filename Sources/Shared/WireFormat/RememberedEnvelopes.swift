import Synchronization

/// What envelopes came to that were read and checked before, which depends on their bytes and on nothing else.
/// A simulation in which a dozen machines read the same envelopes again and again reads each once
/// (docs/decisions/0041-stories-that-share-work.md).
///
/// Only a test can put one in place, for the time of one call; a program reads and checks each envelope each
/// time it meets it.
package final class RememberedEnvelopes: Sendable {
  @TaskLocal package static var inPlace: RememberedEnvelopes?

  private struct Outcome {
    let parsed: ParsedEnvelope
    var isAuthentic: Bool?
  }

  /// Equal only when all bytes are.
  private struct Name: Hashable {
    let envelope: [UInt8]

    /// By the signature, which stands last.
    func hash(into hasher: inout Hasher) {
      envelope.withUnsafeBytes {
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0.suffix(64)))
      }
    }
  }

  private let outcomes: Mutex<[Name: Outcome]>

  package init() { outcomes = Mutex([:]) }

  /// Begins with what another one knows.
  package init(after other: RememberedEnvelopes) {
    outcomes = Mutex(other.outcomes.withLock { $0 })
  }

  /// What could not be read is not remembered.
  func parsed(_ envelope: [UInt8]) throws(WireFault) -> ParsedEnvelope {
    let name = Name(envelope: envelope)
    if let known = outcomes.withLock({ $0[name]?.parsed }) { return known }
    let parsed = try ParsedEnvelope(envelope)
    outcomes.withLock { $0[name] = Outcome(parsed: parsed) }
    return parsed
  }

  func isAuthentic(_ parsed: ParsedEnvelope) -> Bool {
    let name = Name(envelope: parsed.envelope)
    if let known = outcomes.withLock({ $0[name]?.isAuthentic }) { return known }
    let isAuthentic = parsed.isAuthentic
    outcomes.withLock { $0[name]?.isAuthentic = isAuthentic }
    return isAuthentic
  }
}

extension ParsedEnvelope {
  static func read(_ envelope: [UInt8]) throws(WireFault) -> ParsedEnvelope {
    guard let remembered = RememberedEnvelopes.inPlace else { return try ParsedEnvelope(envelope) }
    return try remembered.parsed(envelope)
  }

  /// Whether the device that it names signed it.
  var isFoundAuthentic: Bool {
    RememberedEnvelopes.inPlace?.isAuthentic(self) ?? isAuthentic
  }
}
