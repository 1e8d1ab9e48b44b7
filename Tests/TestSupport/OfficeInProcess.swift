package import FieldWork
package import OfficeWork
import SyncProtocol
import Synchronization
import WireFormat
import Wording

/// The real office behind the transport port, without sockets: bytes in, signed bytes out, exactly as
/// the routes do it. Losses can be ordered, to happen after the office has done its work.
package final class OfficeInProcess: Transport {
  /// What becomes of the next exchanges.
  package enum Weather: Sendable { case fair, requestLost, answerLost, answerCut }

  private let present: Mutex<Office>
  private let weather = Mutex<[Weather]>([])
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

  package func expect(_ coming: [Weather]) { weather.withLock { $0 = coming } }

  package func post(
    _ path: String, body: [UInt8], encoding: BodyEncoding
  ) throws(TransportFailure) -> TransportAnswer {
    paths.withLock { $0.append(path) }
    let now = weather.withLock { $0.isEmpty ? .fair : $0.removeFirst() }
    if now == .requestLost { throw .unreachable(host: "office", detail: "lost") }
    let answer = try serve(path, body, encoding)
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
    do {
      let plain = encoding == .gzip ? try Gzip.decompress(body, limit: 1 << 24) : body
      let answer: [UInt8]
      switch path {
      case "/v1/enrol":
        answer = try EnrolCodec.encode(try office.enrol(try EnrolCodec.decodeRequest(plain)))
      case "/v1/sync":
        answer = try SyncCodec.encode(
          try office.sync(try SignedRequest(path: path, plain)))
      case "/v1/have":
        answer = try RepairCodec.encode(try office.have(try SignedRequest(path: path, plain)))
      case "/v1/keys":
        answer = try RepairCodec.encode(try office.keys(try SignedRequest(path: path, plain)))
      default: throw TransportFailure.refused(status: 404, reason: path)
      }
      return try SignedResponse.encode(
        path: path, request: plain, body: answer, key: office.secrets.signing)
    } catch let refusal as RequestRefusal {
      throw .refused(status: 403, reason: refusal == .revoked ? "revoked" : "\(refusal)")
    } catch { throw .serverFault(status: 500) }
  }
}
