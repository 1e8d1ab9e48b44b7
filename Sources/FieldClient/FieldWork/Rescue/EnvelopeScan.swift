import VisitModel

/// Finds what may be an envelope anywhere in raw bytes: whatever a file was, a bundle that lies in it in
/// one piece can be taken out again.
///
/// An envelope is the tag of the bundle, its length, the bundle, then the tag, the length 64 and the
/// signature (protocol/README.md); a bundle begins with the tag of its header. Whether it is one shows
/// when its signature is checked.
struct EnvelopeScan {
  private var window: [UInt8] = []
  private let longest = Bounds.bundleBytesMax + 128
  private static let bundleTag: UInt8 = 0x0A
  private static let signatureMark: [UInt8] = [0x12, 0x40]

  /// Takes the next bytes of a file and hands on what may be envelopes.
  mutating func feed(_ bytes: [UInt8], _ take: ([UInt8]) throws -> Void) rethrows {
    window.append(contentsOf: bytes)
    guard window.count > longest * 4 else { return }
    let done = try scan(through: window.count - longest, take)
    window.removeFirst(min(done, window.count))
  }

  mutating func finish(_ take: ([UInt8]) throws -> Void) rethrows {
    _ = try scan(through: window.count, take)
    window = []
  }

  /// - Returns: up to where there can be no beginning any more.
  private func scan(
    through end: Int, _ take: ([UInt8]) throws -> Void
  ) rethrows -> Int {
    var place = 0
    while place < end {
      if let length = envelope(at: place) {
        try take(Array(window[place..<(place + length)]))
      }
      place += 1
    }
    return place
  }

  /// How long an envelope at this place would be; nothing when none can begin here.
  private func envelope(at place: Int) -> Int? {
    guard window[place] == Self.bundleTag, place + 4 < window.count else { return nil }
    var length = 0
    var start = place + 1
    for shift in [0, 7, 14] {
      guard start < window.count else { return nil }
      let byte = window[start]
      start += 1
      length |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 { break }
    }
    let signature = start + length
    guard length >= 100, length <= Bounds.bundleBytesMax, signature + 66 <= window.count,
      window[start] == Self.bundleTag,
      window[signature] == Self.signatureMark[0], window[signature + 1] == Self.signatureMark[1]
    else { return nil }
    return signature + 66 - place
  }
}
