import Foundation
import RecordStore
import SQLiteDatabase
import Testing

@Suite("A copy of a database")
struct DatabaseCopyTests {
  private func fill(_ database: any SQLDatabase, _ count: Int) throws {
    try database.write { connection -> Void in
      for number in 0..<count {
        try connection.run(
          "INSERT INTO sample (name, words) VALUES (?, ?)",
          [.text("\(number)"), .text(String(repeating: "w", count: 100))])
      }
    }
  }

  @Test(
    "holds what was committed when it was made and nothing later, for its owner alone",
    arguments: DatabaseDriver.allCases)
  func whole(_ driver: DatabaseDriver) throws {
    try withTemporaryFolder { folder in
      let database = try driver.open(in: folder)
      try database.makeSample()
      try fill(database, 500)
      let path = folder + "/copy"
      try database.copy(to: path)
      try database.insert("later")
      let copy = try SQLiteFile(reading: path)
      #expect(try copy.count() == 500)
      #expect(try copy.integrityCheck().isEmpty)
      #expect(throws: StoreFault.readOnly(path)) { try copy.insert("more") }
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test("refuses a name that is taken, and leaves it as it was", arguments: DatabaseDriver.allCases)
  func taken(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      try withTemporaryFolder { folder in
        let path = folder + "/copy"
        for contents in [[], Array("mine".utf8)] as [[UInt8]] {
          try writeFile(path, contents)
          #expect(throws: StoreFault.fileExists(path)) { try database.copy(to: path) }
          #expect(try readFile(path) == contents)
        }
      }
    }
  }

  @Test("says where it cannot be made, and why", arguments: DatabaseDriver.allCases)
  func nowhere(_ driver: DatabaseDriver) throws {
    try driver.withDatabase { database in
      try withTemporaryFolder { folder in
        let path = folder + "/nowhere/copy"
        let fault = #expect(throws: StoreFault.self) { try database.copy(to: path) }
        guard case .cannotMake(let what)? = fault else {
          Issue.record("\(String(describing: fault))")
          return
        }
        #expect(what.contains(path))
      }
    }
  }

  @Test("of a damaged database is an error, and nothing stays of it")
  func damaged() throws {
    try withTemporaryFolder { folder in
      do {
        let database = try DatabaseDriver.sqliteLaptop.open(in: folder)
        try database.makeSample()
        try fill(database, 2000)
        #expect(try database.integrityCheck().isEmpty)
      }
      let path = folder + "/laptop.db"
      var bytes = try readFile(path)
      #expect(bytes.count > 12 * 4096)
      for place in (8 * 4096)..<(11 * 4096) { bytes[place] = 0xA5 }
      try writeFile(path, bytes)
      let database = try DatabaseDriver.sqliteLaptop.open(in: folder)
      #expect(try !database.integrityCheck().isEmpty)
      #expect(throws: StoreFault.self) { try database.copy(to: folder + "/copy") }
      #expect(!FileManager.default.fileExists(atPath: folder + "/copy"))
    }
  }

  @Test("is of one moment while others write", arguments: DatabaseDriver.kept)
  func underLoad(_ driver: DatabaseDriver) async throws {
    let folder = try makeTemporaryFolder()
    defer { removeTemporaryFolder(folder) }
    let database = try driver.open(in: folder)
    try database.makeSample()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 0..<100 {
          try database.write { connection -> Void in
            try connection.run("INSERT INTO sample (name) VALUES (?)", [.text("a\(number)")])
            try connection.run("INSERT INTO sample (name) VALUES (?)", [.text("b\(number)")])
          }
        }
      }
      group.addTask {
        for number in 0..<10 {
          let path = "\(folder)/copy\(number)"
          try database.copy(to: path)
          let count = try SQLiteFile(reading: path).count() ?? -1
          #expect(count % 2 == 0)
        }
      }
      try await group.waitForAll()
    }
    #expect(try database.count() == 200)
  }

  @Test("to read from is refused where it is something else")
  func foreign() throws {
    try withTemporaryFolder { folder in
      #expect(throws: StoreFault.cannotOpen(folder + "/nothing")) {
        try SQLiteFile(reading: folder + "/nothing")
      }
      try writeFile(folder + "/picture", Array(repeating: 0x2C, count: 5000))
      #expect(throws: StoreFault.self) { try SQLiteFile(reading: folder + "/picture") }
      #expect(!FileManager.default.fileExists(atPath: folder + "/nothing"))
    }
  }
}
