package import TextFormats
import Wording

/// How a program ends; other people's scripts read it.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  case failed = 1
  /// A rule said no; the message names it.
  case refused = 2
  /// The office was not reached; nothing is lost.
  case notReached = 3
  case wrongUsage = 64
  /// Ctrl-C, after everything was tidied: what a shell reports for SIGINT.
  case interrupted = 130
}

/// What a command found or did: for people, for scripts, and for the shell.
package struct CommandResult: Sendable {
  package var report: Report
  package var json: JSON
  package var status: ExitStatus

  package init(_ report: Report, _ json: JSON, status: ExitStatus = .done) {
    self.report = report
    self.json = json
    self.status = status
  }
}

/// A command's output that is neither a report nor small: bytes written as they are.
package enum CommandOutput: Sendable {
  case result(CommandResult)
  case bytes([UInt8])
}
