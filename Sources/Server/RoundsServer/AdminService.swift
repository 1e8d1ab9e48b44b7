import AdminSocket
import ArgumentParser
import Console
import Logging
import NIOPosix
import OfficeCommands
import OfficeWork
import ServiceLifecycle
import Wording

/// Lets the other commands act on the office while this process owns it: one after the other, on a
/// thread of their own, so that they neither hold up an event loop nor take a thread from the syncs.
struct AdminService: Service {
  let home: OfficeHome
  let listener: AdminListener

  /// Returns once the command under way at the stop has ended.
  func run() async throws {
    let pool = NIOThreadPool(numberOfThreads: 1)
    pool.start()
    let home = home
    let listener = listener
    let logger = Logger(label: "rounds-server.admin")
    let ending: Result<Void, any Error>
    do {
      try await withTaskCancellationOrGracefulShutdownHandler {
        try await pool.runIfActive {
          try listener.serve(
            { request, doors in Self.printed(request, doors, home, logger) },
            dropped: { logger.notice("a conversation ended early: \($0)") })
        }
      } onCancelOrGracefulShutdown: {
        listener.stop()
      }
      ending = .success(())
    } catch is CancellationError {
      // Another service failed before this one began; that failure is the one to tell.
      ending = .success(())
    } catch { ending = .failure(error) }
    // The directory is still ours, so is what lies under the name.
    listener.remove()
    try await pool.shutdownGracefully()
    try ending.get()
  }

  /// Does what another process asks for. Its words are not logged: names of people are among them.
  private static func printed(
    _ request: AdminRequest, _ doors: Doors, _ home: OfficeHome, _ logger: Logger
  ) -> Printed {
    guard request.program == ServerVersion.program else {
      let message = Message(.serverOfAnotherVersion, [ServerVersion.program, request.program])
      return failed(OfficeFault.failed(message), false, request)
    }
    let command: any ParsableCommand
    do { command = try RoundsServer.parseAsRoot(request.words) } catch {
      // The other process has read the same words, so this is nobody's ordinary mistake.
      return Printed(
        output: [], trouble: Array((RoundsServer.fullMessage(for: error) + "\n").utf8),
        status: RoundsServer.exitCode(for: error).rawValue)
    }
    guard let office = command as? any OfficeCommand, type(of: office).worksWhileServing else {
      return failed(OfficeFault.failed(Message(.notWhileServing)), false, request)
    }
    let name = type(of: office).configuration.commandName ?? ""
    do {
      let context = try home.context(doors, request.audience.language, request.zone)
      let output = try office.run(in: context)
      logger.info("\(name): done")
      return Printed(output, json: office.common.json, for: request.audience)
    } catch {
      logger.info("\(name): failed")
      return failed(error, office.common.json, request)
    }
  }

  private static func failed(
    _ error: any Error, _ json: Bool, _ request: AdminRequest
  ) -> Printed {
    Printed(.result(ServerFailure.result(of: error)), json: json, for: request.audience)
  }
}
