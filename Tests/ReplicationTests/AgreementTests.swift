import ConflictFreeRecords
import FieldWork
import Foundation
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("The second implementation, in Python")
struct AgreementTests {
  /// A soak writes 1,000 (`ROUNDS_HISTORIES`), every run fewer.
  private static let histories = max(60, historyCount / 20)

  @Test(
    "reads the exports of random histories, and comes to the same digests and states byte for byte")
  func agreement() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rounds-agreement-\(UUID().uuidString)")
    defer { remove(folder) }
    for number in 0..<Self.histories {
      try write(UInt64(number) + 70_000, to: folder.appendingPathComponent("\(number)"))
    }
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    python.arguments = [try #require(Self.reader), folder.path]
    let output = Pipe()
    python.standardOutput = output
    python.standardError = output
    try python.run()
    let said = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    python.waitUntilExit()
    print("Python and Swift: \(said)", terminator: "")
    #expect(python.terminationStatus == 0, "\(said)")
    #expect(said.contains("\(Self.histories) histories: \(Self.histories) agree, 0 differ"))
  }

  /// Beside these sources.
  private static let reader: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("protocol/verify/agree.py").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  /// A history with two laptops' exports, and what the office makes of it. Half of them end with work
  /// that only a laptop has: then it is the laptop's state that its file must come to.
  private func write(_ seed: UInt64, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var history = try SiteHistory(seed: seed)
    try history.play(acts: 20)
    try history.settle()
    if seed % 2 == 0 { try history.play(acts: 6) }
    let world = history.world
    let one = world.laptops[Int(seed % 3)]
    try export(one, to: folder.appendingPathComponent("a.export"))
    if seed % 2 == 1 {
      try export(world.laptops[Int((seed + 1) % 3)], to: folder.appendingPathComponent("b.export"))
    }
    try one.read { replica in
      let site = try CanonicalState.text(of: world.site, in: replica)
      try Data(site).write(to: folder.appendingPathComponent("\(world.siteCode).state"))
      let company = try CanonicalState.text(of: world.office.company, in: replica)
      try Data(company).write(to: folder.appendingPathComponent("company.state"))
      let digests = try [(world.siteCode, world.site), ("company", world.office.company)].map {
        let view = try replica.feed.head($0.1)?.view ?? .empty
        return "\"\($0.0)\": {\"count\": \(view.count), \"sum\": \"\(view.sum)\"}"
      }
      try Data("{\(digests.joined(separator: ", "))}".utf8)
        .write(to: folder.appendingPathComponent("digests.json"))
    }
  }

  private func export(_ laptop: Laptop, to file: URL) throws {
    var bytes: [UInt8] = []
    _ = try laptop.environment.exportBundles(pendingOnly: false, to: { bytes += $0 })
    try Data(bytes).write(to: file)
  }

  private func remove(_ folder: URL) {
    do { try FileManager.default.removeItem(at: folder) } catch {
      FileHandle.standardError.write(Data("not removed: \(folder.path): \(error)\n".utf8))
    }
  }
}
