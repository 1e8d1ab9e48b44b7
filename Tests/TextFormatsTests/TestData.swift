import Foundation
import Testing

/// The files beside these tests; `Data/README.md` names their sources and licences.
enum TestData {
  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// The strings of the list, read by Foundation so that our own reader is not its own judge.
  static func naughtyStrings() throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(try bytes("naughty-strings.json")))
  }

  static func lines(_ name: String) throws -> [[UInt8]] {
    try bytes(name).split(separator: 0x0A).map(Array.init)
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Data")
}

/// One text of JSONTestSuite and what the suite asks of a reader.
struct SuiteCase: Decodable, Sendable, CustomTestStringConvertible {
  enum Expectation: String, Decodable {
    case accepted = "y"
    case refused = "n"
    case leftToReader = "i"
  }

  let name: String
  let expect: Expectation
  private let base64: Data

  var text: [UInt8] { Array(base64) }
  var testDescription: String { name }

  static func all() throws -> [SuiteCase] {
    try TestData.lines("json-parsing.jsonl").map {
      try JSONDecoder().decode(SuiteCase.self, from: Data($0))
    }
  }

  static func all(_ expectation: Expectation) throws -> [SuiteCase] {
    try all().filter { $0.expect == expectation }
  }
}

/// Swift calls two texts equal that are canonically equivalent; these tests mean the bytes.
func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

func utf8(_ texts: [String]) -> [[UInt8]] { texts.map(utf8) }
