import Hummingbird
import Logging
import NIOCore
import OfficeWork
import ServiceLifecycle
import SyncAPI
import VisitModel

/// The office behind the routes and the HTTP server of `rounds-server`, on a loopback port of its own.
enum OfficeServer {
  private struct NotServing: Error {}

  /// Serves while `body` runs, which is given the address; all is ended when this returns.
  static func serving<Outcome: Sendable>(
    _ office: Office, _ body: @escaping @Sendable (_ url: String) async throws -> Outcome
  ) async throws -> Outcome {
    let router = Router(context: BasicRequestContext.self)
    // As in the program but for the patience: tests beside may keep the processors busy.
    let limits = RequestLimits(
      bytesMax: Bounds.requestBytesMax, bytesPerWindowMin: 1, window: .seconds(600))
    SyncRoutes(office, limits: limits).add(to: router)
    var logger = Logger(label: "ports")
    logger.logLevel = .critical
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let app = Application(
      router: router,
      configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
      onServerRunning: { channel in port.yield(channel.localAddress?.port ?? 0) }, logger: logger)
    let services: [any Service] = [app]
    let server = ServiceGroup(
      configuration: ServiceGroupConfiguration(services: services, logger: logger))
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        // Whoever waits for the port must not wait for a server that never came up.
        defer { port.finish() }
        try await server.run()
      }
      var waiting = ports.makeAsyncIterator()
      guard let number = await waiting.next() else {
        try await tasks.waitForAll()
        throw NotServing()
      }
      let outcome: Outcome
      do { outcome = try await body("http://127.0.0.1:\(number)") } catch {
        await server.triggerGracefulShutdown()
        throw error
      }
      await server.triggerGracefulShutdown()
      try await tasks.waitForAll()
      return outcome
    }
  }
}
