import ConflictFreeRecords
import FieldWork
import Fingerprint
import Foundation
import OfficeWork
import RecordCatalogue
import RecordStore
import SQLiteDatabase
import SeededRandom
import SyncProtocol
import TestSupport
import VisitModel
import Wording

// What people do, and what happens to them.
extension Simulation {
  func act() throws {
    clock.advance(minutes: random.below(600))
    let number = random.below(machines.count)
    if happens(faults.copy) { try copyOrRestore(number) }
    // Another store may stand in its place now.
    let machine = machines[number]
    if happens(faults.clock) { try changeClock(machine) }
    if happens(faults.move) { try move(machine) }
    if happens(faults.revocation) { try revoke(machine) }
    if happens(faults.kill) {
      machine.database.kill(
        after: random.below(12), random.below(2) == 0 ? .before : .afterCommit)
    }
    do {
      if happens(faults.future) {
        try saves(machine, "writings of later programs") { try future($0) }
      }
      switch random.below(21) {
      case 0..<7: try sync(machine)
      case 7..<12: try saves(machine, "visits") { try record($0) }
      case 12..<15: try saves(machine, "amends") { try amend($0) }
      case 15: try saves(machine, "voids") { try voidOne($0) }
      case 16, 17: try saves(machine, "attempts") { try attempt($0) }
      case 18: try saves(machine, "contacts and appointments") { try speak($0) }
      default: try saves(machine, "draws") { try draw($0) }
      }
      machine.database.calm()
    } catch is Killed {
      count("kills")
      note("\(machine.name) is killed")
      try machine.restart()
      try calmOffice()
    }
  }

  private func happens(_ rate: Int) -> Bool { random.below(1000) < rate }

  /// What the program said is saved must be found for ever.
  private func saves(_ machine: Machine, _ what: String, _ act: (Laptop) throws -> Bool) throws {
    do {
      guard try act(machine.laptop) else { return }
    } catch FieldFault.refused(let refusal) {
      return count("refused by \(refusal.rule)")
    } catch FieldFault.reasonsNeeded {
      return count("reasons asked for")
    } catch FieldFault.failed(let message) where message.phrase == .noSiteAssigned {
      return count("without a site")
    }
    guard let id = try machine.newestPending() else { return }
    saved.insert(id)
    count(what)
    note("\(machine.name) \(what): \(id.description.prefix(8)) is saved")
  }

  private func sync(_ machine: Machine) throws {
    if happens(faults.officeKill) {
      officeDatabase.kill(
        after: random.below(4), random.below(2) == 0 ? .before : .afterCommit)
    }
    do {
      let summary = try machine.laptop.synchronise()
      note("\(machine.name) syncs: stored \(summary.stored), received \(summary.received)")
      count("syncs")
    } catch FieldFault.notReached {
      count("broken syncs")
      note("\(machine.name) reaches nobody")
    } catch FieldFault.failed(let message)
      where message.phrase == .officeRevoked && machine.isRevoked
    {
      count("syncs of revoked laptops")
    }
    try calmOffice()
  }

  /// No kill is to come any more; a process that was killed begins again with what is on disk.
  private func calmOffice() throws {
    officeDatabase.calm()
    guard officeDatabase.wasKilled else { return }
    count("office kills")
    note("the office is killed")
    office = try Office(office.environment, office.secrets)
    inProcess.serve(office)
  }

  // MARK: Visits

  private func record(_ laptop: Laptop) throws -> Bool {
    let now = laptop.now
    var input = VisitInput(
      household: "1-\(101 + random.below(Company.households))",
      start: now.advanced(byMilliseconds: -1_800_000), end: now)
    input.mode = .office
    input.items = [.init(topic: .repair, kind: .request, text: "r\(random.below(100))")]
    input.signature = .signed
    if random.below(2) == 0 { input.reasons = ["R1-38": "again", "R1-39": "again"] }
    _ = try laptop.recordVisit(input, at: nil)
    return true
  }

  private func someVisit(_ laptop: Laptop) throws -> VisitSummary? {
    let visits = try laptop.read { replica in
      try laptop.visits(of: laptop.site(named: nil, replica), replica)
    }.filter { !$0.isVoided }
    return visits.isEmpty ? nil : visits[random.below(visits.count)]
  }

