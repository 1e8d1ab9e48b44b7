import HTTPTypes
package import Hummingbird

/// Answers only requests for a host this server goes by: a page on another site cannot reach it
/// through a name of its own (DNS rebinding), and odd framing shows as a missing host.
package struct HostCheck<Context: RequestContext>: RouterMiddleware {
  /// The names this machine has for itself.
  package static var loopback: Set<String> { ["127.0.0.1", "localhost", "[::1]"] }

  private let hosts: Set<String>

  /// - Parameter hosts: names or addresses without ports, lower case.
  package init(hosts: Set<String>) { self.hosts = hosts }

  package func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let authority = request.head.authority, !authority.isEmpty else {
      return plain(.badRequest, "no-host")
    }
    // The first Host became the authority; another one is somebody trying to be understood twice.
    if let name = HTTPField.Name("Host"), request.headers[name] != nil {
      return plain(.badRequest, "two-hosts")
    }
    guard hosts.contains(Self.withoutPort(authority)) else {
      return plain(.misdirectedRequest, "unknown-host")
    }
    return try await next(request, context)
  }

  private static func withoutPort(_ authority: String) -> String {
    var bytes = Array(authority.lowercased().utf8)
    if let colon = bytes.lastIndex(of: 0x3A), bytes.last != 0x5D,
      bytes[bytes.index(after: colon)...].allSatisfy({ (0x30...0x39).contains($0) })
    {
      bytes.removeSubrange(colon...)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
