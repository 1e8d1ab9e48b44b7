import CCurl
package import FieldWork
import Glibc

/// Time and size limits of one exchange.
package struct CurlLimits: Hashable, Sendable {
  package var connectSeconds: Int
  /// An exchange that moves less than this for `slowSeconds` is given up.
  package var slowBytesPerSecond: Int
  package var slowSeconds: Int
  package var totalSeconds: Int
  /// Of an answer after inflating.
  package var answerBytesMax: Int

  package init(
    connectSeconds: Int = 10, slowBytesPerSecond: Int = 512, slowSeconds: Int = 30,
    totalSeconds: Int = 600, answerBytesMax: Int = 16 * 1024 * 1024
  ) {
    self.connectSeconds = connectSeconds
    self.slowBytesPerSecond = slowBytesPerSecond
    self.slowSeconds = slowSeconds
    self.totalSeconds = totalSeconds
    self.answerBytesMax = answerBytesMax
  }
}

/// The transport port on libcurl: one reused handle, so that the pages of a sync share a connection.
package struct CurlTransport: Transport {
  private let base: String
  private let authorities: String?
  private let program: String
  private let limits: CurlLimits
  private let handle: CurlHandle

  /// - Parameters:
  ///   - url: the office's address; `http` or `https`.
  ///   - authorities: a file of certificate authorities to trust instead of the system's.
  package init(url: String, authorities: String?, program: String, limits: CurlLimits = .init()) {
    var base = Substring(url)
    while base.utf8.last == 0x2F { base.removeLast() }
    self.base = String(base)
    self.authorities = authorities
    self.program = program
    self.limits = limits
    handle = CurlHandle()
  }

  package func post(
    _ path: String, body: [UInt8], encoding: BodyEncoding
  ) throws(TransportFailure) -> TransportAnswer {
    let isHTTP = base.utf8.starts(with: "http://".utf8)
    guard isHTTP || base.utf8.starts(with: "https://".utf8) else { throw .badAddress(base) }
    let outcome = handle.use { curl in
      perform(curl, path, body, encoding)
    }
    return try outcome.get()
  }

  private func perform(
    _ curl: OpaquePointer?, _ path: String, _ body: [UInt8], _ encoding: BodyEncoding
  ) -> Result<TransportAnswer, TransportFailure> {
    guard let curl = curl.map(UnsafeMutableRawPointer.init) else {
      return .failure(.unreachable(host: base, detail: "libcurl"))
    }
    curl_easy_reset(curl)
    var headers: UnsafeMutablePointer<curl_slist>?
    var lines = ["Content-Type: application/x-protobuf", "Expect:"]
    if encoding == .gzip { lines.append("Content-Encoding: gzip") }
    for line in lines { headers = curl_slist_append(headers, line) }
    defer { curl_slist_free_all(headers) }
    set(curl, path, headers)
    let sink = AnswerSink(limit: limits.answerBytesMax)
    let code = withExtendedLifetime(sink) {
      body.withUnsafeBytes { bytes in
        _ = rounds_curl_body(curl, bytes.baseAddress, curl_off_t(bytes.count))
        _ = rounds_curl_head(
          curl,
          { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            Unmanaged<AnswerSink>.fromOpaque(context).takeUnretainedValue()
              .takeHead(UnsafeRawBufferPointer(start: bytes, count: size * count))
            return size * count
          }, Unmanaged.passUnretained(sink).toOpaque())
        _ = rounds_curl_write(
          curl,
          { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            return Unmanaged<AnswerSink>.fromOpaque(context).takeUnretainedValue()
              .take(UnsafeRawBufferPointer(start: bytes, count: size * count))
          }, Unmanaged.passUnretained(sink).toOpaque())
        return curl_easy_perform(curl)
      }
    }
    // What a stranger's over-long page is matters more than how long it is.
    if code == CURLE_OK || (code == CURLE_WRITE_ERROR && sink.isFull && !isOurs(curl)) {
      return answer(curl, sink, sent: body.count)
    }
    return .failure(failure(code, sink, seconds: rounds_curl_seconds(curl)))
  }

  private func set(
    _ curl: UnsafeMutableRawPointer, _ path: String,
    _ headers: UnsafeMutablePointer<curl_slist>?
  ) {
    _ = rounds_curl_text(curl, CURLOPT_URL, base + path)
    _ = rounds_curl_text(curl, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = rounds_curl_text(curl, CURLOPT_USERAGENT, program)
    _ = rounds_curl_text(curl, CURLOPT_ACCEPT_ENCODING, "gzip")
    _ = rounds_curl_text(curl, CURLOPT_NOPROXY, Self.withoutProxy)
    _ = rounds_curl_list(curl, CURLOPT_HTTPHEADER, headers)
    _ = rounds_curl_number(curl, CURLOPT_POST, 1)
    _ = rounds_curl_number(curl, CURLOPT_FOLLOWLOCATION, 0)
    _ = rounds_curl_number(curl, CURLOPT_NOSIGNAL, 1)
    _ = rounds_curl_number(curl, CURLOPT_SSL_VERIFYPEER, 1)
    _ = rounds_curl_number(curl, CURLOPT_SSL_VERIFYHOST, 2)
    _ = rounds_curl_number(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    _ = rounds_curl_number(curl, CURLOPT_CONNECTTIMEOUT, limits.connectSeconds)
    _ = rounds_curl_number(curl, CURLOPT_LOW_SPEED_LIMIT, limits.slowBytesPerSecond)
    _ = rounds_curl_number(curl, CURLOPT_LOW_SPEED_TIME, limits.slowSeconds)
    _ = rounds_curl_number(curl, CURLOPT_TIMEOUT, limits.totalSeconds)
    if let authorities { _ = rounds_curl_text(curl, CURLOPT_CAINFO, authorities) }
  }

  private func answer(
    _ curl: UnsafeMutableRawPointer, _ sink: AnswerSink, sent: Int
  ) -> Result<TransportAnswer, TransportFailure> {
    let status = rounds_curl_status(curl)
    let type = type(curl)
    switch status {
    case 200 where !sink.isFramed: return .failure(.truncated)
    case 200 where isOurs(curl):
      return .success(
        TransportAnswer(
          body: sink.bytes, sentBytes: sent, receivedBytes: Int(rounds_curl_received(curl))))
    // Proxies say both too, in pages of their own.
    case 408: return .failure(.tooSlow)
    case 429: return .failure(.serverFault(status: 429))
    case 400..<500 where type.utf8.starts(with: "text/plain".utf8):
      return .failure(.refused(status: Int(status), reason: Self.printable(sink.bytes)))
    case 500...: return .failure(.serverFault(status: Int(status)))
    default:
      return .failure(
        .notOurServer(detail: "\(status) \(Self.printable(Array(type.utf8)) ?? "-")"))
    }
  }

  private func type(_ curl: UnsafeMutableRawPointer) -> String {
    rounds_curl_content_type(curl).map { String(cString: $0) } ?? ""
  }

  private func isOurs(_ curl: UnsafeMutableRawPointer) -> Bool {
    rounds_curl_status(curl) == 200
      && type(curl).utf8.starts(with: "application/x-protobuf".utf8)
  }

  private func failure(
    _ code: CURLcode, _ sink: AnswerSink, seconds: Double
  ) -> TransportFailure {
    let detail = Self.printable(Array(String(cString: curl_easy_strerror(code)).utf8)) ?? "-"
    switch code {
    case CURLE_OPERATION_TIMEDOUT: return .timedOut(seconds: max(1, Int(seconds.rounded())))
    case CURLE_WRITE_ERROR where sink.isFull: return .tooLarge(limit: limits.answerBytesMax)
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_SEND_ERROR,
      CURLE_BAD_CONTENT_ENCODING, CURLE_HTTP2_STREAM:
      return .truncated
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
      return .tls(detail: detail)
    case CURLE_URL_MALFORMAT: return .badAddress(base)
    // The address is known to be of http or https: what speaks another protocol is the answer.
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL:
      return .notOurServer(detail: detail)
    default: return .unreachable(host: base, detail: detail)
    }
  }

  /// Never through a proxy to this machine itself, nor to what the environment exempts: libcurl
  /// reads that by itself only where nothing else is set.
  private static var withoutProxy: String {
    let own = "127.0.0.1,localhost,::1"
    guard let exempt = getenv("no_proxy") ?? getenv("NO_PROXY") else { return own }
    let text = String(cString: exempt)
    return text == "*" ? text : own + "," + text
  }

  /// The beginning of a text from the network, fit for a message: one line of printable ASCII.
  private static func printable(_ bytes: [UInt8]) -> String? {
    let kept = bytes.prefix(200).prefix { $0 != 0x0A && $0 != 0x0D }
      .filter { (0x20...0x7E).contains($0) }
    return kept.isEmpty ? nil : String(decoding: kept, as: UTF8.self)
  }
}
