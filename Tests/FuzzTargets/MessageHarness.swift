import Fingerprint
import SyncProtocol
import WireFormat

/// Every reader of a message gets every input. What it reads, it writes and reads again as the same.
struct MessageHarness: Harness {
  mutating func take(_ input: [UInt8]) throws {
    try same(input, "a sync request", SyncCodec.decodeRequest) { try SyncCodec.encode($0) }
    try same(input, "a sync answer", SyncCodec.decodeResponse) { try SyncCodec.encode($0) }
    try same(input, "an offer of ids", RepairCodec.decodeHaveRequest) {
      try RepairCodec.encode($0)
    }
    try same(input, "an answer to ids", RepairCodec.decodeHaveResponse) {
      try RepairCodec.encode($0)
    }
    try same(input, "a request for keys", RepairCodec.decodeKeysRequest) {
      try RepairCodec.encodeKeysRequest($0)
    }
    try same(input, "an answer with keys", RepairCodec.decodeKeysResponse) {
      try RepairCodec.encode($0)
    }
    try same(input, "a list of keys", RepairCodec.decodeKeyList) {
      try RepairCodec.encodeKeyList($0)
    }
    try same(input, "an enrolment", EnrolCodec.decodeResponse) { try EnrolCodec.encode($0) }
    try same(input, "an enrolment's secret", EnrolCodec.decodeSecret) { try EnrolCodec.encode($0) }
    if let code = try? EnrolCodec.decodeRequest(input) {
      let again = try EnrolCodec.decodeRequest(try EnrolCodec.encodeRequest(code))
      try require(
        again?.id == code.id && again?.sealed == code.sealed,
        "a request to enrol reads as another")
    }
    let believed = ["/v1/sync", "/v1/have", "/v1/keys"].filter {
      (try? SignedRequest(path: $0, input)) != nil
    }
    try require(believed.count <= 1, "one signature serves two paths")
    if let office = SigningKey(seed: [UInt8](repeating: 9, count: 32))?.verifyingKey {
      try require((try? ReceiptCodec.open(input, office: office)) == nil, "a receipt is believed")
      try require(
        (try? SignedResponse.open(path: "/v1/sync", request: [], input, office: office)) == nil,
        "an unsigned answer is believed")
    }
    _ = try? SignedResponse.unchecked(input)
    if let plain = try? Gzip.decompress(input, limit: 1 << 20) {
      try require(plain.count <= 1 << 20, "inflated beyond the limit")
    }
  }

  private func same<Message: Equatable>(
    _ input: [UInt8], _ name: String, _ read: ([UInt8]) throws(WireFault) -> Message,
    _ write: (Message) throws -> [UInt8]
  ) throws {
    let message: Message
    do { message = try read(input) } catch { return }
    let again = try read(try write(message))
    try require(again == message, "\(name) written again reads as another")
  }
}
