import Foundation
import Testing

@Suite("A key that was destroyed")
struct DestroyedKeysTests {
  /// Runs statements on a database behind the programs' back, and prints what the last of them finds.
  private func query(_ file: String, _ statements: String..., in folder: Folder) throws -> String {
    let script = """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1])
      for one in sys.argv[2:]: found = c.execute(one).fetchall()
      c.commit()
      print(";".join(",".join(str(x) for x in row) for row in found))
      """
    return try expectDone(
      Programs.run("/usr/bin/python3", ["-c", script, file] + statements, [:], in: folder)
    ).text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private let destroyFirst = (
    "INSERT INTO erasedKey SELECT id, sequence FROM householdKey ORDER BY sequence LIMIT 1",
    "DELETE FROM householdKey WHERE id IN (SELECT id FROM erasedKey)"
  )
  private let hasKeys = "SELECT COUNT(*) > 0 FROM householdKey"
  private let erasedThatAreHere =
    "SELECT COUNT(*) FROM householdKey WHERE id IN (SELECT id FROM erasedKey)"
  private let erased = "SELECT hex(id), sequence FROM erasedKey ORDER BY id"

  @Test(
    "does not come back with an older backup, not even with --as-of-backup, nor into an empty office (A32)"
  )
  func office() throws {
    let company = try Company()
    let backup = company.folder.file("old")
    try expectDone(company.office("backup", backup))
    let keys = company.folder.file("office/keys.sqlite")
    #expect(try query(backup + ".keys", hasKeys, in: company.folder) == "1")
    let gone = try query(
      keys, destroyFirst.0, destroyFirst.1, erased, in: company.folder)
    #expect(gone.split(separator: ",").count == 2)
    try expectDone(company.office("restore", backup, "--as-of-backup"))
    #expect(try query(keys, erased, in: company.folder) == gone)
    #expect(try query(keys, erasedThatAreHere, in: company.folder) == "0")
    // The store is lost, the keys are not: what was destroyed is still known.
    for beside in ["", "-wal", "-shm"] {
      unlink(company.folder.file("office/rounds.sqlite") + beside)
    }
    try expectDone(company.office("restore", backup))
    #expect(try query(keys, erased, in: company.folder) == gone)
    #expect(try query(keys, erasedThatAreHere, in: company.folder) == "0")
  }

  @Test("does not come back to a laptop with its own older backup (A32)")
  func laptop() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    let backup = company.folder.file("mine")
    try expectDone(laptop.rounds("backup", backup))
    let keys = laptop.path("keys.sqlite")
    #expect(try query(backup + ".keys", hasKeys, in: company.folder) == "1")
    let gone = try query(
      keys, destroyFirst.0, destroyFirst.1, erased, in: company.folder)
    try expectDone(laptop.rounds("restore", backup, "--as-of-backup"))
    #expect(try query(keys, erased, in: company.folder) == gone)
    #expect(try query(keys, erasedThatAreHere, in: company.folder) == "0")
  }
}
