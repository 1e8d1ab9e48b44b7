import Logging
import NIOPosix
import OfficeWork
import ServiceLifecycle

/// Counts what the sheet of all sites does not know any more: at the start, and then at most five seconds after a
/// laptop's work came or a site's day began.
struct SheetClock: Service {
  let office: Office

  func run() async throws {
    let logger = Logger(label: "rounds-server.sheet")
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let office = office
        // What did not succeed is due again at once; until then the sheet says of when it is.
        // In parts, so that whoever stops the server does not wait for thousands of sites.
        do {
          let count = try await NIOThreadPool.singleton.runIfActive {
            try office.refreshSheet(atMost: 40)
          }
          if count > 0 { continue }
        } catch { logger.error("\(error)") }
        do { try await Task.sleep(for: .seconds(5)) } catch { return }
      }
    }
  }
}
