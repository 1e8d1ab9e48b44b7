import OfficePages
import Testing
import TextFormats
import VisitModel

@Suite("The description of the interface")
struct OpenAPITests {
  private static let document = OpenAPI.document

  private func operation(_ route: DataRoute) throws -> JSON {
    try #require(Self.document["paths"]?[route.path]?["get"], "\(route.path)")
  }

  @Test("names every route that answers data, and nothing else")
  func paths() throws {
    let paths = try #require(Self.document["paths"])
    #expect(paths.names == DataRoute.all.map(\.path))
    #expect(Set(paths.names).count == DataSet.all.count * 2 + 3)
    for path in paths.names {
      #expect(paths[path]?.names == ["get"], "\(path)")
      #expect(DataRoute.at(path) != nil, "\(path)")
    }
    let operations = try DataRoute.all.map { try operation($0)["operationId"]?.words }
    #expect(Set(operations).count == DataRoute.all.count && !operations.contains(nil))
    #expect(Self.document["openapi"]?.words == "3.1.0")
  }

  @Test("gives each answer its shape, and each reference what it means", arguments: DataRoute.all)
  func shapes(_ route: DataRoute) throws {
    let responses = try #require(try operation(route)["responses"])
    let schemas = try #require(Self.document["components"]?["schemas"])
    for status in responses.names {
      let content = try #require(responses[status]?["content"], "\(status)")
      #expect(!content.names.isEmpty)
      for type in content.names {
        let schema = try #require(content[type]?["schema"])
        let reference = schema["$ref"]?.words
        let known = schemas.names.map { "#/components/schemas/" + $0 }
        #expect(
          reference.map { known.contains($0) } ?? (schema["type"] != nil), "\(status) \(type)")
      }
      #expect(responses[status]?["description"]?.words?.isEmpty == false)
    }
    #expect(responses["200"] != nil && responses["405"] != nil)
  }

  @Test("says who may ask, as the pages do", arguments: DataRoute.all)
  func security(_ route: DataRoute) throws {
    let operation = try operation(route)
    let schemes = operation.items("security").flatMap(\.names)
    if route == .description {
      #expect(schemes.isEmpty)
      return
    }
    let known = Self.document["components"]?["securitySchemes"]?.names ?? []
    #expect(schemes == ["bearer", "basic"] && Set(schemes) == Set(known))
    let roles = operation.items("x-roles").compactMap(\.words)
    #expect(Set(roles) == Set(route.roles.map(\.name)) && !roles.isEmpty)
  }

  @Test("gives a row every column of its set, and each key", arguments: DataSet.all)
  func columns(_ set: DataSet) throws {
    func properties(_ route: DataRoute, _ array: String) throws -> JSON {
      let content = try operation(route)["responses"]?["200"]?["content"]
      let schema = content?["application/json"]?["schema"]?["properties"]?[array]?["items"]
      return try #require(schema?["properties"], "\(route.path)")
    }
    let table = try properties(.set(set), "rows")
    let entities = try properties(.entities(set), "value")
    #expect(!table.names.isEmpty && Set(table.names).count == table.names.count)
    #expect(entities.names == table.names + table.names.map { $0 + "@rounds.unknown" })
  }

  @Test("opens to each role what it may see on pages", arguments: DataSet.all)
  func roles(_ set: DataSet) {
    let household: Set<String> = ["households", "visits", "draws", "duplicates", "conflicts"]
    let everyone = Set(Role.allCases)
    let expected: Set<Role> =
      switch set.name {
      case "sites", "quota", "obligations": everyone
      case let name where household.contains(name): everyone.filter(\.meetsHouseholds)
      case "matters":
        [
          .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer, .companyReviewer,
        ]
      case "summaries", "letters":
        [.siteManager, .serviceSupervisor, .companyReviewer, .administrator]
      case "notices": everyone.subtracting([.companyVisitor])
      case "devices": [.administrator]
      default: []
      }
    #expect(set.roles == expected && !expected.isEmpty, "\(set.name)")
  }
}
