import Fingerprint
package import VisitModel

/// The 32 random bytes minted when a site is imported, from which every draw of it follows.
package struct SiteSeed: Hashable, Sendable {
  package let bytes: [UInt8]

  /// - Returns: nothing unless there are exactly 32 bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// HMAC-SHA-256(site seed, "rounds round v1" ‖ 0 ‖ number as four bytes, big-endian): the same on
  /// every replica, another in every round, so that nobody is first in each.
  package func round(_ number: Int) -> RoundSeed {
    let word = UInt32(clamping: number)
    let digits = stride(from: UInt32(24), through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: word >> $0)
    }
    return RoundSeed(
      bytes: KeyedHash.sha256(key: bytes, Array("rounds round v1".utf8) + [0] + digits))
  }
}

package struct RoundSeed: Hashable, Sendable {
  package let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The household's permanent random number in this round.
  ///
  /// Negative coordination of samples by permanent random numbers: Brewer, Early & Joyce 1972;
  /// Ohlsson 1995; SAMU, Statistics Sweden.
  package func number(of household: RecordID) -> PermanentRandomNumber {
    let code = KeyedHash.sha256(key: bytes, household.bytes)
    return PermanentRandomNumber(
      fraction: code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, household: household)
  }
}

/// A 64-bit fraction of one, fixed for a household and a round; the household breaks ties.
package struct PermanentRandomNumber: Hashable, Comparable, Sendable {
  package let fraction: UInt64
  package let household: RecordID

  package static func < (a: Self, b: Self) -> Bool {
    (a.fraction, a.household) < (b.fraction, b.household)
  }
}

/// Which laptops of a site may draw, and which household belongs to which of them.
package struct SlotList: Hashable, Sendable {
  package let version: Int
  /// Never empty.
  package let names: [String]

  /// One slot, the supervisor's.
  package static let standard = SlotList(version: 0, names: ["supervisor"])

  private init(version: Int, names: [String]) {
    self.version = version
    self.names = names
  }

  /// - Returns: nothing for an empty list or a repeated name.
  package init?(version: Int, slots names: [String]) {
    guard !names.isEmpty, Set(names.map { Array($0.utf8) }).count == names.count else {
      return nil
    }
    self.init(version: version, names: names)
  }

  /// The slot that owns a household: the one with the greatest keyed hash (rendezvous hashing;
  /// Thaler & Ravishankar 1998), so that a new slot takes over only its own share.
  package func owner(of household: RecordID, in round: RoundSeed) -> String {
    if names.count == 1 { return names[0] }
    return names.map { name in
      (
        KeyedHash.sha256(
          key: round.bytes, Array("slot".utf8) + [0] + Array(name.utf8) + [0] + household.bytes),
        name
      )
    }.max { $0.0.lexicographicallyPrecedes($1.0) }?.1 ?? names[0]
  }
}
