import Fingerprint
import SyncProtocol
import Testing
import VisitModel
import WireFormat

/// A frame as protocol/export.md lays it out.
private struct Frame {
  let kind: UInt8
  let number: UInt32
  let contents: [UInt8]

  init(_ kind: UInt8, _ number: UInt32, _ contents: [UInt8] = []) {
    self.kind = kind
    self.number = number
    self.contents = contents
  }

  var bytes: [UInt8] {
    [kind] + Self.bigEndian(number) + Self.bigEndian(UInt32(contents.count)) + contents
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }
}

@Suite("A reader of exports")
struct ExportReaderTests {
  private func head() throws -> Frame {
    let office = try signingKey(9).verifyingKey
    return Frame(1, 0, office.bytes + site.bytes + Array(repeating: 0, count: 8))
  }

  private func bundle(_ number: UInt32, keys: [[UInt8]] = []) -> Frame {
    let message = ProtoWriter { writer in
      writer.blob(1, [7, 7, 7])
      for key in keys { writer.blob(2, key) }
    }
    return Frame(3, number, message.bytes)
  }

  private func key(idBytes: Int = 16, sealedBytes: Int = 80) -> [UInt8] {
    let message = ProtoWriter { writer in
      writer.blob(1, Array(repeating: 1, count: idBytes))
      writer.blob(2, site.bytes)
      writer.blob(3, recordID(1).bytes)
      writer.number(4, 2026)
      writer.number(5, 1)
      writer.blob(6, Array(repeating: 2, count: sealedBytes))
    }
    return message.bytes
  }

  private func end(_ number: UInt32) -> Frame {
    Frame(4, number, Array(repeating: 0, count: 40))
  }

  private func member(_ frames: [Frame]) throws -> [UInt8] {
    try Gzip.compress(ExportFile.mark + frames.flatMap(\.bytes))
  }

  private func words(_ item: ExportFile.Item) -> String {
    switch item {
    case .head: "head"
    case .enrolment(let number, _): "enrolment \(number)"
    case .bundle(let number, let bundle): "bundle \(number) with \(bundle.keys.count)"
    case .malformedKeys(let number, let bundle): "bad keys \(number) \(bundle)"
    case .doubtfulKeys(let number, _): "doubtful keys \(number)"
    case .damaged(let number): "damaged \(number)"
    case .missing(let numbers): "missing \(numbers.lowerBound) to \(numbers.upperBound)"
    case .doubtful(.some(let numbers)): "doubtful \(numbers.lowerBound) to \(numbers.upperBound)"
    case .doubtful(.none): "doubtful"
    case .end: "end"
    case .cut(let number): "cut \(number)"
    }
  }

  private func told(_ bytes: [UInt8]) throws -> [String] {
    var told: [String] = []
    func take(_ item: ExportFile.Item) { told.append(words(item)) }
    var reader = try ExportReader()
    reader.feed(bytes, take)
    reader.finish(take)
    return told
  }

  @Test("passes over kinds of frames that it does not know")
  func laterKinds() throws {
    let file = try member([try head(), Frame(77, 1, [1, 2, 3]), Frame(0, 2), bundle(3), end(4)])
    #expect(try told(file) == ["head", "bundle 3 with 0", "end"])
  }

  @Test("gives what a member with a wrong checksum or length holds, and calls it doubtful")
  func checksum() throws {
    let first = try member([try head(), bundle(1)])
    let second = try member([bundle(2), end(3)])
    let good = ["head", "bundle 1 with 0", "bundle 2 with 0", "end"]
    #expect(try told(first + second) == good)
    for place in first.count - 8..<first.count {
      var changed = first
      changed[place] ^= 1
      // What is left of the trailer stands outside any member.
      let found = try told(changed + second).filter { $0 != "doubtful" }
      #expect(
        found == ["head", "bundle 1 with 0", "doubtful 0 to 1", "bundle 2 with 0", "end"],
        "\(place)")
    }
  }

  @Test("leaves out the keys of a member with a wrong checksum, and of no other")
  func keysOfWrongChecksum() throws {
    let first = try member([try head(), bundle(1, keys: [key(), key()])])
    let second = try member([bundle(2, keys: [key()]), bundle(3), end(4)])
    #expect(
      try told(first + second)
        == ["head", "bundle 1 with 2", "bundle 2 with 1", "bundle 3 with 0", "end"])
    var changed = first
    changed[first.count - 8] ^= 1
    let found = try told(changed + second).filter { $0 != "doubtful" }
    #expect(
      found == [
        "head", "bundle 1 with 0", "doubtful keys 1", "doubtful 0 to 1", "bundle 2 with 1",
        "bundle 3 with 0", "end",
      ])
    #expect(
      try told(Array(first.dropLast(3)))
        == ["head", "bundle 1 with 0", "doubtful keys 1", "doubtful 0 to 1", "cut 2"])
  }

  @Test("leaves out the keys of a member that is too long to be held, and takes its bundles")
  func longMember() throws {
    let long = (UInt32(2)..<20).map { Frame(77, $0, Array(repeating: 0, count: 512 * 1024)) }
    let frames = [try head(), bundle(1, keys: [key()])] + long
    let file = try member(frames + [bundle(20, keys: [key()]), end(21)])
    #expect(
      try told(file) == [
        "head", "bundle 1 with 0", "doubtful keys 1", "bundle 20 with 0", "doubtful keys 20", "end",
      ])
  }

  @Test("tells of bytes between members")
  func between() throws {
    let file =
      try member([try head(), bundle(1)]) + Array("junk".utf8) + (try member([end(2)]))
    #expect(try told(file) == ["head", "bundle 1 with 0", "doubtful", "end"])
  }

  @Test("tells of frames behind the end, and of a member without the mark")
  func behind() throws {
    let file = try member([try head(), end(1)])
    #expect(try told(file) == ["head", "end"])
    #expect(try told(file + (try member([bundle(2)]))) == ["head", "end", "doubtful"])
    #expect(try told(file + (try Gzip.compress([1, 2, 3]))) == ["head", "end", "doubtful"])
    let same = try member([try head(), end(1), bundle(2)])
    #expect(try told(same) == ["head", "end", "doubtful 0 to 1"])
  }

  @Test("tells of a number that was there before")
  func again() throws {
    let file = try member([try head(), bundle(1)]) + (try member([bundle(1), end(2)]))
    #expect(
      try told(file) == ["head", "bundle 1 with 0", "doubtful 1 to 1", "bundle 1 with 0", "end"])
  }

  @Test("leaves out keys that are none, names them, and keeps the bundle")
  func keys() throws {
    let keys = [key(), key(idBytes: 15), key(sealedBytes: 257), key(sealedBytes: 256)]
    let file = try member([try head(), bundle(1, keys: keys), bundle(2, keys: [key()]), end(3)])
    let id = Verification.identity([7, 7, 7])
    #expect(
      try told(file) == [
        "head", "bundle 1 with 2", "bad keys 1 \(id)", "bundle 2 with 1", "end",
      ])
  }

  @Test("takes no bundle with more than 256 keys")
  func manyKeys() throws {
    let most = bundle(1, keys: Array(repeating: key(), count: 256))
    let more = bundle(2, keys: Array(repeating: key(), count: 257))
    let file = try member([try head(), most, more, end(3)])
    #expect(try told(file) == ["head", "bundle 1 with 256", "damaged 2", "end"])
  }
}
