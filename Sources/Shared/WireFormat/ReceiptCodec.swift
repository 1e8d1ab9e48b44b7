import ConflictFreeRecords
package import Fingerprint
import FoundationEssentials
import SwiftProtobuf
package import SyncProtocol
import VisitModel

/// Receipts as bytes. Ed25519 is deterministic, but the bytes are kept: every repetition of a bundle
/// is answered with the receipt of its first arrival.
package enum ReceiptCodec {
  package static func sign(_ receipt: Receipt, with key: SigningKey) throws -> [UInt8] {
    var body = Rounds_V1_Receipt()
    body.bundle = bytesField(receipt.bundle.bytes)
    body.scope = bytesField(receipt.scope.bytes)
    body.epoch = bytesField(receipt.epoch.bytes)
    body.receivedAtMs = receipt.receivedAt.millisecondsSince1970
    body.outcome = UInt32(receipt.outcome.rawValue)
    body.reason = UInt32(receipt.reason.rawValue)
    let bytes: [UInt8] = try body.serializedBytes()
    var message = Rounds_V1_SignedReceipt()
    message.body = bytesField(bytes)
    message.signature = bytesField(try key.signature(for: signedText(bytes)))
    return try message.serializedBytes()
  }

  /// - Throws: `WireFault` when the bytes are no receipt, or not the office's.
  package static func open(_ bytes: [UInt8], office: VerifyingKey) throws(WireFault) -> Receipt {
    let signed: Rounds_V1_SignedReceipt
    let body: Rounds_V1_Receipt
    do {
      signed = try Rounds_V1_SignedReceipt(serializedBytes: bytes)
      body = try Rounds_V1_Receipt(serializedBytes: signed.body)
    } catch { throw .malformed("not a receipt") }
    guard office.isValid(signed.signature.array, for: signedText(signed.body.array)) else {
      throw .badSignature
    }
    guard let outcome = BundleOutcome(rawValue: Int(body.outcome)) else {
      throw .malformed("a receipt's outcome")
    }
    return Receipt(
      bundle: try digest(body.bundle), scope: try scopeID(body.scope),
      epoch: try epochID(body.epoch),
      receivedAt: Instant(millisecondsSince1970: body.receivedAtMs), outcome: outcome,
      reason: HoldReason(rawValue: Int(body.reason)) ?? .none)
  }

  /// What a bundle's header names as the last receipt its writer held.
  package static func hash(_ receipt: [UInt8]) -> Digest {
    Digest(domain: "rounds receipt hash v1", receipt)
  }

  private static func signedText(_ body: [UInt8]) -> [UInt8] {
    Digest(domain: "rounds receipt v1", body).bytes
  }
}
