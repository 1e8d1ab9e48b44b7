import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel

/// An office whose statements are counted, with a company reviewer who is logged in.
private struct Counted {
  let pages: PagesInProcess
  let database: CountingDatabase
  let reviewer: PagesInProcess.Visitor

  /// - Parameter moment: of the login, which does not last for hours.
  init(_ seed: UInt64, roles: [Role] = [], at moment: String = "2026-09-07 12:00") throws {
    var counting: CountingDatabase?
    pages = try PagesInProcess(
      seed, roles: roles,
      changing: { environment in
        let counted = CountingDatabase(environment.database)
        counting = counted
        environment.database = counted
      })
    database = try #require(counting)
    pages.world.clock.set(moment)
    reviewer = try pages.visitor("Reviewer", .companyReviewer, at: [])
  }

  var office: Office { pages.world.office }

  func statements(_ path: String) async throws -> (count: Int, body: String) {
    // What is noted of a session once a minute is noted now.
    _ = try await pages.get(path, as: reviewer)
    _ = database.statements
    let answer = try await pages.get(path, as: reviewer)
    #expect(answer.status == 200, "\(path)")
    return (database.statements, answer.body)
  }

  /// - Parameter numbers: of their codes.
  func addSites(_ numbers: Range<Int>) throws -> [ScopeID] {
    let codes = numbers.compactMap { UnitCode("T\($0)") }
    _ = try office.importSites(
      codes.map { SiteRow(code: $0, name: "T", city: "", propertyCompany: "", totalUnits: 8) })
    return codes.map { office.scope(ofSite: $0) }
  }
}

@Suite("Pages over all sites", .serialized)
struct StatementCountTests {
  @Test("ask for letters without an answer as often for many sites as for few")
  func letters() async throws {
    let one = try Counted(1290)
    var counts: [Int] = []
    for numbers in [10..<12, 12..<30] {
      for scope in try one.addSites(numbers) { try letter(in: scope, one.office) }
      let found = try await one.statements("/queue/lettersToAnswer?as=json")
      #expect(found.body.contains("\"total\":\(numbers.upperBound - 10)}"), "\(found.body)")
      counts.append(found.count)
    }
    #expect(counts[0] == counts[1] && counts[0] > 0)
  }

  private func letter(in scope: ScopeID, _ office: Office) throws {
    let account = RecordKey(scope: office.company, type: .account, id: Office.account.named())
    try office.write { replica in
      _ = try office.publish(
        [
          RecordEdit(
            .letter, scope.named(),
            [
              LetterField.year: .integer(2026), LetterField.subject: .text("灯"),
              LetterField.replyBy: .date(try #require(CivilDate("2026-09-09"))),
              LetterField.account: .reference(account), LetterField.at: .instant(office.now),
            ])
        ], in: scope, on: replica)
    }
  }

  @Test("ask for open cases as often for many as for one, and say of each when it began")
  func cases() async throws {
    let one = try Counted(
      1291, roles: [.serviceOfficer, .companyVisitor], at: "2026-09-07 18:00")
    let world = one.pages.world
    var counts: [Int] = []
    for units in [1...1, 2...4] {
      for unit in units {
        for (laptop, hour) in zip(world.laptops, [8, 12]) {
          let day = "2026-09-07 " + (hour + unit < 10 ? "0" : "") + "\(hour + unit)"
          _ = try laptop.recordVisit(
            try world.visit(unit, start: day + ":00", end: day + ":20"), at: nil)
        }
      }
      for laptop in world.laptops + world.laptops { _ = try laptop.synchronise() }
      let found = try await one.statements("/queue/duplicates?as=json")
      #expect(found.body.contains("\"total\":\(units.upperBound)}"), "\(found.body)")
      #expect(found.body.contains("1-10\(units.upperBound)"))
      counts.append(found.count)
      // The first page reads less of them, and names the same one.
      var first: [Substring] = []
      for path in ["/queue/duplicates", "/"] {
        let body = try await one.pages.get(path, as: one.reviewer).body
        first += body.split(separator: "href=\"").filter { $0.hasPrefix("/duplicates/") }.prefix(1)
          .map { $0.prefix { $0 != "\"" } }
      }
      #expect(first.count == 2 && first[0] == first[1])
    }
    #expect(counts[0] == counts[1] && counts[0] > 0)
    try one.office.read { replica in
      let open = try replica.openCases(of: nil)
      let views = try one.office.cases(of: nil, on: replica)
      #expect(open.map(\.lastStart) == views.map { $0.duplicate.members.map(\.start).max() })
      #expect(open.map(\.unitCode) == views.map(\.unitCode) && open.count == 4)
      #expect(try replica.openCases(of: [world.site]) == open)
      #expect(try replica.openCases(of: []).isEmpty)
    }
  }

  @Test("do not ask again for each decision that was ever made")
  func decisions() throws {
    let one = try Counted(1292, roles: [.serviceOfficer, .companyVisitor])
    let world = one.pages.world
    world.clock.set("2026-09-07 18:00")
    for unit in 1...4 {
      for (laptop, hour) in zip(world.laptops, [8, 12]) {
        let day = "2026-09-07 " + (hour + unit < 10 ? "0" : "") + "\(hour + unit)"
        _ = try laptop.recordVisit(
          try world.visit(unit, start: day + ":00", end: day + ":20"), at: nil)
      }
    }
    for laptop in world.laptops + world.laptops { _ = try laptop.synchronise() }
    for view in try one.office.read({ try one.office.cases(of: nil, on: $0) }) {
      let ids = view.duplicate.members.map(\.id)
      let (first, last) = (try #require(ids.first), try #require(ids.last))
      try one.office.decide(
        CaseDecision(
          visit: RecordKey(scope: world.site, type: .visit, id: last), against: first,
          kind: .excused, reason: "r", shown: ids), by: one.reviewer.id)
    }
    try one.office.read { replica in
      let counting = CountedStatements(replica.connection)
      let lines = try Replica(snapshot: counting).caseLines(of: nil)
      #expect(lines.count == 4 && !lines.contains(where: \.isOpen))
      #expect(counting.count == 3)
    }
  }

  @Test("look for petitions where there are any")
  func petitions() async throws {
    let one = try Counted(1293)
    _ = try one.addSites(10..<12)
    let few = try await one.statements("/petitions").count
    _ = try one.addSites(12..<40)
    let many = try await one.statements("/petitions").count
    #expect(few == many && few > 0)
  }
}
