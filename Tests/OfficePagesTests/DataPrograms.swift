import HTTPTypes
import OfficePages
import OfficeWork
import TestSupport
import Testing
import TextFormats
import VisitModel

/// A program of somebody, that reads data with a token.
struct DataProgram {
  let pages: PagesInProcess
  let account: AccountID
  let token: String

  init(
    _ pages: PagesInProcess, _ name: String, _ role: Role, at sites: [ScopeID] = []
  ) throws {
    self.pages = pages
    account = try pages.world.office.addAccount(name: name, role: role, sites: sites)
    token = try pages.world.office.makeToken(named: "test", days: 30, for: account)
  }

  func get(_ path: String) async throws -> PagesInProcess.Answer {
    try await pages.call(path, .get, [.authorization: "Bearer " + token, .acceptLanguage: "en"])
  }

  /// An answer that must be JSON, with its status.
  func json(_ path: String, _ status: Int = 200) async throws -> JSON {
    let answer = try await get(path)
    #expect(answer.status == status, "\(path): \(answer.body)")
    return try JSON.parse(Array(answer.body.utf8))
  }

  /// The rows of an entity set, over all of its pages, and how many pages it took.
  func rows(_ path: String) async throws -> (rows: [JSON], pages: Int) {
    var rows: [JSON] = []
    var next: String? = path
    var count = 0
    while let path = next, count < 20 {
      let page = try await json(path)
      rows += page.items("value")
      next = page["@odata.nextLink"]?.words
        .map { String($0.dropFirst("http://office.test".count)) }
      count += 1
    }
    #expect(next == nil, "the pages of \(path) do not end")
    return (rows, count)
  }
}

extension JSON {
  var words: String? { if case .string(let text) = self { text } else { nil } }

  var number: Int64? { if case .integer(let number) = self { number } else { nil } }

  var names: [String] {
    if case .object(let members) = self { members.map(\.name) } else { [] }
  }

  /// The elements of an array that is a member.
  func items(_ name: String) -> [JSON] {
    if case .array(let items)? = self[name] { items } else { [] }
  }

  /// The texts of one member of each element of an array.
  func column(_ name: String, of array: String) -> [String] {
    items(array).compactMap { $0[name]?.words }
  }
}
