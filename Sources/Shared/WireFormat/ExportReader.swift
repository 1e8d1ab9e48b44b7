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
  /// The number of the frame before, in this member.
  private var previous: Int?
  private var isEnded = false

  mutating func read(
    _ piece: GzipMembers.Piece, _ take: (ExportFile.Item) throws -> Void
  ) rethrows {
    switch piece {
    case .bytes(let bytes):
      if isBroken { return }
      block.append(contentsOf: bytes)
      try readFrames(take)
    case .end, .damage:
      block = []
      previous = nil
      isMarked = false
      isBroken = false
    }
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
      guard let kind = ExportFile.Kind(rawValue: block[start]), length <= ExportFile.frameBytesMax,
        previous.map({ number == $0 + 1 }) ?? (number < next + 1_000_000), !isEnded
      else { return breakOff(&start) }
      let contents = start + ExportFile.frameHeadBytes
      guard block.count - contents >= length else { return }
      if number > next { try take(.missing(next...(number - 1))) }
      next = max(next, number + 1)
      previous = number
      try read(kind, number, Array(block[contents..<(contents + length)]), take)
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
    case .bundle:
      try take(
        bundle(contents).map { ExportFile.Item.bundle(number: number, $0) }
          ?? .damaged(number: number))
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

  private func bundle(_ contents: [UInt8]) -> PushedBundle? {
    guard let message = try? Rounds_V1_PushedBundle(serializedBytes: contents),
      message.keys.count <= 256
    else { return nil }
    // A key that is none is left out; the bundle is worth keeping without it.
    return PushedBundle(
      envelope: message.envelope.array, keys: message.keys.compactMap { try? $0.value() })
  }
}
