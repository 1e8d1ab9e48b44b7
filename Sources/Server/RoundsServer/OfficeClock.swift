import Logging
import NIOPosix
import OfficeWork
import ServiceLifecycle
import VisitModel

/// What the office does by the calendar: it takes the frame of each month as it begins (A05), lets draws
/// expire whose time is over (A11), closes rounds in which nobody is left to visit (A10), amends summaries that later records have
/// overtaken, and brings what is overdue before head office. At the start, then at 00:00 local on every 1st and at least every hour for as long as the server runs.
struct OfficeClock: Service {
  let office: Office

  func run() async throws {
    let logger = Logger(label: "rounds-server.clock")
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let zone = office.environment.zone
        let month = LocalTime(office.now, in: zone).date.civilMonth
        for (act, work) in acts(of: month) {
          // What did not succeed is due again an hour later; the month is provisional until then.
          do {
            let count = try await NIOThreadPool.singleton.runIfActive { try work() }
            if count > 0 { logger.info("\(act): \(count)") }
          } catch { logger.error("\(act): \(error)") }
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

  private func acts(
    of month: CivilMonth
  ) -> [(name: String, work: @Sendable () throws -> Int)] {
    let office = office
    return [
      ("frames of \(month)", { try office.takeFrames(of: month) }),
      ("draws expired", { try office.expireDraws() }),
      ("rounds closed", { try office.closeCompleteRounds() }),
      ("letters and notices numbered", { try office.giveNumbers() }),
      ("keys destroyed", { try office.applyErasures() }),
      ("summaries amended", { try office.amendSummaries() }),
      ("obligations escalated", { try office.escalate() }),
    ]
  }
}
