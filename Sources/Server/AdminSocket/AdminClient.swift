package import LocalMachine

/// The end of the process that a person started, when a server owns the data.
package struct AdminClient {
  /// A command that has not begun after this long waits for another one.
  private static let busyMs: Int32 = 2000

  private let connection: AdminConnection

  /// - Returns: nothing when no server listens for this directory.
  /// - Throws: `AdminFault.system`.
  package init?(calling directory: DataDirectory) throws(AdminFault) {
    guard let file = try UnixSocket.connect(in: directory.path, name: AdminListener.name) else {
      return nil
    }
    // No limit: a command may compute for as long as it needs, and whoever waits can press Ctrl-C.
    connection = AdminConnection(owning: file, .endless)
  }

  /// Has the server run a command, and gives it what it asks for meanwhile.
  ///
  /// - Parameter whileWaiting: called once when the server is busy with another command.
  /// - Returns: nothing when the server ended before it began: nothing was done, and it may be asked
  ///   again.
  /// - Throws: `AdminFault` when the line broke later, and what became of the command is not known;
  ///   also what a door throws that is no `FileFault`.
  package func run(
    _ request: AdminRequest, doors: Doors, whileWaiting: () -> Void
  ) throws -> Printed? {
    guard try begins(request, whileWaiting) else { return nil }
    while true {
      switch try connection.receive() {
      case .show(let text): doors.show(text)
      case .readFile(let path, let limit):
        try check(path, request)
        let bytes: [UInt8]
        do { bytes = try doors.readFile(path, limit) } catch let fault as FileFault {
          try connection.send(.fault(fault))
          continue
        }
        try connection.send(.file)
        try connection.send(bytes: bytes)
      case .writeFile(let path):
        let bytes = try connection.receiveBytes(limit: .max)
        try check(path, request)
        do { try doors.writeFile(path, bytes) } catch let fault as FileFault {
          try connection.send(.fault(fault))
          continue
        }
        try connection.send(.written)
      case .readSecret(let prompt):
        let text: String?
        do { text = try doors.readSecret(prompt) } catch let fault as FileFault {
          try connection.send(.fault(fault))
          continue
        }
        try connection.send(.secret(text))
      case .ended(let status):
        let output = try connection.receiveBytes(limit: .max)
        let trouble = try connection.receiveBytes(limit: .max)
        return Printed(output: output, trouble: trouble, status: status)
      case .request, .file, .written, .secret, .fault, .begun:
        throw AdminFault.garbled("a message out of turn")
      }
    }
  }

  private func begins(
    _ request: AdminRequest, _ whileWaiting: () -> Void
  ) throws(AdminFault) -> Bool {
    do throws(AdminFault) {
      try connection.send(.request(request))
      if !connection.isReadable(withinMs: Self.busyMs) { whileWaiting() }
      guard case .begun = try connection.receive() else {
        throw AdminFault.garbled("a message out of turn")
      }
      return true
    } catch {
      guard error == .gone else { throw error }
      return false
    }
  }

  private func check(_ path: String, _ request: AdminRequest) throws(AdminFault) {
    guard request.names(path) else {
      throw .garbled("asked for a file that the command does not name: \(path)")
    }
  }
}
