import Foundation
import RecordStore
import SQLiteDatabase
import Synchronization
import TestSupport
import Testing

/// What a body may do with its transaction, and what others see of it meanwhile.
@Suite("The body of a transaction")
struct DatabaseBodyTests {
  @Test(
    "keeps its snapshot, or is shown a whole later state, while others write",
    arguments: DatabaseDriver.allCases)
  func pairs(_ driver: DatabaseDriver) async throws {
    let folder = try makeTemporaryFolder()
    defer { removeTemporaryFolder(folder) }
    let database = try driver.open(in: folder)
    try database.makeSample()
    let torn = try await withThrowingTaskGroup(of: [Int64].self) { group in
      group.addTask {
        for number in 0..<50 {
          try database.write { connection -> Void in
            try connection.run("INSERT INTO sample (name) VALUES (?)", [.text("a\(number)")])
            try connection.run("INSERT INTO sample (name) VALUES (?)", [.text("b\(number)")])
          }
        }
        return []
      }
      for _ in 0..<2 {
        group.addTask {
          try (0..<50).flatMap { _ -> [Int64] in
            let counts = try database.read { connection in
              try (0..<2).compactMap { _ in
                try connection.first("SELECT COUNT(*) FROM sample") { try $0.integer(0) }
              }
            }
            // Never half of a transaction, and twice the same within one body.
            return counts.first != counts.last || (counts.first ?? 1) % 2 != 0 ? counts : []
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(torn.isEmpty)
    #expect(try database.count() == 100)
  }

  @Test(
    "of a reader does not wait for a writer where several are served at once",
    arguments: [DatabaseDriver.sqliteServer])
  func besideAWriter(_ driver: DatabaseDriver) throws {
    try withTemporaryFolder { folder in
      let database = try driver.open(in: folder)
      try database.makeSample()
      try database.insert("committed")
      let begun = DispatchSemaphore(value: 0)
      let seen = DispatchSemaphore(value: 0)
      let finished = DispatchSemaphore(value: 0)
      let fault = Mutex<(any Error)?>(nil)
      Thread.detachNewThread {
        do {
          try database.write { connection -> Void in
            try connection.run("INSERT INTO sample (name) VALUES ('pending')")
            begun.signal()
            seen.wait()
          }
        } catch {
          fault.withLock { $0 = error }
          begun.signal()
        }
        finished.signal()
      }
      begun.wait()
      let names = Result { try database.names() }
      seen.signal()
      finished.wait()
      #expect(fault.withLock { $0 } == nil)
      #expect(try names.get() == ["committed"])
      #expect(try database.names() == ["committed", "pending"])
    }
  }

  @Test("sees what the last committed write left", arguments: DatabaseDriver.allCases)
  func lastCommit(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      try database.insert("a", 0)
      for number in Int64(1)...20 {
        try database.execute("UPDATE sample SET number = ?", [.integer(number)])
        let seen = try database.read {
          try $0.first("SELECT number FROM sample") { try $0.integer(0) }
        }
        #expect(seen == number)
      }
    }
  }

  @Test("may ask inside an answer, the same question too", arguments: DatabaseDriver.allCases)
  func asksInside(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      for name in ["a", "b", "c"] { try database.insert(name) }
      let sql = "SELECT name FROM sample ORDER BY name"
      let pairs = try database.read { connection in
        try connection.rows(sql) { outer in
          let left = try outer.text(0)
          return try connection.rows(sql) { try left + $0.text(0) }
        }
      }
      #expect(pairs.flatMap(\.self) == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
    }
  }

  @Test("refuses too few arguments and too many", arguments: DatabaseDriver.allCases)
  func argumentCount(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      for arguments in [[], [.integer(1), .integer(2)]] as [[SQLValue]] {
        let fault = #expect(throws: StoreFault.self) {
          try database.execute("UPDATE sample SET number = ?", arguments)
        }
        guard case .database? = fault else {
          Issue.record("\(String(describing: fault))")
          continue
        }
      }
    }
  }

  @Test("reads a row whole, each column as the kind it has", arguments: DatabaseDriver.allCases)
  func wholeRow(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      let values: [SQLValue] = [.text("a\0b"), .integer(Int64.min), .null, .blob([])]
      try database.execute("INSERT INTO sample VALUES (?, ?, ?, ?)", values)
      let rows = try database.read { try $0.rows("SELECT * FROM sample") { $0.all } }
      #expect(rows == [values])
    }
  }
}
