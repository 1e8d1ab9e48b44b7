import HTTPTypes
import Hummingbird
import NIOCore
import TextFormats
import Wording

/// A request for a page, as far as it is known before its body is read.
struct PageRequest: Sendable {
  let route: PageRoute
  /// What stands in the place of the braces of the route's path.
  let segments: [String: String]
  let query: FormFields
  /// Path and query as they came.
  let address: String
  /// The address without its query.
  var path: String { String(decoding: Array(address.utf8.prefix { $0 != 0x3F }), as: UTF8.self) }
  let session: String?
  let isFromOwnPage: Bool
  /// Of the browser, for counting failed logins.
  let remoteAddress: String
  private let acceptLanguage: String?

  /// - Returns: nothing for an address that cannot be read.
  init?(_ route: PageRoute, _ request: Request, from remoteAddress: String?, isTLS: Bool) {
    guard let segments = route.segments(of: request.uri.path),
      let authority = request.head.authority
    else { return nil }
    do { query = try FormFields(Array((request.uri.query ?? "").utf8)) } catch { return nil }
    self.route = route
    self.segments = segments
    address = request.uri.path + (request.uri.query.map { "?" + $0 } ?? "")
    session = SessionCookie.session(in: request.headers[.cookie], isTLS: isTLS)
    isFromOwnPage = CrossSite.isOwn(
      fetchSite: HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] },
      origin: request.headers[.origin], own: (isTLS ? "https://" : "http://") + authority)
    self.remoteAddress = remoteAddress ?? ""
    acceptLanguage = request.headers[.acceptLanguage]
  }

  private init(
    _ route: PageRoute, _ segments: [String: String], _ query: FormFields, _ other: PageRequest,
    address: String
  ) {
    self.route = route
    self.segments = segments
    self.query = query
    self.address = address
    session = other.session
    isFromOwnPage = other.isFromOwnPage
    remoteAddress = other.remoteAddress
    acceptLanguage = other.acceptLanguage
  }

  /// The same browser's request for another page.
  /// - Parameter address: path and query, encoded.
  /// - Returns: nothing where no page is.
  func following(_ address: String) -> PageRequest? {
    let halves = address.utf8.split(separator: 0x3F, maxSplits: 1)
    let path = halves.first.map { String(decoding: Array($0), as: UTF8.self) } ?? ""
    guard let route = PageRoute.page(at: path), let segments = route.segments(of: path) else {
      return nil
    }
    do {
      let query = try FormFields(Array(halves.dropFirst().first ?? Substring().utf8))
      return PageRequest(route, segments, query, self, address: address)
    } catch { return nil }
  }

  /// Asked for in the address, or chosen in this session, or else the browser's.
  func language(_ chosen: Language?) -> Language {
    query["lang"].flatMap { Language(rawValue: $0) } ?? chosen
      ?? Language(preference: acceptLanguage, environment: [:])
  }
}

/// Reads the body of a form, bounded in size and in time.
enum FormBody {
  private static let timeLimit: Duration = .seconds(20)

  enum Refusal: Error { case notAForm, tooSlow, malformed, tooLarge }

  static func fields(of request: Request) async throws -> FormFields {
    let type = (request.headers[.contentType] ?? "").utf8.prefix { $0 != 0x3B && $0 != 0x20 }
    guard type.elementsEqual("application/x-www-form-urlencoded".utf8) else {
      throw Refusal.notAForm
    }
    let body = try await bytes(of: request.body)
    do { return try FormFields(body) } catch { throw Refusal.malformed }
  }

  private static func bytes(of body: RequestBody) async throws -> [UInt8] {
    try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        for try await chunk in body {
          bytes.append(contentsOf: chunk.readableBytesView)
          guard bytes.count <= FormFields.bytesMax else { throw Refusal.tooLarge }
        }
        return bytes
      }
      group.addTask {
        try await Task.sleep(for: timeLimit)
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let bytes = first else { throw Refusal.tooSlow }
      return bytes
    }
  }
}
