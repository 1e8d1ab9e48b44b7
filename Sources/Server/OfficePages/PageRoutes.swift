import HTTPTypes
package import Hummingbird
import NIOCore
import NIOPosix
package import OfficeWork
import VisitModel
import Wording

/// The read-only pages. They have no login yet, so the server mounts them only where nothing but
/// this machine can reach it.
package struct PageRoutes: Sendable {
  private let office: Office

  package init(_ office: Office) { self.office = office }

  package func add(to router: some RouterMethods) {
    router.get("/") { request, _ in
      let language = Language(
        preference: request.headers[.acceptLanguage], environment: [:])
      let asked = request.uri.queryParameters.get("month").flatMap { CivilMonth($0) }
      let office = office
      let html = try await NIOThreadPool.singleton.runIfActive {
        let month =
          asked ?? LocalTime(office.now, in: office.environment.zone).date.civilMonth
        return try OverviewPage(office).html(of: month, in: language)
      }
      return Self.response(html, "text/html; charset=utf-8")
    }
    router.get("/style.css") { _, _ in Self.response(Self.style, "text/css; charset=utf-8") }
  }

  private static func response(_ text: String, _ type: String) -> Response {
    var headers: HTTPFields = [
      .contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
      .contentSecurityPolicy:
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'",
    ]
    if let name = HTTPField.Name("Referrer-Policy") { headers[name] = "no-referrer" }
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private static let style = """
    body { font-family: system-ui, "Noto Sans CJK SC", sans-serif; margin: 2rem; color: #1b1b1b;
      line-height: 1.5; }
    header { border-bottom: 2px solid #1b1b1b; margin-bottom: 1.5rem; }
    table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
    th, td { border-bottom: 1px solid #8a8a8a; padding: .35rem .6rem; text-align: right; }
    th:first-child, td:first-child, #cases + table th, #cases + table td { text-align: left; }
    thead th { background: #eeeeee; }
    tbody th { white-space: nowrap; }
    @media print { body { margin: 0; font-size: 10pt; } thead { display: table-header-group; } }
    """
}
