package import ConflictFreeRecords
package import Fingerprint
import Foundation
import Testing
package import VisitModel
import WireFormat

/// The files of `protocol/vectors`; the `README.md` beside them gives their shapes.
enum VectorFile {
  static func read<File: Decodable>(_ name: String, as _: File.Type = File.self) throws -> File {
    try JSONDecoder().decode(
      File.self, from: try Data(contentsOf: folder.appending(path: "\(name).json")))
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "protocol/vectors")
}

/// One expectation, with what people call it.
protocol Vector: Decodable, Sendable {
  var name: String { get }
}

/// A list of expectations; an empty one is refused, so that a test never passes by having nothing
/// to look at.
struct Vectors<One: Vector>: Decodable, Sendable {
  let all: [One]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    all = try container.decode([One].self)
    if all.isEmpty {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no vectors")
    }
  }

  /// Looks at every vector, also after one that threw.
  func check(_ body: (One) throws -> Void) {
    for one in all {
      do { try body(one) } catch { Issue.record(error, "\(one.name)") }
    }
  }
}

/// Bytes that a file writes in hexadecimal.
struct Hex: Decodable, Hashable, Sendable, CustomStringConvertible {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(from decoder: any Decoder) throws {
    bytes = try read(decoder, "not hexadecimal") { Hexadecimal.bytes($0) }
  }

  var description: String { Hexadecimal.text(bytes) }
}

extension Hex {
  func signingKey() throws -> SigningKey { try #require(SigningKey(seed: bytes)) }

  func sealingKey() throws -> SealingKey { try #require(SealingKey(seed: bytes)) }
}

/// A name in a file that these tests do not know.
struct UnknownName: Error { let name: String }

/// An unsigned number as sixteen hexadecimal digits.
struct Word: Decodable, Hashable, Sendable {
  let value: UInt64

  init(from decoder: any Decoder) throws {
    value = try read(decoder, "not sixteen hexadecimal digits") {
      $0.utf8.count == 16 ? UInt64($0, radix: 16) : nil
    }
  }
}

/// What is wrong with bytes, as the files name it.
enum FaultClass: String, Decodable, Sendable {
  case malformed, tooLarge, badSignature

  private init(_ fault: WireFault) {
    switch fault {
    case .malformed: self = .malformed
    case .tooLarge: self = .tooLarge
    case .badSignature: self = .badSignature
    }
  }

  /// - Returns: nothing when the bytes are good.
  static func met(_ body: () throws(WireFault) -> Void) -> FaultClass? {
    do {
      try body()
      return nil
    } catch { return FaultClass(error) }
  }
}

extension Identifier: Decodable {
  package init(from decoder: any Decoder) throws {
    self = try read(decoder, "not an id") { Identifier(hex: $0) }
  }
}

extension Digest: Decodable {
  package init(from decoder: any Decoder) throws {
    self = try read(decoder, "not a digest") { Hexadecimal.bytes($0).flatMap(Digest.init(bytes:)) }
  }
}

extension VerifyingKey: Decodable {
  package init(from decoder: any Decoder) throws {
    self = try read(decoder, "not a key") {
      Hexadecimal.bytes($0).flatMap(VerifyingKey.init(bytes:))
    }
  }
}

extension SealingPublicKey: Decodable {
  package init(from decoder: any Decoder) throws {
    self = try read(decoder, "not a key") {
      Hexadecimal.bytes($0).flatMap(SealingPublicKey.init(bytes:))
    }
  }
}

extension DataKey: Decodable {
  package init(from decoder: any Decoder) throws {
    self = try read(decoder, "not a key") { Hexadecimal.bytes($0).flatMap(DataKey.init(bytes:)) }
  }
}

extension ChangeID: Decodable {
  package init(from decoder: any Decoder) throws {
    self = try read(decoder, "not a change") { text in
      let parts = text.split(separator: ".")
      guard parts.count == 2, let bundle = Hexadecimal.bytes(parts[0]).flatMap(Digest.init(bytes:)),
        let index = UInt32(parts[1])
      else { return nil }
      return ChangeID(bundle: bundle, index: index)
    }
  }
}

/// Reads a text as something else.
private func read<Outcome>(
  _ decoder: any Decoder, _ complaint: String, _ make: (String) -> Outcome?
) throws -> Outcome {
  let container = try decoder.singleValueContainer()
  guard let made = make(try container.decode(String.self)) else {
    throw DecodingError.dataCorruptedError(in: container, debugDescription: complaint)
  }
  return made
}

/// Swift calls two texts equal that are canonically equivalent; the vectors mean the bytes.
func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }
