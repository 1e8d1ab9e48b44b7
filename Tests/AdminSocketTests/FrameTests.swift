import AdminSocket
import SeededRandom
import Testing

@Suite("A frame on the admin socket")
struct FrameTests {
  private static let sizes = [0, 1, 4, 5, 255, 256, 65_535, 65_536, 300_000]

  private static func samples() throws -> [Frame] {
    var random = SplitMix64(seed: 3)
    return try Frame.Kind.allCases.flatMap { kind in
      try sizes.map { size in
        try Frame(kind, (0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) })
      }
    }
  }

  @Test("is read as it was written, with its length first, most significant byte first")
  func roundTrip() throws {
    for frame in try Self.samples() {
      var decoder = FrameDecoder()
      decoder.append(frame.encoded)
      #expect(try decoder.next() == frame)
      #expect(try decoder.next() == nil)
    }
    #expect(try Frame(.message, [1, 2, 3]).encoded == [0, 0, 0, 3, 0x4D, 1, 2, 3])
    #expect(
      try Frame(.last, Array(repeating: 7, count: 0x0102)).encoded.prefix(5) == [0, 0, 1, 2, 0x4C])
  }

  @Test("is not there until its last byte is, wherever the bytes before it end")
  func truncated() throws {
    let frame = try Frame(.piece, Array("走訪 rounds".utf8))
    let bytes = frame.encoded
    for end in bytes.indices {
      var decoder = FrameDecoder()
      decoder.append(bytes[..<end])
      #expect(try decoder.next() == nil, "\(end)")
      decoder.append(bytes[end...])
      #expect(try decoder.next() == frame, "\(end)")
    }
  }

  @Test("is found in any portions of a longer stream")
  func portions() throws {
    let frames = try Self.samples()
    let stream = frames.flatMap(\.encoded)
    var random = SplitMix64(seed: 4)
    for _ in 0..<20 {
      var decoder = FrameDecoder()
      var found: [Frame] = []
      var position = 0
      while position < stream.count {
        let end = min(stream.count, position + 1 + random.below(100_000))
        decoder.append(stream[position..<end])
        position = end
        while let frame = try decoder.next() { found.append(frame) }
      }
      #expect(found == frames)
    }
  }

  @Test("longer than the bound is refused by its head alone, and never made")
  func tooLong() throws {
    _ = try Frame(.last, Array(repeating: 0, count: Frame.bytesMax))
    #expect(throws: FrameFault.tooLong(Frame.bytesMax + 1)) {
      try Frame(.last, Array(repeating: 0, count: Frame.bytesMax + 1))
    }
    let over = UInt32(Frame.bytesMax + 1)
    for length in [over, 0x0100_0000, 0x7FFF_FFFF, 0x8000_0000, .max] {
      let head = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> UInt32($0)) }
      var decoder = FrameDecoder()
      decoder.append(head + [0x4D])
      #expect(throws: FrameFault.tooLong(Int(length))) { try decoder.next() }
      // What comes later does not mend it.
      decoder.append(head)
      #expect(throws: FrameFault.tooLong(Int(length))) { try decoder.next() }
    }
  }

  @Test("of an unknown kind is refused")
  func unknownKind() {
    let known = Set(Frame.Kind.allCases.map(\.rawValue))
    for kind in (0...255).map({ UInt8($0) }) where !known.contains(kind) {
      var decoder = FrameDecoder()
      decoder.append([0, 0, 0, 1, kind])
      #expect(throws: FrameFault.unknownKind(kind)) { try decoder.next() }
    }
  }

  @Test("is read from no noise that is not one, and no noise stops the program")
  func noise() {
    var random = SplitMix64(seed: 5)
    var refused = 0
    for _ in 0..<20_000 {
      var decoder = FrameDecoder()
      decoder.append((0..<random.below(40)).map { _ in UInt8(truncatingIfNeeded: random.next()) })
      do { while try decoder.next() != nil {} } catch { refused += 1 }
    }
    #expect(refused > 10_000)
  }
}
