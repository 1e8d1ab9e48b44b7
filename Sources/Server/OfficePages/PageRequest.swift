import HTTPTypes
import Hummingbird
import NIOCore
import TextFormats
import VisitModel
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
  /// Scheme and authority under which this server was asked, which is one of its own names.
  let origin: String
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
    origin = (isTLS ? "https://" : "http://") + authority
    isFromOwnPage = CrossSite.isOwn(
      fetchSite: HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] },
      origin: request.headers[.origin], own: origin)
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
    origin = other.origin
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

/// What a form sent.
struct SentForm: Sendable {
  let fields: FormFields
  /// Of the one form that has a file.
  var file: UploadedFile?
}

/// A file as it was sent.
struct UploadedFile: Sendable {
  /// What the field is called in the form.
  static let field = "file"

  /// What the browser calls it: shown to people, and no path of ours.
  let name: String
  let bytes: [UInt8]
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
    let body = try await bytes(of: request.body, limit: FormFields.bytesMax, timeLimit)
    do { return try FormFields(body) } catch { throw Refusal.malformed }
  }

  /// A form with one file.
  static func upload(of request: Request) async throws -> SentForm {
    guard let boundary = MultipartForm.boundary(of: request.headers[.contentType] ?? "") else {
      throw Refusal.notAForm
    }
    let body = try await bytes(of: request.body, limit: uploadBodyMax, uploadTimeLimit)
    let form: MultipartForm
    let fields: FormFields
    do {
      form = try MultipartForm(body, boundary: boundary, limit: uploadBodyMax)
      fields = try FormFields(form)
    } catch { throw Refusal.malformed }
    guard let file = form.file(UploadedFile.field) else { throw Refusal.malformed }
    guard file.content.count <= Bounds.uploadBytesMax else { throw Refusal.tooLarge }
    return SentForm(
      fields: fields,
      file: UploadedFile(name: file.fileName ?? "", bytes: Array(file.content)))
  }

  /// The file and what stands around it.
  private static let uploadBodyMax = Bounds.uploadBytesMax + FormFields.bytesMax
  /// 8 MiB over a line of 1 Mbit/s take more than a minute.
  private static let uploadTimeLimit: Duration = .seconds(120)

  private static func bytes(
    of body: RequestBody, limit: Int, _ timeLimit: Duration
  ) async throws -> [UInt8] {
    try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        for try await chunk in body {
          bytes.append(contentsOf: chunk.readableBytesView)
          guard bytes.count <= limit else { throw Refusal.tooLarge }
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
