import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The limit of an exchange: the same bytes to the HTTP framework of the server and back, and
/// nothing done with them. It runs as a process of its own, so that its processor time can be told
/// apart.
enum NullEndpoint {
  private static let word = "null-endpoint"

  /// - Returns: how many bytes to answer with; nothing when the words ask for something else.
  static func answerSize(_ words: [String]) -> Int? {
    guard words.count == 2, words.first == word else { return nil }
    return words.last.flatMap { Int($0) }
  }

  static func start(answerBytes: Int, _ workshop: Workshop) throws -> ServerProcess {
    try ServerProcess(
      workshop.programs + "/rounds-bench", [word, "\(answerBytes)"], [:], workshop)
  }

  /// Serves until it is told to stop; prints its address as its first line.
  static func serve(answerBytes: Int) async {
    let answer = ByteBuffer(repeating: 0x2A, count: answerBytes)
    let router = Router(context: BasicRequestContext.self)
    router.post("/v1/sync") { request, _ in
      var taken = 0
      for try await chunk in request.body { taken += chunk.readableBytes }
      let headers: HTTPFields = [.contentType: "application/x-protobuf"]
      return Response(
        status: taken > 0 ? .ok : .badRequest, headers: headers,
        body: ResponseBody(byteBuffer: answer))
    }
    var logger = Logger(label: "null-endpoint")
    logger.logLevel = .error
    let app = Application(
      router: router,
      configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
      onServerRunning: { channel in
        Workshop.show("http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n")
      }, logger: logger)
    do { try await app.runService() } catch { Workshop.say("null endpoint: \(error)") }
  }
}
