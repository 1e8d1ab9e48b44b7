import Foundation
import Testing

/// Anything; only that it is there matters.
private struct Anything: Decodable {
  init(from _: any Decoder) {}
}

@Suite("The vector files")
struct VectorFileTests {
  private static let contents: [String: Set<String>] = [
    "identity": ["records", "unitCodes"],
    "bundles": ["keys", "bundles", "faults", "large"],
    "states": ["histories", "signedContent"],
    "sealing": [
      "sealedTexts", "cannotOpen", "confidentialNotes", "noteShares", "householdKeys", "keyLists",
    ],
    "enrolment": [
      "office", "otherOffice", "codes", "readTheSame", "refused", "possession", "sealedSecret",
    ],
    "sampling": [
      "siteSeed", "rounds", "households", "numbers", "slotLists", "draws", "duplicates",
      "settlements",
    ],
    "messages": [
      "office", "requests", "answered", "responses", "receipts", "bodies", "digests",
    ],
    "exports": ["office", "files"],
  ]

  @Test("hold the lists that these tests read, and no other", arguments: contents.keys.sorted())
  func lists(_ name: String) throws {
    let file: [String: Anything] = try VectorFile.read(name)
    #expect(Set(file.keys) == Self.contents[name])
  }

  private struct Probe: Decodable { let draws: Vectors<SamplingFile.Household> }

  @Test("are refused when a list is empty or missing")
  func emptyLists() throws {
    func probe(_ text: String) throws -> Probe {
      try JSONDecoder().decode(Probe.self, from: Data(text.utf8))
    }
    let one = #"{"unit":"1","household":"000102030405060708090a0b0c0d0e0f"}"#
    #expect(try probe(#"{"draws":[\#(one)]}"#).draws.all.count == 1)
    for text in [#"{"draws":[]}"#, #"{"draws":null}"#, "{}"] {
      #expect(throws: DecodingError.self, "\(text)") { try probe(text) }
    }
  }
}