  private func amend(_ laptop: Laptop) throws -> Bool {
    guard let visit = try someVisit(laptop) else { return false }
    let saw = try laptop.read { try $0.frontier(of: visit.key) }
    _ = try laptop.amendVisit(
      named: visit.key.id.description,
      .satisfaction(random.below(2) == 0 ? .satisfied : .notSatisfied), saw: saw)
    let standing = try laptop.read { try $0.frontier(of: visit.key) }.count
    if standing != 1 {
      try isBroken("an amendment of all that was shown leaves \(standing) changes")
    }
    return true
  }

  private func voidOne(_ laptop: Laptop) throws -> Bool {
    guard let visit = try someVisit(laptop) else { return false }
    let saw = try laptop.read { try $0.frontier(of: visit.key) }
    _ = try laptop.voidVisit(named: visit.key.id.description, reason: "mistake", saw: saw)
    return true
  }

  private func attempt(_ laptop: Laptop) throws -> Bool {
    _ = try laptop.recordAttempt(
      household: "1-\(101 + random.below(Company.households))",
      outcome: [.nobodyHome, .nobodyHome, .refused][random.below(3)], at: laptop.now,
      remark: random.below(2) == 0 ? "a\(random.below(100))" : nil, site: nil)
    return true
  }

  /// Something heard in passing, or an evening agreed on.
  private func speak(_ laptop: Laptop) throws -> Bool {
    let unit = "1-\(101 + random.below(Company.households))"
    if random.below(2) == 0 {
      var input = ContactInput(
        household: unit, .conversation, at: laptop.now,
        items: [.init(topic: .order, kind: .need, text: "c\(random.below(100))")])
      input.method = .everydayContact
      _ = try laptop.recordContact(input, at: nil)
    } else {
      let home = try laptop.read { replica in
        try laptop.household(unit, of: try laptop.site(named: nil, replica), replica)
      }
      _ = try laptop.makeAppointment(
        household: home, start: laptop.now, end: laptop.now.advanced(byMilliseconds: 3_600_000),
        channel: .telephone, agreedWith: random.below(2) == 0 ? "p\(random.below(9))" : "",
        agreedAt: laptop.now)
    }
    return true
  }

  private func draw(_ laptop: Laptop) throws -> Bool {
    _ = try laptop.drawSample(
      month: CivilMonth(containing: LocalTime(laptop.now, in: .china).date),
      count: 1 + random.below(3), reserves: 0, organiser: nil, at: nil)
    return true
  }

  /// Words of a program that is not written yet: an unknown field of a visit, and an unknown type.
  private func future(_ laptop: Laptop) throws -> Bool {
    let visit = try someVisit(laptop)
    let thing = RecordID(prefixOf: Randomness.seeded(random.next()).bytes(16))
    let new = RecordEdit(
      RecordType(4000), thing, [1: .text("later"), 2: .integer(Int64(random.below(9)))])
    let edits = [new] + (visit.map { [RecordEdit(.visit, $0.key.id, [900: .integer(7)])] } ?? [])
    _ = try laptop.write { try laptop.write(edits, in: site, on: $0) }
    return true
  }

  // MARK: Clocks, moves, copies

  private func changeClock(_ machine: Machine) throws {
    let days = random.below(3) == 0 ? 0 : random.below(2000) - 1000
    machine.clockError.set(days: days)
    count("clocks")
    note("\(machine.name)'s clock is \(days) days off")
  }

  private func move(_ machine: Machine) throws {
    let account = machine.laptop.account
    if machine.isWithdrawn {
      try office.assign(account, to: site)
    } else {
      try office.withdraw(account, from: site)
    }
    machine.isWithdrawn.toggle()
    count("moves")
    note("\(machine.name) is \(machine.isWithdrawn ? "withdrawn" : "assigned")")
  }

  private func revoke(_ machine: Machine) throws {
    // Copies have the key of what they were copied from.
    let key = machine.laptop.secrets.signing.verifyingKey
    try office.revoke(key)
    for other in machines where other.laptop.secrets.signing.verifyingKey == key {
      other.isRevoked = true
    }
    count("revocations")
    note("\(machine.name) is revoked")
  }

