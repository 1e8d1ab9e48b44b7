import ConflictFreeRecords
import FieldWork
import RecordCatalogue
import RecordStore
import SeededRandom
import TestSupport
import Testing
import VisitModel

@Suite("The eleven topics of a visit") struct TopicTests {
  @Test("leave no silent blank: each is answered, or without an opinion, or not asked about")
  func noBlank() throws {
    let world = try World(seed: 811, households: 4, roles: [.serviceOfficer, .serviceSupervisor])
    world.clock.set("2026-09-02 12:00")
    var random = SplitMix64(seed: 811)
    for _ in 0..<40 {
      let said = Set(Topic.allCases.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
      let none = Set(Topic.allCases.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
      var input = try world.visit(1)
      input.reasons = ["R1-38": "又一次"]
      input.items = said.sorted { $0.rawValue < $1.rawValue }
        .map { VisitInput.Item(topic: $0, kind: .opinion, text: "x") }
      input.withoutOpinion = none
      input.saysNoOpinion = said.isEmpty
      let visit = try world.laptops[0].recordVisit(input, at: nil).key
      for laptop in world.laptops { _ = try laptop.synchronise() }
      for laptop in world.laptops {
        let topics = try laptop.read { try laptop.visitCard(visit, $0) }.topics
        #expect(Set(topics.topics(.answered)) == said)
        // Who says that there was nothing at all says so of every topic.
        let silent = said.isEmpty ? Set(Topic.allCases) : none.subtracting(said)
        #expect(Set(topics.topics(.noOpinion)) == silent)
        #expect(
          TopicAnswer.allCases.flatMap { topics.topics($0) }.count == Topic.allCases.count)
      }
    }
  }

  @Test("count as not asked about where a record of an older program says nothing of them")
  func older() {
    let topics = TopicAnswers(visit: .empty, said: [.repair])
    #expect(topics.topics(.answered) == [.repair])
    #expect(topics.topics(.notAsked).count == 10)
  }
}
