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
    /// A file that is handed in before anything is looked at.
    struct Upload: Encodable {
      let path: String
      let roles: [String]
      let fields: [String: String]
      let file: String
    }

    let url: String
    let password: String
    let people: [String: String]
    let routes: [Route]
    /// Where no link leads.
    let also: [Address]
    let uploads: [Upload]
  }

  /// Files that a browser saves or reads by itself, and what only leads on: there is nothing to look at.
  private static let files: Set<PageRoute> = [.style, .calendar, .exportFile, .find]

  /// Every run looks at all pages that differ in the first language and at each route's in the others; with
  /// `ROUNDS_PAGES=all`, as in `scripts/soak`, at all that differ in the second and third too.
  private static let share =
    ProcessInfo.processInfo.environment["ROUNDS_PAGES"] == "all" ? [] : ["--share"]

  private static var routes: [Plan.Route] {
    PageRoute.allCases.filter { $0.method == .get && !files.contains($0) }.map { route in
      switch route.audience {
      case .anyone: Plan.Route(path: route.path, roles: nil)
      case .roles(let roles): Plan.Route(path: route.path, roles: roles.map(\.name).sorted())
      }
    }
  }

  /// With rows of every outcome, a column that nobody knows and something odd, in GBK: `房号,姓名,电话,x`.
  private static func roster(in folder: Folder) throws -> Plan.Upload {
    let file = folder.file("roster.csv")
    let heading: [UInt8] = [
      0xB7, 0xBF, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB5, 0xE7, 0xBB, 0xB0,
    ]
    let rows = ",x\n1-101,A,,\n1-102,,,\n9-901,B,13800000000,\n,C,,\n9-902,D,1.38E+10,\n"
    try folder.write(heading + Array(rows.utf8), to: file)
    return Plan.Upload(
      path: PageRoute.imports.path, roles: [Role.administrator.name], fields: ["site": "S1"],
      file: file)
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
      ], uploads: [try Self.roster(in: made.company.folder)])
    let file = made.company.folder.file("office.json")
    try JSONEncoder().encode(plan).write(to: URL(filePath: file))
    let ended = try PagePython.run(
      "every_page.py", Self.share + [file, PagePython.pictures.path(percentEncoded: false)],
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
