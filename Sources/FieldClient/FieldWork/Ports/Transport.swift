/// What the laptop needs of a network: one POST, answered whole or not at all.
///
/// Contract, held by one conformance suite (`PortTests/TransportTests`): the body of an answer is returned
/// only when all of it arrived with status 200 and our content type, inflated; everything else is a
/// failure that says what was met. The caller may repeat any request, after a failure too. Posts from
/// many threads at once each get the answer to their own.
package protocol Transport: Sendable {
  /// Waits for the answer.
  /// - Parameter encoding: what the body already is; `.gzip` is announced to the office.
  func post(
    _ path: String, body: [UInt8], encoding: BodyEncoding
  ) throws(TransportFailure) -> TransportAnswer
}

package enum BodyEncoding: Hashable, Sendable { case identity, gzip }

package struct TransportAnswer: Hashable, Sendable {
  package let body: [UInt8]
  /// Bytes of the bodies as they went over the wire.
  package let sentBytes: Int
  package let receivedBytes: Int

  package init(body: [UInt8], sentBytes: Int, receivedBytes: Int) {
    self.body = body
    self.sentBytes = sentBytes
    self.receivedBytes = receivedBytes
  }
}

/// Why no answer was had. Nothing on the laptop depends on whether the request arrived.
package enum TransportFailure: Error, Hashable, Sendable {
  /// The request did not arrive, as far as can be told.
  case unreachable(host: String, detail: String)
  case timedOut(seconds: Int)
  case tls(detail: String)
  /// Something answered that is not our office: a login page, a proxy.
  case notOurServer(detail: String)
  /// 4xx with a word of the office, which no waiting will change.
  case refused(status: Int, reason: String?)
  /// Whoever answered did not get the request in the time it allows (408).
  case tooSlow
  /// 5xx, or 429: the office, or something before it, has too much to do.
  case serverFault(status: Int)
  /// The answer ended before its end, or before its beginning.
  case truncated
  /// Of an answer.
  case tooLarge(limit: Int)
  case badAddress(String)

  /// Weather passes: the program exits with 3 and says that nothing is lost.
  package var isWeather: Bool {
    switch self {
    case .unreachable, .timedOut, .tls, .notOurServer, .tooSlow, .serverFault, .truncated: true
    case .refused, .tooLarge, .badAddress: false
    }
  }

  /// The line may have carried a part of the exchange and not the rest; smaller ones may pass.
  package var isBreak: Bool {
    switch self {
    case .timedOut, .tooSlow, .truncated: true
    case .unreachable, .tls, .notOurServer, .serverFault, .refused, .tooLarge, .badAddress: false
    }
  }
}
