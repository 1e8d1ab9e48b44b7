import Logging
import NIOPosix
import OfficeWork
import ServiceLifecycle

/// Counts what the sheet of all sites does not know any more: at the start, and then at most five seconds after a
/// laptop's work came or a site's day began. On a thread of its own: those that answer laptops and pages are as
/// few as the machine has processors, and after a start there is something to count for minutes.
struct SheetClock: Service {
  let office: Office

  func run() async throws {
    let pool = NIOThreadPool(numberOfThreads: 1)
    pool.start()
    await cancelWhenGracefulShutdown { await count(on: pool) }
    try await pool.shutdownGracefully()
  }

  private func count(on pool: NIOThreadPool) async {
    let logger = Logger(label: "rounds-server.sheet")
    while !Task.isCancelled {
      let office = office
      // What did not succeed is due again at once; until then the sheet says of when it is.
      // In parts, so that whoever stops the server does not wait for thousands of sites.
      do {
        let count = try await pool.runIfActive { try office.refreshSheet(atMost: 40) }
        if count > 0 { continue }
      } catch { logger.error("\(error)") }
      do { try await Task.sleep(for: .seconds(5)) } catch { return }
    }
  }
}