  private func copyOrRestore(_ number: Int) throws {
    if isOnDisk {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    switch random.below(6) {
    case 0: try backUpOffice()
    case 1, 2: try restoreOffice()
    case 3:
      let field = machines[number].laptop.environment
      laptopCopies.append((number, try copy(machines[number].database, field.keyDatabase)))
      note("\(machines[number].name) is backed up")
    case 4: try restoreLaptop()
    default: try clone(number)
    }
  }

  /// A copy of a store and its keys: in one story of ten as the programs make them, as files.
  private func copy(_ store: any SQLDatabase, _ keys: any SQLDatabase) throws -> Company.Stores {
    let store = (store as? KillableDatabase)?.inner ?? store
    guard isOnDisk else {
      guard let store = store as? SQLiteFile, let keys = keys as? SQLiteFile else {
        throw StoreFault.damaged("a store of the simulation is no SQLite")
      }
      return try Company.Stores(
        copying: Company.Stores(store: store, keys: keys), on: isAlone ? nil : Company.shelf)
    }
    copies += 1
    let paths = ["store\(copies)", "keys\(copies)"].map { folder.appendingPathComponent($0).path }
    try store.copy(to: paths[0])
    try keys.copy(to: paths[1])
    return Company.Stores(
      store: try SQLiteFile(path: paths[0], kind: .laptop),
      keys: try SQLiteFile(path: paths[1], kind: .laptop))
  }

  private func backUpOffice() throws {
    officeCopies.append(try copy(office.environment.database, office.environment.keyDatabase))
    note("the office is backed up")
  }

  /// To any of its backups; an office without one gets its first. In some stories somebody puts the files back, and the
  /// office notices nothing.
  private func restoreOffice() throws {
    if officeCopies.isEmpty { return try backUpOffice() }
    let kept = officeCopies[random.below(officeCopies.count)]
    let stores = try copy(kept.store, kept.keys)
    officeDatabase = KillableDatabase(stores.store)
    var environment = office.environment
    environment.database = officeDatabase
    environment.keyDatabase = stores.keys
    // Not by `random`, so that the other stories stay as they are.
    let isNoticed = seed % 4 != 1 || trace.count % 2 == 0
    office = try Office(environment, office.secrets)
    if isNoticed { office = try office.beginNewEpoch(because: .restored) }
    inProcess.serve(office)
    try forgetWhatNobodyHolds()
    count(isNoticed ? "office restores" : "office files put back")
    note(isNoticed ? "the office is restored" : "the office's files are put back")
  }

  private func restoreLaptop() throws {
    guard !laptopCopies.isEmpty else { return }
    let kept = laptopCopies[random.below(laptopCopies.count)]
    let isNoticed = random.below(2) == 0
    try replace(kept.machine, kept.stores, isNoticed: isNoticed)
    try forgetWhatNobodyHolds()
    count("laptop restores")
    note("\(machines[kept.machine].name) is restored\(isNoticed ? "" : ", and nobody notices")")
  }

  /// Both sides of a copied directory are used from now on.
  private func clone(_ number: Int) throws {
    guard machines.count < 12 else { return }
    let original = machines[number]
    let stores = try copy(original.database, original.laptop.environment.keyDatabase)
    let database = KillableDatabase(stores.store)
    let machine = Machine(
      original.name + "'", database, original.clockError,
      try laptop(of: original, database, stores.keys))
    machine.isWithdrawn = original.isWithdrawn
    machine.isRevoked = original.isRevoked
    if random.below(2) == 0 { try mintWriter(machine) }
    machines.append(machine)
    count("clones")
    note("\(original.name) is copied, and both are used")
  }

  private func replace(_ number: Int, _ kept: Company.Stores, isNoticed: Bool) throws {
    let old = machines[number]
    let stores = try copy(kept.store, kept.keys)
    let database = KillableDatabase(stores.store)
    let machine = Machine(
      old.name, database, old.clockError, try laptop(of: old, database, stores.keys))
    machine.isWithdrawn = old.isWithdrawn
    machine.isRevoked = old.isRevoked
    if isNoticed { try mintWriter(machine) }
    machines[number] = machine
  }

  private func laptop(
    of machine: Machine, _ database: KillableDatabase, _ keys: SQLiteFile
  ) throws -> Laptop {
    var field = machine.laptop.environment
    field.database = database
    field.keyDatabase = keys
    return try Laptop(field)
  }

  private func mintWriter(_ machine: Machine) throws {
    let word = random.next()
    try machine.laptop.write { try $0.mintWriter(word) }
  }

  /// A store that was replaced takes with it what nobody else had; everything else must stay.
  private func forgetWhatNobodyHolds() throws {
    var held = try office.read { try $0.connection.bundleIDs() }
    for machine in machines { held.formUnion(try machine.ids()) }
    saved.formIntersection(held)
  }
}
