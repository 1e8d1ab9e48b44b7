import FieldWork
import Foundation
import LineEditor
import Testing

/// What asks a person, or what stands in for one.
enum Asker: String, CaseIterable, Sendable, CustomTestStringConvertible {
  /// At a terminal, with libedit.
  case editor
  /// At a terminal that can show no editing.
  case dumbTerminal
  /// From a pipe.
  case pipe

  var testDescription: String { rawValue }

  static let atTerminals: [Asker] = [.editor, .dumbTerminal]

  /// What a person does on seeing a prompt.
  struct Turn: Sendable {
    let prompt: String
    /// Return is `\r`, the end of input `end`.
    let typed: [String]
    let isLong: Bool

    /// - Parameter typed: line by line of a text of several lines, which the editor prompts for.
    static func long(_ prompt: String, then typed: [String]) -> Turn {
      Turn(prompt: prompt, typed: typed, isLong: true)
    }

    init(_ prompt: String, then typed: String) {
      self.init(prompt: prompt, typed: [typed], isLong: false)
    }

    private init(prompt: String, typed: [String], isLong: Bool) {
      self.prompt = prompt
      self.typed = typed
      self.isLong = isLong
    }

    /// Ctrl-D.
    static let end = "\u{04}"
  }

  struct Met<Outcome> {
    let outcome: Outcome
    /// What stands on the screen in the end; nothing where there is none.
    let screen: String?
  }

  /// Runs `work` while the turns are typed. A turn that waits in vain is a failure.
  func meets<Outcome>(
    _ turns: [Turn], _ work: (any QuestionLine) -> Outcome
  ) throws -> Met<Outcome> {
    switch self {
    case .editor:
      let steps = turns.flatMap { turn in
        turn.typed.map { PseudoTerminal.Step(turn.isLong ? "> " : turn.prompt, then: $0) }
      }
      let (outcome, typist) = try converse(steps) { editor, _ in work(editor) }
      return Met(outcome: outcome, screen: typist.screen.text)
    case .dumbTerminal:
      let terminal = try #require(PseudoTerminal(columns: 80, rows: 24))
      let steps = turns.map { PseudoTerminal.Step($0.prompt, then: $0.typed.joined()) }
      let (outcome, typist) = terminal.converse(steps) { device in
        work(PlainLines(input: device, output: device))
      }
      #expect(typist.missed == nil)
      return Met(outcome: outcome, screen: typist.screen.text)
    case .pipe:
      let pipe = Pipe()
      let text = turns.flatMap(\.typed).joined()
        .replacing("\r", with: "\n").replacing(Turn.end, with: "")
      try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      try pipe.fileHandleForWriting.close()
      let outcome = withExtendedLifetime(pipe) {
        work(PlainLines(input: pipe.fileHandleForReading.fileDescriptor))
      }
      return Met(outcome: outcome, screen: nil)
    }
  }
}
