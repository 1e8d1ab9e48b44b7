import ConflictFreeRecords
import FieldWork
import OfficePages
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

@Suite("The queue of a reviewer", .serialized)
struct ReviewQueueTests {
  /// Three visits of an officer and one of the company, in the order in which they were recorded.
  private func pages(_ seed: UInt64) throws -> (PagesInProcess, visits: [String], company: String) {
    let pages = try PagesInProcess(seed, roles: [.serviceOfficer, .companyVisitor])
    func visit(_ unit: Int, _ laptop: Laptop) throws -> String {
      let hour = unit < 3 ? "0\(unit + 7)" : "\(unit + 7)"
      let input = try pages.world.visit(
        unit, start: "2026-09-07 \(hour):00", end: "2026-09-07 \(hour):20")
      return "/reviews/S1/\(try laptop.recordVisit(input, at: "S1").key.id)"
    }
    let visits = try (1...3).map { try visit($0, pages.world.laptops[0]) }
    let company = try visit(4, pages.world.laptops[1])
    for laptop in pages.world.laptops { _ = try laptop.synchronise() }
    return (pages, visits, company)
  }

  private func decide(
    _ act: String, _ visit: String, _ pages: PagesInProcess, _ visitor: PagesInProcess.Visitor
  ) async throws -> PagesInProcess.Answer {
    let page = try await pages.get(visit, as: visitor)
    let fields = ["shown": page.hidden("shown"), "part": "times", "comment": "哪一天？"]
    return try await pages.post(visit + "/" + act, fields, as: visitor)
  }

  @Test(
    "offers after each decision what waits next for them, what was left out last, then the queue")
  func order() async throws {
    let (pages, visits, _) = try pages(991)
    let supervisor = try pages.visitor("李主管", .serviceSupervisor, at: [pages.world.site])
    for (act, decided, next) in [
      ("accept", visits[1], visits[2]), ("return", visits[2], visits[0]),
      ("accept", visits[0], "/reviews"),
    ] {
      let answer = try await decide(act, decided, pages, supervisor)
      #expect(answer.status == 303 && answer.location == next, "\(act)")
      #expect(try await pages.get(answer.location, as: supervisor).status == 200)
    }
  }

  @Test("leads head office to its own visits, and back to the site's queue, and offers no other's")
  func company() async throws {
    let (pages, visits, company) = try pages(992)
    let reviewer = try pages.visitor("周审核", .companyReviewer, at: [])
    let done = try await decide("accept", company, pages, reviewer)
    #expect(done.status == 303 && done.location == "/reviews?site=S1")
    #expect(try await decide("accept", visits[0], pages, reviewer).status == 400, "no form there")
  }
}
