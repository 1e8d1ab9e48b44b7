package import Fingerprint

/// A fingerprint of a set of bundles: how many, and the sum of their ids modulo 2^256.
///
/// The same set gives the same digest in any order; adding one bundle costs four additions. (The
/// fingerprint of range-based set reconciliation, A. Meyer 2023, before its final hash.)
package struct SetDigest: Hashable, Sendable, CustomStringConvertible {
  package private(set) var count: UInt64
  /// Big-endian, 32 bytes.
  package private(set) var sum: Digest

  package static let empty = SetDigest(count: 0, sum: .zero)

  package init(count: UInt64, sum: Digest) {
    self.count = count
    self.sum = sum
  }

  package init(_ ids: some Sequence<BundleID>) {
    self = .empty
    for id in ids { insert(id) }
  }

  /// Adds an id that is not yet in the set; the caller knows, the digest cannot.
  package mutating func insert(_ id: BundleID) {
    let a = sum.words
    let b = id.words
    var carry: UInt64 = 0
    func add(_ x: UInt64, _ y: UInt64) -> UInt64 {
      let (first, overflow1) = x.addingReportingOverflow(y)
      let (second, overflow2) = first.addingReportingOverflow(carry)
      carry = overflow1 || overflow2 ? 1 : 0
      return second
    }
    let d = add(a.3, b.3)
    let c = add(a.2, b.2)
    let m = add(a.1, b.1)
    let h = add(a.0, b.0)
    sum = Digest(words: (h, m, c, d))
    count &+= 1
  }

  /// Takes out an id that is in the set; the caller knows, the digest cannot.
  package mutating func remove(_ id: BundleID) {
    // Adding the complement and one is subtraction modulo 2^256.
    let b = id.words
    var complement = SetDigest(
      count: 0, sum: Digest(words: (~b.0, ~b.1, ~b.2, ~b.3)))
    complement.insert(Digest(words: (0, 0, 0, 1)))
    insert(complement.sum)
    count &-= 2
  }

  /// `<count>:<64 hexadecimal digits>`
  package var description: String { "\(count):\(sum)" }
}
