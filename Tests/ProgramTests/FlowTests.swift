import Foundation
import Testing

@Suite("The pages without scripts", .enabled(if: PagePython.isThere, PagePython.why))
struct FlowTests {
  /// The month before this one, in mainland China: `2026-10`.
  private func lastMonth() throws -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
    let last = try #require(calendar.date(byAdding: .month, value: -1, to: Date()))
    let parts = calendar.dateComponents([.year, .month], from: last)
    return String(
      format: "%04d-%02d", try #require(parts.year), try #require(parts.month))
  }

  /// A need of last month, two visits to review, and a household that site and company visited.
  private func company(_ month: String) throws -> Company {
    let company = try Company()
    let supervisor = try company.laptop("supervisor", "serviceSupervisor")
    let officer = try company.laptop("officer")
    let visitor = try company.laptop("visitor", "companyVisitor")
    try expectDone(company.office("frame", "--month", month))
    var visit = ordinaryVisit("1-101")
    visit["start"] = month + "-10 19:00"
    visit["end"] = month + "-10 19:20"
    visit["opinions"] = [
      ["topic": "repair", "kind": "need", "text": "灯", "wantsFeedback": true]
    ]
    try expectDone(supervisor.record(visit))
    for unit in ["1-102", "1-103"] { try expectDone(officer.record(ordinaryVisit(unit))) }
    try expectDone(visitor.record(ordinaryVisit("1-102")))
    try company.setPassword(of: "supervisor")
    try company.person("manager", "siteManager", sites: ["S1"])
    try company.person("reviewer", "companyReviewer")
    try company.serve()
    for laptop in [supervisor, officer, visitor] {
      try laptop.setURL(company.url)
      try expectDone(laptop.rounds("sync"))
    }
    return company
  }

  @Test("carry a review, a month's summary with its letter, and a duplicate to their ends")
  func everyStep() throws {
    let month = try lastMonth()
    let company = try company(month)
    let plan = try OfficePlan(
      company,
      [
        "serviceSupervisor": "supervisor", "siteManager": "manager",
        "companyReviewer": "reviewer",
      ]
    ).write(in: company.folder)
    let ended = try PagePython.run(
      "flow.py", [plan, PagePython.pictures.path(percentEncoded: false), month],
      in: company.folder)
    print(ended.text)
    #expect(ended.status == 0, "\(ended.text)\(ended.talk)")
  }
}
