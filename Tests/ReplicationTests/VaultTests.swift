import FieldWork
import Fingerprint
import RecordStore
import TestSupport
import Testing
import VisitModel
import Wording

@Suite("The vault of a laptop")
struct VaultTests {
  private static let words = "orange kettle seven stairs"

  /// A laptop whose vault was closed with `words` and is locked now.
  private func lockedLaptop(
    seed: UInt64
  ) throws -> (world: World, environment: FieldEnvironment, passphrase: Passphrase) {
    let world = try World(seed: seed, households: 3, roles: [.serviceOfficer, .serviceSupervisor])
    let environment = world.laptops[0].environment
    let passphrase = try Passphrase(new: Self.words)
    _ = try environment.setPassphrase(passphrase, old: nil)
    try environment.vault.lock()
    return (world, environment, passphrase)
  }

  @Test("is open without a passphrase, and with one locked until it is given")
  func states() throws {
    let world = try World(seed: 80, households: 3, roles: [.serviceOfficer])
    let environment = world.laptops[0].environment
    let device = world.laptops[0].device
    #expect(try environment.vault.state() == .open)
    let passphrase = try Passphrase(new: Self.words)
    #expect(try environment.setPassphrase(passphrase, old: nil))
    #expect(try environment.vault.state() == .unlocked)
    #expect(try Laptop(environment).device == device)
    try environment.vault.lock()
    #expect(try environment.vault.state() == .locked)
    #expect(throws: FieldFault.failed(Message(.vaultLocked, []))) { try Laptop(environment) }
    let locked = try environment.enrolledLaptop()
    #expect(locked is LockedLaptop)
    #expect(locked.openSecrets == nil)
    #expect(locked.device == device)
    #expect(try locked.read { try locked.status($0) }.vault == .locked)
    #expect(throws: FieldFault.failed(Message(.passphraseWrong, []))) {
      try environment.unlock(with: Passphrase(typed: Self.words + "."), minutes: 15)
    }
    #expect(try environment.vault.state() == .locked)
    #expect(try environment.unlock(with: passphrase, minutes: 15))
    #expect(try Laptop(environment).secrets.signing.verifyingKey == device)
  }

  @Test("holds no secret in clear once it is closed, and reads as it was")
  func wrapped() throws {
    let world = try World(seed: 81, households: 3, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    let environment = laptop.environment
    let open = try #require(try environment.secrets.load())
    _ = try environment.setPassphrase(try Passphrase(new: Self.words), old: nil)
    let closed = try #require(try environment.secrets.load())
    #expect(closed.count == WrappedSecrets.byteCount)
    for start in stride(from: 8, to: open.count, by: 32) {
      let seed = Array(open[start..<start + 32])
      #expect(!closed.indices.contains { closed[$0...].starts(with: seed) })
    }
    #expect(try Laptop(environment).secrets.file == open)
  }

  @Test("refuses its file with any byte changed, cut or added")
  func damaged() throws {
    let (_, environment, passphrase) = try lockedLaptop(seed: 82)
    let whole = try #require(try environment.secrets.load())
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1
      try environment.secrets.save(bytes)
      #expect(throws: FieldFault.self, "byte \(index)") {
        try environment.unlock(with: passphrase, minutes: 15)
      }
    }
    for count in [0, 1, 8, 104, whole.count - 1] {
      try environment.secrets.save(Array(whole.prefix(count)))
      #expect(throws: FieldFault.failed(Message(.secretsDamaged, [])), "\(count) bytes") {
        try environment.unlock(with: passphrase, minutes: 15)
      }
    }
    try environment.secrets.save(whole + [0])
    #expect(throws: FieldFault.failed(Message(.secretsDamaged, []))) {
      try environment.vault.load()
    }
    // The nearest neighbour: the file as it was.
    try environment.secrets.save(whole)
    #expect(try environment.unlock(with: passphrase, minutes: 15))
  }

  @Test(
    "asks no memory for a file whose cost is out of bounds",
    arguments: [[21, 8, 1], [20, 16, 16], [63, 8, 1], [17, 0, 1], [0, 8, 1]] as [[UInt8]])
  func costs(_ cost: [UInt8]) throws {
    let (_, environment, passphrase) = try lockedLaptop(seed: 83)
    var bytes = try #require(try environment.secrets.load())
    bytes.replaceSubrange(8..<11, with: cost)
    try environment.secrets.save(bytes)
    #expect(throws: FieldFault.failed(Message(.secretsDamaged, []))) {
      try environment.unlock(with: passphrase, minutes: 15)
    }
  }

  @Test("changes its passphrase with the old one only, and then takes the new one only")
  func changed() throws {
    let (_, environment, old) = try lockedLaptop(seed: 84)
    let new = try Passphrase(new: "another twelve or more")
    let before = try environment.secrets.load()
    for wrong in [nil, new] {
      #expect(throws: FieldFault.failed(Message(.passphraseWrong, []))) {
        try environment.setPassphrase(new, old: wrong)
      }
      #expect(try environment.secrets.load() == before)
    }
    let transport = try environment.secretFile("transport.key").load()
    _ = try environment.setPassphrase(new, old: old)
    // Only the secrets are wrapped anew.
    #expect(try environment.secretFile("transport.key").load() == transport)
    try environment.vault.lock()
    #expect(throws: FieldFault.failed(Message(.passphraseWrong, []))) {
      try environment.unlock(with: old, minutes: 15)
    }
    #expect(try environment.unlock(with: new, minutes: 15))
  }

  @Test("is locked for a key that was kept for an earlier passphrase")
  func staleKey() throws {
    let (_, environment, old) = try lockedLaptop(seed: 85)
    let stale = try environment.vault.key(opening: old)
    _ = try environment.setPassphrase(try Passphrase(new: "another twelve or more"), old: old)
    try environment.unlockedKeys.keep(stale, minutes: 15)
    #expect(try environment.vault.state() == .locked)
  }

  @Test("takes passphrases of 12 to 128 Unicode scalars")
  func lengths() throws {
    for refused in ["", "            ", "elevenchars", String(repeating: "长", count: 11)] {
      #expect(throws: FieldFault.self) { try Passphrase(new: refused) }
    }
    for taken in [
      "twelve chars", String(repeating: "长", count: 12), String(repeating: "x", count: 128),
    ] {
      _ = try Passphrase(new: taken)
    }
    #expect(throws: FieldFault.self) { try Passphrase(new: String(repeating: "x", count: 129)) }
  }
}
