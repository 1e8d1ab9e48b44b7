import HTTPTypes
import Hummingbird
import NIOPosix
import OfficeWork
import TextFormats

/// How a program says for whom it asks (RFC 6750, RFC 7617). The scheme's name may be written in any case.
package enum DataCredential: Hashable, Sendable {
  case token(String)
  /// As spreadsheets send it: a person's name, and the token in the place of a password.
  case named(String, token: String)
  case unreadable

  /// Longer ones are none of ours.
  static let bytesMax = 1024

  package init(_ header: String) {
    let parts = header.utf8.split(separator: 0x20, maxSplits: 1)
    guard header.utf8.count <= Self.bytesMax, parts.count == 2 else {
      self = .unreadable
      return
    }
    let scheme = String(decoding: Array(parts[0]), as: UTF8.self).lowercased()
    let rest = Array(parts[1].drop { $0 == 0x20 })
    switch scheme {
    case "bearer": self = .token(String(decoding: rest, as: UTF8.self))
    case "basic": self = Self.basic(rest)
    default: self = .unreadable
    }
  }

  private static func basic(_ encoded: [UInt8]) -> DataCredential {
    guard let bytes = Base64.bytes(encoded), let colon = bytes.firstIndex(of: 0x3A),
      let name = UTF8Validation.text(Array(bytes[..<colon])),
      let token = UTF8Validation.text(Array(bytes[(colon + 1)...]))
    else { return .unreadable }
    return .named(name, token: token)
  }
}

/// RFC 4648, section 4: what is padded wrongly, or holds another sign, is nothing.
package enum Base64 {
  package static func bytes(_ text: [UInt8]) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let padding = text.suffix(2).reversed().prefix { $0 == 0x3D }.count
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    for (index, sign) in text.dropLast(padding).enumerated() {
      guard let value = value(sign) else { return nil }
      bits = (bits << 6 | UInt32(value)) & 0xFFFFFF
      // Of four signs the second, third and fourth each complete a byte.
      if index % 4 != 0 {
        bytes.append(UInt8(truncatingIfNeeded: bits >> (6 - 2 * UInt32(index % 4))))
      }
    }
    return bytes
  }

  private static func value(_ sign: UInt8) -> UInt8? {
    switch sign {
    case 0x41...0x5A: sign - 0x41
    case 0x61...0x7A: sign - 0x61 + 26
    case 0x30...0x39: sign - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}

extension PageRoutes {
  /// Who asks for data: by token, or by the session of a browser. A wrong token is never made good by a session.
  func dataReader(_ request: Request, from address: String?) async throws -> Reader {
    let office = office
    let session = SessionCookie.session(in: request.headers[.cookie], isTLS: isTLS)
    let credential = request.headers[.authorization].map { DataCredential($0) }
    let outcome = try await NIOThreadPool.singleton.runIfActive { () throws -> TokenOutcome in
      switch credential {
      case .token(let token)?:
        return try office.reader(ofToken: token, named: nil, from: address ?? "")
      case .named(let name, let token)?:
        return try office.reader(ofToken: token, named: name, from: address ?? "")
      case .unreadable?: return .refused
      case nil:
        return try session.flatMap { try office.reader(ofSession: $0) }
          .map { .entered($0) } ?? .refused
      }
    }
    switch outcome {
    case .entered(let reader): return reader
    case .refused: throw DataFault.unauthorised
    case .wait(let seconds): throw DataFault.wait(seconds: seconds)
    }
  }
}
