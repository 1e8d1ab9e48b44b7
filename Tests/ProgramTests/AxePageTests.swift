import Foundation
import OfficePages
import Testing
import VisitModel

@Suite("Every page in a real browser", .enabled(if: PagePython.isThere, PagePython.why))
struct AxePageTests {
  /// What `Tests/Pages/rig.py` reads of an office.
  private struct Plan: Encodable {
    struct Route: Encodable {
      let path: String
      /// Nothing where nobody need be logged in.
      let roles: [String]?
    }
    struct Address: Encodable {
      let path: String
      let roles: [String]
    }

    let url: String
    let password: String
    let people: [String: String]
    let routes: [Route]
    /// Where no link leads.
    let also: [Address]
  }

  /// Files that a browser saves or reads by itself, and what only leads on: there is nothing to look at.
  private static let files: Set<PageRoute> = [.style, .calendar, .find]

  private static var routes: [Plan.Route] {
    PageRoute.allCases.filter { $0.method == .get && !files.contains($0) }.map { route in
      switch route.audience {
      case .anyone: Plan.Route(path: route.path, roles: nil)
      case .roles(let roles): Plan.Route(path: route.path, roles: roles.map(\.name).sorted())
      }
    }
  }

  @Test("breaks no rule of WCAG 2.2 AA that axe knows, for anybody, in any language")
  func everyPage() throws {
    let made = try PageCompany()
    #expect(Set(made.people.keys) == Set(Role.allCases.map(\.name)))
    let plan = Plan(
      url: made.company.url, password: Company.password, people: made.people,
      routes: Self.routes,
      also: [
        Plan.Address(
          path: "/surveys/S1/\(made.survey)?links=2&from=", roles: [Role.serviceOfficer.name])
      ])
    let file = made.company.folder.file("office.json")
    try JSONEncoder().encode(plan).write(to: URL(filePath: file))
    let ended = try PagePython.run(
      "every_page.py", [file, PagePython.pictures.path(percentEncoded: false)],
      in: made.company.folder, seconds: 2700)
    print(ended.text)
    #expect(ended.status == 0, "\(ended.text)\(ended.talk)")
  }

  @Test("is looked at by a rig that finds each fault made, and a page that nobody came to")
  func knownFaults() throws {
    let folder = try Folder()
    let ended = try PagePython.run("every_page_proof.py", [folder.file("pages")], in: folder)
    print(ended.text)
    #expect(ended.status == 0, "\(ended.text)\(ended.talk)")
  }
}
