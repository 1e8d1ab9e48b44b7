import RecordStore
import SQLiteDatabase
import TestSupport
import Testing

/// What the doubles do besides, each at the one moment it was made for. Nothing of a refused write
/// stays, all of an acknowledged one does: that part of the contract no fault may break.
@Suite("A database that stops")
struct DatabaseDoubleTests {
  @Test("before a write keeps nothing of it, and the next goes well")
  func before() throws {
    let database = KillableDatabase(try SQLiteFile(path: "", kind: .memory))
    try database.makeSample()
    database.kill(after: 1, .before)
    try database.insert("a")
    #expect(throws: Killed.self) { try database.insert("b") }
    #expect(try database.names() == ["a"])
    try database.insert("c")
    #expect(try database.names() == ["a", "c"])
  }

  @Test("after a commit keeps all of the write, and does not say so")
  func afterCommit() throws {
    let database = KillableDatabase(try SQLiteFile(path: "", kind: .memory))
    try database.makeSample()
    database.kill(after: 0, .afterCommit)
    #expect(throws: Killed.self) { try database.insert("a") }
    #expect(try database.names() == ["a"])
    #expect(!database.calm())
  }

  @Test("stops at no read, and not at all once it is calmed")
  func calmed() throws {
    let database = KillableDatabase(try SQLiteFile(path: "", kind: .memory))
    try database.makeSample()
    database.kill(after: 0, .before)
    #expect(try database.names().isEmpty)
    #expect(database.calm())
    try database.insert("a")
    #expect(try database.names() == ["a"])
  }

  @Test("hands on what a body throws before a kill that comes after the commit")
  func ownError() throws {
    let database = KillableDatabase(try SQLiteFile(path: "", kind: .memory))
    try database.makeSample()
    database.kill(after: 0, .afterCommit)
    #expect(throws: Stop(number: 4)) {
      try database.write { connection -> Void in
        try connection.run("INSERT INTO sample (name) VALUES ('a')")
        throw Stop(number: 4)
      }
    }
    #expect(try database.names().isEmpty)
  }

  @Test("for want of space keeps nothing of that write, and has space from then on")
  func fullOnce() throws {
    let database = FullOnce(try SQLiteFile(path: "", kind: .memory))
    #expect(throws: StoreFault.outOfSpace) { try database.makeSample() }
    try database.makeSample()
    try database.insert("a")
    #expect(try database.names() == ["a"])
  }
}

@Suite("A database used inside its own transaction")
struct DatabaseMisuseTests {
  @Test("stops the program, rather than wait for itself or write outside the transaction")
  func nested() async {
    await #expect(processExitsWith: .failure) {
      let database = try SQLiteFile(path: "", kind: .memory)
      try database.write { _ -> Void in
        try database.write { _ -> Void in }
      }
    }
    await #expect(processExitsWith: .failure) {
      let database = try SQLiteFile(path: "", kind: .memory)
      try database.read { _ -> Void in
        try database.write { _ -> Void in }
      }
    }
  }
}
