import CZlib

/// gzip (RFC 1952) through zlib, with a cap on what may come out.
package enum Gzip {
  package enum Fault: Error, Hashable, Sendable {
    case notGzip
    case tooLarge(limit: Int)
    case exhausted
  }

  package static func compress(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    var stream = z_stream()
    // 15 window bits, +16 for the gzip wrapper; level 6 is zlib's default balance.
    guard
      deflateInit2_(
        &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .exhausted }
    defer { deflateEnd(&stream) }
    var output = [UInt8](
      repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 32)
    var input = bytes
    let produced: Int? = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(clamping: source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(clamping: target.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END
          ? target.count - Int(stream.avail_out) : nil
      }
    }
    guard let produced else { throw .exhausted }
    return Array(output.prefix(produced))
  }

  /// - Parameter limit: the most bytes that may come out; more is a bomb or a mistake.
  package static func decompress(_ bytes: [UInt8], limit: Int) throws(Fault) -> [UInt8] {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .exhausted }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var input = bytes
    let fault: Fault? = input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(clamping: source.count)
      while true {
        var status: Int32 = Z_OK
        let produced = chunk.withUnsafeMutableBufferPointer { target in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          status = inflate(&stream, Z_NO_FLUSH)
          return target.count - Int(stream.avail_out)
        }
        guard result.count + produced <= limit else { return .tooLarge(limit: limit) }
        result.append(contentsOf: chunk.prefix(produced))
        // Whatever stands behind the end was not meant for us, or is a second part we would lose.
        if status == Z_STREAM_END { return stream.avail_in == 0 ? nil : .notGzip }
        guard status == Z_OK, produced > 0 || stream.avail_in > 0 else { return .notGzip }
      }
    }
    if let fault { throw fault }
    return result
  }
}
