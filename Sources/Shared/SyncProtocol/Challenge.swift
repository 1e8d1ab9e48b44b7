import Fingerprint
package import VisitModel

/// What a laptop signs its next request with, so that a recorded request soon loses its worth.
///
/// Stateless for the office: the time of issue and a keyed hash over it and the device. A laptop
/// that syncs within the lifetime needs one round trip; after it, the office answers "again".
package struct Challenge: Sendable {
  /// A day's work and a weekend: a visitor who syncs on Monday still needs one round trip.
  package static let lifetimeMs: Int64 = 72 * 3_600_000
  private let secret: [UInt8]

  /// - Parameter secret: 32 bytes known to the office alone.
  package init(secret: [UInt8]) { self.secret = secret }

  package func issue(to device: [UInt8], at now: Instant) -> [UInt8] {
    let time = Self.bigEndian(now.millisecondsSince1970)
    return time + KeyedHash.sha256(key: secret, time, device)
  }

  package func isFresh(_ challenge: [UInt8], for device: [UInt8], at now: Instant) -> Bool {
    guard challenge.count == 40 else { return false }
    let time = Array(challenge.prefix(8))
    guard
      KeyedHash.isValid(Array(challenge.suffix(32)), key: secret, message: time + device)
    else { return false }
    let issued = time.reduce(Int64(0)) { $0 << 8 | Int64($1) }
    let (age, overflow) = now.millisecondsSince1970.subtractingReportingOverflow(issued)
    return !overflow && age >= -60_000 && age <= Self.lifetimeMs
  }

  private static func bigEndian(_ number: Int64) -> [UInt8] {
    let word = UInt64(bitPattern: number)
    return stride(from: UInt64(56), through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: word >> $0)
    }
  }
}
