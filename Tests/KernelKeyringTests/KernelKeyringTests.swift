import FieldWork
import Fingerprint
import Foundation
import KernelKeyring
import Testing

/// Whether this kernel, and whatever stands between it and the tests, offers keyrings at all.
private let isOffered: Bool = {
  do {
    _ = try KernelKeyring(directory: "/nowhere/at/all").peek()
    return true
  } catch UnlockedKeysFault.notOffered(let why) {
    print("no kernel keyring here: \(why)")
    return false
  } catch { return true }
}()

@Suite("The kernel's keyring", .enabled(if: isOffered, "this system offers no keyrings"))
struct KernelKeyringTests {
  private let directory = "/nowhere/" + UUID().uuidString

  private func key(_ byte: UInt8) throws -> DataKey {
    try #require(DataKey(bytes: Array(repeating: byte, count: DataKey.byteCount)))
  }

  /// What `/proc/keys` shows of a key in force: the time that is left.
  private func timeLeft(_ ring: KernelKeyring) throws -> [String] {
    try String(contentsOfFile: "/proc/keys", encoding: .utf8).split(separator: "\n")
      .filter { $0.contains(ring.name) }
      .map { $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init) }
      // The letter i marks one that was invalidated and is about to go.
      .filter { $0.count > 3 && !$0[1].contains("i") && $0[3] != "expd" }
      .map { $0[3] }
  }

  @Test("keeps one key, the last, and answers it to whoever asks for the same directory")
  func keeps() throws {
    let ring = KernelKeyring(directory: directory)
    defer { forget(ring) }
    #expect(try ring.use() == nil)
    try ring.keep(try key(1), minutes: 5)
    try ring.keep(try key(2), minutes: 5)
    #expect(try ring.peek() == key(2))
    #expect(try KernelKeyring(directory: directory).use() == key(2))
    #expect(try KernelKeyring(directory: directory + "-other").use() == nil)
  }

  @Test("forgets, as often as it is told")
  func forgets() throws {
    let ring = KernelKeyring(directory: directory)
    try ring.keep(try key(1), minutes: 5)
    try ring.forget()
    #expect(try ring.peek() == nil)
    #expect(try ring.use() == nil)
    try ring.forget()
    #expect(try timeLeft(ring).isEmpty)
  }

  @Test("gives the key its time before anybody can find it, and again at each use")
  func ends() throws {
    let ring = KernelKeyring(directory: directory)
    defer { forget(ring) }
    try ring.keep(try key(1), minutes: 15)
    #expect(try ["14m", "15m"].contains(timeLeft(ring).first))
    try ring.keep(try key(1), minutes: 480)
    #expect(try ["7h", "8h"].contains(timeLeft(ring).last))
    #expect(try ring.use() == key(1))
    #expect(try ["7h", "8h"].contains(timeLeft(ring).last))
  }

  private func forget(_ ring: KernelKeyring) {
    do { try ring.forget() } catch { Issue.record(error) }
  }
}
