import LocalMachine
import Logging
import OfficeWork
import ServiceLifecycle

/// Keeps `office.mark` up with the store. It is written after the transactions it tells of, and
/// without a sync: an old mark only misses a notice.
struct MarkKeeper: Sendable {
  let file: OwnerOnlyFile

  /// - Returns: nothing when there is no mark, or none that can be read.
  func known() throws -> OfficeMark? { try file.load().flatMap(OfficeMark.init(file:)) }

  func keep(_ office: Office) throws {
    let present = try office.mark()
    if try known() == present { return }
    try file.save(present.file, isSynced: false)
  }
}

/// Keeps the mark while the office serves.
struct MarkClock: Service {
  let keeper: MarkKeeper
  let office: Office

  func run() async throws {
    let logger = Logger(label: "rounds-server.mark")
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do { try keeper.keep(office) } catch { logger.error("office.mark: \(error)") }
        do { try await Task.sleep(for: .seconds(60)) } catch { return }
      }
    }
  }
}
