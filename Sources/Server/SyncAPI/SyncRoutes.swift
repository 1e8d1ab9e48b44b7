import Fingerprint
package import Hummingbird
import Logging
import NIOCore
import NIOPosix
package import OfficeWork
import SyncProtocol
import WireFormat
import Wording

/// The four endpoints of the exchange: bytes in, bytes out. What they mean is decided in OfficeWork.
package struct SyncRoutes: Sendable {
  private let office: Office
  private let limits: RequestLimits

  package init(_ office: Office, limits: RequestLimits = .standard) {
    self.office = office
    self.limits = limits
  }

  package func add<Context: RequestContext>(to router: Router<Context>) {
    router.post("/v1/enrol") { request, context in
      try await answer(request, context) { body in
        let code: (id: [UInt8], sealed: [UInt8])?
        do { code = try EnrolCodec.decodeRequest(body) } catch {
          throw RequestRefusal.malformed("\(error)")
        }
        return try EnrolCodec.encode(try office.enrol(code))
      }
    }
    router.post("/v1/sync") { request, context in
      try await answer(request, context) { body in
        try SyncCodec.encode(try office.sync(try signedRequest("/v1/sync", body)))
      }
    }
    router.post("/v1/have") { request, context in
      try await answer(request, context) { body in
        try RepairCodec.encode(try office.have(try signedRequest("/v1/have", body)))
      }
    }
    router.post("/v1/keys") { request, context in
      try await answer(request, context) { body in
        try RepairCodec.encode(try office.keys(try signedRequest("/v1/keys", body)))
      }
    }
  }

  private func signedRequest(_ path: String, _ body: [UInt8]) throws -> SignedRequest {
    do { return try SignedRequest(path: path, body) } catch {
      throw RequestRefusal.malformed("\(error)")
    }
  }

  /// Reads the body, does the work off the event loop, signs the answer and compresses it.
  private func answer(
    _ request: Request, _ context: some RequestContext,
    _ work: @escaping @Sendable (_ body: [UInt8]) throws -> [UInt8]
  ) async throws -> Response {
    let path = request.uri.path
    let body: [UInt8]
    do { body = try await limits.body(of: request) } catch let refusal as BodyRefusal {
      return refusal.response
    }
    do {
      let signed = try await NIOThreadPool.singleton.runIfActive {
        try SignedResponse.encode(
          path: path, request: body, body: try work(body), key: office.secrets.signing)
      }
      return try compressed(signed, for: request)
    } catch let refusal as RequestRefusal {
      return plain(refusal.status, refusal.text)
    } catch {
      // Nothing was kept; the laptop tries again. What went wrong is for whoever runs the server.
      context.logger.error("\(path): \(error)")
      return plain(.internalServerError, "fault")
    }
  }

  private func compressed(_ body: [UInt8], for request: Request) throws -> Response {
    var headers: HTTPFields = [.contentType: "application/x-protobuf", .cacheControl: "no-store"]
    var bytes = body
    if body.count > 512, request.headers[.acceptEncoding]?.contains("gzip") == true {
      bytes = try Gzip.compress(body)
      headers[.contentEncoding] = "gzip"
    }
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
  Response(
    status: status, headers: [.contentType: "text/plain; charset=utf-8"],
    body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
}

extension RequestRefusal {
  fileprivate var status: HTTPResponse.Status {
    switch self {
    case .malformed: .badRequest
    case .notEnrolled, .revoked: .forbidden
    case .newerProtocol: HTTPResponse.Status(code: 426)
    }
  }

  /// A word the laptop's program translates; not for people.
  fileprivate var text: String {
    switch self {
    case .malformed(let what): "malformed \(what)"
    case .notEnrolled: "not-enrolled"
    case .revoked: "revoked"
    case .newerProtocol: "newer-protocol"
    }
  }
}
