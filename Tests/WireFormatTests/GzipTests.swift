import SeededRandom
import Testing
import WireFormat

@Suite("A gzip stream")
struct GzipTests {
  @Test(
    "opens to what was packed, at any size up to the limit",
    arguments: [0, 1, 2, 1000, 65_535, 65_536, 65_537, 131_072, 1_000_000])
  func roundTrip(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    let noise = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    for bytes in [noise, Array(repeating: 0x41, count: count)] {
      let packed = try Gzip.compress(bytes)
      #expect(try Gzip.decompress(packed, limit: count) == bytes)
      #expect(packed.prefix(2) == [0x1F, 0x8B])
    }
  }

  @Test("of nothing is a stream all the same")
  func empty() throws {
    let packed = try Gzip.compress([])
    #expect(!packed.isEmpty)
    #expect(try Gzip.decompress(packed, limit: 0).isEmpty)
    #expect(throws: Gzip.Fault.notGzip) { try Gzip.decompress([], limit: 100) }
  }

  @Test("that opens to more than the limit is refused, by one byte or a thousandfold")
  func bomb() throws {
    let zeros = try Gzip.compress(Array(repeating: 0, count: 4_000_000))
    #expect(zeros.count < 8_000)
    for limit in [0, 1, 65_535, 65_536, 3_999_999] {
      #expect(throws: Gzip.Fault.tooLarge(limit: limit)) {
        try Gzip.decompress(zeros, limit: limit)
      }
    }
    #expect(try Gzip.decompress(zeros, limit: 4_000_000).count == 4_000_000)
  }

  @Test("cut at any byte is refused")
  func truncated() throws {
    let packed = try Gzip.compress(Array("走訪走訪走訪 rounds rounds rounds".utf8))
    var accepted: [Int] = []
    for count in packed.indices
    where (try? Gzip.decompress(Array(packed.prefix(count)), limit: 1000)) != nil {
      accepted.append(count)
    }
    #expect(accepted == [])
  }

  @Test("whose content was changed does not pass its checksum")
  func checksum() throws {
    let text = Array("rounds rounds rounds".utf8)
    var packed = try Gzip.compress(text)
    // The last eight bytes are the checksum and the length of what was packed.
    for place in packed.count - 8..<packed.count {
      packed[place] ^= 1
      #expect(throws: Gzip.Fault.notGzip) { try Gzip.decompress(packed, limit: 1000) }
      packed[place] ^= 1
    }
    #expect(try Gzip.decompress(packed, limit: 1000) == text)
  }

  @Test(
    "is not any other bytes",
    arguments: [
      [0x00], [0x1F], [0x1F, 0x8B], Array("GET / HTTP/1.1".utf8), [0x78, 0x9C, 0x03, 0x00],
      Array(repeating: 0x1F, count: 100),
    ] as [[UInt8]])
  func garbage(_ bytes: [UInt8]) {
    #expect(throws: Gzip.Fault.notGzip) { try Gzip.decompress(bytes, limit: 1000) }
  }
}
