import Foundation
import Glibc
import Synchronization

/// A terminal without a window: what the editor writes appears on a `Screen`, and a script types as
/// soon as it sees what it waits for. Nothing sleeps; a script that waits in vain presses Ctrl-C.
final class PseudoTerminal: Sendable {
  let device: Int32
  private let master: Int32
  private let typist: Mutex<Typist>
  private let finished = DispatchSemaphore(value: 0)

  struct Step: Sendable {
    let awaited: String
    let typed: String

    init(_ awaited: String, then typed: String) {
      self.awaited = awaited
      self.typed = typed
    }
  }

  struct Typist: Sendable {
    var screen: Screen
    /// What the screen showed each time something awaited had come, before the next key.
    var shown: [String] = []
    var output: [UInt8] = []
    var missed: String?
  }

  init?(columns: Int = 80, rows: Int = 24) {
    var master: Int32 = -1
    var device: Int32 = -1
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &device, nil, nil, &size) == 0 else { return nil }
    self.master = master
    self.device = device
    typist = Mutex(Typist(screen: Screen(columns: columns, rows: rows)))
  }

  deinit {
    close(device)
    close(master)
  }

  /// Runs `work` against the terminal while the script is typed; returns when both are done.
  func converse<Result>(_ script: [Step], _ work: (Int32) -> Result) -> (Result, Typist) {
    Thread.detachNewThread {
      self.type(script)
      self.finished.signal()
    }
    let result = work(device)
    write(device, Array(Self.farewell.utf8), Self.farewell.utf8.count)
    finished.wait()
    return (result, typist.withLock { $0 })
  }

  /// An answer to nothing, by which the typist knows that the work is over.
  private static let farewell = "\u{05}"

  private func type(_ script: [Step]) {
    var steps = script[...]
    var pending: [UInt8] = []
    var unseen: [UInt8] = []
    while true {
      let events = Int16(POLLIN) | (pending.isEmpty ? 0 : Int16(POLLOUT))
      var state = pollfd(fd: master, events: events, revents: 0)
      guard poll(&state, 1, 20_000) == 1 else { return hangUp(steps, unseen) }
      if state.revents & Int16(POLLIN) != 0 {
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = read(master, &chunk, chunk.count)
        guard count > 0 else { return }
        unseen += chunk.prefix(count)
        typist.withLock {
          $0.output += chunk.prefix(count)
          $0.screen.show(chunk.prefix(count))
        }
        if unseen.contains(0x05) {
          if let step = steps.first { typist.withLock { $0.missed = step.awaited } }
          return
        }
      }
      if state.revents & Int16(POLLOUT) != 0 {
        // The driver takes what it has room for; writing more would wait for the editor, which
        // may itself be waiting for its output to be read.
        let count = write(master, pending, min(pending.count, 256))
        pending.removeFirst(max(0, count))
      }
      if let step = steps.first, pending.isEmpty, contains(unseen, step.awaited) {
        typist.withLock { $0.shown.append($0.screen.text) }
        pending = Array(step.typed.utf8)
        unseen = []
        steps = steps.dropFirst()
      }
    }
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    bytes.firstRange(of: Array(text.utf8)) != nil
  }

  /// Ends the editor's wait as a person would, so that a test fails instead of hanging.
  private func hangUp(_ steps: ArraySlice<Step>, _ unseen: [UInt8]) {
    let seen = String(decoding: unseen, as: UTF8.self)
    typist.withLock { $0.missed = "\(steps.first?.awaited ?? "the end"), saw \(seen)" }
    write(master, "\u{03}\u{03}", 2)
  }
}
