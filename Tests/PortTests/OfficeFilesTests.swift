import LocalMachine
import OfficeWork
import RecordStore
import Testing

@Suite("The office's files")
struct OfficeFilesTests {
  @Test("are read up to the limit and not a byte beyond")
  func limit() throws {
    try withOfficeFiles { files, home in
      try files.write(Array(repeating: 1, count: 1000), to: home + "/file")
      #expect(try files.read(home + "/file", limit: 1000).count == 1000)
      for limit in [0, 1, 999] {
        #expect(throws: (any Error).self) { try files.read(home + "/file", limit: limit) }
      }
    }
  }

  @Test("are never standard input, whatever they are called")
  func noInput() throws {
    try withOfficeFiles { files, _ in
      #expect(throws: FileFault.self) { try files.read("-", limit: 10) }
    }
  }

  @Test("hold, between transactions, all of a database that is opened alone")
  func alone() throws {
    try withOfficeFiles { files, home in
      let database = try files.openAlone(home + "/store")
      for number in 0..<3 {
        try database.write { connection -> Void in
          try connection.run("CREATE TABLE kept\(number) (id INTEGER NOT NULL PRIMARY KEY)")
        }
        // Of the file alone, whatever lies beside it.
        let copy = home + "/copy\(number)"
        try files.copy(home + "/store", to: copy)
        #expect(try tables(of: try files.openToRead(copy)) == (0...number).map { "kept\($0)" })
      }
    }
  }

  @Test("do not change when a database is opened to read it")
  func reading() throws {
    try withOfficeFiles { files, home in
      let path = home + "/store"
      do {
        let database = try files.openAlone(path)
        try database.write { _ = try $0.run("CREATE TABLE kept (id INTEGER NOT NULL PRIMARY KEY)") }
      }
      let before = try bytes(of: path)
      let beside = try names(in: home)
      let database = try files.openToRead(path)
      #expect(try tables(of: database) == ["kept"])
      #expect(throws: StoreFault.self) {
        try database.write { _ = try $0.run("DROP TABLE kept") }
      }
      #expect(throws: StoreFault.self) {
        try database.read { _ = try $0.run("DROP TABLE kept") }
      }
      #expect(try bytes(of: path) == before)
      #expect(try names(in: home) == beside)
    }
  }

  @Test("lend an empty database to compute in, of which nothing stays")
  func scratch() throws {
    try withOfficeFiles { files, home in
      for _ in 0..<2 {
        let database = try files.openScratch()
        #expect(try tables(of: database).isEmpty)
        try database.write { _ = try $0.run("CREATE TABLE kept (id INTEGER NOT NULL PRIMARY KEY)") }
        #expect(try tables(of: database) == ["kept"])
      }
      #expect(try names(in: home).isEmpty)
    }
  }

  @Test("are not made by opening one to read that is not there, nor read where they are no store")
  func noStore() throws {
    try withOfficeFiles { files, home in
      #expect(throws: StoreFault.self) { _ = try files.openToRead(home + "/none") }
      #expect(try names(in: home).isEmpty)
      let picture = Array("GIF89a".utf8) + Array(repeating: UInt8(0x2C), count: 5000)
      try files.write(picture, to: home + "/picture")
      #expect(throws: StoreFault.self) { _ = try files.openToRead(home + "/picture") }
      #expect(throws: StoreFault.notAStore) { _ = try files.openAlone(home + "/picture") }
      #expect(try files.read(home + "/picture", limit: 10_000) == picture)
    }
  }

  private func tables(of database: any SQLDatabase) throws -> [String] {
    try database.read {
      try $0.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") {
        try $0.text(0)
      }
    }
  }
}
