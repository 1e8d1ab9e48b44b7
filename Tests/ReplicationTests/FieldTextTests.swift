import ConflictFreeRecords
import FieldWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel
import Wording

@Suite("Texts and names")
struct FieldTextTests {
  @Test("that cannot be opened keep no list from being shown")
  func damaged() throws {
    let world = try World(seed: 54, households: 3, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    let household = try laptop.read { replica in
      try laptop.household("1-102", of: try laptop.site(named: nil, replica), replica)
    }
    let state = try #require(try laptop.read { try $0.records.state(of: household.key) })
    let good = try #require(state.sealed(HouseholdField.name))
    var bytes = good.ciphertext
    bytes[0] ^= 1
    try laptop.write { replica in
      try laptop.write(
        [
          RecordEdit(
            .household, household.key.id,
            [
              HouseholdField.name: .sealed(
                SealedValue(
                  keyID: good.keyID, nonce: good.nonce, ciphertext: bytes,
                  equalityTag: good.equalityTag))
            ])
        ], in: world.site, on: replica)
    }
    let cards = try laptop.read { replica in
      try laptop.households(of: laptop.site(named: nil, replica), replica)
    }
    #expect(cards.map(\.name) == ["N1", nil, "N3"])
    #expect(cards.map(\.unopened) == [[], [HouseholdField.name], []])
  }

  @Test("of several households are told apart: the beginning of an id must fit one only")
  func ambiguous() throws {
    let world = try World(seed: 55, households: 12, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    try laptop.read { replica in
      let site = try laptop.site(named: nil, replica)
      let all = try laptop.households(of: site, replica).map(\.facts)
      for facts in all {
        let id = facts.key.id.description
        #expect(try laptop.household(id.uppercased(), of: site, replica) == facts)
        #expect(throws: FieldFault.self) {
          try laptop.household(String(id.prefix(5)), of: site, replica)
        }
      }
    }
    // Two whose ids begin alike.
    let twins = [RecordID(high: 7 << 32, low: 1), RecordID(high: 7 << 32, low: 2)]
    let unit = try #require(
      try laptop.read { replica in
        try laptop.household("1-101", of: laptop.site(named: nil, replica), replica).unit
      })
    try laptop.write { replica in
      try laptop.write(
        twins.map { RecordEdit(.household, $0, [HouseholdField.unit: .reference(unit)]) },
        in: world.site, on: replica)
    }
    #expect(throws: FieldFault.wrongUsage(.init(.idNotUnique, ["0000000700"]))) {
      try laptop.read { replica in
        try laptop.household("0000000700", of: laptop.site(named: nil, replica), replica)
      }
    }
  }

  @Test("of nobody are no invitation", arguments: ["", " ", "\u{3000}", "\u{200B}"])
  func blankInvitation(_ name: String) throws {
    let world = try World(seed: 56, households: 2, roles: [.serviceOfficer])
    world.clock.set("2026-09-03 08:00")
    var input = try world.visit(1)
    input.mode = .door
    input.agreedWith = name
    #expect(
      try refusedRule { _ = try world.laptops[0].recordVisit(input, at: nil) } == "R1-46")
  }

  @Test("of a note say something")
  func emptyNote() throws {
    let world = try World(seed: 57, households: 2, roles: [.serviceOfficer])
    let laptop = world.laptops[0]
    world.clock.set("2026-09-03 08:00")
    let visit = try laptop.recordVisit(try world.visit(1), at: nil).key.id.description
    #expect(throws: FieldFault.wrongUsage(.init(.noteEmpty))) {
      try laptop.writeNote("\u{3000}\n", about: visit)
    }
  }
}
