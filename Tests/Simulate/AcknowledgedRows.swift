import Glibc
import RecordStore
import SQLiteDatabase
import VisitModel

/// `rounds-simulate store FILE [BUG]`: the office's kind of store takes rows and says the number of each
/// once it was committed. The sweep of power cuts records it, with a known bug on and without.
enum AcknowledgedRows {
  static let count = 25

  static func write(to path: String, with bug: KnownBug?) throws {
    try KnownBug.$active.withValue(bug) {
      let store = try SQLiteFile(path: path, kind: .server)
      try store.write { connection -> Void in
        try connection.run("CREATE TABLE bundle (id BLOB PRIMARY KEY, envelope BLOB, receipt BLOB)")
      }
      for number in 0..<count {
        let content = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* (number + 7)) }
        try store.write { connection -> Void in
          try connection.run(
            "INSERT INTO bundle VALUES (?, ?, NULL)",
            [.blob(Array("\(number)".utf8)), .blob(content)]
          )
        }
        // By the system call itself: what the C library writes on its own no recorder sees.
        let line = Array("\(number)\n".utf8)
        guard Glibc.write(1, line, line.count) == line.count else {
          throw StoreFault.database("standard output is closed")
        }
      }
    }
  }
}
