import ConflictFreeRecords
import Fingerprint
import FoundationEssentials
import SwiftProtobuf
import SyncProtocol
import VisitModel

/// Reads an export piece by piece. It checks the frames, not the signatures: whoever stores a bundle
/// verifies it. Household keys have none, so it hands them on only when the checksum of their member is
/// known to hold.
package struct ExportReader {
  private let gzip: GzipMembers
  private var frames = FrameReader()

  /// - Throws: `Gzip.Fault.exhausted` when there is no memory.
  package init() throws { gzip = try GzipMembers() }

  /// Takes the next bytes of the file.
  package mutating func feed(
    _ bytes: [UInt8], _ take: (ExportFile.Item) throws -> Void
  ) rethrows {
    var reader = frames
    defer { frames = reader }
    try gzip.feed(bytes) { try reader.read($0, take) }
  }

  /// The file is at its end.
  package mutating func finish(_ take: (ExportFile.Item) throws -> Void) rethrows {
    var reader = frames
    defer { frames = reader }
    try gzip.finish { try reader.read($0, take) }
    try reader.finish(take)
  }
}

/// Frames out of inflated members.
private struct FrameReader {
  private var block: [UInt8] = []
  private var isMarked = false
  /// Something in this member is no frame; the rest of it is passed over.
  private var isBroken = false
  /// The first number that has not come.
  private var next = 0
  /// The numbers of the frames that this member gave.
  private var given: ClosedRange<Int>?
  private var isEnded = false
  /// What this member gave, until it is known whether its keys are good.
  private var held: [ExportFile.Item] = []
  /// What its frames come to, in bytes.
  private var weight = 0

  mutating func read(
    _ piece: GzipMembers.Piece, _ take: (ExportFile.Item) throws -> Void
  ) rethrows {
    switch piece {
    case .bytes(let bytes):
      if isBroken { return }
      block.append(contentsOf: bytes)
      readFrames()
      if weight > ExportFile.heldBytesMax { try release(withKeys: false, take) }
    case .end:
      let isGood = isMarked && !isBroken && block.isEmpty
      try leaveMember(isGood: isGood, take)
    case .damage: try leaveMember(isGood: false, take)
    }
  }

  private mutating func leaveMember(
    isGood: Bool, _ take: (ExportFile.Item) throws -> Void
  ) rethrows {
    let doubtful = given
    try release(withKeys: isGood && weight <= ExportFile.heldBytesMax, take)
    block = []
    weight = 0
    given = nil
    isMarked = false
    isBroken = false
    if !isGood { try take(.doubtful(doubtful)) }
  }

  /// Hands on what was held back.
  private mutating func release(
    withKeys: Bool, _ take: (ExportFile.Item) throws -> Void
  ) rethrows {
    let items = held
    held = []
    for item in items {
      guard !withKeys, case .bundle(let number, let bundle) = item, !bundle.keys.isEmpty else {
        try take(item)
        continue
      }
      try take(.bundle(number: number, PushedBundle(envelope: bundle.envelope, keys: [])))
      let id = Verification.identity(bundle.envelope)
      try take(.doubtfulKeys(number: number, bundle: id))
    }
  }

  mutating func finish(_ take: (ExportFile.Item) throws -> Void) rethrows {
    if !isEnded { try take(.cut(number: next)) }
  }

  private mutating func readFrames() {
    var start = 0
    defer { block.removeFirst(min(start, block.count)) }
    if !isMarked {
      guard block.count >= ExportFile.mark.count else { return }
      guard block.starts(with: ExportFile.mark) else { return breakOff(&start) }
      isMarked = true
      start = ExportFile.mark.count
    }
    while block.count - start >= ExportFile.frameHeadBytes {
      let number = Int(clamping: ExportFile.number(block[(start + 1)..<(start + 5)]))
      let length = Int(clamping: ExportFile.number(block[(start + 5)..<(start + 9)]))
      // Without a gap in a member. Between members some may be lost; a number that leaps far ahead is
      // none, and one that falls back follows such a one.
      guard length <= ExportFile.frameBytesMax,
        given.map({ number == $0.upperBound + 1 }) ?? (number < next + 1_000_000), !isEnded
      else { return breakOff(&start) }
      let kind = ExportFile.Kind(rawValue: block[start])
      let contents = start + ExportFile.frameHeadBytes
      guard block.count - contents >= length else { return }
      if number > next { held.append(.missing(next...(number - 1))) }
      if number < next { held.append(.doubtful(number...number)) }
      next = max(next, number + 1)
      given = (given?.lowerBound ?? number)...number
      weight += ExportFile.frameHeadBytes + length
      // A kind of a later program is passed over; its number counts.
      if let kind { read(kind, number, Array(block[contents..<(contents + length)])) }
      start = contents + length
    }
  }

  private mutating func breakOff(_ start: inout Int) {
    isBroken = true
    start = block.count
  }

  private mutating func read(_ kind: ExportFile.Kind, _ number: Int, _ contents: [UInt8]) {
    switch kind {
    case .head: held.append(head(contents).map(ExportFile.Item.head) ?? .damaged(number: number))
    case .enrolment: held.append(.enrolment(number: number, envelope: contents))
    case .bundle: readBundle(number, contents)
    case .end:
      guard contents.count == 40, let sum = Digest(bytes: contents[8...]) else {
        held.append(.damaged(number: number))
        return
      }
      isEnded = true
      held.append(.end(SetDigest(count: ExportFile.number(contents[..<8]), sum: sum)))
    }
  }

  private func head(_ contents: [UInt8]) -> ExportFile.Head? {
    guard contents.count >= 56, let office = VerifyingKey(bytes: contents[..<32]),
      let company = ScopeID(bytes: contents[32..<48])
    else { return nil }
    return ExportFile.Head(
      office: office, company: company,
      officeName: String(decoding: contents[56...], as: UTF8.self),
      writtenAt: Instant(
        millisecondsSince1970: Int64(clamping: ExportFile.number(contents[48..<56]))))
  }

  private mutating func readBundle(_ number: Int, _ contents: [UInt8]) {
    guard let message = try? Rounds_V1_PushedBundle(serializedBytes: contents),
      message.keys.count <= Bounds.bundleKeysMax
    else {
      held.append(.damaged(number: number))
      return
    }
    // A key that is none is left out and told of; the bundle is worth keeping without it.
    let bundle = PushedBundle(
      envelope: message.envelope.array, keys: message.keys.compactMap { try? $0.value() })
    held.append(.bundle(number: number, bundle))
    if bundle.keys.count < message.keys.count {
      let id = Verification.identity(bundle.envelope)
      held.append(.malformedKeys(number: number, bundle: id))
    }
  }
}
