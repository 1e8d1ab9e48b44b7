import Foundation
import RecordStore
import SQLiteDatabase
import Testing

/// A value that every driver must give back as it took it.
struct StoredValue: Sendable, CustomTestStringConvertible {
  let claim: String
  let value: SQLValue
  var testDescription: String { claim }

  init(_ claim: String, _ value: SQLValue) {
    self.claim = claim
    self.value = value
  }

  static let all: [StoredValue] = [
    StoredValue("null", .null),
    StoredValue("zero", .integer(Int64(0))),
    StoredValue("the least number", .integer(Int64.min)),
    StoredValue("the greatest number", .integer(Int64.max)),
    StoredValue("no text", .text("")),
    StoredValue("a text of three scripts", .text("走訪 Wohnung 아파트 😀")),
    StoredValue("a composed letter", .text("\u{E9}")),
    StoredValue("a decomposed letter", .text("e\u{301}")),
    StoredValue("a text that looks like a number", .text("007")),
    StoredValue("a text that looks like SQL", .text("'; DROP TABLE sample; --")),
    StoredValue("a text with a question mark", .text("? and ?1")),
    StoredValue("a text of 100,000 bytes", .text(String(repeating: "x", count: 100_000))),
    StoredValue("no bytes", .blob([])),
    StoredValue("every byte", .blob(Array(0...255))),
    StoredValue("bytes that are no text", .blob([0xC3, 0x28, 0x00, 0xFF])),
    StoredValue("a megabyte", .blob(Array(repeating: 0xA5, count: 1 << 20))),
  ]
}

