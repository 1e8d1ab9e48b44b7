package import FieldWork
package import OfficeWork
import SyncProtocol
import Synchronization
import VisitModel
import WireFormat
import Wording

/// The real office behind the transport port, without sockets: bytes in, signed bytes out, and the
/// failures that the routes and libcurl make of a refusal (`Tests/PortTests` holds both to that).
/// Losses can be ordered, to happen after the office has done its work.
package final class OfficeInProcess: Transport {
  /// What becomes of the next exchanges. `answerCut` is worse than the port allows: an answer without
  /// its end is handed over as if it were whole, and the laptop must notice.
  package enum Weather: Sendable { case fair, requestLost, answerLost, answerCut }

  private let present: Mutex<Office>
  private let weather = Mutex<[Weather]>([])
  private let line = Mutex<Line?>(nil)
  private let paths = Mutex<[String]>([])

  /// The paths asked for since the last look.
  package func takePaths() -> [String] {
    paths.withLock { paths in
      defer { paths = [] }
      return paths
    }
  }

  package init(_ office: Office) { present = Mutex(office) }

  /// The same address leads to another office from now on, as after a restore.
  package func serve(_ office: Office) { present.withLock { $0 = office } }

  /// A line that breaks in each exchange of more bytes than it carries.
  package struct Line: Sendable {
    package let byteCount: Int
    /// Whether the bytes of answers count beside those of requests. What breaks an answer reached the
    /// office before.
    package let countsAnswers: Bool

    package init(carrying byteCount: Int, countsAnswers: Bool) {
      self.byteCount = byteCount
      self.countsAnswers = countsAnswers
    }
  }

  /// From now on all passes over this line; without one everything arrives.
  package func lay(_ new: Line?) { line.withLock { $0 = new } }

  package func expect(_ coming: [Weather]) { weather.withLock { $0 = coming } }

  package func post(
    _ path: String, body: [UInt8], encoding: BodyEncoding
  ) throws(TransportFailure) -> TransportAnswer {
    paths.withLock { $0.append(path) }
    let now = weather.withLock { $0.isEmpty ? .fair : $0.removeFirst() }
    if now == .requestLost { throw .unreachable(host: "office", detail: "lost") }
    let line = line.withLock { $0 }
    if let line, body.count > line.byteCount { throw .truncated }
    let answer = try serve(path, body, encoding)
    if let line, line.countsAnswers, body.count + answer.count > line.byteCount {
      throw .truncated
    }
    switch now {
    case .answerLost: throw .truncated
    case .answerCut:
      return TransportAnswer(
        body: Array(answer.dropLast(answer.count / 3 + 1)), sentBytes: 0, receivedBytes: 0)
    case .fair, .requestLost:
      return TransportAnswer(
        body: answer, sentBytes: body.count, receivedBytes: answer.count)
    }
  }

  private func serve(
    _ path: String, _ body: [UInt8], _ encoding: BodyEncoding
  ) throws(TransportFailure) -> [UInt8] {
    let office = present.withLock { $0 }
    guard Self.routes.contains(path) else { throw .notOurServer(detail: "404 -") }
    let plain = try Self.plain(body, encoding)
    do {
      return try SignedResponse.encode(
        path: path, request: plain, body: try Self.answer(of: office, path, plain),
        key: office.secrets.signing)
    } catch let refusal as RequestRefusal {
      throw Self.failure(refusal)
    } catch { throw .serverFault(status: 500) }
  }

  private static let routes: Set<String> = ["/v1/enrol", "/v1/sync", "/v1/have", "/v1/keys"]

  private static func answer(
    of office: Office, _ path: String, _ body: [UInt8]
  ) throws -> [UInt8] {
    if path == "/v1/enrol" {
      let code = try read { try EnrolCodec.decodeRequest(body) }
      return try EnrolCodec.encode(try office.enrol(code))
    }
    let request = try read { try SignedRequest(path: path, body) }
    switch path {
    case "/v1/sync": return try SyncCodec.encode(try office.sync(request))
    case "/v1/have": return try RepairCodec.encode(try office.have(request))
    default: return try RepairCodec.encode(try office.keys(request))
    }
  }

  /// What was sent, or the refusal of what cannot be read.
  private static func read<Message>(_ decode: () throws -> Message) throws -> Message {
    do { return try decode() } catch { throw RequestRefusal.malformed("\(error)") }
  }

  /// The body as it was before compression.
  private static func plain(
    _ body: [UInt8], _ encoding: BodyEncoding
  ) throws(TransportFailure) -> [UInt8] {
    let tooLarge = TransportFailure.refused(status: 413, reason: "too-large")
    guard body.count <= Bounds.requestBytesMax else { throw tooLarge }
    guard encoding == .gzip else { return body }
    do { return try Gzip.decompress(body, limit: Bounds.requestBytesMax) } catch {
      throw error == .tooLarge(limit: Bounds.requestBytesMax)
        ? tooLarge : .refused(status: 400, reason: "not-gzip")
    }
  }

  private static func failure(_ refusal: RequestRefusal) -> TransportFailure {
    switch refusal {
    case .malformed(let what): .refused(status: 400, reason: "malformed \(what)")
    case .notEnrolled: .refused(status: 403, reason: "not-enrolled")
    case .revoked: .refused(status: 403, reason: "revoked")
    case .newerProtocol: .refused(status: 426, reason: "newer-protocol")
    }
  }
}
