import Logging
import OfficeWork
import ServiceLifecycle
import VisitModel

/// Takes the frame of each month as it begins (A05): at the start for the month under way, then at
/// 00:00 local on every 1st for as long as the server runs.
struct FrameClock: Service {
  let office: Office

  func run() async throws {
    let logger = Logger(label: "rounds-server.frames")
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let zone = office.environment.zone
        let month = LocalTime(office.now, in: zone).date.civilMonth
        do {
          let taken = try office.takeFrames(of: month)
          if taken > 0 { logger.info("frames of \(month): \(taken)") }
        } catch {
          // The month is provisional until a later hour succeeds.
          logger.error("frames of \(month): \(error)")
        }
        let begins = month.next.firstDay.startOfDay(in: zone)
        let left = begins.millisecondsSince1970 - office.now.millisecondsSince1970
        // At most an hour at a time: the clock may be set, and a new site's roster may have come.
        do { try await Task.sleep(for: .milliseconds(min(max(left, 1000), 3_600_000))) } catch {
          return
        }
      }
    }
  }
}
