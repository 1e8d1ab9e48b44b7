import ConflictFreeRecords
import Fingerprint
import SyncProtocol
import Testing
import VisitModel
import WireFormat

/// A receipt's parts by hand, signed by whoever is asked.
private func receiptByHand(
  bundle: [UInt8] = digest(1).bytes, outcome: UInt64 = 1, reason: UInt64 = 0,
  domain: StaticString = "rounds receipt v1", key: SigningKey
) throws -> [UInt8] {
  let body = ProtoWriter {
    $0.blob(1, bundle)
    $0.blob(2, site.bytes)
    $0.blob(3, MessageSamples.epoch.bytes)
    $0.signed(4, 1_790_000_000_123)
    $0.number(5, outcome)
    $0.number(6, reason)
  }.bytes
  let signature = try key.signature(for: Digest(domain: domain, body).bytes)
  return ProtoWriter {
    $0.blob(1, body)
    $0.blob(2, signature)
  }.bytes
}

@Suite("A receipt")
struct ReceiptTests {
  @Test("says what the office said, for every outcome and reason", arguments: HoldReason.allCases)
  func roundTrip(_ reason: HoldReason) throws {
    let key = try signingKey(1)
    for outcome in BundleOutcome.allCases {
      let receipt = Receipt(
        bundle: digest(1), scope: site, epoch: MessageSamples.epoch,
        receivedAt: Instant(millisecondsSince1970: -5), outcome: outcome, reason: reason)
      let bytes = try ReceiptCodec.sign(receipt, with: key)
      #expect(try ReceiptCodec.open(bytes, office: key.verifyingKey) == receipt)
    }
  }

  @Test("is signed over what the specification says")
  func specification() throws {
    let key = try signingKey(1)
    let bytes = try receiptByHand(outcome: 3, reason: 2, key: key)
    let expected = MessageSamples.receipt
    #expect(try ReceiptCodec.open(bytes, office: key.verifyingKey) == expected)
  }

  @Test("of another office is refused")
  func otherKey() throws {
    let bytes = try ReceiptCodec.sign(MessageSamples.receipt, with: signingKey(1))
    let other = try signingKey(2).verifyingKey
    #expect(throws: WireFault.badSignature) { try ReceiptCodec.open(bytes, office: other) }
  }

  @Test("signed for another purpose is refused")
  func otherDomain() throws {
    let key = try signingKey(1)
    let bytes = try receiptByHand(domain: "rounds signature v1", key: key)
    #expect(throws: WireFault.badSignature) {
      try ReceiptCodec.open(bytes, office: key.verifyingKey)
    }
  }

  @Test("with any bit turned is refused")
  func damaged() throws {
    let key = try signingKey(1)
    let bytes = try ReceiptCodec.sign(MessageSamples.receipt, with: key)
    var accepted: [Int] = []
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << UInt8(index % 8)
      if (try? ReceiptCodec.open(damaged, office: key.verifyingKey)) != nil {
        accepted.append(index)
      }
    }
    #expect(accepted == [])
  }

  @Test("properly signed and made of the wrong parts is refused")
  func malformed() throws {
    let key = try signingKey(1)
    let office = key.verifyingKey
    let short = try receiptByHand(bundle: [1, 2, 3], key: key)
    #expect(throws: WireFault.malformed("a digest of 32 bytes")) {
      try ReceiptCodec.open(short, office: office)
    }
    for outcome in [UInt64(0), 5] {
      let bytes = try receiptByHand(outcome: outcome, key: key)
      #expect(throws: WireFault.malformed("a receipt's outcome")) {
        try ReceiptCodec.open(bytes, office: office)
      }
    }
    // A reason that a later office gives is no reason to doubt the receipt.
    let later = try receiptByHand(reason: 500, key: key)
    #expect(try ReceiptCodec.open(later, office: office).reason == HoldReason.none)
  }

  @Test("is named in headers by a hash of its bytes")
  func hash() throws {
    let bytes = try ReceiptCodec.sign(MessageSamples.receipt, with: signingKey(1))
    #expect(ReceiptCodec.hash(bytes) == Digest(domain: "rounds receipt hash v1", bytes))
    #expect(ReceiptCodec.hash(bytes) != ReceiptCodec.hash(bytes + [0]))
  }
}
