import Foundation
import OfficePages
import Testing
import VisitModel

@Suite("Forms printed from the pages", .enabled(if: PagePython.isThere, PagePython.why))
struct PaperTests {
  /// What `Tests/Pages/rig.py` reads of an office.
  private struct Plan: Encodable {
    struct Route: Encodable {
      let path: String
      let roles: [String]
    }

    let url: String
    let password: String
    let people: [String: String]
    let routes: [Route]
  }

  @Test("are A4 in a real browser, and their codes, read off the picture, lead to their records")
  func everyForm() throws {
    let made = try PageCompany()
    let routes = PageRoute.allCases.compactMap { route -> Plan.Route? in
      guard route.method == .get, case .roles(let roles) = route.audience else { return nil }
      return Plan.Route(path: route.path, roles: roles.map(\.name).sorted())
    }
    let plan = Plan(
      url: made.company.url, password: Company.password, people: made.people, routes: routes)
    let file = made.company.folder.file("office.json")
    try JSONEncoder().encode(plan).write(to: URL(filePath: file))
    let ended = try PagePython.run(
      "papers.py", [file, PagePython.pictures.path(percentEncoded: false)],
      in: made.company.folder)
    print(ended.text)
    #expect(ended.status == 0, "\(ended.text)\(ended.talk)")
  }
}
