/// One piece of the conversation on the admin socket.
///
/// Its bytes: the length of the content in four bytes, most significant first; one byte for the
/// kind; the content.
package struct Frame: Hashable, Sendable {
  package enum Kind: UInt8, CaseIterable, Sendable {
    /// One JSON object.
    case message = 0x4D
    /// Some bytes of a sequence of which more follow.
    case piece = 0x50
    /// The rest of a sequence of bytes; a short sequence is this alone.
    case last = 0x4C
  }

  /// The most bytes of content. A command line is shorter (`ARG_MAX` is 2 MiB), and a file or an
  /// output of any size travels in pieces.
  package static let bytesMax = 4 * 1024 * 1024
  static let headBytes = 5

  package let kind: Kind
  package let bytes: [UInt8]

  /// - Throws: `FrameFault.tooLong` above `bytesMax`.
  package init(_ kind: Kind, _ bytes: [UInt8]) throws(FrameFault) {
    guard bytes.count <= Self.bytesMax else { throw .tooLong(bytes.count) }
    self.kind = kind
    self.bytes = bytes
  }

  package var encoded: [UInt8] {
    let length = UInt32(clamping: bytes.count)
    var whole: [UInt8] = [
      UInt8(truncatingIfNeeded: length >> 24), UInt8(truncatingIfNeeded: length >> 16),
      UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length), kind.rawValue,
    ]
    whole.append(contentsOf: bytes)
    return whole
  }
}

/// What cannot be a frame. Nothing after it can be read: there is no way to find the next one.
package enum FrameFault: Error, Hashable, Sendable {
  /// In bytes of content.
  case tooLong(Int)
  case unknownKind(UInt8)
}

/// Finds frames in bytes that come in any portions.
package struct FrameDecoder: Sendable {
  private var waiting: [UInt8] = []

  package init() {}

  package mutating func append(_ bytes: some Sequence<UInt8>) { waiting.append(contentsOf: bytes) }

  /// - Returns: nothing until all of a frame has come. A length or kind that cannot be is refused at
  ///   once: nobody makes us keep more than one frame.
  package mutating func next() throws(FrameFault) -> Frame? {
    guard waiting.count >= Frame.headBytes else { return nil }
    let length = waiting.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard length <= Frame.bytesMax else { throw .tooLong(length) }
    guard let kind = Frame.Kind(rawValue: waiting[4]) else { throw .unknownKind(waiting[4]) }
    let end = Frame.headBytes + length
    guard waiting.count >= end else { return nil }
    let frame = try Frame(kind, Array(waiting[Frame.headBytes..<end]))
    waiting.removeFirst(end)
    return frame
  }
}
