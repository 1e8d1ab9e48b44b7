import CurlTransport
import FieldWork
import Fingerprint
import Glibc
import Loopback
import OfficeWork
import Simulation
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import WireFormat

/// A way from a laptop to the office.
enum Way: String, CaseIterable, Sendable, CustomTestStringConvertible {
  /// libcurl, and the routes behind the real HTTP server on loopback.
  case curl
  case inProcess, simulated

  var testDescription: String { rawValue }

  /// Runs `work` with an office, a laptop enrolled there and this way between them. What `work` saw it
  /// returns, for the test to judge: it may run on a thread that knows of no test.
  func between<Outcome: Sendable>(
    _ work: @escaping @Sendable (Exchange) throws -> Outcome
  ) async throws -> Outcome {
    let world = try World(seed: 211, households: 2, roles: [.serviceOfficer])
    let office = world.office
    let laptop = world.laptops[0]
    let site = world.site
    func exchange(_ transport: any Transport) -> Exchange {
      Exchange(transport: transport, office: office, laptop: laptop, site: site)
    }
    switch self {
    case .inProcess: return try work(exchange(world.transport))
    case .simulated: return try work(exchange(SimulatedNetwork(world.transport, seed: 1)))
    case .curl:
      return try await OfficeServer.serving(office) { url in
        try await onThread {
          try work(
            Exchange(
              transport: Self.libcurl(to: url), office: office, laptop: laptop, site: site))
        }
      }
    }
  }

  /// More patient than a person: tests beside this one may keep the processors busy.
  private static func libcurl(to url: String) -> CurlTransport {
    CurlTransport(
      url: url, authorities: nil, program: "rounds/test",
      limits: CurlLimits(
        connectSeconds: 60, slowBytesPerSecond: 1, slowSeconds: 600, totalSeconds: 900))
  }

  /// What is lost on the way.
  enum Loss: String, CaseIterable, Sendable { case request, answer }

  /// What comes of one post when something is lost.
  func outcome(of loss: Loss) throws -> Result<TransportAnswer, TransportFailure> {
    let request = try EnrolCodec.encodeRequest(nil)
    func posted(_ transport: any Transport) -> Result<TransportAnswer, TransportFailure> {
      Result { () throws(TransportFailure) in
        try transport.post("/v1/enrol", body: request, encoding: .identity)
      }
    }
    switch (self, loss) {
    case (.curl, .request):
      let (socket, port) = try LoopbackServer.listen()
      close(socket)
      return posted(Self.libcurl(to: "http://127.0.0.1:\(port)"))
    case (.curl, .answer):
      return try LoopbackServer.answering([.raw("")]) { posted(Self.libcurl(to: $0.url)) }
    case (.inProcess, _):
      let office = try World(seed: 212, households: 1, roles: []).transport
      office.expect([loss == .request ? .requestLost : .answerLost])
      return posted(office)
    case (.simulated, _):
      let office = try World(seed: 212, households: 1, roles: []).transport
      let network = SimulatedNetwork(office, seed: 1)
      var faults = NetworkFaults()
      if loss == .request { faults.requestLost = 1000 } else { faults.answerLost = 1000 }
      network.set(faults)
      return posted(network)
    }
  }
}

/// Both ends, and what lies between.
struct Exchange: Sendable {
  let transport: any Transport
  let office: Office
  let laptop: Laptop
  let site: ScopeID

  /// A question that no other is equal to: a code that the office does not know.
  static func question(_ number: Int, byteCount: Int = 300) throws -> [UInt8] {
    let sealed = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
    return try EnrolCodec.encodeRequest((id: Array(0...255), sealed: sealed))
  }

  /// A request for a page of nothing.
  /// - Parameter key: of somebody other than the laptop.
  func signed(
    for path: String = "/v1/sync", version: UInt32 = ProtocolVersion.current,
    by key: SigningKey? = nil
  ) throws -> [UInt8] {
    let body = try SyncCodec.encode(
      SyncRequest(
        version: version, scopes: [], bundles: [], program: "rounds/test", language: "en"))
    return try SignedRequest.encode(
      path: path, body: body, challenge: [], enrolment: key == nil ? laptop.enrolment : [],
      signer: key.map { RequestSigner.device($0) } ?? laptop.requestSigner())
  }

  /// Asks, and opens the answer: the office's signature covers the bytes of the question as they came
  /// to it, and those of its answer.
  func asked(
    _ question: [UInt8], at path: String = "/v1/enrol", _ encoding: BodyEncoding = .identity
  ) throws -> Asked {
    let body = encoding == .gzip ? try Gzip.compress(question) : question
    let answer = try transport.post(path, body: body, encoding: encoding)
    let opened = try SignedResponse.open(
      path: path, request: question, answer.body, office: office.secrets.signing.verifyingKey)
    return Asked(opened: opened, posted: body.count, answer: answer)
  }

  /// What was met where an answer was not to be had.
  func failure(
    _ body: [UInt8], at path: String = "/v1/sync", _ encoding: BodyEncoding = .identity
  ) -> TransportFailure? {
    do {
      _ = try transport.post(path, body: body, encoding: encoding)
      return nil
    } catch { return error }
  }

  struct Asked: Sendable {
    let opened: [UInt8]
    let posted: Int
    let answer: TransportAnswer
  }
}
