import OfficeWork
import Synchronization
package import VisitModel
import Wording

/// Where exports are asked for, wait, and are fetched: a short queue in memory, and the folder with the files
/// that are done. What is here is gone when the server stops.
///
/// Any thread may call. One at a time is made, by whoever calls `ExportWork.next`.
package final class ExportDesk: Sendable {
  /// Orders of everybody that wait.
  static let waitingMax = 16
  /// Exports that one person has here at a time, whatever became of them.
  static let ofOneMax = 5
  /// How long a file waits to be fetched: 24 h.
  package static let keptMs: Int64 = 24 * 3_600_000

  private struct Queue {
    /// In the order in which they were asked for.
    var exports: [Export] = []
    var isClosed = false

    func index(of id: String) -> Int? {
      exports.firstIndex { $0.id.utf8.elementsEqual(id.utf8) }
    }
  }

  package let files: any ExportFiles
  /// Something is to be done: orders wait, or the time of files may be over. Ends when the desk closes.
  package let wakes: AsyncStream<Void>
  private let waker: AsyncStream<Void>.Continuation
  private let queue = Mutex(Queue())

  /// Throws away what an earlier server left in the folder.
  package init(_ files: any ExportFiles) throws {
    self.files = files
    try files.clear()
    // One word is enough, however often it is said.
    (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  package func wakeUp() { waker.yield() }

  /// Takes no order any more and gives up the one under way.
  package func close() {
    queue.withLock { $0.isClosed = true }
    waker.finish()
  }

  // MARK: For people

  /// - Throws: `OfficeFault.failed` where too many wait, or are kept for one person.
  func order(_ order: ExportOrder, as id: String, by owner: AccountID, at now: Instant) throws {
    try queue.withLock { queue in
      guard queue.exports.count(where: { $0.owner == owner }) < Self.ofOneMax else {
        throw OfficeFault.failed(Message(.exportTooMany, ["\(Self.ofOneMax)"]))
      }
      guard !queue.isClosed, queue.exports.count(where: { !$0.isOver }) < Self.waitingMax else {
        throw OfficeFault.failed(Message(.exportQueueFull))
      }
      queue.exports.append(Export(id: id, owner: owner, order: order, askedAt: now))
    }
    wakeUp()
  }

  /// What one person asked for, the newest first.
  package func exports(of owner: AccountID) -> [Export] {
    queue.withLock { $0.exports.filter { $0.owner == owner } }.reversed()
  }

  /// Gives up an order, or throws its file away.
  /// - Returns: false where this person has none of that name.
  func discard(_ id: String, of owner: AccountID) throws -> Bool {
    let export = queue.withLock { queue -> Export? in
      guard let index = queue.index(of: id), queue.exports[index].owner == owner else {
        return nil
      }
      return queue.exports.remove(at: index)
    }
    guard let export else { return false }
    // Of one that is being made whoever makes it cleans up.
    if case .done = export.stage { try files.remove(export.fileName) }
    return true
  }

  /// Throws away what was kept long enough.
  /// - Returns: how many.
  package func expire(at now: Instant) throws -> Int {
    let over = queue.withLock { queue in
      let over = queue.exports.filter { export in export.keptUntil.map { $0 <= now } ?? false }
      queue.exports.removeAll { export in export.keptUntil.map { $0 <= now } ?? false }
      return over
    }
    for export in over { try files.remove(export.fileName) }
    return over.count
  }

  // MARK: For whoever makes them

  /// The order that waits longest; nothing while another is being made, and when the desk is closed.
  func take() -> Export? {
    queue.withLock { queue in
      guard !queue.isClosed, !queue.exports.contains(where: { $0.stage == .running }),
        let index = queue.exports.firstIndex(where: { $0.stage == .waiting })
      else { return nil }
      queue.exports[index].stage = .running
      return queue.exports[index]
    }
  }

  /// Whether somebody still waits for it.
  func isWanted(_ id: String) -> Bool {
    queue.withLock { !$0.isClosed && $0.index(of: id) != nil }
  }

  /// What is behind what is known already is not believed.
  func note(_ progress: ExportProgress, sites: [ScopeID], of id: String) {
    queue.withLock { queue in
      guard let index = queue.index(of: id),
        !progress.isBehind(queue.exports[index].progress)
      else { return }
      queue.exports[index].progress = progress
      queue.exports[index].sites = sites
    }
  }

  /// - Returns: false where it was given up meanwhile: its file belongs to nobody then.
  func end(_ id: String, as stage: Export.Stage, at now: Instant) -> Bool {
    queue.withLock { queue in
      guard !queue.isClosed, let index = queue.index(of: id) else { return false }
      queue.exports[index].stage = stage
      queue.exports[index].keptUntil = now.advanced(byMilliseconds: Self.keptMs)
      return true
    }
  }
}
