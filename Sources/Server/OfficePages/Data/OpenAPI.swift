package import TextFormats
package import VisitModel
import Wording

/// The description of all routes that answer JSON, as OpenAPI 3.1, made from `DataRoute.all`. It is for programs and
/// those who write them; the same for everybody.
package enum OpenAPI {
  package static let document = JSON.object([
    "openapi": .string("3.1.0"),
    "info": .object(["title": .string("Rounds"), "version": .string("1")]),
    "paths": .object(DataRoute.all.map { JSON.Member($0.path, pathItem($0)) }),
    "components": .object([
      "securitySchemes": .object([
        "bearer": .object(["type": .string("http"), "scheme": .string("bearer")]),
        "basic": .object(["type": .string("http"), "scheme": .string("basic")]),
      ]),
      "schemas": .object([
        "Problem": OpenAPISchema.problem, "ODataError": OpenAPISchema.odataError,
      ]),
    ]),
  ])

  private static func pathItem(_ route: DataRoute) -> JSON {
    .object(["get": operation(route)])
  }

  private static func operation(_ route: DataRoute) -> JSON {
    var members = [
      JSON.Member("operationId", .string(route.name)),
      JSON.Member("parameters", .array(parameters(of: route))),
      JSON.Member("responses", responses(of: route)),
    ]
    if case .description = route {
      members.append(JSON.Member("security", .array([])))
    } else {
      members.append(
        JSON.Member(
          "security",
          .array([.object(["bearer": .array([])]), .object(["basic": .array([])])])))
      members.append(
        JSON.Member(
          "x-roles",
          .array(Role.allCases.filter { route.roles.contains($0) }.map { .string($0.name) })))
    }
    return .object(members)
  }

  private static func parameters(of route: DataRoute) -> [JSON] {
    switch route {
    case .description, .service, .metadata: []
    case .set(let set): OpenAPIParameters.ofSet(set)
    case .entities(let set): OpenAPIParameters.ofEntities(set)
    }
  }

  private static func responses(of route: DataRoute) -> JSON {
    let error = route.isOData ? "ODataError" : "Problem"
    let type = route.isOData ? "application/json" : "application/problem+json"
    let schema = JSON.object(["$ref": .string("#/components/schemas/" + error)])
    var members = [JSON.Member("200", answer(of: route))]
    for status in statuses(of: route) {
      members.append(
        JSON.Member(
          "\(status)",
          .object([
            "description": .string(error),
            "headers": headers(of: status),
            "content": .object([JSON.Member(type, .object(["schema": schema]))]),
          ])))
    }
    return .object(members)
  }

  private static func statuses(of route: DataRoute) -> [Int] {
    switch route {
    case .description: [405]
    case .service, .metadata: [400, 401, 405, 429, 500]
    case .set: [400, 401, 403, 405, 429, 500]
    case .entities: [400, 401, 403, 405, 429, 500, 501]
    }
  }

  private static func headers(of status: Int) -> JSON? {
    let name: String? =
      switch status {
      case 401: "WWW-Authenticate"
      case 405: "Allow"
      case 429: "Retry-After"
      default: nil
      }
    guard let name else { return nil }
    let schema = JSON.object(["schema": .object(["type": .string("string")])])
    return .object([JSON.Member(name, schema)])
  }

  private static func answer(of route: DataRoute) -> JSON {
    let content: JSON
    switch route {
    case .metadata:
      content = .object([
        "application/xml": .object(["schema": .object(["type": .string("string")])])
      ])
    case .description: content = json(.object(["type": .string("object")]))
    case .service: content = json(OpenAPISchema.service)
    case .set(let set): content = json(OpenAPISchema.table(of: set))
    case .entities(let set): content = json(OpenAPISchema.entities(of: set))
    }
    return .object(["description": .string(route.name), "content": content])
  }

  private static func json(_ schema: JSON) -> JSON {
    .object(["application/json": .object(["schema": schema])])
  }
}

extension DataRoute {
  /// Names the operation.
  fileprivate var name: String {
    switch self {
    case .description: "description"
    case .service: "odataService"
    case .metadata: "odataMetadata"
    case .set(let set): set.name
    case .entities(let set): "odata" + set.entitySet
    }
  }

  fileprivate var isOData: Bool {
    switch self {
    case .description, .set: false
    case .service, .metadata, .entities: true
    }
  }

  package var roles: Set<Role> {
    switch self {
    case .description, .service, .metadata: Set(Role.allCases)
    case .set(let set), .entities(let set): set.roles
    }
  }
}
