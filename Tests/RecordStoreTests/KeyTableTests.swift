import Fingerprint
import RecordStore
import SQLiteDatabase
import SyncProtocol
import Testing
import VisitModel

@Suite("The table of household keys")
struct KeyTableTests {
  private func key(_ number: UInt8, household: UInt64 = 1) throws -> HouseholdKey {
    HouseholdKey(
      id: DataKeyID(high: 0, low: UInt64(number)), household: recordID(household), year: 2026,
      retentionClass: 1,
      key: try #require(DataKey(bytes: Array(repeating: number, count: 32))))
  }

  /// Runs `body` on a fresh table.
  private func withTable(_ body: (KeyTable) throws -> Void) throws {
    let database = try SQLiteFile(path: "", kind: .memory)
    let storeKey = try #require(DataKey(bytes: Array(repeating: 0xAA, count: 32)))
    try database.write { connection -> Void in
      try KeyTable.prepare(connection, database.dialect)
      try body(KeyTable(connection, storeKey: storeKey))
    }
  }

  private func nonce(_ number: UInt8) -> [UInt8] { Array(repeating: number, count: 12) }

  @Test("gives back what it was given, by name and by household")
  func roundTrip() throws {
    let key = try key(1)
    try withTable { table in
      try table.add(key, of: site, isMadeHere: true, nonce: nonce(1))
      #expect(try table.key(key.id) == key)
      #expect(
        try table.key(of: key.household, in: site, year: 2026, retentionClass: 1) == key)
      #expect(try table.key(of: key.household, in: site, year: 2027, retentionClass: 1) == nil)
      #expect(try table.key(of: key.household, in: site, year: 2026, retentionClass: 2) == nil)
      #expect(try table.key(of: key.household, in: otherSite, year: 2026, retentionClass: 1) == nil)
      #expect(try table.isMadeHere(key.id))
    }
  }

