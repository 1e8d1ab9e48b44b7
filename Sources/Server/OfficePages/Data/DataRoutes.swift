import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import OfficeWork
import TextFormats
import VisitModel
import Wording

// What programs read: data sets as JSON and as OData 4.0, behind a token or a session (docs/decisions/0043).

extension PageRoutes {
  func addData<Context: RemoteAddressRequestContext>(to router: some RouterMethods<Context>) {
    for tree in DataRoute.trees {
      for method in DataRoute.methods {
        router.on(RouterPath(tree), method: method) { request, context -> Response in
          let asked = DataRequest(request, isTLS: isTLS)
          do {
            return try await data(asked, request, from: context.remoteAddress?.ipAddress)
          } catch let fault as DataFault {
            if case .damaged(let set, let scope, let cause) = fault {
              context.logger.error("\(set) at \(scope): \(cause)")
            }
            return refusal(fault, asked)
          } catch {
            context.logger.error("\(asked.path): \(error)")
            return refusal(.damaged(set: asked.path, scope: "*", cause: ""), asked)
          }
        }
      }
    }
  }

  private func data(
    _ asked: DataRequest, _ request: Request, from address: String?
  ) async throws -> Response {
    guard let route = DataRoute.at(asked.path) else { throw DataFault.notFound }
    guard request.method == .get else { throw DataFault.wrongMethod }
    if case .description = route { return json(OpenAPI.document.text(), asked) }
    let reader = try await dataReader(request, from: address)
    let fields: FormFields
    do { fields = try FormFields(Array((request.uri.query ?? "").utf8)) } catch {
      throw DataFault.malformed(Message(.pageMalformed), target: nil)
    }
    let sets = DataSet.all.filter { $0.roles.contains(reader.person.role) }
    switch route {
    case .description, .service, .metadata:
      if let name = fields.names.first {
        throw DataFault.malformed(Message(.listUnknownKey, [name, "–"]), target: name)
      }
      if case .metadata = route {
        return response.data(
          Array(ODataModel.metadata(sets).utf8), "application/xml", status: 200, Self.odata)
      }
      return json(ODataModel.service(sets, origin: asked.origin).text(), asked)
    case .set(let set):
      try require(set, among: sets)
      let question = try DataQuestion(fields, set)
      let language = question.language ?? reader.language ?? asked.language
      return json(
        try await read(set, reader, language) { try question.json($0, in: language) }, asked)
    case .entities(let set):
      try require(set, among: sets)
      let language = reader.language ?? asked.language
      let answer = ODataAnswer(
        set: set, question: try ODataQuestion(fields, set), origin: asked.origin,
        language: language)
      return json(try await read(set, reader, language) { try answer.json($0) }, asked)
    }
  }

  private func require(_ set: DataSet, among sets: [DataSet]) throws(DataFault) {
    guard sets.contains(set) else { throw .forbidden(set.name) }
  }

  /// Works on one state of the store, off the event loop.
  private func read(
    _ set: DataSet, _ reader: Reader, _ language: Language,
    _ make: @escaping @Sendable (DataSource) throws -> JSON
  ) async throws -> [UInt8] {
    let office = office
    let setting = PageSetting(
      office: office, reader: reader, say: Words(language), exports: exports)
    return try await NIOThreadPool.singleton.runIfActive {
      try office.read { replica in
        try make(
          DataSource(set: set, reader: DataReader(setting: setting), replica: replica)
        ).text()
      }
    }
  }

  static let odata = [("OData-Version", "4.0")]

  private func json(_ bytes: [UInt8], _ asked: DataRequest) -> Response {
    asked.isOData
      ? response.data(
        bytes, "application/json;odata.metadata=minimal;charset=utf-8", status: 200, Self.odata)
      : response.data(bytes, "application/json", status: 200, [])
  }

  /// OData's own shape of an error under its addresses, and elsewhere that of RFC 9457.
  private func refusal(_ fault: DataFault, _ asked: DataRequest) -> Response {
    let words = fault.message.text(in: asked.language)
    let target = fault.target.map { JSON.string($0) }
    var more: [(String, String)] = []
    switch fault {
    case .wrongMethod: more = [("Allow", "GET")]
    case .unauthorised:
      more = [
        ("WWW-Authenticate", "Basic realm=\"Rounds\", charset=\"UTF-8\""),
        ("WWW-Authenticate", "Bearer realm=\"Rounds\""),
      ]
    case .wait(let seconds): more = [("Retry-After", "\(seconds)")]
    default: break
    }
    if asked.isOData {
      let error = JSON.object([
        "code": .string(fault.code), "message": .string(words), "target": target,
      ])
      return response.data(
        JSON.object(["error": error]).text(), "application/json;charset=utf-8",
        status: fault.status, Self.odata + more)
    }
    let problem = JSON.object([
      "type": .string("about:blank"), "title": .string(fault.code),
      "status": .integer(fault.status), "detail": .string(words), "target": target,
    ])
    return response.data(
      problem.text(), "application/problem+json", status: fault.status, more)
  }
}

/// A request for data, as far as it is known without its reader.
struct DataRequest: Sendable {
  let path: String
  let isOData: Bool
  /// Scheme and authority that the program called.
  let origin: String
  /// As the program's header asks for it.
  let language: Language

  init(_ request: Request, isTLS: Bool) {
    // Programs write `$metadata` encoded too.
    path = PercentEncoding.decode(request.uri.path.utf8) ?? request.uri.path
    isOData = DataRoute.isOData(path)
    origin = (isTLS ? "https://" : "http://") + (request.head.authority ?? "")
    language = Language(preference: request.headers[.acceptLanguage], environment: [:])
  }
}
