import Foundation
import OfficePages
import VisitModel

/// What `Tests/Pages/rig.py` reads of an office of few people.
struct OfficePlan: Encodable {
  struct Route: Encodable {
    let path: String
    let roles: [String]
  }

  let url: String
  let password = Company.password
  let people: [String: String]
  let routes: [Route]

  /// - Parameter people: names by role.
  init(_ company: Company, _ people: [String: String]) {
    url = company.url
    self.people = people
    routes = PageRoute.allCases.compactMap { route in
      guard route.method == .get, case .roles(let roles) = route.audience else { return nil }
      return Route(path: route.path, roles: roles.map(\.name).sorted())
    }
  }

  /// - Returns: the file it was written to.
  func write(in folder: Folder) throws -> String {
    let file = folder.file("office.json")
    try JSONEncoder().encode(self).write(to: URL(filePath: file))
    return file
  }
}
