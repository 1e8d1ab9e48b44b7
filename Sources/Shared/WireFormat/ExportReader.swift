import ConflictFreeRecords
import Fingerprint
import FoundationEssentials
import SwiftProtobuf
import SyncProtocol
import VisitModel

/// Reads an export piece by piece. It checks the frames, not the signatures: whoever stores a bundle
/// verifies it.
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

  mutating func read(
    _ piece: GzipMembers.Piece, _ take: (ExportFile.Item) throws -> Void
  ) rethrows {
    switch piece {
    case .bytes(let bytes):
      if isBroken { return }
      block.append(contentsOf: bytes)
      try readFrames(take)
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
    block = []
    given = nil
    isMarked = false
    isBroken = false
    if !isGood { try take(.doubtful(doubtful)) }
  }

  mutating func finish(_ take: (ExportFile.Item) throws -> Void) rethrows {
    if !isEnded { try take(.cut(number: next)) }
  }

  private mutating func readFrames(_ take: (ExportFile.Item) throws -> Void) rethrows {
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
      if number > next { try take(.missing(next...(number - 1))) }
      if number < next { try take(.doubtful(number...number)) }
      next = max(next, number + 1)
      given = (given?.lowerBound ?? number)...number
      // A kind of a later program is passed over; its number counts.
      if let kind { try read(kind, number, Array(block[contents..<(contents + length)]), take) }
      start = contents + length
    }
  }

  private mutating func breakOff(_ start: inout Int) {
    isBroken = true
    start = block.count
  }

  private mutating func read(
    _ kind: ExportFile.Kind, _ number: Int, _ contents: [UInt8],
    _ take: (ExportFile.Item) throws -> Void
  ) rethrows {
    switch kind {
    case .head: try take(head(contents).map(ExportFile.Item.head) ?? .damaged(number: number))
    case .enrolment: try take(.enrolment(number: number, envelope: contents))
    case .bundle: try readBundle(number, contents, take)
    case .end:
      guard contents.count == 40, let sum = Digest(bytes: contents[8...]) else {
        return try take(.damaged(number: number))
      }
      isEnded = true
      try take(.end(SetDigest(count: ExportFile.number(contents[..<8]), sum: sum)))
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

  private func readBundle(
    _ number: Int, _ contents: [UInt8], _ take: (ExportFile.Item) throws -> Void
  ) rethrows {
    guard let message = try? Rounds_V1_PushedBundle(serializedBytes: contents),
      message.keys.count <= 256
    else { return try take(.damaged(number: number)) }
    // A key that is none is left out and told of; the bundle is worth keeping without it.
    let bundle = PushedBundle(
      envelope: message.envelope.array, keys: message.keys.compactMap { try? $0.value() })
    try take(.bundle(number: number, bundle))
    if bundle.keys.count < message.keys.count {
      let id = Verification.identity(bundle.envelope)
      try take(.malformedKeys(number: number, bundle: id))
    }
  }
}
