import Foundation

/// The files of `Data`, read by Foundation; `Data/README.md` names their sources and licences.
enum OutsideVectors {
  static func read<File: Decodable>(_ name: String, as _: File.Type = File.self) throws -> File {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data")
    return try JSONDecoder().decode(
      File.self, from: try Data(contentsOf: folder.appending(path: name)))
  }
}

/// The bytes that a text writes in hexadecimal, two digits each.
func hexBytes(_ text: String) -> [UInt8]? {
  let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
  guard digits.count % 2 == 0, !digits.contains(nil) else { return nil }
  let values = digits.compactMap { $0 }
  return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) }
}

func hexText(_ bytes: [UInt8]) -> String {
  bytes.map { String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }.joined()
}

/// Bytes that a file writes in hexadecimal.
struct HexBytes: Decodable, Sendable {
  let bytes: [UInt8]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let bytes = hexBytes(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not hexadecimal")
    }
    self.bytes = bytes
  }
}

/// A file of Project Wycheproof: groups of cases with something in common.
struct Wycheproof<Group: Decodable & Sendable>: Decodable, Sendable {
  let numberOfTests: Int
  let testGroups: [Group]
}

struct SignatureGroup: Decodable, Sendable {
  struct Key: Decodable, Sendable { let pk: HexBytes }
  struct Case: Decodable, Sendable {
    let tcId: Int
    let msg: HexBytes
    let sig: HexBytes
    let result: String
  }
  let publicKey: Key
  let tests: [Case]
}

struct SealingGroup: Decodable, Sendable {
  struct Case: Decodable, Sendable {
    let tcId: Int
    let key: HexBytes
    let iv: HexBytes
    let aad: HexBytes
    let msg: HexBytes
    let ct: HexBytes
    let tag: HexBytes
    let result: String
  }
  let tests: [Case]
}

struct CodeGroup: Decodable, Sendable {
  struct Case: Decodable, Sendable {
    let tcId: Int
    let key: HexBytes
    let msg: HexBytes
    let tag: HexBytes
    let result: String
  }
  /// In bits.
  let tagSize: Int
  let tests: [Case]
}

struct DerivationGroup: Decodable, Sendable {
  struct Case: Decodable, Sendable {
    let tcId: Int
    let ikm: HexBytes
    let salt: HexBytes
    let info: HexBytes
    let size: Int
    let okm: HexBytes
    let result: String
  }
  let tests: [Case]
}

/// One suite of HPKE with its messages in their order.
struct HPKESuite: Decodable, Sendable {
  struct Encryption: Decodable, Sendable {
    let aad: HexBytes
    let ct: HexBytes
    let pt: HexBytes
  }
  let mode: Int
  let kem: Int
  let kdf: Int
  let aead: Int
  let info: HexBytes
  let skRm: HexBytes
  let pkRm: HexBytes
  let enc: HexBytes
  let encryptions: [Encryption]

  private enum CodingKeys: String, CodingKey {
    case mode, info, skRm, pkRm, enc, encryptions
    case kem = "kem_id"
    case kdf = "kdf_id"
    case aead = "aead_id"
  }
}
