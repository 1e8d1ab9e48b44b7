import Foundation
import Testing
import VisitModel

@Suite("The interface for programs", .enabled(if: PagePython.isThere, PagePython.why))
struct SchemathesisTests {
  /// What `Tests/Pages/schema.py` reads.
  private struct Plan: Encodable {
    let url: String
    /// By role.
    let tokens: [String: String]
    let examples: Int
    /// Whether every role goes through the edges of each parameter, or one alone.
    let isLong: Bool
  }

  /// Examples of each operation and role: a share in every run, 200 in `scripts/soak`.
  private static let examples =
    ProcessInfo.processInfo.environment["ROUNDS_SCHEMA_EXAMPLES"].flatMap { Int($0) } ?? 8

  private func token(of name: String, _ company: Company) throws -> String {
    let browser = try company.browser(of: name)
    let page = try browser.get("/tokens")
    let made = try browser.post(
      "/tokens/make", ["token": page.token, "name": "schemathesis", "days": "30"])
    let found = try #require(
      made.body.range(of: "rounds_[0-9a-f]{64}", options: .regularExpression), "\(made.head)")
    return String(made.body[found])
  }

  @Test("does what its description says, for each role, whatever is asked of it")
  func everyOperation() throws {
    let made = try PageCompany()
    #expect(Set(made.people.keys) == Set(Role.allCases.map(\.name)))
    let tokens = try made.people.mapValues { try token(of: $0, made.company) }
    let plan = Plan(
      url: made.company.url, tokens: tokens, examples: Self.examples,
      isLong: Self.examples >= 200)
    let file = made.company.folder.file("plan.json")
    try JSONEncoder().encode(plan).write(to: URL(filePath: file))
    let ended = try PagePython.run(
      "schema.py", [file], in: made.company.folder, seconds: plan.isLong ? 7200 : 600)
    print(ended.text)
    #expect(ended.status == 0, "\(ended.text)\(ended.talk)")
  }
}
