package import Fingerprint
import VisitModel

/// A one-time code as an office prints it: 52 letters and digits in groups of four.
///
/// It carries 4 public bytes that name the code, the 128-bit secret, and 10 bytes of the office
/// keys' fingerprint, so that a laptop's first contact is already pinned; 2 bytes check the typing.
/// Base 32 with Crockford's alphabet: no I, L, O or U; case, spaces and hyphens do not matter.
package struct EnrolmentCode: Hashable, Sendable {
  package let id: [UInt8]
  package let secret: [UInt8]
  package let office: [UInt8]

  package static let idByteCount = 4
  package static let secretByteCount = 16
  private static let officeByteCount = 10
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// - Returns: nothing unless there are 4 and 16 random bytes.
  package init?(id: [UInt8], secret: [UInt8], office: OfficeIdentity) {
    guard id.count == Self.idByteCount, secret.count == Self.secretByteCount else { return nil }
    self.id = id
    self.secret = secret
    self.office = Self.fingerprint(of: office)
  }

  /// What people read and type.
  package var text: String {
    let body = id + secret + office
    var bits: [UInt8] = []
    for byte in body + Self.checksum(body) {
      for shift in stride(from: 7, through: 0, by: -1) { bits.append(byte >> UInt8(shift) & 1) }
    }
    while bits.count % 5 != 0 { bits.append(0) }
    var letters: [UInt8] = []
    for start in stride(from: 0, to: bits.count, by: 5) {
      if start > 0, start % 20 == 0 { letters.append(0x2D) }
      let index = bits[start..<start + 5].reduce(0) { $0 << 1 | Int($1) }
      letters.append(Self.alphabet[index])
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Reads a typed code.
  /// - Returns: nothing when a letter is wrong or missing; the checksum finds nearly every slip.
  package init?(_ typed: String) {
    var bits: [UInt8] = []
    for scalar in typed.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      switch value {
      case 0x20, 0x09, 0x2D, 0x3000, 0x0A, 0x0D: continue
      case 0x61...0x7A: value -= 0x20
      default: break
      }
      switch value {
      case 0x4F: value = 0x30  // O for zero
      case 0x49, 0x4C: value = 0x31  // I and L for one
      default: break
      }
      guard value < 0x80, let index = Self.alphabet.firstIndex(of: UInt8(value)) else {
        return nil
      }
      for shift in stride(from: 4, through: 0, by: -1) { bits.append(UInt8(index >> shift & 1)) }
      if bits.count > 300 { return nil }
    }
    guard bits.count == 260 else { return nil }
    let bytes = stride(from: 0, to: 256, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | $1 }
    }
    let body = Array(bytes.prefix(30))
    guard Array(bytes.suffix(2)) == Self.checksum(body) else { return nil }
    id = Array(body[0..<4])
    secret = Array(body[4..<20])
    office = Array(body[20..<30])
  }

  /// Whether an office that answered is the one that issued the code.
  package func isIssued(by identity: OfficeIdentity) -> Bool {
    office == Self.fingerprint(of: identity)
  }

  /// What the office keeps of a code: enough to recognise the secret, not to tell it.
  package static func hash(ofSecret secret: [UInt8]) -> Digest {
    Digest(domain: "rounds enrolment code v1", secret)
  }

  private static func fingerprint(of office: OfficeIdentity) -> [UInt8] {
    Array(
      Digest(
        domain: "rounds office v1", office.signingKey.bytes, office.sealingKey.bytes,
        office.company.bytes
      ).bytes.prefix(officeByteCount))
  }

  private static func checksum(_ body: [UInt8]) -> [UInt8] {
    Array(Digest(domain: "rounds code checksum v1", body).bytes.prefix(2))
  }
}
