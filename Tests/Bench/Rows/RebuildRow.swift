import BenchTable
import ConflictFreeRecords
import OfficeWork
import RecordStore
import WireFormat

extension Row {
  /// All computed tables dropped and made anew, in one transaction, as `rounds-server rebuild`
  /// does.
  static let rebuild = Row(letter: "h", name: "rebuild of all projections from the log") {
    workshop in
    let year = try workshop.year()
    return try year.folder.open { office in
      var changes = 0
      let reading = try eachRun { _ in
        changes = 0
        let lasted = try duration {
          try office.read { replica in
            try replica.connection.forEach("SELECT envelope FROM bundle WHERE inView = 1", []) {
              row in
              changes += try Verification.stored(try row.blob(0)).bundle.changes.count
            }
          }
        }
        return Double(changes) / lasted
      }
      let total = Double(changes)
      let rebuilding = try eachRun { _ in
        let lasted = try duration {
          try office.write { try $0.rebuild(office.environment.database.dialect) }
        }
        return total / lasted
      }
      return Measured(figures: [
        Figure(
          "rebuild, commit included", "changes/s", rebuilding,
          limit: Limit("reading and decoding the log alone", reading), bar: .atLeast(50_000)),
        Figure("changes in the log", "changes", try samples([total])),
      ])
    }
  }
}
