import HTTPTypes
import Hummingbird
import NIOCore

/// Responses of the pages, all with the same protecting headers.
struct PageResponse: Sendable {
  let isTLS: Bool

  func html(_ text: String, status: Int) -> Response {
    response(text, "text/html; charset=utf-8", status: status)
  }

  /// A form for the printer: nothing is let in but its own styles.
  /// - Parameter styles: the source of them, as a policy names it.
  func paper(_ html: [UInt8], styles: String) -> Response {
    var response = response(ByteBuffer(bytes: html), "text/html; charset=utf-8", status: 200)
    response.headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src \(styles); form-action 'none'; base-uri 'none'; "
      + "frame-ancestors 'none'"
    return response
  }

  func css(_ text: String) -> Response { response(text, "text/css; charset=utf-8", status: 200) }

  func calendar(_ text: [UInt8]) -> Response {
    response(String(decoding: text, as: UTF8.self), "text/calendar; charset=utf-8", status: 200)
  }

  func file(_ file: PageFile) -> Response {
    var response = response(ByteBuffer(bytes: file.bytes), file.contentType, status: 200)
    response.headers[.contentDisposition] = file.name.disposition
    return response
  }

  /// A file of the exports, sent as it is read: it may be longer than memory.
  func file(_ name: FileName, _ contentType: String, _ content: FileContent) -> Response {
    var response = response(ByteBuffer(), contentType, status: 200)
    response.headers[.contentDisposition] = name.disposition
    response.body = content.body
    return response
  }

  /// - Parameter more: further headers; one may come twice.
  func data(
    _ bytes: [UInt8], _ type: String, status: Int, _ more: [(String, String)]
  ) -> Response {
    var response = response(ByteBuffer(bytes: bytes), type, status: status)
    if let name = HTTPField.Name("Retry-After") { response.headers[name] = nil }
    for (name, value) in more {
      if let name = HTTPField.Name(name) {
        response.headers.append(HTTPField(name: name, value: value))
      }
    }
    return response
  }

  func redirect(to address: String, cookie: String? = nil) -> Response {
    var response = response("", "text/plain; charset=utf-8", status: 303)
    response.headers[.location] = address
    if let cookie { response.headers[.setCookie] = cookie }
    return response
  }

  private func response(_ text: String, _ type: String, status: Int) -> Response {
    response(ByteBuffer(string: text), type, status: status)
  }

  private func response(_ body: ByteBuffer, _ type: String, status: Int) -> Response {
    var headers: HTTPFields = [
      .contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
      .contentSecurityPolicy: Self.policy,
    ]
    for (name, value) in Self.fixed { set(name, value, &headers) }
    if isTLS {
      set("Strict-Transport-Security", "max-age=31536000; includeSubDomains", &headers)
    }
    if status == 429 || status == 503 { set("Retry-After", "5", &headers) }
    return Response(
      status: HTTPResponse.Status(code: status), headers: headers,
      body: ResponseBody(byteBuffer: body))
  }

  private func set(_ name: String, _ value: String, _ headers: inout HTTPFields) {
    if let name = HTTPField.Name(name) { headers[name] = value }
  }

  /// No script at all, so that not even a mistake in escaping could run one.
  static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    + "base-uri 'none'; frame-ancestors 'none'"

  /// `no-referrer` would make browsers name the origin of our own forms `null` (Fetch, "append a
  /// request Origin header"), and those that send no Fetch Metadata say nothing else of them.
  private static let fixed = [
    ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
  ]
}
