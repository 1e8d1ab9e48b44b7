import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import OfficePages
import OfficeWork
import RecordStore
import Synchronization
import TestSupport
import Testing
import TextFormats
import VisitModel
import Wording
import rounds_server

/// The pages of an office in memory: the real routes and handlers, without sockets.
struct PagesInProcess {
  /// Somebody who is logged in, with a browser that keeps the cookie.
  struct Visitor {
    let id: AccountID
    let session: String
    let token: String
  }

  struct Answer {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var body: String { String(decoding: bytes, as: UTF8.self) }

    var location: String { headers[.location] ?? "" }

    /// The value of a hidden field, as the page's first form has it.
    func hidden(_ name: String) -> String {
      let mark = "name=\"\(name)\" value=\""
      return body.split(separator: mark, maxSplits: 1).dropFirst().first
        .map { String($0.prefix { $0 != "\"" }) } ?? ""
    }
  }

  let world: World
  /// The folder of the exports is on the disk: other programs' libraries write there.
  let desk: ExportDesk
  let home: OfficeHomeOnDisk
  private let responder: RouterResponder<Context>

  /// Monday, 12:00.
  /// - Parameters:
  ///   - roles: one laptop for each.
  ///   - files: of exports, before those on the disk.
  ///   - changing: what the office is made with.
  init(
    _ seed: UInt64, roles: [Role] = [],
    files: (LocalExportFiles) -> any ExportFiles = { $0 },
    changing change: ((inout OfficeEnvironment) -> Void)? = nil
  ) throws {
    var world = try World(seed: seed, households: 4, roles: roles)
    if let change {
      var environment = world.office.environment
      change(&environment)
      world.move(to: try Office(environment, world.office.secrets))
    }
    self.world = world
    world.clock.set("2026-09-07 12:00")
    let router = Router(context: Context.self)
    home = try OfficeHomeOnDisk()
    desk = try ExportDesk(files(LocalExportFiles(folder: home.exports)))
    try PageRoutes(world.office, isTLS: false, exports: desk).add(to: router)
    responder = router.buildResponder()
  }

  private static let password = "correct horse battery staple"

  func visitor(_ name: String, _ role: Role, at sites: [ScopeID]) throws -> Visitor {
    let office = world.office
    let id = try office.addAccount(name: name, role: role, sites: sites)
    try office.setPassword(of: id, to: Self.password)
    let outcome = try office.logIn(
      name, password: Self.password, from: "::1", language: .english)
    guard case .entered(let session) = outcome else { throw NotLoggedIn() }
    let reader = try #require(try office.reader(ofSession: session))
    return Visitor(id: id, session: session, token: reader.formToken)
  }

  private struct NotLoggedIn: Error {}

  func get(_ path: String, as visitor: Visitor? = nil) async throws -> Answer {
    try await ask(.get, path, [], visitor)
  }

  /// Sends a form with a file, as a page of the office does.
  /// - Parameter name: of the file, as the browser would write it.
  func upload(
    _ path: String, _ fields: [String: String], named name: String, _ file: [UInt8],
    as visitor: Visitor? = nil, from site: String = "same-origin"
  ) async throws -> Answer {
    let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
    var body: [UInt8] = []
    let token = visitor.map { ["token": $0.token] } ?? [:]
    for (key, value) in fields.merging(token, uniquingKeysWith: { own, _ in own }) {
      body += Array(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n".utf8)
    }
    let escaped = name.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "%22")
    body += Array(
      ("--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(escaped)\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\n").utf8)
    body += file + Array("\r\n--\(boundary)--\r\n".utf8)
    return try await ask(
      .post, path, body, visitor, from: site, "multipart/form-data; boundary=" + boundary)
  }

  /// Sends a form with the visitor's token, as a page of the office does; without a visitor as a page does
  /// that needs no login.
  /// - Parameter site: what the browser says of the page that sends it.
  func post(
    _ path: String, _ fields: [String: String], as visitor: Visitor? = nil,
    from site: String = "same-origin"
  ) async throws -> Answer {
    let token = visitor.map { ["token": $0.token] } ?? [:]
    let body = fields.merging(token) { own, _ in own }
      .map { PercentEncoding.encode($0.key) + "=" + PercentEncoding.encode($0.value) }
    return try await ask(
      .post, path, Array(body.joined(separator: "&").utf8), visitor, from: site)
  }

  private func ask(
    _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8], _ visitor: Visitor?,
    from site: String = "same-origin",
    _ type: String = "application/x-www-form-urlencoded"
  ) async throws -> Answer {
    var headers: HTTPFields = [.acceptLanguage: "en"]
    if method == .post { headers[.contentType] = type }
    if let from = HTTPField.Name("Sec-Fetch-Site") { headers[from] = site }
    if let visitor { headers[.cookie] = "rounds=" + visitor.session }
    return try await send(method, path, headers, body)
  }

  /// A program's request: what it says of itself stands in these headers alone.
  func call(
    _ path: String, _ method: HTTPRequest.Method = .get, _ headers: HTTPFields = [:]
  ) async throws -> Answer {
    try await send(method, path, headers, [])
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: [UInt8]
  ) async throws -> Answer {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: "office.test", path: path,
      headerFields: headers)
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
    let context = Context(source: Context.Origin(logger: Logger(label: "pages")))
    let response = try await responder.respond(to: request, context: context)
    let written = WrittenBody()
    try await response.body.write(written)
    return Answer(
      status: response.status.code, headers: response.headers, bytes: written.all)
  }
}

/// The office's folder, which goes with its owner.
final class OfficeHomeOnDisk: Sendable {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "rounds-pages-\(UUID().uuidString)").path(percentEncoded: false)

  var exports: String { path + "/exports" }

  /// Whatever lies in the folder of the exports, at any depth.
  var exported: [String] {
    get throws { try FileManager.default.subpathsOfDirectory(atPath: exports).sorted() }
  }

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) }
  }
}

/// What the library keeps for one request; there is no connection behind it.
private struct Context: RemoteAddressRequestContext {
  struct Origin: RequestContextSource { let logger: Logger }

  typealias Source = Origin

  var coreContext: CoreRequestContextStorage
  let remoteAddress: SocketAddress?

  init(source: Origin) {
    coreContext = CoreRequestContextStorage(source: source)
    remoteAddress = nil
  }
}

/// Collects what is written.
private final class WrittenBody: ResponseBodyWriter, Sendable {
  private let bytes = Mutex<[UInt8]>([])

  var all: [UInt8] { bytes.withLock { $0 } }

  func write(_ buffer: ByteBuffer) async throws {
    let part = Array(buffer.readableBytesView)
    bytes.withLock { $0 += part }
  }

  func write(contentsOf buffers: some Sequence<ByteBuffer>) async throws {
    for buffer in buffers { try await write(buffer) }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
