import FieldWork
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import Wording

@Suite("A laptop whose passphrase was forgotten")
struct EnrolAgainTests {
  /// A laptop that wrote a visit and did not send it, and whose passphrase nobody knows.
  private struct Forgotten {
    let world: World
    let environment: FieldEnvironment
    let folder: MemoryFolder
    let file: FailingFile
    let oldKeys: [UInt8]
    let visit: RecordedVisit
    let new: Passphrase

    init(seed: UInt64) throws {
      let world = try World(seed: seed, roles: [.serviceOfficer, .serviceSupervisor])
      world.clock.set("2026-09-03 08:00")
      let folder = MemoryFolder()
      var environment = world.laptops[0].environment
      let file = FailingFile(environment.secrets)
      environment.secrets = file
      environment.secretFile = { folder.file($0) }
      _ = try environment.setPassphrase(try Passphrase(new: "nobody remembers this"), old: nil)
      visit = try Laptop(environment).recordVisit(
        try world.visit(1, text: "said before"), at: nil)
      try environment.vault.lock()
      oldKeys = try file.load() ?? []
      self.world = world
      self.folder = folder
      self.environment = environment
      self.file = file
      new = try Passphrase(new: "everybody remembers this")
    }

    func code() throws -> String { try world.office.invite(world.laptops[0].account).text }

    func enrol(_ code: String) throws {
      _ = try environment.enrol(
        url: "http://office", authorities: nil, code: code, laptopName: "L", passphrase: new,
        again: true)
    }

    func opened() throws -> Laptop {
      _ = try environment.unlock(with: new, minutes: 15)
      return try Laptop(environment)
    }

    /// Everything is there, sent and readable; the old keys lie aside; nothing forked.
    func expectWhole() throws {
      let laptop = try opened()
      #expect(laptop.device != world.laptops[0].device)
      #expect(try laptop.synchronise().isInSync)
      let written = try laptop.recordVisit(try world.visit(2, text: "said after"), at: nil)
      #expect(try laptop.synchronise().isInSync)
      #expect(try world.state(laptop) == world.officeState())
      for (recorded, text) in [(visit, "said before"), (written, "said after")] {
        let texts = try laptop.read { replica in
          try laptop.visitCard(recorded.key, replica).opinions.map(\.text)
        }
        #expect(texts == [text])
      }
      let names = try laptop.read { replica in
        try laptop.households(of: laptop.site(named: nil, replica), replica).map(\.name)
      }
      #expect(!names.contains(nil))
      #expect(try world.office.read { try $0.log.forks().isEmpty })
      #expect(try world.office.read { try $0.log.held().isEmpty })
      let aside = try folder.names().filter { $0.utf8.starts(with: "device.key.2026-09-".utf8) }
      #expect(!aside.isEmpty)
      for name in aside { #expect(try folder.file(name).load() == oldKeys) }
      #expect(try folder.file("device.key.next").load()?.isEmpty == true)
    }
  }

  @Test("is enrolled again with all it holds, and its unsent visit reaches the office")
  func whole() throws {
    let laptop = try Forgotten(seed: 100)
    try laptop.enrol(try laptop.code())
    try laptop.expectWhole()
  }

  @Test("stays what it was until the office has answered, and may repeat with the same code")
  func answerLost() throws {
    let laptop = try Forgotten(seed: 101)
    let code = try laptop.code()
    laptop.world.transport.expect([.fair, .answerLost])
    #expect(throws: FieldFault.self) { try laptop.enrol(code) }
    try laptop.environment.prepare()
    #expect(try laptop.file.load() == laptop.oldKeys)
    #expect(try laptop.environment.enrolledLaptop().device == laptop.world.laptops[0].device)
    try laptop.enrol(code)
    try laptop.expectWhole()
  }

  @Test("is finished by the next program when it was stopped before its keys were in force")
  func stopped() throws {
    let laptop = try Forgotten(seed: 102)
    let code = try laptop.code()
    laptop.file.fail(true)
    #expect(throws: FailingFile.Stopped.self) { try laptop.enrol(code) }
    laptop.file.fail(false)
    // Between the two nothing can be written with the wrong keys.
    #expect(throws: FieldFault.failed(Message(.keysOfAnotherEnrolment, []))) {
      try laptop.environment.enrolledLaptop()
    }
    try laptop.environment.prepare()
    try laptop.environment.prepare()
    try laptop.expectWhole()
  }

  @Test("is not enrolled with another person's code, nor without saying so")
  func refused() throws {
    let laptop = try Forgotten(seed: 103)
    let other = try laptop.world.office.invite(laptop.world.laptops[1].account).text
    #expect(throws: FieldFault.failed(Message(.codeOfAnotherPerson, []))) {
      try laptop.enrol(other)
    }
    let code = try laptop.code()
    #expect(throws: FieldFault.failed(Message(.alreadyEnrolled, []))) {
      try laptop.environment.enrol(
        url: "http://office", authorities: nil, code: code, laptopName: "L")
    }
    #expect(try laptop.file.load() == laptop.oldKeys)
    try laptop.enrol(code)
    try laptop.expectWhole()
  }
}
