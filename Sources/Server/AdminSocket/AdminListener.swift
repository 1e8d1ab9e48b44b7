import Glibc
package import LocalMachine

/// The server's end of the admin socket: runs the commands of other processes one after the other on
/// the thread that serves.
///
/// A caller who says nothing, or nonsense, keeps nobody waiting: until a request is complete, all
/// callers are watched at once. The data directory must be owned, by its lock, for as long as this lives.
package final class AdminListener: Sendable {
  package static let name = "admin.sock"
  /// Callers whose request is not complete yet.
  private static let waitingMax = 32
  private static let silenceMs: Int32 = 600_000

  private let directory: DataDirectory
  private let file: Int32
  /// Readable once `stop` was called.
  private let stopped: Int32
  private let stopping: Int32

  /// - Throws: `AdminFault.system` when the socket cannot be made.
  package init(in directory: DataDirectory) throws(AdminFault) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system(action: "make a pipe", code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (stopped, stopping) = (ends[0], ends[1])
    self.directory = directory
    do throws(AdminFault) {
      file = try UnixSocket.listen(in: directory.path, name: AdminListener.name)
    } catch {
      for end in ends { close(end) }
      throw error
    }
  }

  deinit { for file in [file, stopped, stopping] { close(file) } }

  /// Lets `serve` return once the command under way has ended. May be called at any time, from any
  /// thread, and again.
  package func stop() {
    var mark: UInt8 = 1
    _ = write(stopping, &mark, 1)
  }

  /// Takes the socket out of the directory, so that nobody calls any more.
  package func remove() { unlink(directory.file(Self.name)) }

  /// Answers until `stop`; blocks its thread.
  ///
  /// - Parameters:
  ///   - run: does what a request asks for.
  ///   - dropped: told why a conversation ended before its time. The others go on.
  /// - Throws: `AdminFault.system` when the kernel can watch no more.
  package func serve(
    _ run: (AdminRequest, Doors) -> Printed, dropped: (AdminFault) -> Void
  ) throws(AdminFault) {
    var waiting: [Caller] = []
    while true {
      let states = try watch(waiting)
      if states[0].revents != 0 { return }
      if let index = waiting.indices.first(where: { states[$0 + 2].revents != 0 }) {
        // Whoever has more to say goes to the end, behind those who may be complete.
        let caller = waiting.remove(at: index)
        if !hear(caller, run, dropped) { waiting.append(caller) }
      }
      if states[1].revents != 0, let caller = accept(dropped) {
        makeRoom(among: &waiting, dropped)
        waiting.append(caller)
      }
      let now = ContinuousClock.now
      for caller in waiting where caller.until <= now { dropped(.silent) }
      waiting.removeAll { $0.until <= now }
    }
  }

  /// A process that has connected and whose request is not complete.
  private struct Caller {
    let connection: AdminConnection
    let until: ContinuousClock.Instant
  }

  /// Lets the one go who has been quiet for longest, so that the quiet never keep the others out.
  private func makeRoom(among waiting: inout [Caller], _ dropped: (AdminFault) -> Void) {
    guard waiting.count >= Self.waitingMax,
      let quiet = waiting.firstIndex(where: { !$0.connection.isReadable(withinMs: 0) })
    else { return }
    waiting.remove(at: quiet)
    dropped(.silent)
  }

  /// Waits until there is something to do, at most for a minute.
  /// - Returns: the states of the stop mark, the listener and every caller.
  private func watch(_ waiting: [Caller]) throws(AdminFault) -> [pollfd] {
    var states = ([stopped, file] + waiting.map(\.connection.file)).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let count = nfds_t(states.count)
    while poll(&states, count, waiting.isEmpty ? -1 : 60_000) < 0 {
      let code = errno
      guard code == EINTR else { throw .system(action: "wait", code: code) }
    }
    return states
  }

  private func accept(_ dropped: (AdminFault) -> Void) -> Caller? {
    guard let other = UnixSocket.accepted(on: file) else {
      dropped(.system(action: "accept", code: errno))
      // With no file left to open the caller stays, and asking again at once would ask for ever.
      var state = pollfd(fd: stopped, events: Int16(POLLIN), revents: 0)
      poll(&state, 1, 1000)
      return nil
    }
    let connection = AdminConnection(
      owning: other, .init(silenceMs: Self.silenceMs, stop: stopped))
    let user = UnixSocket.user(atOtherEndOf: other)
    guard user == geteuid() || user == 0 else {
      dropped(.stranger)
      return nil
    }
    return Caller(
      connection: connection,
      until: ContinuousClock.now.advanced(by: .milliseconds(Int(Self.silenceMs))))
  }

  /// Takes in what a caller has said, and does it if it is complete.
  /// - Returns: whether the conversation is over.
  private func hear(
    _ caller: Caller, _ run: (AdminRequest, Doors) -> Printed, _ dropped: (AdminFault) -> Void
  ) -> Bool {
    let connection = caller.connection
    do throws(AdminFault) {
      guard let request = try connection.arrivedRequest() else { return false }
      try connection.send(.begun)
      let printed = run(request, connection.doors(for: request))
      try connection.send(.ended(status: printed.status))
      try connection.send(bytes: printed.output)
      try connection.send(bytes: printed.trouble)
    } catch { dropped(error) }
    return true
  }
}
