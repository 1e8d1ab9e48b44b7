import CurlTransport
import FieldWork
import Loopback

extension CurlLimits {
  /// Long enough for a machine so busy that a thread waits for half a minute; no test that passes waits for them.
  static let patient = CurlLimits(
    connectSeconds: 60, slowBytesPerSecond: 1, slowSeconds: 120, totalSeconds: 180,
    answerBytesMax: 1024 * 1024)
}

func transport(
  to url: String, authorities: String? = nil, limits: CurlLimits = .patient
) -> CurlTransport {
  CurlTransport(url: url, authorities: authorities, program: "rounds/test", limits: limits)
}

extension CurlTransport {
  func post(_ text: String = "question") throws(TransportFailure) -> TransportAnswer {
    try post("/v1/sync", body: Array(text.utf8), encoding: .identity)
  }
}

/// What a fresh transport makes of one scripted answer.
func outcome(
  of answer: ScriptedAnswer, limits: CurlLimits = .patient
) throws -> Result<TransportAnswer, TransportFailure> {
  try LoopbackServer.answering([answer]) { server in
    let office = transport(to: server.url, limits: limits)
    return Result { () throws(TransportFailure) in try office.post() }
  }
}
