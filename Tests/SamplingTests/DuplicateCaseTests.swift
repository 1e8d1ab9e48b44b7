import ConflictFreeRecords
import Sampling
import Testing
import VisitModel

@Suite struct DuplicateCaseTests {
  @Test("draws and visits of two who have not met are an unavoidable case")
  func unavoidable() throws {
    var turn = TurnStory()
    let (d1, d2) = (turn.write(), turn.write())
    let (v1, v2) = (turn.write(seeing: [d1]), turn.write(seeing: [d2]))
    let visits: [LedgerVisit] = [
      .made(1, at: 10, entry: v1, draw: 1, drawEntry: d1, known: [d1]),
      .made(2, by: .company, at: 5, entry: v2, draw: 2, drawEntry: d2, known: [d2]),
    ]
    let one = try #require(duplicateCases(visits, turn.ancestry).first)
    #expect(one.cause == .unavoidable)
    #expect(one.members.map(\.id.bytes.last) == [2, 1])
  }

  @Test(
    "what was on the visitor's store at the start makes the second visit avoidable",
    arguments: ["the other's visit", "the other's draw", "a descendant of the other's draw"])
  func avoidable(known: String) throws {
    var turn = TurnStory()
    let draw = turn.write()
    let visit = turn.write(seeing: [draw])
    let later = turn.write(seeing: [draw])
    let knew =
      switch known {
      case "the other's visit": [visit]
      case "the other's draw": [draw]
      default: [later]
      }
    let second = turn.write(seeing: knew)
    let visits: [LedgerVisit] = [
      .made(1, by: .company, at: 5, entry: visit, draw: 1, drawEntry: draw, known: [draw]),
      .made(2, at: 10, entry: second, known: knew),
    ]
    #expect(duplicateCases(visits, turn.ancestry).map(\.cause) == [.avoidable])
  }

  @Test("what arrived between the visit and its entry was learnt late")
  func learntLate() throws {
    var turn = TurnStory()
    let draw = turn.write()
    let visit = turn.write(seeing: [draw])
    let second = turn.write(seeing: [visit])
    let visits: [LedgerVisit] = [
      .made(1, by: .company, at: 5, entry: visit, draw: 1, drawEntry: draw, known: [draw]),
      .made(2, at: 10, entry: second, known: []),
    ]
    #expect(duplicateCases(visits, turn.ancestry).map(\.cause) == [.learntLate])
    #expect(duplicateCases(visits.reversed(), turn.ancestry).map(\.cause) == [.learntLate])
  }

  @Test("two visits from one draw do not blame the draw")
  func sameDraw() {
    var turn = TurnStory()
    let draw = turn.write()
    let (v1, v2) = (turn.write(seeing: [draw]), turn.write(seeing: [draw]))
    func visits(secondFrom other: Int) -> [LedgerVisit] {
      [
        .made(1, at: 5, entry: v1, draw: 1, drawEntry: draw, known: [draw]),
        .made(2, at: 10, entry: v2, draw: other, drawEntry: draw, known: [draw]),
      ]
    }
    #expect(duplicateCases(visits(secondFrom: 1), turn.ancestry).map(\.cause) == [.unavoidable])
    #expect(duplicateCases(visits(secondFrom: 2), turn.ancestry).map(\.cause) == [.avoidable])
  }

  @Test("the worst pair gives the case its cause, and a new member changes it")
  func worst() {
    var turn = TurnStory()
    let (v1, v2) = (turn.write(), turn.write())
    let v3 = turn.write(seeing: [v1])
    let first: [LedgerVisit] = [.made(1, at: 1, entry: v1), .made(2, at: 2, entry: v2)]
    #expect(duplicateCases(first, turn.ancestry).map(\.cause) == [.unavoidable])
    let late = LedgerVisit.made(3, at: 3, entry: v3)
    #expect(duplicateCases(first + [late], turn.ancestry).map(\.cause) == [.learntLate])
    let knowing = LedgerVisit.made(3, at: 3, entry: v3, known: [v1])
    let reopened = duplicateCases([knowing] + first, turn.ancestry)
    #expect(reopened.map(\.cause) == [.avoidable])
    #expect(reopened.map(\.members.count) == [3])
  }

  @Test("a visit whose turn change is not held yet is nobody's fault")
  func unknownHistory() {
    let visits: [LedgerVisit] = [
      .made(1, at: 1), .made(2, at: 2, known: [TurnStory.change(99)]),
    ]
    #expect(duplicateCases(visits, TurnStory().ancestry).map(\.cause) == [.unavoidable])
  }

  @Test("voided, uncountable and return visits never make a case (A12, A13)", arguments: 0..<3)
  func noCase(which: Int) {
    var other = LedgerVisit.made(2, at: 10)
    switch which {
    case 0: other.isVoided = true
    case 1: other.isCountable = false
    default: other.kind = .returnVisit
    }
    #expect(duplicateCases([.made(1, at: 5), other], TurnStory().ancestry).isEmpty)
  }

  @Test("one visit is no case, and two units of one owner are two households")
  func twoUnits() {
    let visits: [LedgerVisit] = [.made(1, to: 1, at: 5), .made(2, to: 2, at: 10)]
    #expect(duplicateCases(visits, TurnStory().ancestry).isEmpty)
  }

  @Test("members stand in the order of their own start, ties by id")
  func order() {
    let visits: [LedgerVisit] = [
      .made(3, at: 5), .made(1, at: 9), .made(2, at: 5), .made(4, at: 1),
    ]
    let members = duplicateCases(visits, TurnStory().ancestry).flatMap(\.members)
    #expect(members.map(\.id.bytes.last) == [4, 2, 3, 1])
  }
}
