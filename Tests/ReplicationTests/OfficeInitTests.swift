import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import SQLiteDatabase
import TestSupport
import Testing
import VisitModel
import Wording

@Suite("A new office")
struct OfficeInitTests {
  @Test(
    "has its company's record or is not there at all, wherever its making stops",
    arguments: 0..<4, [KillableDatabase.Moment.before, .afterCommit])
  func stopped(_ transactions: Int, _ moment: KillableDatabase.Moment) throws {
    let database = KillableDatabase(try SQLiteFile(path: "", kind: .memory))
    let randomness = Randomness.seeded(95)
    let secrets = try #require(OfficeSecrets(randomness))
    let clock = TestClock("2026-09-01 08:00")
    let environment = OfficeEnvironment(
      database: database, keyDatabase: try SQLiteFile(path: "", kind: .memory),
      randomness: randomness, clock: { clock.reading() }, boot: BootID(high: 0, low: 95),
      zone: .china, program: "rounds-server/test")
    database.kill(after: transactions, moment)
    var office: Office?
    do { office = try Office.initialise(environment, secrets, name: "Office") } catch is Killed {}
    database.calm()
    let made = try office ?? madeOrThere(environment, secrets)
    let record = RecordKey(scope: made.company, type: .company, id: made.company.named())
    let state = try made.read { try $0.records.state(of: record) }
    #expect(state?.text(CompanyField.name) == "Office")
    #expect(try made.verify().faults.isEmpty)
  }

  /// What the person does who was told nothing: asks for an office once more.
  private func madeOrThere(
    _ environment: OfficeEnvironment, _ secrets: OfficeSecrets
  ) throws -> Office {
    do { return try Office.initialise(environment, secrets, name: "Office") } catch let fault
      as OfficeFault where fault == .failed(Message(.officeAlreadyInitialised))
    { return try Office(environment, secrets) }
  }
}