@Suite("A database driver")
struct DatabaseConformanceTests {
  @Test("keeps nothing of a write whose body throws", arguments: DatabaseDriver.allCases)
  func allOrNothing(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      try database.insert("kept")
      #expect(throws: Stop(number: 7)) {
        try database.write { connection -> Void in
          try connection.run("INSERT INTO sample (name) VALUES ('lost')")
          try connection.run("DELETE FROM sample WHERE name = 'kept'")
          try connection.run("CREATE TABLE other (id INTEGER NOT NULL PRIMARY KEY)")
          throw Stop(number: 7)
        }
      }
      #expect(try database.names() == ["kept"])
      #expect(throws: StoreFault.self) {
        try database.read { try $0.rows("SELECT id FROM other") { try $0.integer(0) } }
      }
      // The next write is not hurt by it.
      try database.insert("later")
      #expect(try database.names() == ["kept", "later"])
    }
  }

  @Test(
    "keeps nothing of a write when one of its statements fails", arguments: DatabaseDriver.allCases)
  func failingStatement(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      try database.insert("a")
      #expect(throws: StoreFault.self) {
        try database.write { connection -> Void in
          try connection.run("INSERT INTO sample (name) VALUES ('b')")
          try connection.run("INSERT INTO sample (name) VALUES ('a')")
        }
      }
      #expect(try database.names() == ["a"])
    }
  }

  @Test("hands an error of a body on unchanged", arguments: DatabaseDriver.allCases)
  func errors(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      #expect(throws: Stop(number: 1)) {
        try database.read { _ -> Void in throw Stop(number: 1) }
      }
      #expect(throws: Stop(number: 2)) {
        try database.write { _ -> Void in throw Stop(number: 2) }
      }
      #expect(throws: StoreFault.damaged("mine")) {
        try database.write { _ -> Void in throw StoreFault.damaged("mine") }
      }
    }
  }

  @Test(
    "reports what the database finds wrong in its own words", arguments: DatabaseDriver.allCases)
  func faults(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      for sql in ["SELEKT 1", "SELECT nothing FROM sample", "INSERT INTO sample (name) VALUES (?)"]
      {
        let fault = #expect(throws: StoreFault.self) { try database.execute(sql) }
        guard case .database(let message)? = fault else {
          Issue.record("\(sql): \(String(describing: fault))")
          continue
        }
        #expect(!message.isEmpty)
        #expect(!message.contains(sql), "a person is shown no statement")
      }
    }
  }

  @Test(
    "shows a reader what was committed and lets it change nothing",
    arguments: DatabaseDriver.allCases)
  func reading(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      try database.insert("a")
      for sql in [
        "INSERT INTO sample (name) VALUES ('b')", "DELETE FROM sample",
        "UPDATE sample SET number = 9", "DROP TABLE sample",
      ] {
        #expect(throws: StoreFault.self, "\(sql)") { try database.read { try $0.run(sql) } }
      }
      #expect(try database.names() == ["a"])
      // Having been refused does not leave the database closed for writing.
      try database.insert("b")
      #expect(try database.names() == ["a", "b"])
    }
  }

  @Test(
    "shows a body its own changes before they are committed", arguments: DatabaseDriver.allCases)
  func ownChanges(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      let seen = try database.write { connection -> [Int64] in
        try connection.run("INSERT INTO sample (name, number) VALUES ('a', 5)")
        return try connection.rows("SELECT number FROM sample") { try $0.integer(0) }
      }
      #expect(seen == [5])
    }
  }

  @Test("gives values back as it took them", arguments: DatabaseDriver.allCases, StoredValue.all)
  func values(_ driver: DatabaseDriver, _ row: StoredValue) throws {
    try driver.withDatabase { database in
      let column = row.value.column
      try database.execute(
        "INSERT INTO sample (name, \(column)) VALUES ('v', ?)", [row.value])
      let isHeld = try database.read {
        try $0.first("SELECT \(column) FROM sample WHERE name = 'v'") {
          try row.value.isHeld(by: $0, at: 0)
        }
      }
      #expect(isHeld == true)
    }
  }

  @Test(
    "keeps a text to its last byte, a NUL included",
    arguments: DatabaseDriver.allCases)
  func textWithNUL(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      try database.execute("INSERT INTO sample (name, words) VALUES ('v', ?)", [.text("a\0b")])
      let text = try database.read {
        try $0.first("SELECT words FROM sample") { try $0.text(0) }
      }
      #expect(text.map { Array($0.utf8) } == [0x61, 0, 0x62])
    }
  }

  @Test("keeps apart two spellings of one letter", arguments: DatabaseDriver.allCases)
  func spellings(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      try database.insert("\u{E9}", 1)
      try database.insert("e\u{301}", 2)
      #expect(throws: StoreFault.self) { try database.insert("\u{E9}", 3) }
      #expect(try database.count() == 2)
      for (name, number) in [("\u{E9}", Int64(1)), ("e\u{301}", 2)] {
        let found = try database.read {
          try $0.rows("SELECT number FROM sample WHERE name = ?", [.text(name)]) {
            try $0.integer(0)
          }
        }
        #expect(found == [number])
      }
    }
  }

  @Test("never reads an argument as SQL", arguments: DatabaseDriver.allCases)
  func injection(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      let hostile = "x'); DELETE FROM sample; --"
      try database.insert("a")
      try database.insert(hostile)
      let found = try database.read {
        try $0.rows("SELECT name FROM sample WHERE name = ?", [.text("' OR '1' = '1")]) {
          try $0.text(0)
        }
      }
      #expect(found == [])
      #expect(try database.names() == ["a", hostile])
    }
  }

  @Test("says how many rows a statement changed", arguments: DatabaseDriver.allCases)
  func changedRows(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      for name in ["a", "b", "c"] { try database.insert(name, 1) }
      let counts = try database.write { connection in
        [
          try connection.run("UPDATE sample SET number = 2"),
          try connection.run("UPDATE sample SET number = 3 WHERE name = 'a'"),
          try connection.run("DELETE FROM sample WHERE number = ?", [.integer(99)]),
          try connection.run("DELETE FROM sample WHERE number = ?", [.integer(2)]),
        ]
      }
      #expect(counts == [3, 1, 0, 2])
    }
  }

  @Test(
    "calls a body with each row in order and stops at its first error",
    arguments: DatabaseDriver.allCases)
  func rows(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      for name in ["c", "a", "b"] { try database.insert(name) }
      var seen: [String] = []
      #expect(throws: Stop(number: 2)) {
        try database.read { connection in
          try connection.forEach("SELECT name FROM sample ORDER BY name", []) { row in
            seen.append(try row.text(0))
            if seen.count == 2 { throw Stop(number: 2) }
          }
        }
      }
      #expect(seen == ["a", "b"])
      #expect(try database.names() == ["a", "b", "c"])
    }
  }

  @Test("refuses to read a column as what it is not", arguments: DatabaseDriver.allCases)
  func columns(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      try database.execute(
        "INSERT INTO sample (name, number, bytes) VALUES ('v', 1, ?)", [.blob([1])])
      try database.read { connection in
        try connection.forEach("SELECT name, number, bytes, words FROM sample", []) { row in
          let refused = [
            (try? row.integer(0)) == nil, (try? row.blob(0)) == nil, (try? row.text(1)) == nil,
            (try? row.integer(2)) == nil, (try? row.text(3)) == nil, (try? row.text(4)) == nil,
          ]
          let isNull = [
            row.isNull(0), row.isNull(1), row.isNull(2), row.isNull(3), row.isNull(4),
          ]
          #expect(refused == Array(repeating: true, count: 6))
          #expect(isNull == [false, false, false, true, true])
        }
      }
    }
  }

  @Test("loses no addition when eight writers add at once", arguments: DatabaseDriver.allCases)
  func writers(_ driver: DatabaseDriver) async throws {
    let folder = try makeTemporaryFolder()
    defer { removeTemporaryFolder(folder) }
    let database = try driver.open(in: folder)
    try database.makeSample()
    try database.insert("sum", 0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<5 {
            try database.write { connection -> Void in
              let sum = try connection.first("SELECT number FROM sample") { try $0.integer(0) }
              try connection.run("UPDATE sample SET number = ?", [.integer((sum ?? 0) + 1)])
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let sum = try database.read { try $0.first("SELECT number FROM sample") { try $0.integer(0) } }
    #expect(sum == 40)
  }

  @Test(
    "runs with the settings under which saved means on disk", arguments: DatabaseDriver.allCases)
  func settings(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      let journal = try database.write {
        try $0.first("PRAGMA journal_mode") { try $0.text(0) }
      }
      let synchronous = try database.write {
        try $0.first("PRAGMA synchronous") { try $0.integer(0) }
      }
      #expect(journal == driver.journal)
      // 2 is FULL.
      #expect(synchronous == 2)
    }
  }

  @Test("keeps what it wrote for whoever opens the file next", arguments: DatabaseDriver.kept)
  func reopened(_ driver: DatabaseDriver) throws {
    try withTemporaryFolder { folder in
      do {
        let database = try driver.open(in: folder)
        try database.makeSample()
        try database.insert("a", 1)
      }
      for number in Int64(2)...4 {
        let database = try driver.open(in: folder)
        #expect(try database.count() == number - 1)
        try database.insert("\(number)", number)
      }
      #expect(try driver.open(in: folder).count() == 4)
    }
  }

  @Test(
    "shows another instance on the file what was committed and nothing else",
    arguments: DatabaseDriver.kept)
  func isolation(_ driver: DatabaseDriver) throws {
    try withTemporaryFolder { folder in
      let writer = try driver.open(in: folder)
      try writer.makeSample()
      let reader = try driver.open(in: folder)
      try writer.write { connection -> Void in
        try connection.run("INSERT INTO sample (name) VALUES ('a')")
        let during = try reader.count()
        #expect(during == 0)
      }
      #expect(try reader.count() == 1)
    }
  }

  @Test(
    "refuses a file that is something else, and leaves it as it was", arguments: DatabaseDriver.kept
  )
  func notAStore(_ driver: DatabaseDriver) throws {
    try withTemporaryFolder { folder in
      let path = driver == .sqliteLaptop ? "\(folder)/laptop.db" : "\(folder)/server.db"
      let picture = Array("GIF89a".utf8) + Array(repeating: UInt8(0x2C), count: 5000)
      try writeFile(path, picture)
      #expect(throws: StoreFault.notAStore) { try driver.open(in: folder) }
      #expect(try readFile(path) == picture)
    }
  }

  @Test("says which file cannot be opened", arguments: DatabaseDriver.kept)
  func closedStore(_ driver: DatabaseDriver) throws {
    try withTemporaryFolder { folder in
      let name = driver == .sqliteLaptop ? "laptop.db" : "server.db"
      let nowhere = folder + "/nowhere"
      #expect(throws: StoreFault.cannotOpen(nowhere + "/" + name)) {
        try driver.open(in: nowhere)
      }
      // A directory in the file's place is closed to everybody, root too.
      let path = folder + "/" + name
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      #expect(throws: StoreFault.cannotOpen(path)) { try driver.open(in: folder) }
    }
  }

  @Test("says of a damaged store that it is one, and which file", arguments: DatabaseDriver.kept)
  func damagedStore(_ driver: DatabaseDriver) throws {
    try withTemporaryFolder { folder in
      do { try driver.open(in: folder).makeSample() }
      let path = driver == .sqliteLaptop ? "\(folder)/laptop.db" : "\(folder)/server.db"
      var bytes = try readFile(path)
      // Behind the file's header: where the first page says which tables there are.
      for place in 100..<200 { bytes[place] = 0xA5 }
      try writeFile(path, bytes)
      let fault = #expect(throws: StoreFault.self) { try driver.open(in: folder) }
      guard case .damaged(let what) = fault else {
        Issue.record("\(String(describing: fault))")
        return
      }
      #expect(what.contains(path))
    }
  }
}
