import CZlib

/// A body as a compressing office sends it (RFC 1952), made by zlib itself.
func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
  struct Failure: Error { let code: Int32 }
  var stream = z_stream()
  let gzipWindow: Int32 = 15 + 16
  let ready = deflateInit2_(
    &stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  guard ready == Z_OK else { throw Failure(code: ready) }
  defer { deflateEnd(&stream) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
  let code = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(target.count)
      return deflate(&stream, Z_FINISH)
    }
  }
  guard code == Z_STREAM_END else { throw Failure(code: code) }
  return Array(output.prefix(Int(stream.total_out)))
}
