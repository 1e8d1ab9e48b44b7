import Logging
import NIOPosix
import OfficePages
import OfficeWork
import ServiceLifecycle

/// Makes the files that people asked for on the pages: one after the other, on a thread of its own, so that they
/// take none from pages and syncs. What is under way at the stop is given up: nothing in the folder outlives the
/// server.
struct ExportService: Service {
  let office: Office
  let desk: ExportDesk

  /// How often it is looked for files whose time is over, though nobody asks for anything.
  private static let lookEvery: Duration = .seconds(600)

  func run() async throws {
    let pool = NIOThreadPool(numberOfThreads: 1)
    pool.start()
    await withTaskCancellationOrGracefulShutdownHandler {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await look() }
        await work(on: pool)
        group.cancelAll()
      }
    } onCancelOrGracefulShutdown: {
      desk.close()
    }
    try await pool.shutdownGracefully()
    try desk.files.clear()
  }

  private func work(on pool: NIOThreadPool) async {
    let logger = Logger(label: "rounds-server.exports")
    let (office, desk) = (office, desk)
    for await _ in desk.wakes {
      // What an export is of is nobody's secret; whose it is is not logged.
      do {
        let over = try await pool.runIfActive { try desk.expire(at: office.now) }
        if over > 0 { logger.info("exports expired: \(over)") }
        let work = ExportWork(office: office, desk: desk)
        while let ended = try await pool.runIfActive({ work.next() }) {
          logger.log(level: ended.fault == nil ? .info : .error, "\(ended.summary)")
        }
      } catch { logger.error("\(error)") }
    }
  }

  private func look() async {
    while !Task.isCancelled {
      do { try await Task.sleep(for: Self.lookEvery) } catch { return }
      desk.wakeUp()
    }
  }
}
