import ConflictFreeRecords
import Fingerprint
import SyncProtocol
import Testing
import WireFormat

/// `exports.json`
private struct ExportVectorFile: Decodable, Sendable {
  struct File: Vector {
    let name: String
    let bytes: Hex
    let whole: Bool
    let bundles: [BundleID]
    let keys: Int
  }

  let office: VerifyingKey
  let files: Vectors<File>
}

@Suite("Export files")
struct ExportVectorTests {
  /// What a reader makes of a file.
  private struct Found {
    var offices: [VerifyingKey] = []
    var bundles: Set<BundleID> = []
    var keys = 0
    var sum = SetDigest.empty
    var end: SetDigest?
    var isSound = true

    var isWhole: Bool { isSound && !offices.isEmpty && end == sum }
  }

  private func opened(_ bytes: [UInt8]) throws -> Found {
    var found = Found()
    func take(_ item: ExportFile.Item) throws {
      switch item {
      case .head(let head): found.offices.append(head.office)
      case .enrolment(_, let envelope): _ = try Verification.single(envelope)
      case .bundle(_, let bundle):
        found.sum.insert(Verification.identity(bundle.envelope))
        do {
          found.bundles.insert(try Verification.single(bundle.envelope).id)
          found.keys += bundle.keys.count
        } catch { found.isSound = false }
      case .end(let sum): found.end = sum
      case .malformedKeys, .doubtfulKeys, .damaged, .doubtful, .missing, .cut:
        found.isSound = false
      }
    }
    var reader = try ExportReader()
    try reader.feed(bytes, take)
    try reader.finish(take)
    return found
  }

  @Test("are whole or not, and hold the bundles and keys of the vectors")
  func files() throws {
    let file: ExportVectorFile = try VectorFile.read("exports")
    file.files.check { one in
      let found = try opened(one.bytes.bytes)
      #expect(found.isWhole == one.whole, "\(one.name)")
      #expect(found.bundles.sorted() == one.bundles, "\(one.name)")
      #expect(found.keys == one.keys, "\(one.name)")
      #expect(found.offices.allSatisfy { $0 == file.office }, "\(one.name)")
    }
    #expect(Set(file.files.all.map(\.whole)) == [true, false])
  }
}
