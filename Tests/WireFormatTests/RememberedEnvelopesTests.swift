import Fingerprint
import SeededRandom
import SyncProtocol
import Testing
import WireFormat

@Suite("An envelope that was read before")
struct RememberedEnvelopesTests {
  private enum Way: CaseIterable {
    case single, onSignedPage, stored

    func read(_ envelope: [UInt8]) -> Result<VerifiedBundle, WireFault> {
      Result { () throws(WireFault) in
        switch self {
        case .single: try Verification.single(envelope)
        case .onSignedPage: try Verification.onSignedPage(envelope)
        case .stored: try Verification.stored(envelope)
        }
      }
    }
  }

  /// Genuine ones, each under a forged signature and under another's, with a bit turned, cut and with a tail;
  /// and what is none at all.
  private func envelopes(_ random: inout SplitMix64) throws -> [[UInt8]] {
    var device = try Device(1)
    let genuine = try ["one", "two", "three"].map { try device.write($0) }
    var all: [[UInt8]] = [[], [0xFF], Array(repeating: 0, count: 64)]
    for (number, one) in genuine.enumerated() {
      let other = genuine[(number + 1) % genuine.count]
      var turned = one.bytes
      turned[random.below(turned.count)] ^= 1 << UInt8(random.below(8))
      all += [
        one.bytes, one.forged().bytes,
        HandEnvelope(bundle: one.bundle, signature: other.signature).bytes, turned,
        Array(one.bytes.dropLast(1 + random.below(40))), one.bytes + [0xC2, 0x0C, 0x01, 0x21],
      ]
    }
    return all
  }

  @Test(
    "comes to what it comes to when it is read for the first time, whatever was read in between",
    arguments: UInt64(0)..<20)
  func same(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let envelopes = try envelopes(&random)
    var remembered = RememberedEnvelopes()
    for _ in 0..<300 {
      let envelope = envelopes[random.below(envelopes.count)]
      let way = Way.allCases[random.below(3)]
      let again = RememberedEnvelopes.$inPlace.withValue(remembered) { way.read(envelope) }
      #expect(again == way.read(envelope))
      if random.below(20) == 0 { remembered = RememberedEnvelopes(after: remembered) }
    }
  }

  @Test("on a page is not thereby authentic")
  func unchecked() throws {
    var device = try Device(1)
    let forged = try device.write("one").forged().bytes
    RememberedEnvelopes.$inPlace.withValue(RememberedEnvelopes()) {
      #expect(throws: Never.self) { try Verification.onSignedPage(forged) }
      for _ in 0..<2 {
        #expect(throws: WireFault.badSignature) { try Verification.single(forged) }
      }
    }
  }
}
