import Dispatch
import FieldWork
import Fingerprint
import Foundation
import KernelKeyring
import Synchronization
import TestSupport
import Testing

/// A place that keeps the key of an open vault.
enum KeyPlace: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case kernel, memory

  var testDescription: String { rawValue }

  /// Those that this system has. A kernel, or a sandbox before it, may offer none, and says so.
  static let offered: [KeyPlace] = {
    do {
      _ = try KernelKeyring(directory: "/nowhere/at/all").peek()
      return allCases
    } catch UnlockedKeysFault.notOffered(let why) {
      print("no kernel keyring here: \(why)")
      return [.memory]
    } catch { return allCases }
  }()

  /// Runs `body` with a place of its own that keeps nothing yet; nothing stays in it.
  func withKeys(_ body: (any UnlockedKeys) throws -> Void) throws {
    let keys: any UnlockedKeys =
      switch self {
      case .kernel: KernelKeyring(directory: "/nowhere/" + UUID().uuidString)
      case .memory: MemoryKeys()
      }
    defer { #expect(throws: Never.self) { try keys.forget() } }
    try body(keys)
  }
}

@Suite("A place for the key of an open vault")
struct KeyTests {
  private static func key(_ byte: UInt8) throws -> DataKey {
    try #require(DataKey(bytes: Array(repeating: byte, count: DataKey.byteCount)))
  }

  @Test("answers nothing before a key is kept", arguments: KeyPlace.offered)
  func empty(_ place: KeyPlace) throws {
    try place.withKeys { keys throws in
      #expect(try keys.peek() == nil)
      #expect(try keys.use() == nil)
    }
  }

  @Test("answers the one key that was kept last, however often", arguments: KeyPlace.offered)
  func last(_ place: KeyPlace) throws {
    try place.withKeys { keys throws in
      for number in UInt8(1)...5 {
        let kept = try Self.key(number)
        try keys.keep(kept, minutes: 5)
        for _ in 0..<3 {
          #expect(try keys.peek() == kept)
          #expect(try keys.use() == kept)
        }
      }
    }
  }

  @Test("takes a key of any bytes, for the least and the most minutes", arguments: KeyPlace.offered)
  func bounds(_ place: KeyPlace) throws {
    try place.withKeys { keys throws in
      let mixed = try #require(DataKey(bytes: (UInt8(0)..<32).map { $0 % 3 == 0 ? 0 : 0xFF - $0 }))
      for kept in [try Self.key(0), try Self.key(0xFF), mixed] {
        for minutes in [1, 480] {
          try keys.keep(kept, minutes: minutes)
          #expect(try keys.use() == kept)
        }
      }
    }
  }

  @Test("forgets, as often as it is told, and keeps again", arguments: KeyPlace.offered)
  func forgets(_ place: KeyPlace) throws {
    try place.withKeys { keys throws in
      try keys.forget()
      try keys.keep(try Self.key(1), minutes: 5)
      for _ in 0..<2 {
        try keys.forget()
        #expect(try keys.peek() == nil)
        #expect(try keys.use() == nil)
      }
      try keys.keep(try Self.key(2), minutes: 5)
      #expect(try keys.peek() == Self.key(2))
    }
  }

  @Test("answers on every thread", arguments: KeyPlace.offered)
  func threads(_ place: KeyPlace) throws {
    try place.withKeys { keys throws in
      let kept = try Self.key(7)
      try keys.keep(kept, minutes: 5)
      let answers = Mutex<[Result<DataKey?, UnlockedKeysFault>]>([])
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        let answer = Result { () throws(UnlockedKeysFault) in try keys.use() }
        answers.withLock { $0.append(answer) }
      }
      let expected = [Result<DataKey?, UnlockedKeysFault>](repeating: .success(kept), count: 8)
      #expect(answers.withLock { $0 } == expected)
    }
  }

  @Test("of one vault knows nothing of another's", arguments: KeyPlace.offered)
  func apart(_ place: KeyPlace) throws {
    try place.withKeys { one throws in
      try place.withKeys { other throws in
        try one.keep(try Self.key(1), minutes: 5)
        #expect(try other.peek() == nil)
        try other.keep(try Self.key(2), minutes: 5)
        try other.forget()
        #expect(try one.peek() == Self.key(1))
      }
    }
  }

  @Test("that offers nothing says so, and keeps none")
  func notOffered() throws {
    let keys = KeyInHand()
    let fault = #expect(throws: UnlockedKeysFault.self) {
      try keys.keep(try Self.key(1), minutes: 5)
    }
    guard case .notOffered? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(try keys.peek() == nil)
    #expect(try keys.use() == nil)
    try keys.forget()
  }

  @Test("that is a hand holds its own key and takes no other")
  func inHand() throws {
    let keys = KeyInHand(try Self.key(1))
    #expect(throws: UnlockedKeysFault.self) { try keys.keep(try Self.key(2), minutes: 5) }
    #expect(try keys.peek() == Self.key(1))
    #expect(try keys.use() == Self.key(1))
  }
}
