import CZlib

/// Reads gzip (RFC 1952) piece by piece: one member or several in a row. After damage it goes on with
/// the next member that can be found, so that one bad place does not cost the rest.
final class GzipMembers {
  enum Piece: Hashable, Sendable {
    /// Inflated bytes of the member at hand, in order.
    case bytes([UInt8])
    /// The member came to its end and its checksum holds.
    case end
    /// What is left of the member cannot be read, or stood outside any member.
    case damage
  }

  /// On the heap, because zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private var pending: [UInt8] = []
  private var isInside = false
  private let chunkBytes = 65_536

  /// - Throws: `Gzip.Fault.exhausted` when zlib gets no memory.
  init() throws(Gzip.Fault) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard
      inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .exhausted }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Takes the next bytes of the file and hands on what they come to.
  func feed(_ bytes: [UInt8], _ take: (Piece) throws -> Void) rethrows {
    pending.append(contentsOf: bytes)
    while true {
      if !isInside {
        guard try seek(take) else { return }
        inflateReset(stream)
        isInside = true
      }
      guard try expand(take) else { return }
    }
  }

  /// The file is at its end: says whether it stopped inside a member, or had bytes behind the last.
  func finish(_ take: (Piece) throws -> Void) rethrows {
    if isInside || !pending.isEmpty { try take(.damage) }
    pending = []
    isInside = false
  }

  /// Drops bytes until a member begins.
  /// - Returns: whether one was found; otherwise what might be its beginning is kept.
  private func seek(_ take: (Piece) throws -> Void) rethrows -> Bool {
    var start = 0
    while start < pending.count, !isMember(at: start) { start += 1 }
    if start > 0 { try take(.damage) }
    pending.removeFirst(start)
    return pending.count >= 3
  }

  /// The mark of gzip and its only method, as far as the bytes reach.
  private func isMember(at start: Int) -> Bool {
    zip(pending[start...], [0x1F, 0x8B, 0x08] as [UInt8]).allSatisfy { $0 == $1 }
  }

  /// Inflates once.
  /// - Returns: whether there is more to do with the bytes at hand.
  private func expand(_ take: (Piece) throws -> Void) rethrows -> Bool {
    var output = [UInt8](repeating: 0, count: chunkBytes)
    let capacity = chunkBytes
    let offered = pending.count
    let (status, left, room) = pending.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.pointee.next_in = source.baseAddress
        stream.pointee.avail_in = UInt32(clamping: source.count)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(clamping: target.count)
        let status = inflate(stream, Z_NO_FLUSH)
        return (status, Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
      }
    }
    let consumed = min(max(offered - left, 0), offered)
    let produced = capacity - room
    if produced > 0 { try take(.bytes(Array(output.prefix(produced)))) }
    switch status {
    case Z_STREAM_END:
      pending.removeFirst(consumed)
      isInside = false
      try take(.end)
      return !pending.isEmpty
    case Z_OK where consumed > 0 || produced > 0:
      pending.removeFirst(consumed)
      return !pending.isEmpty || room == 0
    case Z_OK, Z_BUF_ERROR:
      // Nothing more can be done with these bytes.
      pending.removeFirst(consumed)
      return false
    default:
      // One byte at least, so that the search does not find this member again.
      pending.removeFirst(min(max(consumed, 1), offered))
      isInside = false
      try take(.damage)
      return !pending.isEmpty
    }
  }
}
