import HTTPTypes

/// Every address at which programs read data: the one table, from which the router, the rights and the
/// description of the interface are made. All are read with GET and nothing else.
package enum DataRoute: Hashable, Sendable {
  /// The description of the interface; says nothing of anybody, so anybody may read it.
  case description
  case set(DataSet)
  case service
  case metadata
  case entities(DataSet)

  package static let all: [DataRoute] =
    [.description] + DataSet.all.map { .set($0) } + [.service, .metadata]
    + DataSet.all.map { .entities($0) }

  package var path: String {
    switch self {
    case .description: "/openapi.json"
    case .set(let set): "/data/" + set.name
    case .service: "/odata"
    case .metadata: "/odata/$metadata"
    case .entities(let set): "/odata/" + set.entitySet
    }
  }

  /// Whose route an address is; a slash behind the service's own means nothing.
  package static func at(_ path: String) -> DataRoute? {
    if path.utf8.elementsEqual("/odata/".utf8) { return .service }
    return all.first { $0.path.utf8.elementsEqual(path.utf8) }
  }

  /// Whether its answers, and its refusals, are OData's.
  static func isOData(_ path: String) -> Bool { path.utf8.starts(with: "/odata".utf8) }

  /// Under these addresses nothing else is.
  static let trees = ["/openapi.json", "/data", "/data/**", "/odata", "/odata/**"]

  /// All that HTTP knows, so that each is answered in the words of the interface.
  static let methods: [HTTPRequest.Method] =
    [.get, .head, .post, .put, .delete, .patch, .options, .trace]
    + [HTTPRequest.Method("QUERY")].compactMap(\.self)
}

extension DataSet: Hashable {
  package static func == (a: DataSet, b: DataSet) -> Bool { a.name.utf8.elementsEqual(b.name.utf8) }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