  @Test("holds no key in clear")
  func sealed() throws {
    let key = try key(0x5A)
    let database = try SQLiteFile(path: "", kind: .memory)
    let storeKey = try #require(DataKey(bytes: Array(repeating: 0xAA, count: 32)))
    try database.write { connection -> Void in
      try KeyTable.prepare(connection, database.dialect)
      try KeyTable(connection, storeKey: storeKey)
        .add(key, of: site, isMadeHere: true, nonce: nonce(1))
    }
    let sealed = try database.read {
      try $0.first("SELECT sealed FROM householdKey") { try $0.blob(0) }
    }
    let bytes = try #require(sealed)
    #expect(bytes.count == 48)
    #expect(Array(bytes.prefix(32)) != key.key.bytes)
    let wrong = try #require(DataKey(bytes: Array(repeating: 0xAB, count: 32)))
    #expect(throws: SealingFailure.cannotOpen) {
      try database.read { try KeyTable($0, storeKey: wrong).key(key.id) }
    }
  }

  @Test("keeps the first of two keys under one name, and uses the first of two of a household")
  func first() throws {
    let (key, other) = (try key(1), try key(2))
    let impostor = HouseholdKey(
      id: key.id, household: other.household, year: 2026, retentionClass: 1, key: other.key)
    try withTable { table in
      try table.add(key, of: site, isMadeHere: false, nonce: nonce(1))
      try table.add(impostor, of: site, isMadeHere: true, nonce: nonce(2))
      try table.add(other, of: site, isMadeHere: true, nonce: nonce(3))
      #expect(try table.key(key.id) == key)
      #expect(try !table.isMadeHere(key.id))
      #expect(
        try table.key(of: key.household, in: site, year: 2026, retentionClass: 1) == key)
    }
  }

  @Test("destroys a key for ever, however often it is brought back")
  func erased() throws {
    let (key, other) = (try key(1), try key(2))
    try withTable { table in
      try table.add(key, of: site, isMadeHere: true, nonce: nonce(1))
      try table.add(other, of: site, isMadeHere: true, nonce: nonce(2))
      try table.erase([key.id])
      try table.add(key, of: site, isMadeHere: true, nonce: nonce(3))
      try table.erase([key.id])
      #expect(try table.key(key.id) == nil)
      #expect(try table.key(other.id) == other)
      let left = try table.page(of: site, after: 0, limit: 9).map(\.key.id)
      #expect(left == [other.id])
    }
  }

  @Test("refuses a key that was erased before it came")
  func erasedBefore() throws {
    let key = try key(1)
    try withTable { table in
      try table.erase([key.id])
      try table.add(key, of: site, isMadeHere: true, nonce: nonce(1))
      #expect(try table.key(key.id) == nil)
    }
  }

  @Test("offers an owner's keys once more under new numbers, in their order, and no other's")
  func renumbered() throws {
    let keys = try (1...4).map { try key($0, household: $0 == 2 ? 2 : 1) }
    let database = try SQLiteFile(path: "", kind: .memory)
    let storeKey = try #require(DataKey(bytes: Array(repeating: 0xAA, count: 32)))
    try database.write { connection -> Void in
      try KeyTable.prepare(connection, database.dialect)
      let table = KeyTable(connection, storeKey: storeKey)
      for key in keys { try table.add(key, of: site, isMadeHere: false, nonce: nonce(1)) }
      let (last, owner) = (try table.lastSequence(of: site), keys[0].household)
      for (scope, kept) in [(site, 2), (otherSite, 1)] {
        try KeyTable.renumber(of: owner, in: scope, retentionClass: kept, connection)
      }
      #expect(try table.page(of: site, after: last, limit: 9).isEmpty)
      try KeyTable.renumber(of: owner, in: site, retentionClass: 1, connection)
      let page = try table.page(of: site, after: last, limit: 9)
      #expect(page.map(\.key) == [keys[0], keys[2], keys[3]])
      #expect(try table.page(of: site, after: 0, limit: 9).map(\.key).first == keys[1])
      #expect(try table.key(keys[2].id) == keys[2])
    }
  }

  @Test("numbers keys so that a number tells which ones there were up to it")
  func numbers() throws {
    func key(_ low: UInt64) throws -> HouseholdKey {
      HouseholdKey(
        id: DataKeyID(high: 9, low: low), household: try self.key(1).household, year: 2026,
        retentionClass: 1, key: try self.key(1).key)
    }
    func number(_ lows: [UInt64], of scope: ScopeID = site) throws -> UInt64 {
      var number: UInt64 = 0
      try withTable { table in
        for low in lows {
          try table.add(try key(low), of: site, isMadeHere: false, nonce: nonce(1))
        }
        number = try table.lastSequence(of: site)
        #expect(try table.hasNumber(number, of: site) && !table.hasNumber(number, of: otherSite))
        #expect(try !table.hasNumber(number + 1, of: site) && !table.hasNumber(0, of: site))
        try table.erase([try key(try #require(lows.last)).id])
        #expect(try table.hasNumber(number, of: site), "a cursor stands at a key that is gone")
      }
      return number
    }
    let both = try number([500, 70_000])
    #expect(try number([70_000, 500]) == both && number([500]) < both)
    #expect(try number([500, 80_000]) != both && number([600, 70_000]) != both)
    #expect(try number([UInt64(UInt32.max)]) == 1 << 32)
  }

  @Test("gives a page's keys in their order, and each new key after all there ever were")
  func order() throws {
    let keys = try (1...4).map { try key($0) }
    try withTable { table in
      for key in keys.prefix(3) {
        try table.add(key, of: site, isMadeHere: true, nonce: nonce(1))
      }
      let first = try table.page(of: site, after: 0, limit: 2)
      #expect(first.map(\.key.id) == keys.prefix(2).map(\.id))
      let cursor = try #require(try table.page(of: site, after: 0, limit: 9).last).sequence
      // A laptop that has taken everything must still be given the next key.
      try table.erase([keys[2].id])
      try table.add(keys[3], of: site, isMadeHere: true, nonce: nonce(2))
      let news = try table.page(of: site, after: cursor, limit: 9)
      #expect(news.map(\.key.id) == [keys[3].id])
      #expect(try table.page(of: otherSite, after: 0, limit: 9).isEmpty)
    }
  }
}
